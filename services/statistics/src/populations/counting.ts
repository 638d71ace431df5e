import type { DerivedChange, JsonObject } from '@sunlit/kernel';
import { COUNTERS, asJson, counterAt, type Bucketing, type Cells, type CounterDocument } from './collections.js';
import { tupleOf, type Dimension } from './population.js';
import type { Standing } from './standing.js';

interface Delta {
  readonly at: string;
  readonly bucket: string;
  readonly cells: Map<string, Map<string, number>>;
}

/** What an event adds to counters: by document, then by cell. */
export type Deltas = Map<string, Delta>;

/** A level is counted where it begins and again, negatively, where it ends: its value is the sum up to a day. */
const postings = ({ entry }: Standing): readonly (readonly [day: string, sign: number])[] =>
  typeof entry.until === 'string'
    ? [
        [entry.day, 1],
        [entry.until, -1],
      ]
    : [[entry.day, 1]];

const cellOf = (cube: readonly Dimension[], { entry }: Standing): readonly [string, string] => {
  const [first, ...rest] = cube;
  return [tupleOf([first!], entry.dimensions), tupleOf(rest, entry.dimensions)];
};

const deltaAt = (deltas: Deltas, at: string, bucket: string): Delta => {
  const delta = deltas.get(at) ?? { at, bucket, cells: new Map() };
  deltas.set(at, delta);
  return delta;
};

const add = ({ cells }: Delta, [first, rest]: readonly [string, string], by: number): void => {
  const row = cells.get(first) ?? new Map<string, number>();
  row.set(rest, (row.get(rest) ?? 0) + by);
  cells.set(first, row);
};

/** Counts an entry into (`sign` 1) or out of (-1) every cube of its population, by day and by month. */
export const count = (deltas: Deltas, standing: Standing, sign: 1 | -1): void => {
  const { population } = standing;
  population.cubes.forEach((cube, index) => {
    const cell = cellOf(cube, standing);
    const post = (bucketing: Bucketing, bucket: string, by: number) =>
      add(deltaAt(deltas, counterAt(population.name, index, bucketing, bucket), bucket), cell, by);
    for (const [day, posted] of postings(standing)) {
      post('day', day, posted * sign);
      post('month', day.slice(0, 7), posted * sign);
    }
  });
};

const rowAfter = (row: Readonly<Record<string, number>> | undefined, changes: ReadonlyMap<string, number>) => {
  const next: Record<string, number> = { ...row };
  for (const [rest, by] of changes) {
    const value = (Object.hasOwn(next, rest) ? next[rest]! : 0) + by;
    if (value === 0) delete next[rest];
    else next[rest] = value;
  }
  return next;
};

const cellsAfter = (cells: Cells, { cells: changes }: Delta): Cells => {
  const next: Record<string, Readonly<Record<string, number>>> = { ...cells };
  for (const [first, row] of changes) {
    const after = rowAfter(Object.hasOwn(cells, first) ? cells[first] : undefined, row);
    // Empty cells go, so that a change and its reversal leave the document as it was.
    if (Object.keys(after).length === 0) delete next[first];
    else next[first] = after;
  }
  return next;
};

const isNothing = ({ cells }: Delta): boolean =>
  [...cells.values()].every((row) => [...row.values()].every((by) => by === 0));

const changed =
  (delta: Delta) =>
  (present: JsonObject | null): JsonObject => {
    const cells = (present as unknown as CounterDocument | null)?.cells ?? {};
    return asJson({ at: delta.at, bucket: delta.bucket, cells: cellsAfter(cells, delta) });
  };

/** The deltas as changes of the partition's counters; what cancels out changes nothing. */
export const counterChanges = (deltas: Deltas, partition: number): readonly DerivedChange[] =>
  [...deltas]
    .filter(([, delta]) => !isNothing(delta))
    .map(([key, delta]) => ({ collection: COUNTERS, key: `${partition}|${key}`, change: changed(delta) }));
