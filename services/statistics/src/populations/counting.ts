import type { DerivedChange, JsonObject } from '@sunlit/kernel';
import {
  COUNTERS,
  asJson,
  cellAt,
  counterAt,
  type Bucketing,
  type Cells,
  type CounterDocument,
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

const post = (
  deltas: Deltas,
  { population, entry }: Standing,
  bucketing: Bucketing,
  [bucket, n]: readonly [string, number],
): void => {
  const documentOf = (cube: number) => deltaAt(deltas, counterAt(population, cube, bucketing, bucket), bucket);
  const shared = population.apart ? null : documentOf(0);
  population.cubes.forEach((cube, index) => {
    const { by } = shared ?? documentOf(index);
    const cell = cellAt(index, tupleOf(cube, entry.dimensions));
    by.set(cell, (by.get(cell) ?? 0) + n);
  });
};

/** Counts an entry into (`sign` 1) or out of (-1) every cube of its population, by day and by month. */
export const count = (deltas: Deltas, standing: Standing, sign: 1 | -1): void => {
  for (const [day, posted] of postings(standing)) {
    post(deltas, standing, 'day', [day, posted * sign]);
    post(deltas, standing, 'month', [day.slice(0, 7), posted * sign]);
  }
};

const SHARDS = 32;

/** Which of a document's shards a cell lies in: so that a change copies a small part of a large document. */
const shardOf = (cell: string): number => {
  let hash = 7;
  for (let at = 0; at < cell.length; at++) hash = (hash * 31 + cell.charCodeAt(at)) % 65_521;
  return hash % SHARDS;
};

type Shard = Readonly<Record<string, number>>;

const shardAfter = (shard: Shard | undefined, cell: string, by: number): Shard | null => {
  const before = shard && Object.hasOwn(shard, cell) ? shard[cell]! : 0;
  if (before + by !== 0) return { ...shard, [cell]: before + by };
  // Empty cells go, so that a change and its reversal leave the document as it was.
  const { [cell]: _, ...rest } = shard ?? {};
  return Object.keys(rest).length === 0 ? null : rest;
};

const cellsAfter = (cells: Cells, { by }: Delta): Cells => {
  const next: Record<string, Shard> = { ...cells };
  for (const [cell, n] of by) {
    const shard = shardOf(cell);
    const after = n === 0 ? (next[shard] ?? null) : shardAfter(next[shard], cell, n);
    if (after) next[shard] = after;
    else delete next[shard];
  }
  return next;
};

const isNothing = ({ by }: Delta): boolean => [...by.values()].every((n) => n === 0);

const changed =
  (at: string, delta: Delta) =>
  (present: JsonObject | null): JsonObject => {
    const cells = (present as unknown as CounterDocument | null)?.cells ?? {};
    return asJson({ at, bucket: delta.bucket, cells: cellsAfter(cells, delta) });
  };

/** The deltas as changes of the partition's counters; what cancels out changes nothing. */
export const counterChanges = (deltas: Deltas, partition: number): readonly DerivedChange[] =>
  [...deltas]
    .filter(([, delta]) => !isNothing(delta))
    .map(([at, delta]) => ({ collection: COUNTERS, key: `${partition}|${at}`, change: changed(at, delta) }));
