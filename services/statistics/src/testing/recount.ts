import { workingHours } from '@sunlit/calendar';
import type { PublicEvent } from '@sunlit/kernel';
import { calendar, office } from './office.js';

/** Something a figure counts, found by reading the log plainly; shares nothing with items, populations and counters. */
export interface Thing {
  readonly id: string;
  readonly day: string;
  /** Of a level: the first day it no longer counts. */
  readonly until?: string;
  readonly counted: boolean;
  readonly told: Readonly<Record<string, string>>;
}

const dayIn = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const CLASS: Record<string, string> = {
  consultation: 'inquiry',
  help: 'inquiry',
  suggestion: 'suggestion',
  complaint: 'grievance',
  report: 'grievance',
};
const ANSWERS = ['ReplyDelivered', 'AnsweredAtFirstContact', 'AnswerRecorded'];

type Data = Record<string, never>;
const lastOf = (events: readonly PublicEvent[], ...types: string[]) =>
  events.findLast(({ type }) => types.includes(type));

/** A case as the log tells it. */
const read = (events: readonly PublicEvent[]) => {
  const first = events[0]!.data as Data;
  const corrections = events
    .filter(({ type }) => type === 'DetailsCorrected')
    .map(({ data }) => (data as Data)['changes']);
  const now: Record<string, string> = Object.assign({}, first, ...corrections);
  const starts = events.flatMap(({ type }, at) =>
    ['CaseAccepted', 'CaseReopened', 'CaseRedone'].includes(type) ? [at] : [],
  );
  const rounds = starts.map((at, index) => {
    const own = events.slice(at, starts[index + 1] ?? events.length);
    const end = own.find(({ type }) => [...ANSWERS, 'CaseWithdrawn'].includes(type));
    return { start: events[at]!, end, own, deadline: lastOf(own, 'DeadlineSet') };
  });
  const unitOn = (day: string): string => {
    const lead = events.findLast(
      ({ type, time }) => ['CaseAssigned', 'AssignmentReturned'].includes(type) && dayIn(time) <= day,
    );
    return lead?.type === 'CaseAssigned' ? (lead.data as Data)['unit']! : 'none';
  };
  const valid =
    starts.length > 0 &&
    lastOf(events, 'CaseHandedOver', 'HandoverRefused')?.type !== 'CaseHandedOver' &&
    !lastOf(events, 'CaseVoided', 'CaseDeclined');
  const told = {
    kind: now['kind']!,
    class: CLASS[now['kind']!]!,
    category: now['category']!,
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
    unitOn,
    came,
    history: Boolean(first['history']),
    contactable: Boolean(now['contactable'] ?? first['contactable']),
  };
};

type Read = ReturnType<typeof read>;
type Found = readonly Thing[];
const answered = ({ end }: Read['rounds'][number]): boolean => end !== undefined && end.type !== 'CaseWithdrawn';

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

const delivered = (one: Read, { end }: Read['rounds'][number], day: string) => ({
  counted: end !== undefined && dayIn(end.time) <= day,
  told: { ...one.told, unit: one.unitOn(day), stated: end?.stated ? 'yes' : 'no' },
});

const dueOf = (one: Read, today: string): Found =>
  one.rounds.flatMap((round) => {
    const { deadline, end } = round;
    if (!deadline || end?.type === 'CaseWithdrawn' || (!end && one.history)) return [];
    const day: string = (deadline.data as { due: { on: string } }).due.on;
    return day < today ? [{ id: deadline.id, day, ...delivered(one, round, day) }] : [];
  });

const spent = (one: Read, from: (round: Read['rounds'][number]) => { id: string; day: string } | null): Found =>
  one.history
    ? []
    : one.rounds.flatMap((round) => {
        const begin = from(round);
        const until = round.end ? dayIn(round.end.time) : '9999-12-31';
        return begin && until > begin.day ? [{ ...begin, until, counted: true, told: one.told }] : [];
      });

const ratedBy = (one: Read, rounds: Read['rounds'], from: number): Found => {
  const rating = rounds.flatMap(({ own }) => own.filter(({ type }) => type === 'FollowUpRated')).at(-1);
  if (one.told.class !== 'grievance' || !rating) return [];
  const counted = (rating.data as unknown as { level: number }).level >= from;
  return [{ id: rating.id, day: dayIn(rating.time), counted, told: one.told }];
};

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
    byPhone(one) && isConsultation(one) && !unrecorded(one)
      ? [matter(one, one.rounds.length === 1 && one.rounds[0]!.end?.type === 'AnsweredAtFirstContact')]
      : [],
  'matters.accepted.v1': (one) => [matter(one, true)],
  'consultations.accepted.v1': (one) => (isConsultation(one) ? [matter(one, true)] : []),
  'complaints.accepted.v1': (one) => (one.told.class === 'grievance' ? [matter(one, true)] : []),
  'complaints.handled-share.v1': (one) =>
    one.told.class === 'grievance' && !withdrawn(one) && !unrecorded(one)
      ? [matter(one, one.rounds.some(answered))]
      : [],
  'answers.on-time-share.v1': dueOf,
  'handling.time.v1': handled,
  'open.now.v1': (one) => spent(one, ({ start }) => ({ id: start.id, day: dayIn(start.time) })),
  'overdue.now.v1': (one) =>
    spent(one, ({ start, deadline }) => {
      if (!deadline) return null;
      const days = [nextDay((deadline.data as { due: { on: string } }).due.on), dayIn(start.time)];
      return { id: deadline.id, day: days.sort()[1]! };
    }),
  'followup.satisfaction.v1': (one) => ratedBy(one, one.rounds, 3),
  'followup.strict.v1': (one) => ratedBy(one, one.rounds, 4),
  'followup.first-round.v1': (one) => ratedBy(one, one.rounds.slice(0, 1), 3),
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
    return one.valid ? FOUND[figure]!(one, dayIn(asOf)) : [];
  });
};
