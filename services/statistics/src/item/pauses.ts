import type { Item, Round } from './item.js';

/** The office's days at whose end a clock stood still: from the first up to the day before `until`; null: it still does. */
export interface Pause {
  readonly from: string;
  readonly until: string | null;
}

/** More than any real case has; the newest are kept. */
const CAP = 60;

const inLast = (item: Item, change: (round: Round) => Round): Item => {
  const last = item.rounds.at(-1);
  return last ? { ...item, rounds: [...item.rounds.slice(0, -1), change(last)] } : item;
};

/** The item whose clock stands still from the day on. */
export const paused = (item: Item, from: string): Item =>
  inLast(item, (round) => ({ ...round, pauses: [...(round.pauses ?? []), { from, until: null }].slice(-CAP) }));

/** The item whose clock runs again from the day on. */
export const resumed = (item: Item, until: string): Item =>
  inLast(item, ({ pauses = [], ...round }) => ({
    ...round,
    pauses: pauses.map((pause) => (pause.until === null ? { ...pause, until } : pause)),
  }));

/** Whether the round's clock stood still at the end of the day. */
export const stoodStill = ({ pauses = [] }: Round, day: string): boolean =>
  pauses.some(({ from, until }) => from <= day && (until === null || until > day));

/** Days from the first up to the day before `until`; null: no end. */
export interface Days {
  readonly from: string;
  readonly until: string | null;
}

const isEmpty = ({ from, until }: Days): boolean => until !== null && until <= from;

/** What is left of the days without a pause: what lies before it, and what lies after it. */
const without = (days: Days, pause: Pause): readonly Days[] => {
  const apart = (pause.until !== null && pause.until <= days.from) || (days.until !== null && pause.from >= days.until);
  if (apart || isEmpty(pause)) return [days];
  const before = { from: days.from, until: pause.from };
  const after = pause.until === null ? [] : [{ from: pause.until, until: days.until }];
  return [before, ...after].filter((rest) => !isEmpty(rest));
};

/** What is left of a span of days without those at whose end the clock stood still, in order. */
export const withoutPauses = (span: Days, pauses: readonly Pause[] = []): readonly Days[] =>
  pauses.reduce<readonly Days[]>((left, pause) => left.flatMap((days) => without(days, pause)), [span]);
