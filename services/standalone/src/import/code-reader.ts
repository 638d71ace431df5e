import type { Text } from '@sunlit/contracts';
import type { Category, Coded } from '@sunlit/platform';
import { columnsOfCode } from './mapping.columns.js';
import type { CodeField } from './mapping.schema.js';
import { nearestWord } from './nearest-word.js';
import { normal } from './normal.js';

type Listed = Exclude<CodeField, { always: unknown } | { contains: unknown } | { path: unknown }>;

const known = new WeakMap<object, unknown>();

const once = <T>(of: object, make: () => T): T => {
  const found = known.get(of) as T | undefined;
  if (found !== undefined) return found;
  const made = make();
  known.set(of, made);
  return made;
};

/** The value a list has for a text, both normalised; undefined for none. */
export const valueIn = <V>(values: Readonly<Record<string, V>>, text: string): V | undefined =>
  once(values, () => new Map(Object.entries(values).map(([name, value]) => [normal(name), value]))).get(normal(text));

/** The entry whose pattern the normalised text fits, the first of them. */
export const fitting = <E extends { readonly match: string }>(entries: readonly E[], text: string): E | undefined =>
  entries.find((entry) => once(entry, () => new RegExp(entry.match, 'u')).test(normal(text)));

const byName = (list: readonly Coded[], text: string): string | undefined =>
  list.find(({ code, name }) => [code, name.zh, name.en].includes(normal(text)))?.code;

const byList = (field: Listed, text: string, list: readonly Coded[]): string | undefined => {
  const { values, patterns } = field;
  if (!values && !patterns) return byName(list, text);
  return (values && valueIn(values, text)) ?? (patterns && fitting(patterns, text)?.code);
};

const isCalled = ({ code, name }: Coded, text: string): boolean => [code, name.zh, name.en].includes(text);

/** The category at the end of a path of names, outermost first. */
const byPath = (names: readonly string[], list: readonly Category[]): string | undefined => {
  let parent: Category | undefined;
  for (const text of names) {
    parent = list.find((each) => each.parent === parent?.code && isCalled(each, text));
    if (!parent) return undefined;
  }
  return parent?.code;
};

/** What the cells of a field say, for `codeFor` and to be shown: a path has its names between slashes. */
export const writtenFor = (field: CodeField, text: (label: string) => string): string => {
  const texts = columnsOfCode(field).map((label) => normal(text(label)));
  if (!('path' in field)) return texts.join('');
  const { separator } = field;
  const names = separator === undefined ? texts : texts.flatMap((each) => each.split(normal(separator) || separator));
  const trimmed = names.map((name) => name.trim());
  return trimmed.slice(0, trimmed.findLastIndex((name) => name !== '') + 1).join('/');
};

/** The code what is written stands for by the field's own rules, `otherwise` left aside; undefined for none. */
export const codeFor = (field: CodeField, written: string, list: readonly Coded[]): string | undefined => {
  if ('always' in field) return field.always;
  if ('path' in field) return written === '' ? undefined : byPath(written.split('/'), list);
  if ('contains' in field)
    return field.contains.find(({ words }) => words.some((word) => written.includes(normal(word))))?.code;
  return byList(field, written, list);
};

const names = (field: CodeField, list: readonly Coded[]): string[] => {
  if ('values' in field && field.values) return Object.keys(field.values);
  return list.flatMap(({ code, name }) => [code, name.zh]);
};

/** Says which list lacks what is written, and what may have been meant. */
export const unknownValue = (
  field: Exclude<CodeField, { always: string }>,
  written: string,
  list: readonly Coded[],
): Text => {
  const near = 'column' in field && !('contains' in field) ? nearestWord(written, names(field, list)) : null;
  const [zh, en] =
    'path' in field || !('values' in field && field.values)
      ? ['机构档案', 'the office profile']
      : ['映射的 values', 'the list of the mapping'];
  const shown = written.slice(0, 40);
  return {
    zh: `${zh}中没有“${shown}”${near === null ? '' : `,是否为“${near}”`};请改正,或在映射的 values 中补上`,
    en: `${en} has no “${shown}”${near === null ? '' : `; did you mean “${near}”?`}: correct it, or add it to the mapping’s values`,
  };
};
