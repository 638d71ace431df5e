import { readFileSync } from 'node:fs';
import { LineCounter, isMap, isScalar, parseDocument, type Document } from 'yaml';
import { OfficeError, type OfficeProblem } from './office.error.js';
import { schemaProblems, type Found } from './office.problems.js';
import { brokenRules } from './office.rules.js';
import { officeSchema } from './office.schema.js';
import type { Office } from './office.types.js';

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}${text && '.'}${String(step)}`),
    '',
  );

interface Located {
  readonly document: Document;
  readonly lines: LineCounter;
}

const rangeStart = (node: unknown): number | null => {
  const range = (node as { range?: readonly number[] | null } | null | undefined)?.range;
  return range?.[0] ?? null;
};

/** The line of the key that leads to the last step, else of the node, else of the nearest thing around it. */
const lineAt = ({ document, lines }: Located, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length > 0; length--) {
    const around = document.getIn(path.slice(0, length - 1), true);
    const step = path[length - 1];
    const pair = isMap(around) ? around.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const start = rangeStart(pair?.key) ?? rangeStart(document.getIn(path.slice(0, length), true));
    if (start !== null) return lines.linePos(start).line;
  }
  return 1;
};

const located = (where: Located, { path, key, text }: Found): OfficeProblem => ({
  line: lineAt(where, key === undefined ? path : [...path, key]),
  field: fieldOf(key === undefined ? path : [...path, key]),
  text,
});

const syntaxProblems = ({ document, lines }: Located): OfficeProblem[] =>
  [...document.errors, ...document.warnings].map(({ message, pos }) => {
    const first = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    return {
      line: lines.linePos(pos[0]).line,
      field: '',
      text: { zh: `不是有效的 YAML（${first}）`, en: `not valid YAML: ${first}` },
    };
  });

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
};

const plain = (file: string, document: Document): unknown => {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (error) {
    const message = (error as Error).message;
    throw new OfficeError(file, [
      { line: 0, field: '', text: { zh: `无法读取（${message}）`, en: `cannot be read: ${message}` } },
    ]);
  }
};

const valueIn = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step], content);

/** The profile written in `text`, checked and frozen; throws `OfficeError` with everything wrong in it. `file` is only its name in messages. */
export const parseOffice = (text: string, file: string): Office => {
  const lines = new LineCounter();
  // A byte order mark, which some editors put first, is no error of whoever wrote the file.
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    prettyErrors: true,
    uniqueKeys: true,
  });
  const where = { document, lines };
  const syntax = syntaxProblems(where);
  if (syntax.length > 0) throw new OfficeError(file, syntax);
  const content = plain(file, document);
  const result = officeSchema.safeParse(content);
  const found = result.success
    ? brokenRules(result.data)
    : schemaProblems(result.error.issues, (path) => valueIn(content, path));
  if (!result.success || found.length > 0) {
    const problems = found.map((each) => located(where, each)).sort((a, b) => a.line - b.line);
    throw new OfficeError(file, problems);
  }
  return freeze<Office>(result.data);
};

const READING: Readonly<Record<string, { zh: string; en: string }>> = {
  ENOENT: { zh: '没有这个文件', en: 'there is no such file' },
  EACCES: { zh: '没有读取权限', en: 'it may not be read' },
  EISDIR: { zh: '这是文件夹，不是文件', en: 'it is a folder, not a file' },
};

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new OfficeError(file, [
      { line: 0, field: '', text: READING[code] ?? { zh: `无法读取（${message}）`, en: message } },
    ]);
  }
};

/** The profile in a YAML file (UTF-8); throws `OfficeError` whose message names file, line and field of everything wrong. */
export const loadOffice = (file: string): Office => parseOffice(read(file), file);
