import type { Coded } from '@sunlit/platform';
import type { CodeName } from './mapping.codes.js';
import { DEFAULT_FORMATS } from './read-time.js';
import { RATING_WORDS } from './suggest-words.js';

export interface DraftColumn {
  readonly label: string;
  /** Its different values, none where they are many. */
  readonly values: readonly string[];
  readonly formats: readonly string[];
}

/** What of a mapping could be told from a sheet. */
export interface Draft {
  readonly sheet?: string;
  readonly fields: ReadonlyMap<string, DraftColumn>;
  /** Headings nothing is known about. */
  readonly rest: readonly string[];
  readonly empty: readonly string[];
  readonly lists: (name: CodeName) => readonly Coded[];
}

const q = (text: string): string => JSON.stringify(text);

const MISSING = (field: string): string =>
  `# ? ${field}: 表中没有认得的列，请填写 no column was recognised: write its heading`;

const plainField = (draft: Draft, field: string, required: boolean): string[] => {
  const column = draft.fields.get(field);
  if (column) return [`${field}: ${q(column.label)}`];
  return required ? [MISSING(field)] : [];
};

/** The office's code whose name, or a name within which, is written; undefined where nobody can say. */
const codeOf = (value: string, list: readonly Coded[]): string | undefined => {
  const exact = list.find(({ code, name }) => [code, name.zh, name.en].includes(value));
  if (exact) return exact.code;
  const near = list.filter(({ name }) => value.startsWith(name.zh) || name.zh.startsWith(value));
  return near.length === 1 ? near[0]!.code : undefined;
};

const listed = (values: readonly string[], of: (value: string) => string | undefined): string[] =>
  values.map((value) => {
    const meant = of(value);
    return meant === undefined ? `    # ? ${q(value)}: ` : `    ${q(value)}: ${q(meant)}`;
  });

const codeField = (draft: Draft, field: CodeName, required: boolean): string[] => {
  const column = draft.fields.get(field);
  const list = draft.lists(field);
  if (!column) {
    const known = list.slice(0, 12).map(({ code, name }) => `${code} ${name.zh}`);
    return required ? [`# ? ${field}: { always: CODE }   ${known.join(', ')}${list.length > 12 ? ', …' : ''}`] : [];
  }
  const values = listed(column.values, (value) => codeOf(value, list));
  const told = values.some((line) => !line.trimStart().startsWith('#'));
  const head = [`${field}:`, `  column: ${q(column.label)}`, ...(told ? ['  values:'] : ['  # ? values:'])];
  return [...head, ...values, '  otherwise: refuse'];
};

const timeField = (column: DraftColumn, at: string): string => {
  const formats = column.formats.length > 0 ? column.formats : DEFAULT_FORMATS.slice(0, 3);
  return `${at}: { column: ${q(column.label)}, formats: [${formats.map(q).join(', ')}] }`;
};

const times = ({ fields }: Draft): string[] => {
  const column = fields.get('cameAt');
  return [column ? timeField(column, 'cameAt') : MISSING('cameAt')];
};

const caller = ({ fields }: Draft): string[] => {
  const lines = [...fields].filter(([field]) => field.startsWith('caller.'));
  return lines.length === 0
    ? []
    : ['caller:', ...lines.map(([field, { label }]) => `  ${field.slice(7)}: ${q(label)}`)];
};

const order = ({ fields }: Draft): string[] => {
  const [dispatched, kind, due] = ['dispatchedAt', 'kind', 'dueAt'].map((name) => fields.get(`order.${name}`));
  if (!dispatched) return [];
  const lines = [timeField(dispatched, 'dispatchedAt'), ...(kind ? [`kind: ${q(kind.label)}`] : [])];
  const all = [...lines, ...(due ? [timeField(due, 'dueAt')] : [])].map((line) => `  ${line}`);
  return ['order: # 平台工单才有派单 only orders of platforms are dispatched', ...all];
};

const answer = ({ fields }: Draft): string[] => {
  const [text, at] = [fields.get('answer.text'), fields.get('answer.at')];
  if (!text || !at) return [];
  return ['answer:', `  text: ${q(text.label)}`, `  ${timeField(at, 'at')}`];
};

const rating = ({ fields }: Draft): string[] => {
  const column = fields.get('rating.column');
  if (!column || !fields.has('answer.text')) return [];
  const at = fields.get('rating.at');
  const values = column.values.map((value) => {
    const level = Object.hasOwn(RATING_WORDS, value) ? RATING_WORDS[value] : undefined;
    return level === undefined ? `    # ? ${q(value)}: ` : `    ${q(value)}: ${level}`;
  });
  return [
    'rating:',
    `  column: ${q(column.label)}`,
    '  by: platform # office: 本单位自己的回访 the office’s own follow-up',
    ...(values.length > 0 ? ['  values:', ...values] : []),
    '  otherwise: refuse',
    ...(at ? [`  ${timeField(at, 'at')}`] : []),
  ];
};

/** The draft as YAML: the known fields in the order of the documentation, what is missing as comments that begin with `?`. */
export const draftText = (draft: Draft): string =>
  [
    '# 由表头草拟的映射：带 ? 的行须填写，其余请核对；写法见 docs/importing.md。',
    '# Drafted from the headings: fill in the lines with ?, check the others; docs/importing.md has it all.',
    ...(draft.sheet === undefined ? [] : [`sheet: ${q(draft.sheet)}`]),
    'rows: history # history 往年的件 | live 在办的件',
    ...(draft.empty.length > 0 ? [`empty: [${draft.empty.map(q).join(', ')}]`] : []),
    '',
    ...plainField(draft, 'number', true),
    ...(['source', 'medium', 'kind', 'category'] as const).flatMap((name) => codeField(draft, name, true)),
    ...(['urgency', 'callerType', 'unit'] as const).flatMap((name) => codeField(draft, name, false)),
    ...plainField(draft, 'summary', true),
    ...plainField(draft, 'statement', false),
    ...plainField(draft, 'place', false),
    ...caller(draft),
    ...times(draft),
    ...order(draft),
    ...answer(draft),
    ...rating(draft),
    ...(draft.rest.length > 0 ? ['', `# 未用的列 columns not used: ${draft.rest.map(q).join(', ')}`] : []),
    '',
  ].join('\n');
