import type { publicEvents } from '@sunlit/contracts';
import type { z } from 'zod';
import type { Item, Mark, Round } from './item.js';

type Schemas = (typeof publicEvents)['complaints'];
type Types =
  | 'FollowUpSelected'
  | 'FollowUpPassedOver'
  | 'FollowUpNumberMissing'
  | 'FollowUpAttempted'
  | 'FollowUpRated'
  | 'FollowUpGivenUp'
  | 'FollowUpSolved'
  | 'RatingSetAside'
  | 'RatingRestored'
  | 'RatingReceived'
  | 'AttributesGiven';
type Change<T extends Types> = (item: Item, now: { readonly data: z.output<Schemas[T]>; readonly mark: Mark }) => Item;

/** Rounds are capped, so are these. */
const MOST = 60;

const inLastRound = (item: Item, change: (round: Round) => Round): Item => {
  const last = item.rounds.at(-1);
  return last ? { ...item, rounds: [...item.rounds.slice(0, -1), change(last)] } : item;
};

/** The rating of that round set aside, or not any more. */
const standing = (item: Item, which: number, aside: boolean): Item => ({
  ...item,
  rounds: item.rounds.map((round) => {
    if (round.rated?.round !== which) return round;
    const { aside: _, ...rated } = round.rated;
    return { ...round, rated: aside ? { ...rated, aside } : rated };
  }),
});

/** What events of follow-up, of ratings received and of what a matter names do to its item. */
export const followUpChanges: { readonly [T in Types]: Change<T> } = {
  FollowUpSelected: (item, { data }) => inLastRound(item, (round) => ({ ...round, followUp: data.by })),
  FollowUpPassedOver: (item) => inLastRound(item, (round) => ({ ...round, followUp: 'passed-over' })),
  FollowUpNumberMissing: (item) => ({ ...item, contactable: false }),
  FollowUpAttempted: (item, { data, mark }) =>
    inLastRound(item, (round) => ({
      ...round,
      attempted: round.attempted ?? mark,
      ...(data.outcome === 'reached' && { reached: round.reached ?? mark }),
    })),
  FollowUpRated: (item, { data, mark }) =>
    inLastRound(item, (round) => ({
      ...round,
      // What was found of the round's rating holds until it is restored.
      rated: { ...mark, level: data.level, round: data.round, ...(round.rated?.aside && { aside: true }) },
    })),
  FollowUpGivenUp: (item) => item,
  FollowUpSolved: (item, { data }) => inLastRound(item, (round) => ({ ...round, solved: data.solved })),
  RatingSetAside: (item, { data }) => standing(item, data.round, true),
  RatingRestored: (item, { data }) => standing(item, data.round, false),
  RatingReceived: (item, { data, mark }) => ({
    ...item,
    received: [...item.received, { ...mark, by: data.by, level: data.level }].slice(-MOST),
  }),
  AttributesGiven: (item, { data, mark }) => ({ ...item, named: { event: mark.event, codes: data.coded as never } }),
};
