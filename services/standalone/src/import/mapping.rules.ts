import type { Text } from '@sunlit/contracts';
import { columnsNamed, madeOf } from './mapping.columns.js';
import type { Mapping, TimeField } from './mapping.schema.js';

/** One thing in a mapping that does not go with another. */
export interface BrokenRule {
  readonly path: readonly PropertyKey[];
  readonly text: Text;
}

const when = (broken: boolean, path: readonly PropertyKey[], zh: string, en: string): BrokenRule[] =>
  broken ? [{ path, text: { zh, en } }] : [];

const timeFields = ({ cameAt, order, answer, rating }: Mapping): (readonly [readonly string[], TimeField])[] => [
  [['cameAt'], cameAt],
  ...(order ? [[['order', 'dispatchedAt'], order.dispatchedAt] as const] : []),
  ...(order?.dueAt ? [[['order', 'dueAt'], order.dueAt] as const] : []),
  ...(answer ? [[['answer', 'at'], answer.at] as const] : []),
  ...(rating?.at ? [[['rating', 'at'], rating.at] as const] : []),
];

/** A date without a year needs one from the mapping, or from the name of every sheet. */
const yearless = (mapping: Mapping): BrokenRule[] => {
  const { year, sheets } = mapping;
  const known =
    year !== undefined ||
    (sheets?.every((rule) => rule.year !== undefined || rule.pattern?.includes('(?<year>')) ?? false);
  return timeFields(mapping).flatMap(([path, { formats = [] }]) =>
    when(
      !known && formats.some((format) => format !== 'serial' && !format.includes('yy')),
      [...path, 'formats'],
      '有的格式没有年份：请写 year，或在 sheets 的 pattern 中用 (?<year>…) 从表名取',
      'a format has no year: state year, or take it from the sheet’s name with (?<year>…) in a pattern of sheets',
    ),
  );
};

/** A column that is made of others is not itself one that others are made of, and what is declared is used. */
const columns = (mapping: Mapping): BrokenRule[] => {
  const rules = mapping.columns ?? {};
  const named = columnsNamed(mapping);
  const used = new Set(named.flatMap((label) => [label, ...(madeOf(rules[label]) ?? [])]));
  return Object.entries(rules).flatMap(([label, rule]) => [
    ...when(!used.has(label), ['columns', label], '没有用到这一列', 'nothing uses this column'),
    ...when(
      (madeOf(rule) ?? []).some((part) => madeOf(rules[part]) !== undefined),
      ['columns', label],
      '只能由表中的列组成',
      'a column can be made only of columns of the sheet',
    ),
  ]);
};

/** What the parts of a mapping must be to one another; a live row's answer goes the way of every answer, so somebody must have given it. */
export const brokenRules = (mapping: Mapping): BrokenRule[] => {
  const { rows, answer, unit, rating, sheet, sheets } = mapping;
  return [
    ...when(
      rows === 'live' && answer !== undefined && !unit,
      ['answer'],
      '在办件的答复需要 unit（承办单位）',
      'answers of live rows need unit: who answered',
    ),
    ...when(
      rating?.by === 'office' && !answer,
      ['rating'],
      '有评价须有 answer（答复）',
      'a rating needs answer: it rates one',
    ),
    ...when(
      sheet !== undefined && sheets !== undefined,
      ['sheet'],
      'sheet 与 sheets 只写一个',
      'give sheet or sheets, one of them',
    ),
    ...yearless(mapping),
    ...columns(mapping),
  ];
};
