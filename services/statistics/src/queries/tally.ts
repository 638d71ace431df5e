import type { Figure, Filter } from '../figures/figure.js';
import type { Dimension, Dimensions } from '../populations/population.js';
import type { Question } from './question.js';

/** Whether the values are among those the filter takes. */
export const matches = (filter: Filter, values: Dimensions): boolean =>
  (Object.entries(filter) as [Dimension, readonly string[]][]).every(([dimension, taken]) =>
    taken.includes(values[dimension]!),
  );

/** What a figure adds up, by name; `value` is what it is about, `part` a ratio's numerator. */
export const partsOf = (figure: Figure): Readonly<Record<string, (values: Dimensions) => boolean>> => {
  const about = (values: Dimensions) => matches(figure.where, values);
  if (figure.kind !== 'ratio') return { value: about };
  const beside = Object.entries(figure.beside ?? {}).map(
    ([name, filter]) => [name, (values: Dimensions) => matches(filter, values)] as const,
  );
  const part = (values: Dimensions) => about(values) && matches(figure.part, values);
  return { ...Object.fromEntries(beside), value: about, part };
};

/** The sums of one bucket and group. */
export interface Tally {
  readonly sums: Record<string, number>;
  /** Of a distribution: how many by hours. */
  readonly hours: Map<number, number>;
}

const empty = (figure: Figure): Tally => ({
  sums: Object.fromEntries(Object.keys(partsOf(figure)).map((name) => [name, 0])),
  hours: new Map(),
});

/** Adds up cells into tallies by bucket and group. */
export const tallies = ({ figure, where, by }: Question) => {
  const parts = Object.entries(partsOf(figure));
  const found = new Map<string | null, Map<string | null, Tally>>();
  const at = (bucket: string | null, group: string | null): Tally => {
    const groups = found.get(bucket) ?? new Map<string | null, Tally>();
    const tally = groups.get(group) ?? empty(figure);
    groups.set(group, tally);
    found.set(bucket, groups);
    return tally;
  };
  const addHours = ({ hours }: Tally, values: Dimensions, n: number): void => {
    const key = Number(values.hours);
    hours.set(key, (hours.get(key) ?? 0) + n);
  };
  return {
    /** Adds `n` entries of these dimensions. */
    add(bucket: string | null, values: Dimensions, n: number): void {
      if (!matches(where, values)) return;
      const taken = parts.filter(([, takes]) => takes(values));
      if (taken.length === 0) return;
      const tally = at(bucket, by ? values[by]! : null);
      for (const [name] of taken) tally.sums[name]! += n;
      if (figure.kind === 'distribution') addHours(tally, values, n);
    },
    /** Every group that has anything, in order; null alone without grouping. */
    groups: (): readonly (string | null)[] =>
      by ? [...new Set([...found.values()].flatMap((groups) => [...groups.keys()] as string[]))].sort() : [null],
    of: (bucket: string | null, group: string | null): Tally => found.get(bucket)?.get(group) ?? empty(figure),
  };
};

export type Tallies = ReturnType<typeof tallies>;
