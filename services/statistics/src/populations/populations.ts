import { addDays } from '@sunlit/calendar';
import { leadOn, type Item, type Round } from '../item/item.js';
import { dueIn } from '../item/order.js';
import { stoodStill, withoutPauses, type Pause } from '../item/pauses.js';
import { contacts } from './contacts.js';
import { firstRounds, followUps, handPicked, ratingsReceived, solvedOnes, withSetAside } from './follow-ups.js';
import { interimReplies } from './interim-replies.js';
import { NONE, counts, details, isAnswered } from './matter.js';
import { objects } from './objects.js';
import { platformRatings } from './platform-ratings.js';
import type { Entry, Population } from './population.js';

const resultOf = (item: Item): string => (item.joined ? 'joined' : outcomeOf(item));

const outcomeOf = ({ rounds, history }: Item): string => {
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
            dimensions: {
              ...details(item),
              result: resultOf(item),
              field: item.named?.codes.field ?? NONE,
              district: item.named?.codes.district ?? NONE,
            },
          },
        ]
      : [],
  cubes: [
    ['medium', 'source', 'class', 'kind', 'result'],
    ['medium', 'class', 'kind', 'result', 'unit'],
    ['medium', 'class', 'kind', 'result', 'category'],
    ['medium', 'class', 'kind', 'result', 'field', 'district'],
  ],
};

const onTime = (round: Round): string => {
  const { closed } = round;
  if (!closed) return 'undelivered';
  const { day, at } = dueIn(round)!;
  const inTime = at === undefined ? closed.day <= day : closed.at <= at;
  return inTime ? 'on-time' : 'late';
};

/** The rounds as clocks see them: joining a case into another ends its open round as a withdrawal does, for as long as it is joined. */
const timedRounds = ({ rounds, joined }: Item): readonly Round[] => {
  const last = rounds.at(-1);
  if (!joined || !last || last.closed) return rounds;
  return [...rounds.slice(0, -1), { ...last, closed: { ...joined, how: 'withdrawn', stated: false, at: '' } }];
};

const isDue = (item: Item, round: Round): boolean => {
  const { closed } = round;
  const due = dueIn(round);
  return due !== undefined && !stoodStill(round, due.day) && (closed ? closed.how !== 'withdrawn' : !item.history);
};

const dueEntry = (item: Item, round: Round, index: number): Entry => ({
  part: String(index),
  day: dueIn(round)!.day,
  event: dueIn(round)!.event,
  dimensions: {
    ...details(item),
    unit: leadOn(item, dueIn(round)!.day) ?? NONE,
    result: onTime(round),
    stated: round.closed?.stated ? 'yes' : 'no',
  },
});

/** Every round of a matter on its due day; one handled again is due again. Those suspended then, withdrawn ones and history without outcome are not in it. */
export const due: Population = {
  name: 'due.v1',
  of: (item) =>
    counts(item)
      ? timedRounds(item).flatMap((round, index) => (isDue(item, round) ? [dueEntry(item, round, index)] : []))
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

type Span = {
  readonly event: string;
  readonly from: string;
  readonly until: string | null;
  /** Days that are not in it. */
  readonly but?: readonly Pause[] | undefined;
};

const spans = (item: Item, of: (round: Round) => Span | null): readonly Entry[] =>
  // History is never timed, and one without outcome is not known to be open.
  !counts(item) || item.history
    ? []
    : timedRounds(item).flatMap((round, index) => {
        const span = of(round);
        return span ? stretches(item, span, String(index)) : [];
      });

/** The stretches of a span that are not empty, each an entry; all but the first have a number of their own. */
const stretches = (item: Item, { event, from, until, but }: Span, part: string): readonly Entry[] =>
  withoutPauses({ from, until }, but).flatMap((one, at) =>
    one.until !== null && one.until <= one.from
      ? []
      : [{ part: at ? `${part}.${at}` : part, day: one.from, until: one.until, event, dimensions: details(item) }],
  );

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

/** Open matters past their due date and not suspended: from the day after it, so that no clock is read and any day can be asked; never before they are open. */
export const overdue: Population = {
  name: 'overdue.v1',
  lasting: true,
  of: (item) =>
    spans(item, (round) => {
      const { opened, closed, pauses } = round;
      const date = dueIn(round);
      if (!date) return null;
      const from = later(addDays(date.day, 1), opened.day);
      return { event: date.event, from, until: closed?.day ?? null, but: pauses };
    }),
  cubes: levelCubes,
};

export const populations: readonly Population[] = [
  matters,
  due,
  handling,
  open,
  overdue,
  followUps,
  firstRounds,
  withSetAside,
  handPicked,
  solvedOnes,
  ratingsReceived,
  platformRatings,
  objects,
  contacts,
  interimReplies,
];
