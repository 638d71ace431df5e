import type { PublicEvent } from '@sunlit/kernel';
import { FOLLOWED_UP, delivered, named } from './follow-up.moves.js';
import { OPEN_ORDERS, ORDERS, SENT_AGAIN, bounced } from './order.moves.js';
import { dueOn, registration } from './story.js';

/** A case of a random year while it is written. */
export interface Case {
  readonly stream: string;
  events: PublicEvent[];
  state:
    | 'unregistered'
    | 'registered'
    | 'open'
    | 'answered'
    | 'withdrawn'
    | 'voided'
    | 'handed-over'
    | 'declined'
    | 'joined'
    | 'invalid'
    | 'taken-back';
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
/** A contact that opens no matter. */
export const isContact = ({ stream }: Case): boolean => stream.startsWith('contact');
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
  const due = iso(log.now + (how % 9) * 24 * HOUR);
  one.due = due.slice(0, 10);
  // Some by an instant of the day in the office's zone, 01:00 to 10:00 UTC.
  const at = how % 4 === 0 && { at: `${one.due}T0${1 + (how % 9)}:30:00.000Z` };
  return ['DeadlineSet', { due: { ...dueOn(one.due), ...at }, because }];
};

const moved = (one: Case, how: number, log: Writing): readonly [string, object] => {
  const from = one.due;
  const [, { due }] = dueSet(one, how, log, 'extended') as readonly [string, { due: object }];
  if (how % 3 === 0) return ['DeadlineStarted', { due, from, because: 'signed' }];
  return ['DeadlineMoved', { due, from, by: how % 9, because: 'suspended' }];
};

/** Whether its clock stands still: the last of the turns of the round says so. */
const suspended = ({ events }: Case): boolean =>
  events.findLast(({ type }) => ['CaseSuspended', 'CaseResumed', 'CaseReopened', 'CaseRedone'].includes(type))?.type ===
  'CaseSuspended';

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
  named,
  {
    facts: (one, how) => {
      const { source, medium } = details(one, how) as { source: string; medium: string };
      return [['ContactAdded', { purpose: pick(['chase-up', 'new-facts', 'withdrawal'], how), source, medium }]];
    },
  },
  { facts: ({ stream }) => [['DuplicateHeld', { duplicate: stream }]] },
  { facts: ({ stream }) => [['CaseLinked', { under: stream }]] },
  { facts: (one, how) => [['DetailsCorrected', changes(one, how)]] },
  { facts: () => [['CaseVoided', {}]], to: 'voided', when: (one) => one.events.length % 7 === 6 },
];

const dayAt = (log: Writing): string => iso(log.now + 8 * HOUR).slice(0, 10);

/** What else may happen to an open case: told meanwhile, assisted, suspended up to a limit, and on again with its due date moved. */
const WAITING: readonly Move[] = [
  { facts: ({ round }) => [['InterimReplyGiven', { round, how: 'phone' }]] },
  { facts: ({ stream, round }) => [['TaskGiven', { task: stream, unit: 'buses', round }]] },
  {
    facts: (_, how, log) => [
      ['CaseSuspended', { ground: 'waits-on-person', on: dayAt(log), until: iso(log.now + how * HOUR).slice(0, 10) }],
    ],
    when: (one) => !one.history && !suspended(one),
  },
  {
    facts: (one, how, log) => [
      ['CaseResumed', { because: 'asked', on: dayAt(log) }],
      ...(how % 2 ? [moved(one, how, log)] : []),
    ],
    when: suspended,
  },
  // It begins to count, as of a signing.
  {
    facts: (one, how, log) => [moved(one, how, log)],
    when: (one) => !one.history && one.due !== '' && !suspended(one),
  },
];

/** What may happen to a case next, by where it stands. */
export const MOVES: Readonly<Record<Case['state'], readonly Move[]>> = {
  unregistered: [
    {
      facts: (one, how) => {
        const { source, medium } = details(one, how) as { source: string; medium: string };
        return [['InvalidContact', { source, medium, why: pick(['silent', 'test', 'harassing'], how) }]];
      },
      to: 'invalid',
      when: isContact,
    },
    {
      facts: (one, how) => [['CaseRegistered', registration(details(one, how))]],
      to: 'registered',
      when: (one) => !isContact(one),
    },
    ...[0, 1].map((): Move => ({
      facts: (one, how, log) => [
        ['CaseRegistered', registration(details(one, how))],
        ['CaseAccepted', {}],
        ...timed(one, how, log),
      ],
      to: 'open',
      when: (one) => !isContact(one),
    })),
  ],
  registered: [
    ...ANYWHERE,
    ...ORDERS,
    { facts: (one, how, log) => [['CaseAccepted', {}], ...timed(one, how, log)], to: 'open' },
    { facts: () => [['CaseDeclined', { ground: 'court' }]], to: 'declined' },
    { facts: ({ stream }) => [['CaseDeclinedAsAnswered', { answered: stream }]], to: 'declined' },
  ],
  open: [
    ...ANYWHERE,
    ...ORDERS,
    ...OPEN_ORDERS,
    { facts: ({ round }, how) => [['CaseAssigned', { unit: pick(['roads', 'buses'], how), round }]] },
    { facts: (_, how) => [['AssignmentReturned', { unit: pick(['roads', 'buses'], how), ground: 'other' }]] },
    { facts: (one, how, log) => [dueSet(one, how, log, 'extended')], when: ({ history }) => !history },
    ...WAITING,
    { facts: ({ stream }) => [['CaseJoined', { into: stream }]], to: 'joined' },
    { facts: ({ stream, round }) => [['ReplyTakenOver', { round, from: stream }]] },
    { facts: delivered, to: 'answered', when: ({ history }) => !history },
    { facts: delivered, to: 'answered', when: ({ history }) => !history },
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
    ...ORDERS,
    bounced(again('CaseReopened')),
    ...FOLLOWED_UP,
    { facts: () => [['CaseClosed', {}]], when: isComplaint },
    { facts: again('CaseRedone'), to: 'open', when: isComplaint },
    { facts: again('CaseReopened'), to: 'open' },
  ],
  withdrawn: [...ANYWHERE, { facts: again('CaseReopened'), to: 'open' }],
  joined: [...ANYWHERE, { facts: ({ stream }) => [['CaseUnjoined', { from: stream }]], to: 'open' }],
  invalid: [{ facts: () => [['InvalidContactVoided', {}]], to: 'voided', when: (one) => one.came % 2 === 0 }],
  declined: [{ facts: () => [['CaseVoided', {}]], to: 'voided' }],
  voided: [],
  'taken-back': SENT_AGAIN,
  'handed-over': [{ facts: () => [['HandoverRefused', { code: 'WrongService' }]], to: 'open' }],
};

/** A log being written, its clock in ms. */
export interface Writing {
  readonly log: PublicEvent[];
  now: number;
}
