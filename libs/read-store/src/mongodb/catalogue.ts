import type { CollectionSpec } from '@sunlit/kernel';
import type { mongo } from 'mongoose';
import { changedIndex, sameIndex } from '../query.js';
import { indexesOf, placeOf } from './documents.js';

interface Entry {
  readonly _id: string;
  /** The declared fields as JSON. */
  readonly index: string;
}

/** No collection of a projection begins with a low line. */
const entries = (database: mongo.Db) => database.collection<Entry>('_sunlit.collections');

const ALREADY = [48, 11000];
const unlessThere = (error: { code?: unknown }): void => {
  if (!ALREADY.includes(Number(error.code))) throw error;
};

/** What is declared of these names. */
export const declaredIn = async (
  database: mongo.Db,
  names: readonly string[],
): Promise<ReadonlyMap<string, CollectionSpec>> => {
  const found = await entries(database)
    .find({ _id: { $in: [...names] } })
    .toArray();
  return new Map(
    found.map(({ _id, index }) => [_id, { name: _id, index: JSON.parse(index) as CollectionSpec['index'] }]),
  );
};

/** Throws where one of them is declared with other fields. */
export const checkDeclared = async (database: mongo.Db, specs: readonly CollectionSpec[]): Promise<void> => {
  const present = await declaredIn(
    database,
    specs.map(({ name }) => name),
  );
  for (const spec of specs) {
    const declared = present.get(spec.name);
    if (declared && !sameIndex(declared, spec)) throw changedIndex(spec.name);
  }
};

/** Makes the collection and its indexes, one request each: a server that was handed two it has already fell over. */
export const makeCollection = async (database: mongo.Db, spec: CollectionSpec): Promise<void> => {
  const indexes = indexesOf(spec);
  if (indexes.length === 0) await database.createCollection(placeOf(spec.name)).then(() => undefined, unlessThere);
  for (const index of indexes) await database.collection(placeOf(spec.name)).createIndexes([index]);
};

/** Remembers what a collection declares, once it is made. */
export const record = async (database: mongo.Db, { name, index }: CollectionSpec): Promise<void> => {
  const update = { $set: { index: JSON.stringify(index) } };
  await entries(database)
    .updateOne({ _id: name }, update, { upsert: true })
    .then(() => undefined, unlessThere);
};

/** Forgets a collection. */
export const forget = async (database: mongo.Db, name: string): Promise<void> => {
  await entries(database).deleteOne({ _id: name });
};
