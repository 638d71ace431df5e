import { Unavailable } from '@sunlit/kernel';
import { onlyDuplicates } from '@sunlit/mongodb';
import type { mongo } from 'mongoose';

/** Anything that is replaced only by what has a higher version. */
export interface Versioned {
  readonly _id: string;
  readonly version: number;
}

/** How often in a row others may be first with all that is left. */
const PATIENCE = 10;

/** One write a key: the first of the highest version, as if they had been written one after another. */
const newest = <R extends Versioned>(rows: readonly R[]): readonly R[] => {
  const found = new Map<string, R>();
  for (const row of rows) if (row.version > (found.get(row._id)?.version ?? -Infinity)) found.set(row._id, row);
  return [...found.values()];
};

/**
 * True when all is written; false when some key was there already, and then others may not have been tried. Each is an update of many that finds one:
 * a server may keep what it opened for an update of one until the request ends, and run out.
 */
const upserted = async (collection: mongo.Collection<Versioned>, rows: readonly Versioned[]): Promise<boolean> => {
  const operations = rows.map(({ _id, ...columns }) => ({
    updateMany: { filter: { _id, version: { $lt: columns.version } }, update: { $set: columns }, upsert: true },
  }));
  try {
    await collection.bulkWrite(operations, { ordered: false });
    return true;
  } catch (error) {
    if (onlyDuplicates(error)) return false;
    throw error;
  }
};

/** Those newer than what stands there. */
const stillNewer = async (collection: mongo.Collection<Versioned>, rows: readonly Versioned[]) => {
  const ids = rows.map(({ _id }) => _id);
  const found = collection.find({ _id: { $in: ids } }, { projection: { version: 1 }, batchSize: ids.length + 1 });
  const standing = new Map((await found.toArray()).map(({ _id, version }) => [_id, version]));
  return rows.filter(({ _id, version }) => version > (standing.get(_id) ?? -Infinity));
};

/**
 * Writes what is newer than what stands there, in one request where nothing stale is among it. An upsert that finds its key taken met something newer, or lost
 * a race against something older: so what is still newer is written again.
 */
export const writeNewer = async (
  collection: mongo.Collection<Versioned>,
  rows: readonly Versioned[],
): Promise<void> => {
  let waiting = newest(rows);
  for (let lost = 0; waiting.length > 0;) {
    if (await upserted(collection, waiting)) return;
    const left = await stillNewer(collection, waiting);
    lost = left.length < waiting.length ? 0 : lost + 1;
    if (lost === PATIENCE)
      throw new Unavailable(`${collection.collectionName}: others write the same documents at this moment: try again.`);
    waiting = left;
  }
};
