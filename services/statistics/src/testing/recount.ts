import { workingHours } from '@sunlit/calendar';
import type { PublicEvent } from '@sunlit/kernel';
import { contactsOf } from './contacts.recount.js';
import { FOLLOWED_UP } from './follow-up.recount.js';
import { calendar, classOf, office } from './office.js';
import { deadlineOf, isTakenBack, toldPlatform } from './platform-due.js';
import { running, suspendedOn } from './standstill.js';

/** Something a figure counts, found by reading the log plainly; shares nothing with items, populations and counters. */
export interface Thing {
  readonly id: string;
  readonly day: string;
  /** Of a level: the first day it no longer counts. */
  readonly until?: string;
  readonly counted: boolean;
  readonly told: Readonly<Record<string, string>>;
}

export const dayIn = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const ANSWERS = ['ReplyDelivered', 'AnsweredAtFirstContact', 'AnswerRecorded'];

type Data = Record<string, never>;
export const lastOf = (events: readonly PublicEvent[], ...types: string[]) =>
  events.findLast(({ type }) => types.includes(type));

/** From acceptance, reopening or redoing to what ended it, and whether the case is a duplicate. */
const roundsIn = (events: readonly PublicEvent[]) => {
  const starts = events.flatMap(({ type }, at) =>
    ['CaseAccepted', 'CaseReopened', 'CaseRedone'].includes(type) ? [at] : [],
  );
  const ends = starts.map((at, index) => {
    const to = starts[index + 1] ?? events.length;
    const end = events.slice(at, to).findIndex(({ type }) => [...ANSWERS, 'CaseWithdrawn'].includes(type));
    return { from: at, to, end: end < 0 ? undefined : at + end };
  });
  const rounds = ends.map(({ from, to, end }, index) => {
    const own = events.slice(from, to);
    const deadline = deadlineOf(events, ends[index]!, ends[index - 1]);
    return { start: events[from]!, end: end === undefined ? undefined : events[end]!, own, deadline };
  });
  // A duplicate has no clock of its own for as long as it is joined into another.
  const turn = lastOf(events, 'CaseJoined', 'CaseUnjoined');
  const joined = turn?.type === 'CaseJoined' ? turn : undefined;
  const last = rounds.at(-1);
  if (joined && last && !last.end) last.end = joined;
  return { rounds, joined: joined !== undefined };
};

const NONE = 'none';

/** Declined, voided, taken back and handed over ones count nowhere. */
const isCounted = (events: readonly PublicEvent[]): boolean =>
  lastOf(events, 'CaseHandedOver', 'HandoverRefused')?.type !== 'CaseHandedOver' &&
  !isTakenBack(events) &&
  !lastOf(events, 'CaseVoided', 'CaseDeclined', 'CaseDeclinedAsAnswered');

/** A case as the log tells it. */
const read = (events: readonly PublicEvent[]) => {
  const first = events[0]!.data as Data;
  const corrections = events
    .filter(({ type }) => type === 'DetailsCorrected')
    .map(({ data }) => (data as Data)['changes']);
  const now: Record<string, string> = Object.assign({}, first, ...corrections);
  const { rounds, joined } = roundsIn(events);
  const unitOn = (day: string): string => {
    const lead = events.findLast(
      ({ type, time }) => ['CaseAssigned', 'AssignmentReturned'].includes(type) && dayIn(time) <= day,
    );
    return lead?.type === 'CaseAssigned' ? (lead.data as Data)['unit']! : 'none';
  };
  const valid = rounds.length > 0 && isCounted(events);
  const told = {
    kind: now['kind'] ?? NONE,
    class: classOf(now['kind']),
    category: now['category'] ?? NONE,
    source: now['source']!,
    medium: now['medium']!,
    unit: unitOn('9999-12-31'),
  };
  const came = dayIn(now['cameAt'] ?? events[0]!.time);
  return {
    events,
    told,
    rounds,
    valid,
    joined,
    unitOn,
    came,
    history: Boolean(first['history']),
    contactable: Boolean(now['contactable'] ?? first['contactable']),
  };
};

export type Read = ReturnType<typeof read>;
export type Found = readonly Thing[];
const answered = ({ end }: Read['rounds'][number]): boolean => end !== undefined && ANSWERS.includes(end.type);

const matter = (one: Read, counted: boolean): Thing => ({
  id: one.events.find(({ type }) => type === 'CaseAccepted')!.id,
  day: one.came,
  counted,
  told: one.told,
});
const byPhone = ({ told }: Read): boolean => told.medium === 'phone';
const isConsultation = ({ told }: Read): boolean => told.kind === 'consultation';
const unrecorded = ({ history, rounds }: Read): boolean =>
  history && !rounds.some(answered) && rounds.at(-1)!.end === undefined;
const withdrawn = ({ rounds }: Read): boolean => rounds.at(-1)!.end?.type === 'CaseWithdrawn';

/** By the instant where the deadline has one, else by the end of the day. */
const inTime = ({ end, deadline }: Read['rounds'][number], day: string): boolean => {
  if (!end) return false;
  const { at } = deadline!;
  return at === undefined ? dayIn(end.time) <= day : end.time <= at;
};

const delivered = (one: Read, round: Read['rounds'][number], day: string, { end } = round) => ({
  counted: inTime(round, day),
  told: { ...one.told, unit: one.unitOn(day), stated: end?.stated ? 'yes' : 'no' },
});

const dueOf = (one: Read, today: string): Found =>
  one.rounds.flatMap((round) => {
    const { deadline, end } = round;
    if (!deadline || (end && !ANSWERS.includes(end.type)) || (!end && one.history)) return [];
    const day = deadline.on;
    if (suspendedOn(round, day)) return [];
    return day < today ? [{ id: deadline.id, day, ...delivered(one, round, day) }] : [];
  });

const spent = (
  one: Read,
  from: (round: Read['rounds'][number]) => { id: string; day: string } | null,
  suspendedIsNone = false,
): Found =>
  one.history
    ? []
    : one.rounds.flatMap((round) => {
        const begin = from(round);
        const until = round.end ? dayIn(round.end.time) : '9999-12-31';
        if (!begin || until <= begin.day) return [];
        const found = { ...begin, until, counted: true, told: one.told };
        return suspendedIsNone ? running(found, round) : [found];
      });

const handled = (one: Read): Found => {
  const answer = one.rounds.find(answered)?.end;
  if (!answer) return [];
  const start = one.events.find(({ type }) => type === 'CaseAccepted')!.time;
  const hours = workingHours({ calendar, timeZone: 'Asia/Shanghai', hours: office.office.hours }, start, answer.time);
  return [{ id: answer.id, day: one.came, counted: true, told: { ...one.told, hours: String(hours) } }];
};

/** What each figure counts, by a plain reading of its definition. */
const FOUND: Readonly<Record<string, (one: Read, today: string) => Found>> = {
  'hotline.accepted.v1': (one) => (byPhone(one) ? [matter(one, true)] : []),
  'hotline.consultation-share.v1': (one) => (byPhone(one) ? [matter(one, isConsultation(one))] : []),
  'hotline.first-contact-share.v1': (one) =>
    byPhone(one) && isConsultation(one) && !unrecorded(one) && !one.joined
      ? [matter(one, one.rounds.length === 1 && one.rounds[0]!.end?.type === 'AnsweredAtFirstContact')]
      : [],
  'hotline.matters.v1': (one) => (byPhone(one) && !one.joined ? [matter(one, true)] : []),
  'hotline.contacts.v1': contactsOf,
  'matters.accepted.v1': (one) => [matter(one, true)],
  'consultations.accepted.v1': (one) => (isConsultation(one) ? [matter(one, true)] : []),
  'complaints.accepted.v1': (one) => (one.told.class === 'grievance' ? [matter(one, true)] : []),
  'complaints.handled-share.v1': (one) =>
    one.told.class === 'grievance' && !withdrawn(one) && !unrecorded(one) && !one.joined
      ? [matter(one, one.rounds.some(answered))]
      : [],
  'answers.on-time-share.v1': dueOf,
  'handling.time.v1': handled,
  'open.now.v1': (one) => spent(one, ({ start }) => ({ id: start.id, day: dayIn(start.time) })),
  'overdue.now.v1': (one) =>
    spent(
      one,
      ({ start, deadline }) => {
        if (!deadline) return null;
        const days = [nextDay(deadline.on), dayIn(start.time)];
        return { id: deadline.id, day: days.sort()[1]! };
      },
      true,
    ),
  'interim.given.v1': ({ events, told }) =>
    events.some(({ type }) => type === 'CaseVoided')
      ? []
      : events
          .filter(({ type }) => type === 'InterimReplyGiven')
          .map(({ id, time }) => ({ id, day: dayIn(time), counted: true, told })),
  'platform.satisfaction.v1': (one) => {
    const told = toldPlatform(one.events);
    return told ? [{ ...told, counted: told.level >= 3, told: { ...one.told, source: told.platform } }] : [];
  },
  ...FOLLOWED_UP,
};

export const recounted = Object.keys(FOUND);

/** The last instant of a log. */
export const endOf = (log: readonly PublicEvent[]): string =>
  log.reduce((last, { recordedat }) => (recordedat > last ? recordedat : last), '2021-01-30T03:00:00.000Z');

/** Everything a figure counts at an instant, counted anew from the log up to it. */
export const recount = (log: readonly PublicEvent[], figure: string, asOf: string): Found => {
  const streams = new Map<string, PublicEvent[]>();
  for (const event of log)
    if (event.recordedat <= asOf) streams.set(event.subject, [...(streams.get(event.subject) ?? []), event]);
  return [...streams.values()].flatMap((events) => {
    const one = read(events);
    return one.valid || ['hotline.contacts.v1', 'interim.given.v1'].includes(figure)
      ? FOUND[figure]!(one, dayIn(asOf))
      : [];
  });
};
