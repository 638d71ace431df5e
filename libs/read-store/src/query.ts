import { Refused } from '@sunlit/kernel';
import type { CollectionSpec, FieldType, FieldValue, JsonObject, ListQuery, Where } from '@sunlit/kernel';

/** A value of a declared field as stores compare it; terms are a list. */
export type Indexed = string | number | boolean | null | readonly string[];

/** One condition of a `Where`, checked against the collection's declared fields. */
export type Condition =
  | {
      readonly is: 'in';
      readonly field: string;
      readonly values: readonly (string | number | boolean)[];
      readonly orNull: boolean;
    }
  | {
      readonly is: 'range';
      readonly field: string;
      readonly from?: string | number | undefined;
      readonly to?: string | number | undefined;
    }
  | { readonly is: 'terms'; readonly field: string; readonly terms: readonly string[]; readonly every: boolean };

const NAME = /^[a-z0-9][a-z0-9.~_-]{0,99}$/;
const FIELD = /^[A-Za-z][A-Za-z0-9_]{0,59}$/;

const JAVASCRIPT: Readonly<Record<Exclude<FieldType, 'terms'>, string>> = {
  text: 'string',
  number: 'number',
  day: 'string',
  instant: 'string',
  flag: 'boolean',
};

const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\u0000');

const fits = (type: FieldType, value: unknown): value is string | number | boolean =>
  type !== 'terms' &&
  typeof value === JAVASCRIPT[type] &&
  (typeof value !== 'string' || isText(value)) &&
  (typeof value !== 'number' || Number.isFinite(value));

/** Throws, with what to do, where a collection's name or fields cannot be kept by every store. */
export const checkSpec = ({ name, index }: CollectionSpec): void => {
  if (!NAME.test(name)) throw new Error(`Collection ${name}: a name is a-z, 0-9, dot, hyphen, at most 100 characters.`);
  const odd = Object.keys(index).find((field) => !FIELD.test(field));
  if (odd !== undefined) throw new Error(`Collection ${name}: ${odd} cannot be the name of an index field.`);
};

/** Two specs of one name declare the same fields. */
export const sameIndex = (one: CollectionSpec, other: CollectionSpec): boolean => {
  const text = ({ index }: CollectionSpec) =>
    JSON.stringify(Object.entries(index).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
};

/** What `declare` says when a name comes back with other fields. */
export const changedIndex = (name: string): Error =>
  new Error(`Collection ${name} is declared with other index fields: give the changed one a new version in its name.`);

/** What every call says of a collection nobody declared. */
export const undeclared = (name: string): Error =>
  new Error(`Collection ${name} is not declared: pass it to declare() first.`);

/** The type of a declared field, or an error that names the collection and the fields there are. */
export const typeOf = ({ name, index }: CollectionSpec, field: string): FieldType => {
  const type = Object.hasOwn(index, field) ? index[field] : undefined;
  if (type) return type;
  const known = Object.keys(index).join(', ') || 'none';
  throw new Error(
    `Collection ${name} declares no field ${field} (declared: ${known}): add it to the index, in a new version.`,
  );
};

/** The declared field's value in the document, null where absent; throws where it is of another type (never showing the value). */
export const indexedValue = (spec: CollectionSpec, field: string, doc: JsonObject): Indexed => {
  const type = typeOf(spec, field);
  const value = doc[field];
  if (value === null || value === undefined) return type === 'terms' ? [] : null;
  if (type === 'terms' && Array.isArray(value) && value.every(isText)) return [...new Set(value as string[])];
  if (fits(type, value)) return value;
  throw new Error(`Collection ${spec.name}: the field ${field} of a document is no ${type}.`);
};

const checked = (spec: CollectionSpec, field: string, value: unknown): string | number | boolean => {
  const type = typeOf(spec, field);
  if (fits(type, value)) return value;
  throw new Error(
    `Collection ${spec.name}: the field ${field} is a ${type}: a query cannot compare it with a ${typeof value}.`,
  );
};

const inCondition = (spec: CollectionSpec, field: string, values: readonly FieldValue[]): Condition => ({
  is: 'in',
  field,
  values: values.filter((value) => value !== null).map((value) => checked(spec, field, value)),
  orNull: values.includes(null),
});

const termsCondition = (spec: CollectionSpec, field: string, terms: readonly string[], every: boolean): Condition => {
  if (typeOf(spec, field) !== 'terms') throw new Error(`Collection ${spec.name}: ${field} is no terms field.`);
  if (!Array.isArray(terms) || !terms.every(isText))
    throw new Error(`Collection ${spec.name}: ${field} asks for a term that is no text.`);
  return { is: 'terms', field, terms: [...new Set(terms as string[])], every };
};

const rangeCondition = (spec: CollectionSpec, field: string, range: { from?: unknown; to?: unknown }): Condition => {
  if (typeOf(spec, field) === 'flag') throw new Error(`Collection ${spec.name}: ${field} is a flag and has no range.`);
  const bound = (value: unknown) =>
    value === undefined ? undefined : (checked(spec, field, value) as string | number);
  return { is: 'range', field, from: bound(range.from), to: bound(range.to) };
};

const objectCondition = (spec: CollectionSpec, field: string, wanted: object): Condition => {
  if ('any' in wanted) return termsCondition(spec, field, wanted.any as string[], false);
  if ('all' in wanted) return termsCondition(spec, field, wanted.all as string[], true);
  if (typeOf(spec, field) === 'terms')
    throw new Error(`Collection ${spec.name}: ${field} is a terms field: ask any or all of it.`);
  if ('in' in wanted) return inCondition(spec, field, wanted.in as FieldValue[]);
  if ('from' in wanted || 'to' in wanted) return rangeCondition(spec, field, wanted);
  throw new Error(`Collection ${spec.name}: the condition on ${field} is none of in, from, to, any, all.`);
};

/** The conditions of a query, each checked against the declared fields; throws a clear error otherwise. */
export const conditionsOf = (spec: CollectionSpec, where: Where = {}): readonly Condition[] =>
  Object.entries(where).map(([field, wanted]) => {
    if (wanted === undefined) throw new Error(`Collection ${spec.name}: the condition on ${field} is undefined.`);
    if (wanted !== null && typeof wanted === 'object') return objectCondition(spec, field, wanted);
    if (typeOf(spec, field) === 'terms')
      throw new Error(`Collection ${spec.name}: ${field} is a terms field: ask any or all of it.`);
    return inCondition(spec, field, [wanted]);
  });

/** The one-valued fields a count is grouped by, checked. */
export const groupFields = (spec: CollectionSpec, by: readonly string[] = []): readonly string[] =>
  by.map((field) => {
    if (typeOf(spec, field) === 'terms')
      throw new Error(`Collection ${spec.name}: ${field} has many values: count by another.`);
    return field;
  });

/** Where a page begins: the sort field's value (null without one) and the key of the document before it. */
export interface Cursor {
  readonly value: string | number | boolean | null;
  readonly key: string;
}

const sortOf = ({ sort }: ListQuery) => [sort?.field ?? '', sort?.descending ?? false] as const;

/** The opaque text of a cursor; it holds the sort, so that another list's cursor is told apart. */
export const encodeCursor = (query: ListQuery, { value, key }: Cursor): string =>
  Buffer.from(JSON.stringify([...sortOf(query), value, key])).toString('base64url');

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};

const checkPage = (spec: CollectionSpec, { sort, first }: ListQuery): void => {
  if (sort && typeOf(spec, sort.field) === 'terms')
    throw new Error(`Collection ${spec.name}: ${sort.field} has many values: sort by another.`);
  if (!Number.isInteger(first) || first < 0)
    throw new Error(`Collection ${spec.name}: "first" is to be a whole number from 0.`);
};

/** A cursor comes back from outside: only a value that the sort field can have is taken. */
const isValueOf = (spec: CollectionSpec, sort: ListQuery['sort'], value: unknown): boolean =>
  value === null || (sort !== undefined && fits(typeOf(spec, sort.field), value));

/** The cursor of `query.after`, null at the beginning; `Refused('InvalidInput')` for a text this list did not give: it is its sender's doing. */
export const cursorOf = (spec: CollectionSpec, query: ListQuery): Cursor | null => {
  checkPage(spec, query);
  if (query.after === undefined) return null;
  const parts = parsed(query.after);
  const [field, descending, value, key] = Array.isArray(parts) ? parts : [];
  const [ours, way] = sortOf(query);
  if (field !== ours || descending !== way || !isText(key) || !isValueOf(spec, query.sort, value))
    throw new Refused('InvalidInput', { field: 'after', problem: '不是本列表的游标 no cursor of this list' });
  return { value: value as Cursor['value'], key };
};
