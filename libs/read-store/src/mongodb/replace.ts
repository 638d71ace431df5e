import type { CollectionSpec, ReadStore } from '@sunlit/kernel';
import type { mongo } from 'mongoose';
import { undeclared } from '../query.js';
import { declaredIn, forget, record } from './catalogue.js';
import { checkpointOf, checkpointsIn, positionsOf } from './checkpoints.js';
import { placeOf } from './documents.js';

type Pairs = Parameters<ReadStore['replace']>[0];
type Names = Parameters<ReadStore['replace']>[1];

/** A replacing that has begun: what the checkpoint is to be in the end. */
interface Intent {
  readonly _id: string;
  readonly positions: readonly { readonly partition: number; readonly position: number }[];
}

const intents = (database: mongo.Db) => database.collection<Intent>('_sunlit.replacing');
const intentOf = ({ from, to }: Names): string => `${from} > ${to}`;
const NOT_IMPLEMENTED = 238;

const isThere = (database: mongo.Db, place: string): Promise<boolean> =>
  database.listCollections({ name: place }, { nameOnly: true }).hasNext();

/** One step where the server has it; else readers find nothing for a moment. */
const rename = async (database: mongo.Db, from: string, to: string): Promise<void> => {
  try {
    await database.renameCollection(from, to, { dropTarget: true });
  } catch (error) {
    if ((error as { code?: unknown }).code !== NOT_IMPLEMENTED) throw error;
    if (await isThere(database, to)) await database.collection(to).drop();
    await database.renameCollection(from, to);
  }
};

/** Repeated after a stop it finds the collection moved, or the whole done. */
const move = async (database: mongo.Db, { index }: CollectionSpec, { from, to }: Names): Promise<void> => {
  if (await isThere(database, placeOf(from))) await rename(database, placeOf(from), placeOf(to));
  await record(database, { name: to, index });
  await forget(database, from);
};

const begin = async (database: mongo.Db, pairs: Pairs, names: Names): Promise<Intent | null> => {
  const known = await intents(database).findOne({ _id: intentOf(names) });
  if (known) return known;
  const found = await positionsOf(database, names.from);
  if (found.size === 0) return null;
  const sources = pairs.map(({ from }) => from);
  // Without one the checkpoint is a late word of another worker that filled what has been moved already.
  if (sources.length > 0 && (await declaredIn(database, sources)).size === 0) throw undeclared(sources[0]!);
  const intent = {
    _id: intentOf(names),
    positions: [...found].map(([partition, position]) => ({ partition, position })),
  };
  await intents(database).replaceOne({ _id: intent._id }, { positions: intent.positions }, { upsert: true });
  return intent;
};

const takeCheckpoint = async (database: mongo.Db, { positions }: Intent, { to }: Names): Promise<void> => {
  for (const { partition, position } of positions) {
    const { _id, ...rest } = checkpointOf(to, partition, position);
    await checkpointsIn(database).replaceOne({ _id }, rest, { upsert: true });
  }
  const taken = positions.map(({ partition }) => checkpointOf(to, partition, 0)._id);
  await checkpointsIn(database).deleteMany({ name: to, _id: { $nin: taken } });
};

/**
 * Moves collections and checkpoint. What is to be done is written down first, so that wherever it stops a repetition knows how to go on; `wrote` is
 * called between any two steps.
 */
export const replaceAll = async (database: mongo.Db, pairs: Pairs, names: Names, wrote: () => void): Promise<void> => {
  const intent = await begin(database, pairs, names);
  if (!intent) return;
  wrote();
  await checkpointsIn(database).deleteMany({ name: names.from });
  wrote();
  for (const pair of pairs) {
    const source = (await declaredIn(database, [pair.from])).get(pair.from);
    if (source) await move(database, source, pair);
    wrote();
  }
  await takeCheckpoint(database, intent, names);
  wrote();
  await intents(database).deleteOne({ _id: intent._id });
};
