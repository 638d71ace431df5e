import type { PublicEvent } from '@sunlit/kernel';
import { isComplaint, pick, type Case, type Facts, type Move } from './moves.js';

/** What a matter names of the office's lists. */
export const named: Move = {
  facts: (_, how) => [
    [
      'AttributesGiven',
      {
        coded: {
          ...(how % 2 && { field: pick(['bus', 'roads'], how) }),
          ...(how % 3 && { line: pick(['l5', 'l6'], how) }),
        },
      },
    ],
  ],
};

const inRound = ({ events, round }: Case): readonly PublicEvent[] =>
  events.filter(({ data }) => data['round'] === round);
/** The rule passed it over, and nobody has picked it by hand. */
const isPassedOver = (one: Case): boolean =>
  inRound(one).findLast(({ type }) => ['FollowUpPassedOver', 'FollowUpSelected'].includes(type))?.type ===
  'FollowUpPassedOver';
const mayCall = (one: Case): boolean => isComplaint(one) && !isPassedOver(one);

/** The answer of a complaint, and whether the rule, where there is one, selects it. */
export const delivered = (one: Case, how: number): Facts => {
  const { round } = one;
  const drawn = pick<Facts>(
    [
      [],
      [['FollowUpSelected', { round, by: 'rule', rule: 'share-50' }]],
      [['FollowUpPassedOver', { round, rule: 'share-50' }]],
    ],
    how,
  );
  return [['ReplyDelivered', { how: 'phone', round }], ...(isComplaint(one) ? drawn : [])];
};

const ratedRounds = ({ events }: Case): readonly number[] =>
  events.filter(({ type }) => type === 'FollowUpRated').map(({ data }) => Number(data['round']));

/** A rating of any round is set aside, or restored. */
const JUDGED: readonly Move[] = ['RatingSetAside', 'RatingRestored'].map((type): Move => ({
  facts: (one, how) => [
    [type, { round: pick(ratedRounds(one), how), ...(type === 'RatingSetAside' && { ground: 'mistaken' }) }],
  ],
  when: (one) => ratedRounds(one).length > 0,
}));

/** Calls and ratings of an answered case, whoever they are by. */
export const FOLLOWED_UP: readonly Move[] = [
  {
    facts: ({ round }, how) => [['FollowUpAttempted', { outcome: pick(['reached', 'no-answer'], how), round }]],
    when: mayCall,
  },
  ...[0, 1].map((): Move => ({
    facts: ({ round }, how) => [
      ['FollowUpAttempted', { outcome: 'reached', round }],
      ['FollowUpRated', { level: 1 + (how % 5), round }],
      ...(how % 2 ? [['FollowUpSolved', { round, solved: pick(['yes', 'partly', 'no'], how >> 1) }] as const] : []),
    ],
    when: mayCall,
  })),
  { facts: ({ round }) => [['FollowUpSelected', { round, by: 'hand' }]], when: isPassedOver },
  { facts: ({ round }) => [['FollowUpNumberMissing', { round }]], when: (one) => isComplaint(one) },
  ...JUDGED,
  ...JUDGED,
  {
    facts: ({ round }, how) => [
      ['RatingReceived', { by: pick(['message', 'device'], how), level: 1 + ((how >> 1) % 5), round }],
    ],
  },
];
