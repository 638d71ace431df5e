import { addDays } from '@sunlit/calendar';
import { leadNow, leadOn, type Item, type Round } from '../item/item.js';
import type { Dimensions, Entry, Population } from './population.js';

const NONE = 'none';

/** Declined, voided and handed-over ones leave every figure; the last counts under what it became. */
const counts = (item: Item): boolean => item.accepted !== null && !item.declined && !item.voided && !item.handedOver;

const details = (item: Item) => ({
  medium: item.medium,
  source: item.source,
  class: item.class,
  kind: item.kind,
  category: item.category,
  unit: leadNow(item) ?? NONE,
});

const isAnswered = ({ closed }: Round): boolean => closed !== undefined && closed.how !== 'withdrawn';

const resultOf = ({ rounds, history }: Item): string => {
  const closed = rounds.at(-1)?.closed;
  if (closed && rounds.length === 1) return closed.how;
  if (closed) return closed.how === 'withdrawn' ? 'withdrawn' : 'answered';
  if (rounds.some(isAnswered)) return 'reopened';
  return history ? 'unrecorded' : 'open';
};

/** Every matter once, on the day the person first came; a handed-over one under what it became. */
export const matters: Population = {
  name: 'matters.v1',
  apart: true,
  of: (item) =>
    counts(item)
      ? [
          {
            part: '',
            day: item.cameOn,
            event: item.accepted!.event,
            dimensions: { ...details(item), result: resultOf(item) },
          },
        ]
      : [],
  cubes: [
    ['medium', 'source', 'class', 'kind', 'result'],
    ['medium', 'class', 'kind', 'result', 'unit'],
    ['medium', 'class', 'kind', 'result', 'category'],
  ],
};

const onTime = ({ due, closed }: Round): string => {
  if (!closed) return 'undelivered';
  return closed.day <= due!.day ? 'on-time' : 'late';
};

const isDue = (item: Item, { due, closed }: Round): boolean =>
  due !== undefined && (closed ? closed.how !== 'withdrawn' : !item.history);

const dueEntry = (item: Item, round: Round, index: number): Entry => ({
  part: String(index),
  day: round.due!.day,
  event: round.due!.event,
  dimensions: {
    ...details(item),
    unit: leadOn(item, round.due!.day) ?? NONE,
    result: onTime(round),
    stated: round.closed?.stated ? 'yes' : 'no',
  },
});

/** Every round of a matter on its due day; one handled again is due again. Withdrawn ones and history without outcome are not in it. */
export const due: Population = {
  name: 'due.v1',
  of: (item) =>
    counts(item)
      ? item.rounds.flatMap((round, index) => (isDue(item, round) ? [dueEntry(item, round, index)] : []))
      : [],
  cubes: [
    ['result', 'stated', 'unit'],
    ['result', 'stated', 'class', 'kind'],
    ['result', 'stated', 'medium', 'source'],
    ['result', 'stated', 'category'],
  ],
};

/** Every answered matter once, on the day the person first came, under the whole working hours to its first answer. */
export const handling: Population = {
  name: 'handling.v1',
  of: (item) =>
    counts(item) && item.handled
      ? [
          {
            part: '',
            day: item.cameOn,
            event: item.handled.event,
            dimensions: { ...details(item), hours: String(item.handled.hours) },
          },
        ]
      : [],
  cubes: [
    ['hours', 'unit'],
    ['hours', 'class', 'kind'],
    ['hours', 'medium', 'source'],
    ['hours', 'category'],
  ],
};

type Span = { readonly event: string; readonly from: string; readonly until: string | null };

const spans = (item: Item, of: (round: Round) => Span | null): readonly Entry[] => {
  // History is never timed, and one without outcome is not known to be open.
  if (!counts(item) || item.history) return [];
  return item.rounds.flatMap((round, index) => {
    const span = of(round);
    if (!span || (span.until !== null && span.until <= span.from)) return [];
    return [{ part: String(index), day: span.from, until: span.until, event: span.event, dimensions: details(item) }];
  });
};

const levelCubes = [['unit'], ['class', 'kind'], ['category'], ['medium', 'source']] as const;

/** Matters being handled: from the day of acceptance (or reopening) up to the day before the answer. */
export const open: Population = {
  name: 'open.v1',
  lasting: true,
  of: (item) =>
    spans(item, ({ opened, closed }) => ({ event: opened.event, from: opened.day, until: closed?.day ?? null })),
  cubes: levelCubes,
};

const later = (a: string, b: string): string => (a > b ? a : b);

/** Open matters past their due date: from the day after it, so that no clock is read and any day can be asked; never before they are open. */
export const overdue: Population = {
  name: 'overdue.v1',
  lasting: true,
  of: (item) =>
    spans(item, ({ opened, due: date, closed }) =>
      date ? { event: date.event, from: later(addDays(date.day, 1), opened.day), until: closed?.day ?? null } : null,
    ),
  cubes: levelCubes,
};

const followUpOf = (item: Item, round: Round): Omit<Entry, 'part'> | null => {
  const entry = (mark: { event: string; day: string }, result: string) => ({
    event: mark.event,
    day: mark.day,
    dimensions: { ...details(item), result } satisfies Dimensions,
  });
  if (round.rated) return entry(round.rated, `level-${round.rated.level}`);
  if (round.reached) return entry(round.reached, 'unrated');
  if (round.attempted) return entry(round.attempted, 'not-reached');
  if (!isAnswered(round) || item.history) return null;
  return entry(round.closed!, item.contactable ? 'waiting' : 'not-contactable');
};

const followUp = (name: string, roundOf: (rounds: readonly Round[]) => Round | undefined): Population => ({
  name,
  of: (item) => {
    const round = counts(item) && item.class === 'grievance' ? roundOf(item.rounds) : undefined;
    const entry = round && followUpOf(item, round);
    return entry ? [{ part: '', ...entry }] : [];
  },
  cubes: [
    ['result', 'unit'],
    ['result', 'class', 'kind'],
    ['result', 'category'],
    ['result', 'medium', 'source'],
  ],
});

/**
 * Every answered complaint once, on the day of what its follow-up came to so far: of the last round that was rated
 * (so a bad rating stays until a later one replaces it), else of the last that was answered.
 */
export const followUps = followUp(
  'follow-ups.v1',
  (rounds) => rounds.findLast(({ rated }) => rated) ?? rounds.findLast((round) => isAnswered(round) || round.attempted),
);

/** The same of the first round alone. */
export const firstRounds = followUp('first-rounds.v1', ([first]) => first);

export const populations: readonly Population[] = [matters, due, handling, open, overdue, followUps, firstRounds];
