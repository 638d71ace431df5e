import type { FigureValue } from '@sunlit/contracts';
import type { Figure, Ratio } from '../figures/figure.js';
import { wilson } from '../figures/interval.js';
import type { Tally } from './tally.js';

/** As of when, and how many streams are set aside. */
export interface Standing {
  readonly asOf: string;
  readonly incomplete: number;
}

/** The least number of hours within which at least this share (in hundredths) was done: nearest rank, of exact counts. */
export const percentile = (hours: ReadonlyMap<number, number>, hundredths: number): number | null => {
  const total = [...hours.values()].reduce((sum, n) => sum + n, 0);
  let seen = 0;
  for (const [hour, n] of [...hours].sort(([a], [b]) => a - b)) {
    seen += n;
    if (n > 0 && seen * 100 >= total * hundredths) return hour;
  }
  return null;
};

const ratioOf = (
  figure: Ratio,
  { value: denominator, part: numerator, ...beside }: Readonly<Record<string, number>>,
) => {
  const interval = figure.beside && figure.interval !== false && wilson(numerator!, denominator!);
  return {
    value: denominator === 0 ? null : numerator! / denominator!,
    numerator: numerator!,
    denominator: denominator!,
    ...(interval && { interval }),
    ...(figure.beside && { beside }),
  };
};

const distributionOf = (hours: ReadonlyMap<number, number>) => {
  const matters = [...hours.values()].reduce((sum, n) => sum + n, 0);
  const [median, p90] = [percentile(hours, 50), percentile(hours, 90)];
  return { value: median, beside: { matters, ...(median !== null && { median }), ...(p90 !== null && { p90 }) } };
};

const contentOf = (figure: Figure, { sums, hours }: Tally) => {
  if (figure.kind === 'ratio') return ratioOf(figure, sums);
  return figure.kind === 'distribution' ? distributionOf(hours) : { value: sums['value']! };
};

/** What a figure shows of its sums. */
export const figureValue = (figure: Figure, tally: Tally, standing: Standing): FigureValue => ({
  name: figure.name,
  ...contentOf(figure, tally),
  ...standing,
});

/** The sums of one tally added to another's: how a level goes on from bucket to bucket. */
export const plus = (one: Tally, other: Tally): Tally => ({
  sums: Object.fromEntries(Object.entries(one.sums).map(([name, n]) => [name, n + (other.sums[name] ?? 0)])),
  hours: other.hours,
});
