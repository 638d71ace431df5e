import type { Case, Facts, Move, Writing } from './moves.js';

// Not those of `moves.js`: its table is made of what is here.
const HOUR = 3_600_000;
const iso = (ms: number): string => new Date(ms).toISOString();
const pick = <T>(list: readonly T[], how: number): T => list[how % list.length]!;
const isContact = ({ stream }: Case): boolean => stream.startsWith('contact');

/** By when a platform wants it: now and then it does not say. */
const wanted = (how: number, log: Writing): object => (how % 4 ? { dueAt: iso(log.now + (how % 11) * 20 * HOUR) } : {});

const has = ({ events }: Case, ...types: readonly string[]): boolean => events.some(({ type }) => types.includes(type));
const isOrder = (one: Case): boolean => has(one, 'OrderReceived');

/** What may pass between the office and a platform about a case that came as its order. */
export const ORDERS: readonly Move[] = [
  {
    facts: (_, how, log) => [
      [
        'OrderReceived',
        { platform: pick(['12328', '12345'], how), number: 'P-1', dispatchedAt: iso(log.now), ...wanted(how, log) },
      ],
    ],
    when: (one) => !isOrder(one) && !isContact(one),
  },
  {
    facts: (_, how, log) => [
      ['OrderExtensionAsked', { dueAt: iso(log.now) }],
      ['OrderExtensionGranted', { dueAt: iso(log.now + (how % 7) * 30 * HOUR) }],
    ],
    when: isOrder,
  },
  { facts: (_, how) => [['PlatformRated', { platform: '12328', level: 1 + (how % 5) }]], when: isOrder },
];

/** What else may happen to one that is still to be answered. */
export const OPEN_ORDERS: readonly Move[] = [
  { facts: () => [['OrderTakenBack', {}]], to: 'taken-back', when: isOrder },
  { facts: (_, how, log) => [['OrderReportBounced', wanted(how, log)]], when: isOrder },
];

/** A report that bounces, and the round that begins so. */
export const bounced = (again: (one: Case, how: number, log: Writing) => Facts): Move => ({
  facts: (one, how, log) => [
    ['OrderReported', { round: one.round }],
    ['OrderReportBounced', wanted(how, log)],
    ...again(one, how, log),
  ],
  to: 'open',
  when: isOrder,
});

/** What was taken back comes again. */
export const SENT_AGAIN: readonly Move[] = [
  {
    facts: (_, how, log) => [['OrderSentAgain', { dispatchedAt: iso(log.now), ...wanted(how, log) }]],
    to: 'open',
  },
];
