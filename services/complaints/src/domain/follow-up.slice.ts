import { daysBetween } from '@sunlit/calendar';
import {
  defined,
  mustBe,
  mustBeHere,
  mustNotBeRestricted,
  type CaseCommand,
  type CaseState,
  type Rules,
} from '@sunlit/casework';
import { Refused, type Box, type CommandMeta, type Recorded } from '@sunlit/kernel';
import type { ComplaintFact } from './complaint.events.js';
import type { followUpEvents } from './follow-up.events.js';

type Attempt = CaseCommand<'AttemptFollowUp'>;
type FactOf<T extends ComplaintFact['type']> = Extract<ComplaintFact, { type: T }>;
type Evolve<T extends ComplaintFact['type']> = (now: CaseState, event: Recorded<FactOf<T>>) => CaseState;

/** What a call came to that another one would not change. */
const CONCLUDES = ['reached', 'wrong-number', 'refused'];
/** 不满意 and 非常不满意. */
const DISSATISFIED = 2;

/** Whether the rule selected the round that has just been answered: nothing where the profile has no rule for the kind. */
export const drawn = (rules: Rules, { stream, details, round }: CaseState): ComplaintFact[] => {
  const found = rules.drawn(stream, details.kind, round);
  if (!found) return [];
  const { rule, selected } = found;
  return selected
    ? [{ type: 'FollowUpSelected', data: { round, by: 'rule', rule } }]
    : [{ type: 'FollowUpPassedOver', data: { round, rule } }];
};

/** Whether enough was done to reach the person for the complaint to be closed. */
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

const said = ({ data: { level, solved, reason, note } }: Attempt, round: number): ComplaintFact[] => [
  ...(level === undefined ? [] : [{ type: 'FollowUpRated', data: { level, round } } as const]),
  ...(solved === undefined
    ? []
    : [
        { type: 'FollowUpSolved', data: defined({ round, solved, because: reason, note }) } as FactOf<'FollowUpSolved'>,
      ]),
];

/** The round that is named, else the last one whose rating stands so. */
const roundOf = (now: CaseState, named: number | undefined, standing: 'valid' | 'set-aside'): number | undefined => {
  if (named !== undefined) return named;
  const rounds = Object.entries(now.ratings ?? {}).filter(([, is]) => is === standing);
  return rounds.length === 0 ? undefined : Math.max(...rounds.map(([round]) => Number(round)));
};

const mustReview = ({ by }: CommandMeta): void => {
  if (by.role !== 'reviewer' && by.role !== 'administrator') throw new Refused('NotAllowed');
};

/** Calling back, and what becomes of the ratings that come of it. */
export const followUp = (rules: Rules) => {
  const decide = {
    SelectForFollowUp: ({ data, meta }: CaseCommand<'SelectForFollowUp'>, now: CaseState): ComplaintFact[] => {
      mustBe(now, 'answered');
      if (now.followUp === 'hand') return [];
      if (now.followUp !== 'passed-over') throw new Refused('SelectedAlready');
      rules.checkTime(meta, now);
      return [{ type: 'FollowUpSelected', data: { round: now.round, by: 'hand', reason: data.reason } }];
    },
    AttemptFollowUp: (attempt: Attempt, now: CaseState): ComplaintFact[] => {
      const { data, meta } = attempt;
      mustBe(now, 'answered');
      if (now.followUp === 'passed-over') throw new Refused('NotSelected');
      checkSaid(rules, attempt, now);
      rules.checkTime(meta, now);
      const { outcome, comment } = data;
      if (comment) mustNotBeRestricted(now);
      const { round } = now;
      if (outcome === 'no-number') return [{ type: 'FollowUpNumberMissing', data: { round } }];
      checkDay(rules, meta, now);
      const attempted = defined({ outcome, round, comment: comment as Box | undefined });
      return [{ type: 'FollowUpAttempted', data: attempted as never }, ...said(attempt, round)];
    },
    SetRatingAside: ({ data, meta }: CaseCommand<'SetRatingAside'>, now: CaseState): ComplaintFact[] => {
      mustBeHere(now);
      mustReview(meta);
      const { ground, note } = data;
      const round = roundOf(now, data.round, 'valid') ?? roundOf(now, undefined, 'set-aside');
      const standing = round === undefined ? undefined : now.ratings?.[round];
      if (round === undefined || !standing) throw new Refused('NotRated');
      if (standing === 'set-aside') return [];
      rules.checkTime(meta, now);
      rules.checkSetAsideGround(ground, rules.day(meta.at));
      return [{ type: 'RatingSetAside', data: defined({ round, ground, note }) as never }];
    },
    RestoreRating: ({ data, meta }: CaseCommand<'RestoreRating'>, now: CaseState): ComplaintFact[] => {
      mustBeHere(now);
      mustReview(meta);
      const round = roundOf(now, data.round, 'set-aside');
      if (round === undefined || now.ratings?.[round] !== 'set-aside') throw new Refused('NotSetAside');
      rules.checkTime(meta, now);
      return [{ type: 'RatingRestored', data: { round, reason: data.reason } }];
    },
  };

  const rated = (now: CaseState, round: number, standing: 'valid' | 'set-aside'): CaseState => ({
    ...now,
    ratings: { ...now.ratings, [round]: standing },
  });

  const evolve: { readonly [T in keyof typeof followUpEvents | 'FollowUpAttempted' | 'FollowUpRated']: Evolve<T> } = {
    FollowUpSelected: (now, { data }) => ({ ...now, followUp: data.by }),
    FollowUpPassedOver: (now) => ({ ...now, followUp: 'passed-over' }),
    FollowUpNumberMissing: (now) => ({ ...now, contactable: false }),
    FollowUpAttempted: (now, { data, meta }) => {
      const day = rules.day(meta.occurredAt?.at ?? meta.recordedAt);
      const called = { ...now, attempts: now.attempts + 1, calledOn: [...(now.calledOn ?? []), day] };
      return CONCLUDES.includes(data.outcome) ? { ...called, concluded: true } : called;
    },
    FollowUpRated: (now, { data }) => rated({ ...now, rated: true }, data.round, 'valid'),
    FollowUpSolved: (now) => ({ ...now, solved: true }),
    RatingSetAside: (now, { data }) => rated(now, data.round, 'set-aside'),
    RatingRestored: (now, { data }) => rated(now, data.round, 'valid'),
  };
  return { decide, evolve };
};
