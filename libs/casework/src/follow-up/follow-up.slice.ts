import { daysBetween } from '@sunlit/calendar';
import { Refused, type Box, type CommandMeta } from '@sunlit/kernel';
import {
  defined,
  mustBe,
  mustBeHere,
  type CaseCommand,
  type CaseState,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import type { CaseworkFact } from '../case/casework.events.js';
import type { Rules } from '../case/rules.js';
import { mustNotBeRestricted } from '../person/restriction.slice.js';
import type { followUpEvents } from './follow-up.events.js';
import { CONCLUDES } from './follow-up.rules.js';

type Attempt = CaseCommand<'AttemptFollowUp'>;
type FactOf<T extends CaseworkFact['type']> = Extract<CaseworkFact, { type: T }>;

/** 不满意 and 非常不满意. */
const DISSATISFIED = 2;

/** Whether the rule selected the round that has just been answered: nothing where the profile has no rule for the kind. */
export const drawn = (
  rules: Rules,
  { stream, details, round }: Pick<CaseState, 'stream' | 'round'> & { readonly details: { readonly kind: string } },
): CaseworkFact[] => {
  const found = rules.drawn(stream, details.kind, round);
  if (!found) return [];
  const { rule, selected } = found;
  return selected
    ? [{ type: 'FollowUpSelected', data: { round, by: 'rule', rule } }]
    : [{ type: 'FollowUpPassedOver', data: { round, rule } }];
};

/** Whether the person of this round is to be called: by rule, by hand, or, of a complaint, because nobody said otherwise. */
const isSelected = (rules: Rules, { followUp }: CaseState): boolean =>
  followUp === undefined ? rules.callsEverybody : followUp !== 'passed-over';

/** Whether enough was done to reach the person for a complaint to be closed. */
export const isFollowedUp = (rules: Rules, now: CaseState): boolean =>
  now.concluded === true ||
  now.followUp === 'passed-over' ||
  now.attempts >= rules.attemptsNeeded(now.details.kind) ||
  now.history ||
  !now.contactable ||
  now.erased.includes('caller');

/** Whether the person is not content: it is partly or not solved, or, though it is, they are dissatisfied. */
const isDiscontent = ({ solved, level = DISSATISFIED + 1 }: Attempt['data']): boolean =>
  solved !== undefined && (solved !== 'yes' || level <= DISSATISFIED);

const checkReason = (rules: Rules, { data, meta }: Attempt): void => {
  const { solved = 'yes', reason, note } = data;
  const given = reason !== undefined || note !== undefined;
  if (solved !== 'yes' && reason === undefined) throw new Refused('ReasonNeeded');
  if (given && !isDiscontent(data)) throw new Refused('NoReasonNeeded');
  if (reason !== undefined) rules.checkReason(reason, rules.day(meta.at));
};

/** Somebody not reached has said nothing: without contact there is no rating, so it can count neither way; and one round has one. */
const checkSaid = (rules: Rules, attempt: Attempt, now: CaseState): void => {
  const { outcome, level, solved } = attempt.data;
  const said = level !== undefined || solved !== undefined;
  if (said && outcome !== 'reached') throw new Refused('RatingNeedsContact');
  if (level !== undefined && now.rated) throw new Refused('AlreadyRated');
  if (solved !== undefined && now.solved) throw new Refused('AlreadyRated');
  checkReason(rules, attempt);
};

const checkDay = (rules: Rules, meta: CommandMeta, { calledOn = [], details }: CaseState): void => {
  const [day, days] = [rules.day(meta.at), rules.daysBetweenAttempts(details.kind)];
  if (calledOn.some((other) => Math.abs(daysBetween(other, day)) < days))
    throw new Refused('AttemptedThatDay', { days });
};

const said = ({ data: { level, solved, reason, note } }: Attempt, round: number): CaseworkFact[] => [
  ...(level === undefined ? [] : [{ type: 'FollowUpRated', data: { level, round } } as const]),
  ...(solved === undefined
    ? []
    : [
        { type: 'FollowUpSolved', data: defined({ round, solved, because: reason, note }) } as FactOf<'FollowUpSolved'>,
      ]),
];

/** The round that is named, else the last one that was rated; of those set aside, where they are asked for. */
const roundOf = ({ ratings = {} }: CaseState, named: number | undefined, setAside = false): number =>
  named ??
  Math.max(
    0,
    ...Object.keys(ratings)
      .map(Number)
      .filter((round) => !setAside || ratings[round] === 'set-aside'),
  );

/**
 * A consultation is not closed, as a complaint is once enough was tried. So what ends its calls is a fact, by the rule as it is on that day:
 * a later rule calls nobody again.
 */
const givenUp = (rules: Rules, now: CaseState, outcome: string): CaseworkFact[] => {
  const attempts = now.attempts + 1;
  const over =
    now.concluded === true || CONCLUDES.includes(outcome) || attempts < rules.attemptsNeeded(now.details.kind);
  return rules.callsEverybody || over ? [] : [{ type: 'FollowUpGivenUp', data: { round: now.round, attempts } }];
};

const mustReview = ({ by }: CommandMeta): void => {
  if (by.role !== 'reviewer' && by.role !== 'administrator') throw new Refused('NotAllowed');
};

/** Calling back, and what becomes of the ratings that come of it. */
export const followUp = (rules: Rules) => {
  const decide: DecideRows<'SelectForFollowUp' | 'AttemptFollowUp' | 'SetRatingAside' | 'RestoreRating'> = {
    SelectForFollowUp: ({ data, meta }, now) => {
      mustBe(now, 'answered');
      if (now.followUp === 'hand') return [];
      if (isSelected(rules, now)) throw new Refused('SelectedAlready');
      rules.checkTime(meta, now);
      return [{ type: 'FollowUpSelected', data: { round: now.round, by: 'hand', reason: data.reason } }];
    },
    AttemptFollowUp: (attempt, now) => {
      const { data, meta } = attempt;
      mustBe(now, 'answered');
      if (!isSelected(rules, now)) throw new Refused('NotSelected');
      checkSaid(rules, attempt, now);
      rules.checkTime(meta, now);
      const { outcome, comment } = data;
      if (comment) mustNotBeRestricted(now);
      const { round } = now;
      if (outcome === 'no-number') return [{ type: 'FollowUpNumberMissing', data: { round } }];
      checkDay(rules, meta, now);
      const attempted = defined({ outcome, round, comment: comment as Box | undefined });
      const called: CaseworkFact = { type: 'FollowUpAttempted', data: attempted as never };
      return [called, ...said(attempt, round), ...givenUp(rules, now, outcome)];
    },
    SetRatingAside: ({ data, meta }, now) => {
      mustBeHere(now);
      mustReview(meta);
      const { ground, note } = data;
      const round = roundOf(now, data.round);
      const standing = now.ratings?.[round];
      if (!standing) throw new Refused('NotRated');
      if (standing === 'set-aside') return [];
      rules.checkTime(meta, now);
      rules.checkSetAsideGround(ground, rules.day(meta.at));
      return [{ type: 'RatingSetAside', data: defined({ round, ground, note }) as never }];
    },
    RestoreRating: ({ data, meta }, now) => {
      mustBeHere(now);
      mustReview(meta);
      const round = roundOf(now, data.round, true);
      if (now.ratings?.[round] !== 'set-aside') throw new Refused('NotSetAside');
      rules.checkTime(meta, now);
      return [{ type: 'RatingRestored', data: { round, reason: data.reason } }];
    },
  };

  const rated = (now: CaseState, round: number, standing: 'valid' | 'set-aside'): CaseState => ({
    ...now,
    ratings: { ...now.ratings, [round]: standing },
  });

  const evolve: EvolveRows<keyof typeof followUpEvents | 'FollowUpAttempted' | 'FollowUpRated'> = {
    FollowUpSelected: (now, { data }) => ({ ...now, followUp: data.by }),
    FollowUpPassedOver: (now) => ({ ...now, followUp: 'passed-over' }),
    FollowUpNumberMissing: (now) => ({ ...now, contactable: false }),
    FollowUpAttempted: (now, { data, meta }) => {
      const day = rules.day(meta.occurredAt?.at ?? meta.recordedAt);
      const called = { ...now, attempts: now.attempts + 1, calledOn: [...(now.calledOn ?? []), day] };
      return CONCLUDES.includes(data.outcome) ? { ...called, concluded: true } : called;
    },
    FollowUpRated: (now, { data }) => rated({ ...now, rated: true }, data.round, 'valid'),
    FollowUpGivenUp: (now) => ({ ...now, concluded: true }),
    FollowUpSolved: (now) => ({ ...now, solved: true }),
    RatingSetAside: (now, { data }) => rated(now, data.round, 'set-aside'),
    RatingRestored: (now, { data }) => rated(now, data.round, 'valid'),
  };
  return { decide, evolve };
};
