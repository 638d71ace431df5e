import type { CodeField, Mapping } from './mapping.schema.js';

const ofCode = (field: CodeField | undefined): readonly (string | undefined)[] =>
  field && 'column' in field ? [field.column] : [];

const codeFields = (mapping: Mapping): readonly (CodeField | undefined)[] => {
  const { source, medium, kind, category, urgency, callerType, servicePoint, unit } = mapping;
  return [source, medium, kind, category, urgency, callerType, servicePoint, unit];
};

const ofOutcome = ({ answer, rating }: Mapping): readonly (string | undefined)[] => [
  ...(answer ? [answer.text, answer.at.column, ...ofCode(answer.how)] : []),
  ...(rating ? [rating.column, rating.at?.column] : []),
];

/** Every column a mapping names, once. */
export const columnsNamed = (mapping: Mapping): string[] => {
  const { number, summary, statement, place, cameAt, caller = {}, skip = [] } = mapping;
  const named = [
    ...[number, summary, statement, place, cameAt.column],
    ...Object.values(caller),
    ...codeFields(mapping).flatMap(ofCode),
    ...skip.map(({ column }) => column),
    ...ofOutcome(mapping),
  ];
  return [...new Set(named.filter((label) => label !== undefined))];
};

type Member = (mapping: Mapping, part: string) => string | undefined;

/** Fields that are made of several columns, or of one under another name. */
const MEMBERS: Readonly<Record<string, Member>> = {
  statement: ({ statement, place, summary }, part) => (part === 'place' ? place : statement) ?? summary,
  caller: ({ caller }, part) => caller?.[part as 'name'],
  answer: ({ answer }, part) => (part === 'text' ? answer?.text : answer?.at.column),
  rating: ({ rating }) => rating?.column,
  externalNumber: ({ number }) => number,
};

/** The column a field of a command, or of what is recorded, is read from; the field's own name where it comes from none. */
export const columnOf = (mapping: Mapping, [field = '', part = '']: readonly string[]): string => {
  const member = MEMBERS[field];
  if (member) return member(mapping, part) ?? field;
  const stated = mapping[field as keyof Mapping] as CodeField | string | undefined;
  if (typeof stated === 'string') return stated;
  return stated && 'column' in stated ? stated.column : field;
};
