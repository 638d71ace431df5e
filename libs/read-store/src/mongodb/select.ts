import type { CollectionSpec, ListQuery } from '@sunlit/kernel';
import type { mongo } from 'mongoose';
import { conditionsOf, type Condition, type Cursor } from '../query.js';
import { column, stored, type Row } from './documents.js';
import { storedText } from './text.js';

/** A condition in MongoDB's words. */
export type Filter = Readonly<Record<string, unknown>>;

/** One find: the list is the rows of its finds one after another. */
export interface Find {
  readonly filter: mongo.Filter<Row>;
  readonly sort: Readonly<Record<string, 1 | -1>>;
}

const inFilter = ({ field, values, orNull }: Extract<Condition, { is: 'in' }>): Filter => {
  const wanted = [...values.map(stored), ...(orNull ? [null] : [])];
  return { [column(field)]: wanted.length === 1 ? wanted[0] : { $in: wanted } };
};

const rangeFilter = ({ field, from, to }: Extract<Condition, { is: 'range' }>): Filter => ({
  [column(field)]: {
    ...(from === undefined && to === undefined && { $ne: null }),
    ...(from !== undefined && { $gte: stored(from) }),
    ...(to !== undefined && { $lte: stored(to) }),
  },
});

const termsFilter = ({ field, terms, every }: Extract<Condition, { is: 'terms' }>): Filter => {
  if (every && terms.length === 0) return {};
  return { [column(field)]: { [every ? '$all' : '$in']: terms.map(storedText) } };
};

const filterOf = (condition: Condition): Filter => {
  if (condition.is === 'in') return inFilter(condition);
  return condition.is === 'range' ? rangeFilter(condition) : termsFilter(condition);
};

/** The live documents that meet a query's conditions, and these more. */
export const whereFilter = (spec: CollectionSpec, where: ListQuery['where'], more: readonly Filter[] = []) => {
  const parts = [...conditionsOf(spec, where).map(filterOf), ...more].filter((part) => Object.keys(part).length > 0);
  return { live: true, ...(parts.length > 0 && { $and: parts }) } as mongo.Filter<Row>;
};

const ways = (query: ListQuery) =>
  query.sort?.descending
    ? ({ way: -1, beyond: '$lt', from: '$lte' } as const)
    : ({ way: 1, beyond: '$gt', from: '$gte' } as const);

/** The documents with a value of the sort field: where in the index to begin, then what lay before the cursor there. */
const valuesAfter = (query: ListQuery, field: string, cursor: Cursor | null): readonly Filter[] => {
  if (!cursor) return [{ [field]: { $ne: null } }];
  const { beyond, from } = ways(query);
  const value = stored(cursor.value);
  const either = [{ [field]: { [beyond]: value } }, { _id: { [beyond]: storedText(cursor.key) } }];
  return [{ [field]: { [from]: value } }, { $or: either }];
};

const sortedFinds = (spec: CollectionSpec, query: ListQuery, field: string, cursor: Cursor | null): readonly Find[] => {
  const { way, beyond } = ways(query);
  const inNulls = cursor !== null && cursor.value === null;
  const after = inNulls ? [{ _id: { [beyond]: storedText(cursor.key) } }] : [];
  const nulls: Find = { filter: whereFilter(spec, query.where, [{ [field]: null }, ...after]), sort: { _id: way } };
  if (inNulls) return [nulls];
  const more = valuesAfter(query, field, cursor);
  return [{ filter: whereFilter(spec, query.where, more), sort: { [field]: way, _id: way } }, nulls];
};

/** The finds of a list, after the cursor: documents with a value of the sort field, then those without. */
export const listFinds = (spec: CollectionSpec, query: ListQuery, cursor: Cursor | null): readonly Find[] => {
  if (query.sort) return sortedFinds(spec, query, column(query.sort.field), cursor);
  const after = cursor ? [{ _id: { $gt: storedText(cursor.key) } }] : [];
  return [{ filter: whereFilter(spec, query.where, after), sort: { _id: 1 } }];
};
