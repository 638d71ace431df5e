import type { DerivedChange, JsonObject } from '@sunlit/kernel';
import {
  COUNTERS,
  asJson,
  cellAt,
  counterAt,
  type Bucketing,
  type CounterDocument,
  type Shard,
} from './collections.js';
import { tupleOf } from './population.js';
import type { Standing } from './standing.js';

interface Delta {
  readonly bucket: string;
  /** By cell. */
  readonly by: Map<string, number>;
}

/** What an event adds to counters, by document. */
export type Deltas = Map<string, Delta>;

/** A level is counted where it begins and again, negatively, where it ends: its value is the sum up to a day. */
const postings = ({ entry }: Standing): readonly (readonly [day: string, sign: number])[] =>
  typeof entry.until === 'string'
    ? [
        [entry.day, 1],
        [entry.until, -1],
      ]
    : [[entry.day, 1]];

const deltaAt = (deltas: Deltas, at: string, bucket: string): Delta => {
  const found = deltas.get(at);
  if (found) return found;
  const made: Delta = { bucket, by: new Map() };
  deltas.set(at, made);
  return made;
};

interface Posting {
  readonly bucketing: Bucketing;
  readonly bucket: string;
  readonly n: number;
}

const post = (deltas: Deltas, { population }: Standing, cells: readonly string[], posting: Posting): void => {
  const { bucketing, bucket, n } = posting;
  let [at, delta] = ['', undefined as Delta | undefined];
  cells.forEach((cell, cube) => {
    const next = cube === 0 || population.apart ? counterAt(population, cube, bucketing, bucket) : at;
    if (next !== at || !delta) [at, delta] = [next, deltaAt(deltas, next, bucket)];
    delta.by.set(cell, (delta.by.get(cell) ?? 0) + n);
  });
};

/** Counts an entry into (`sign` 1) or out of (-1) every cube of its population, by day and by month. */
export const count = (deltas: Deltas, standing: Standing, sign: 1 | -1): void => {
  const { population, entry } = standing;
  const cells = population.cubes.map((cube, index) => cellAt(index, tupleOf(cube, entry.dimensions)));
  for (const [day, posted] of postings(standing)) {
    const n = posted * sign;
    post(deltas, standing, cells, { bucketing: 'day', bucket: day, n });
    post(deltas, standing, cells, { bucketing: 'month', bucket: day.slice(0, 7), n });
  }
};

const SHARDS = 16;
const NO_CELLS: readonly Shard[] = Array.from({ length: SHARDS }, () => []);

/** Which of a document's shards a cell lies in. */
const shardOf = (cell: string): number => {
  let hash = 7;
  for (let at = 0; at < cell.length; at++) hash = (Math.imul(hash, 31) + cell.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 15)) & (SHARDS - 1);
};

/** Where the cell is in the shard, or would be. */
const placeOf = (shard: Shard, cell: string): number => {
  let [low, high] = [0, shard.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shard[middle * 2] as string) < cell) low = middle + 1;
    else high = middle;
  }
  return low * 2;
};

const shardAfter = (shard: Shard, cell: string, by: number): Shard => {
  const next = shard.slice();
  const at = placeOf(shard, cell);
  if (next[at] !== cell) next.splice(at, 0, cell, by);
  // Empty cells go, so that a change and its reversal leave the document as it was.
  else if (next[at + 1] === -by) next.splice(at, 2);
  else next[at + 1] = (next[at + 1] as number) + by;
  return next;
};

const changed =
  (at: string, { bucket, by }: Delta) =>
  (present: JsonObject | null): JsonObject => {
    const cells = ((present as unknown as CounterDocument | null)?.cells ?? NO_CELLS).slice();
    for (const [cell, n] of by) {
      if (n === 0) continue;
      const shard = shardOf(cell);
      cells[shard] = shardAfter(cells[shard]!, cell, n);
    }
    return asJson({ at, bucket, cells });
  };

const isNothing = ({ by }: Delta): boolean => {
  for (const n of by.values()) if (n !== 0) return false;
  return true;
};

/** The deltas as changes of the partition's counters; what cancels out changes nothing. */
export const counterChanges = (deltas: Deltas, partition: number): readonly DerivedChange[] => {
  const changes: DerivedChange[] = [];
  for (const [at, delta] of deltas)
    if (!isNothing(delta))
      changes.push({ collection: COUNTERS, key: `${partition}|${at}`, change: changed(at, delta) });
  return changes;
};
