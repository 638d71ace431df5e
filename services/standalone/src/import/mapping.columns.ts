import type { CodeField, Mapping, ReplyRule } from './mapping.schema.js';
import type { ColumnRule } from './mapping.table.schema.js';

type Labels = readonly (string | undefined)[];

/** The columns a field's codes are read from. */
export const columnsOfCode = (field: CodeField | undefined): readonly string[] => {
  if (!field || 'always' in field) return [];
  return 'path' in field ? field.path : [field.column];
};

const codeFields = (mapping: Mapping): readonly (CodeField | undefined)[] => {
  const { source, medium, kind, category, urgency, callerType, servicePoint, unit } = mapping;
  return [source, medium, kind, category, urgency, callerType, servicePoint, unit];
};

const ofReplies = (rules: readonly ReplyRule[] | undefined): Labels => (rules ?? []).map(({ column }) => column);

const ofOrder = ({ order }: Mapping): Labels => [order?.dispatchedAt.column, order?.kind, order?.dueAt?.column];

const ofOutcome = ({ answer, rating }: Mapping): Labels => [
  ...(answer ? [answer.text, answer.at.column, ...columnsOfCode(answer.how), ...ofReplies(answer.replies)] : []),
  ...(rating ? [rating.column, rating.at?.column] : []),
];

/** Every column a mapping reads a value from, once; those that are made of others as well. */
export const columnsNamed = (mapping: Mapping): string[] => {
  const { number, summary, statement, place, cameAt, caller = {}, skip = [] } = mapping;
  const named = [
    ...[number, summary, statement, place, cameAt.column],
    ...Object.values(caller),
    ...codeFields(mapping).flatMap(columnsOfCode),
    ...skip.map(({ column }) => column),
    ...ofOrder(mapping),
    ...ofOutcome(mapping),
  ];
  return [...new Set(named.filter((label) => label !== undefined))];
};

/** The columns another is made of; undefined for one of the sheet. */
export const madeOf = (rule: ColumnRule | undefined): readonly string[] | undefined => {
  if (!rule) return undefined;
  if ('from' in rule) return [rule.from];
  return 'join' in rule ? rule.join : undefined;
};

/** A column to look for in the sheet: its heading, what else it may be called, whether it may be missing. */
export interface WantedColumn {
  readonly label: string;
  readonly alias: readonly string[];
  readonly optional: boolean;
}

/** The columns to look for in a sheet that brings these constants: those named, or what they are made of. */
export const wantedColumns = (mapping: Mapping, constants: Readonly<Record<string, string>>): WantedColumn[] => {
  const rules = mapping.columns ?? {};
  const real = columnsNamed(mapping).flatMap((label) => madeOf(rules[label]) ?? [label]);
  return [...new Set(real)]
    .filter((label) => !Object.hasOwn(constants, label))
    .map((label) => {
      const rule = rules[label];
      const stated = rule && 'optional' in rule ? rule : { alias: undefined, optional: false };
      return { label, alias: stated.alias ?? [], optional: stated.optional };
    });
};

type Member = (mapping: Mapping, part: string) => string | undefined;

/** Fields that are made of several columns, or of one under another name. */
const MEMBERS: Readonly<Record<string, Member>> = {
  statement: ({ statement, place, summary }, part) => (part === 'place' ? place : statement) ?? summary,
  caller: ({ caller }, part) => caller?.[part as 'name'],
  answer: ({ answer }, part) => (part === 'at' ? answer?.at.column : answer?.text),
  rating: ({ rating }) => rating?.column,
  order: ({ order }, part) =>
    (part === 'kind' ? order?.kind : order?.[part as 'dueAt']?.column) ?? order?.dispatchedAt.column,
  externalNumber: ({ number }) => number,
};

const ofField = (mapping: Mapping, field: string): string | undefined => {
  const stated = mapping[field as keyof Mapping] as CodeField | { column: string } | string | undefined;
  if (stated === undefined || typeof stated === 'string') return stated;
  if ('path' in stated) return stated.path.join('/');
  return 'column' in stated ? stated.column : undefined;
};

/** The column a field of a command, or of what is recorded, is read from; the field's own name where it comes from none. */
export const columnOf = (mapping: Mapping, [field = '', part = '']: readonly string[]): string => {
  const member = MEMBERS[field];
  return (member ? member(mapping, part) : ofField(mapping, field)) ?? field;
};
