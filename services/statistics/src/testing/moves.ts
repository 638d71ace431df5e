import type { PublicEvent } from '@sunlit/kernel';
import { dueOn, registration } from './story.js';

/** A case of a random year while it is written. */
export interface Case {
  readonly stream: string;
  events: PublicEvent[];
  state: 'unregistered' | 'registered' | 'open' | 'answered' | 'withdrawn' | 'voided' | 'handed-over' | 'declined';
  round: number;
  history: boolean;
  came: number;
  due: string;
}

export type Facts = readonly (readonly [type: string, data: object])[];
/** Something that may happen: its facts, and where the case then stands. */
export interface Move {
  readonly facts: (one: Case, how: number, log: Writing) => Facts;
  readonly to?: Case['state'];
  readonly when?: (one: Case) => boolean;
}

export const HOUR = 3_600_000;
export const iso = (ms: number): string => new Date(ms).toISOString();
export const pick = <T>(list: readonly T[], how: number): T => list[how % list.length]!;
export const isComplaint = ({ stream }: Case): boolean => stream.startsWith('complaint');

const details = (one: Case, how: number): object => ({
  number: one.stream,
  kind: isComplaint(one) ? pick(['complaint', 'report'], how) : pick(['consultation', 'help', 'suggestion'], how),
  category: pick(['bus.route', 'taxi.fare', 'constructor'], how >> 1),
  source: pick(['12328', '12345'], how >> 2),
  medium: pick(['phone', 'phone', 'web'], how >> 3),
  contactable: how % 5 !== 0,
  history: one.history,
});

export const dueSet = (one: Case, how: number, log: Writing, because: string): readonly [string, object] => {
  one.due = iso(log.now + (how % 9) * 24 * HOUR).slice(0, 10);
  return ['DeadlineSet', { due: dueOn(one.due), because }];
};

const changes = (one: Case, how: number): object => {
  const all = details(one, how + 1) as Record<string, unknown>;
  const name = pick(['kind', 'category', 'source', 'medium', 'cameAt'], how);
  return { changes: { [name]: name === 'cameAt' ? iso(one.came - (how % 200) * HOUR) : all[name] } };
};

const again =
  (type: string) =>
  (one: Case, how: number, log: Writing): Facts => {
    one.round += 1;
    return [[type, { round: one.round }], dueSet(one, how, log, 'reopened')];
  };
const timed = (one: Case, how: number, log: Writing): Facts => (one.history ? [] : [dueSet(one, how, log, 'accepted')]);

const ANYWHERE: readonly Move[] = [
  { facts: (one, how) => [['DetailsCorrected', changes(one, how)]] },
  { facts: () => [['CaseVoided', {}]], to: 'voided', when: (one) => one.events.length % 7 === 6 },
];

/** What may happen to a case next, by where it stands. */
export const MOVES: Readonly<Record<Case['state'], readonly Move[]>> = {
  unregistered: [
    { facts: (one, how) => [['CaseRegistered', registration(details(one, how))]], to: 'registered' },
    ...[0, 1].map((): Move => ({
      facts: (one, how, log) => [
        ['CaseRegistered', registration(details(one, how))],
        ['CaseAccepted', {}],
        ...timed(one, how, log),
      ],
      to: 'open',
    })),
  ],
  registered: [
    ...ANYWHERE,
    { facts: (one, how, log) => [['CaseAccepted', {}], ...timed(one, how, log)], to: 'open' },
    { facts: () => [['CaseDeclined', { ground: 'court' }]], to: 'declined' },
  ],
  open: [
    ...ANYWHERE,
    { facts: ({ round }, how) => [['CaseAssigned', { unit: pick(['roads', 'buses'], how), round }]] },
    { facts: (_, how) => [['AssignmentReturned', { unit: pick(['roads', 'buses'], how), ground: 'other' }]] },
    { facts: (one, how, log) => [dueSet(one, how, log, 'extended')], when: ({ history }) => !history },
    {
      facts: ({ round }) => [['ReplyDelivered', { how: 'phone', round }]],
      to: 'answered',
      when: ({ history }) => !history,
    },
    {
      facts: ({ round }) => [['ReplyDelivered', { how: 'phone', round }]],
      to: 'answered',
      when: ({ history }) => !history,
    },
    { facts: () => [['AnswerRecorded', {}]], to: 'answered', when: ({ history }) => history },
    {
      facts: () => [['AnsweredAtFirstContact', {}]],
      to: 'answered',
      when: (one) => !isComplaint(one) && one.round === 1,
    },
    { facts: () => [['CaseWithdrawn', {}]], to: 'withdrawn' },
    {
      facts: () => [['CaseDeclined', { ground: 'court' }]],
      to: 'declined',
      when: ({ events }) => events.length % 5 === 4,
    },
    {
      facts: (one) => [['CaseHandedOver', { to: one.stream.replace('consultation', 'complaint'), kind: 'complaint' }]],
      to: 'handed-over',
      when: (one) => !isComplaint(one),
    },
  ],
  answered: [
    ...ANYWHERE,
    {
      facts: ({ round }, how) => [['FollowUpAttempted', { outcome: pick(['reached', 'no-answer'], how), round }]],
      when: isComplaint,
    },
    {
      facts: ({ round }, how) => [
        ['FollowUpAttempted', { outcome: 'reached', round }],
        ['FollowUpRated', { level: 1 + (how % 5), round }],
      ],
      when: isComplaint,
    },
    { facts: () => [['CaseClosed', {}]], when: isComplaint },
    { facts: again('CaseRedone'), to: 'open', when: isComplaint },
    { facts: again('CaseReopened'), to: 'open' },
  ],
  withdrawn: [...ANYWHERE, { facts: again('CaseReopened'), to: 'open' }],
  declined: [{ facts: () => [['CaseVoided', {}]], to: 'voided' }],
  voided: [],
  'handed-over': [{ facts: () => [['HandoverRefused', { code: 'WrongService' }]], to: 'open' }],
};

/** A log being written, its clock in ms. */
export interface Writing {
  readonly log: PublicEvent[];
  now: number;
}
