import type { Item, Mark, Round } from '../item/item.js';
import { counts, details, isAnswered } from './matter.js';
import type { Dimensions, Entry, Population } from './population.js';

/** A rating, unless it is set aside and those are left out. */
const ratingOf = ({ rated }: Round, withAside: boolean): Round['rated'] =>
  rated?.aside && !withAside ? undefined : rated;

const followUpOf = (item: Item, round: Round, withAside: boolean): Omit<Entry, 'part'> | null => {
  const entry = ({ event, day }: Mark, result: string) => ({
    event,
    day,
    dimensions: { ...details(item), result } satisfies Dimensions,
  });
  const rating = ratingOf(round, withAside);
  if (rating) return entry(rating, `level-${rating.level}`);
  if (round.reached) return entry(round.reached, 'unrated');
  if (round.attempted) return entry(round.attempted, 'not-reached');
  if (!isAnswered(round) || item.history) return null;
  return entry(round.closed!, item.contactable ? 'waiting' : 'not-contactable');
};

const cubes = [
  ['result', 'unit'],
  ['result', 'class', 'kind'],
  ['result', 'category'],
  ['result', 'medium', 'source'],
] as const;

/** Selected by the rule: also where nobody said so, since everybody was called then. */
const byRule = ({ followUp = 'rule' }: Round): boolean => followUp === 'rule';
const byHand = ({ followUp }: Round): boolean => followUp === 'hand';

interface Which {
  readonly name: string;
  readonly rounds: (item: Item) => readonly Round[];
  /** Ratings that were set aside count as well. */
  readonly withAside?: boolean;
}

/**
 * The last round that was rated, so that a bad rating stays until a later one replaces it; else the last that was answered. A rating that was
 * set aside has replaced those before it all the same: they were of other answers, so its matter has no valid rating then.
 */
const roundOf = (rounds: readonly Round[]): Round | undefined =>
  rounds.findLast((round) => round.rated) ?? rounds.findLast((round) => isAnswered(round) || round.attempted);

const followUp = ({ name, rounds, withAside = false }: Which): Population => ({
  name,
  of: (item) => {
    if (!counts(item) || item.class !== 'grievance') return [];
    const round = roundOf(rounds(item));
    const entry = round && followUpOf(item, round, withAside);
    return entry ? [{ part: '', ...entry }] : [];
  },
  cubes,
});

/**
 * Every answered complaint once that the rule selected, on the day of what its follow-up came to so far: of the last round that was
 * rated, without a rating where that one was set aside; else of the last that was answered.
 */
export const followUps = followUp({ name: 'follow-ups.v1', rounds: (item) => item.rounds.filter(byRule) });

/** The same of the first round alone. */
export const firstRounds = followUp({
  name: 'first-rounds.v1',
  rounds: (item) => item.rounds.slice(0, 1).filter(byRule),
});

/** The same with ratings that were set aside. */
export const withSetAside = followUp({
  name: 'follow-ups-with-set-aside.v1',
  rounds: (item) => item.rounds.filter(byRule),
  withAside: true,
});

/** The same of the rounds that were picked by hand: no sample, and apart from the others. */
export const handPicked = followUp({ name: 'hand-picked.v1', rounds: (item) => item.rounds.filter(byHand) });

/** Every complaint whose last rating is valid once, on its day, by what the person said of whether it is solved. */
export const solvedOnes: Population = {
  name: 'solved.v1',
  of: (item) => {
    if (!counts(item) || item.class !== 'grievance') return [];
    const round = item.rounds.filter(byRule).findLast(({ rated }) => rated);
    if (!round?.rated || round.rated.aside) return [];
    const { event, day } = round.rated;
    return [{ part: '', event, day, dimensions: { ...details(item), result: `solved-${round.solved ?? 'unasked'}` } }];
  },
  cubes,
};

/** Every matter once by each way it was rated without a call, on the day of the last such rating. */
export const ratingsReceived: Population = {
  name: 'ratings-received.v1',
  of: (item) =>
    counts(item)
      ? item.received
          .filter(({ by }, at) => !item.received.slice(at + 1).some((later) => later.by === by))
          .map(({ by, level, event, day }) => ({
            part: by,
            event,
            day,
            dimensions: { ...details(item), result: `${by}-${level}` },
          }))
      : [],
  cubes,
};
