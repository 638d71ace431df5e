import type { Json, JsonObject } from '@sunlit/kernel';
import type { Counted, FigureRule } from './figure-rules.js';
import type { CaseFile } from './case-file.js';
import type { Matter } from './matter.js';

/** Something counted, and whose it is. */
export interface Found extends Counted {
  readonly matter: Pick<Matter, 'stream'>;
}

/** What a log has to count: its matters, and every stream as far as it was seen. */
export interface ToCount {
  readonly matters: readonly Matter[];
  readonly files: readonly Pick<CaseFile, 'stream' | 'steps'>[];
}

/** Everything a figure counts. */
export const foundOf = ({ counts, contacts }: FigureRule, { matters, files }: ToCount): readonly Found[] =>
  contacts
    ? files.flatMap((file) => contacts(file).map((counted) => ({ ...counted, matter: { stream: file.stream } })))
    : matters.flatMap((matter) => counts(matter).map((counted) => ({ ...counted, matter })));

/** What of it belongs to a year `2021`, a month `2021-04` or a day; of a level what stands at its end. */
export const byPeriod = (found: readonly Found[], level: boolean): ((period: string) => readonly Found[]) => {
  // No day of a month is after its 31st as a text.
  const endOf = (period: string): string => `${period}${'-12-31'.slice(period.length - 4)}`;
  if (level) return (period) => found.filter(({ day, until }) => day <= endOf(period) && until! > endOf(period));
  const periods = new Map<string, Found[]>();
  const add = (period: string, one: Found): void => {
    const list = periods.get(period);
    if (list) list.push(one);
    else periods.set(period, [one]);
  };
  for (const one of found) for (const length of [4, 7, 10]) add(one.day.slice(0, length), one);
  return (period) => periods.get(period) ?? [];
};

const sum = (found: readonly Found[], name: string): number => found.filter((one) => one.in.includes(name)).length;

/** The value at this place of the hours in order, counted from their share in hundredths (nearest rank). */
const ranked = (hours: readonly number[], hundredths: number): number | undefined =>
  hours[Math.ceil((hours.length * hundredths) / 100) - 1];

const spread = (found: readonly Found[]): JsonObject => {
  const hours = found.map((one) => one.hours!).sort((a, b) => a - b);
  const [median, p90] = [ranked(hours, 50), ranked(hours, 90)];
  return { value: median ?? null, 'beside.matters': hours.length, 'beside.median': median, 'beside.p90': p90 };
};

const proportion = ({ beside }: FigureRule, found: readonly Found[]): JsonObject => {
  const [numerator, denominator] = [sum(found, 'part'), sum(found, 'value')];
  const shown = Object.fromEntries(beside.map((name) => [`beside.${name}`, sum(found, name)]));
  return { value: denominator ? numerator / denominator : null, numerator, denominator, ...shown };
};

/** What the figure has to show for what was found in a period, by the path in its answer. */
export const shownOf = (rule: FigureRule, found: readonly Found[]): Readonly<Record<string, Json | undefined>> => {
  if (rule.shows === 'distribution') return spread(found);
  return rule.shows === 'ratio' ? proportion(rule, found) : { value: sum(found, 'value') };
};
