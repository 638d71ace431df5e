import { addDays, yearOf, type Calendar } from '@sunlit/calendar';
import type { Office } from '@sunlit/platform';
import type { Matter, Round } from './matter.js';
import { hoursWorked } from './working-hours.js';

/** One thing a figure counts: on a day (a level: up to the day before `until`), in the named sums. */
export interface Counted {
  readonly day: string;
  readonly until?: string | undefined;
  /** `value` is what the figure is about, `part` a ratio's numerator; the rest is shown beside it. */
  readonly in: readonly string[];
  readonly hours?: number;
}

export interface FigureRule {
  readonly name: string;
  readonly shows: 'count' | 'ratio' | 'level' | 'distribution';
  /** Sums shown beside it. */
  readonly beside: readonly string[];
  readonly counts: (matter: Matter) => readonly Counted[];
}

/** What rules need beside a matter. `today` is the office's day of the as-of. */
export interface RuleTerms {
  readonly office: Office;
  readonly calendar: Calendar;
  readonly dayOf: (instant: string) => string;
  readonly today: string;
}

const byPhone = ({ medium }: Matter): boolean => medium === 'phone';
/** Class 信息咨询 with kind 咨询. */
const isConsultation = (matter: Matter): boolean => matter.class === 'inquiry' && matter.kind === 'consultation';
const isComplaint = (matter: Matter): boolean => matter.class === 'grievance';
const answeredEver = ({ rounds }: Matter): boolean => rounds.some(({ answer }) => answer);
/** Imported history of which nobody wrote down how it ended. */
const unrecorded = (matter: Matter): boolean => matter.history && !matter.withdrawn && !answeredEver(matter);
const atFirstContact = ({ rounds }: Matter): boolean =>
  rounds.length === 1 && rounds[0]!.answer?.type === 'AnsweredAtFirstContact';

const counted = (day: string, part: boolean, until?: string): Counted => ({
  day,
  until,
  in: part ? ['value', 'part'] : ['value'],
});

const whenCame =
  (about: (matter: Matter) => boolean, part: (matter: Matter) => boolean = () => false) =>
  (matter: Matter): readonly Counted[] =>
    about(matter) ? [counted(matter.cameOn, part(matter))] : [];

const count = (name: string, about: (matter: Matter) => boolean): FigureRule => ({
  name,
  shows: 'count',
  beside: [],
  counts: whenCame(about),
});

const share = (name: string, counts: FigureRule['counts']): FigureRule => ({
  name,
  shows: 'ratio',
  beside: [],
  counts,
});

const dueUpTo =
  (today: string) =>
  ({ rounds, history }: Matter): readonly Counted[] =>
    rounds.flatMap(({ dueOn, endedOn, answer }) => {
      const unanswered = answer === undefined;
      const inNeither = unanswered && (endedOn !== undefined || history);
      if (dueOn === undefined || dueOn >= today || inNeither) return [];
      return [counted(dueOn, !unanswered && endedOn! <= dueOn)];
    });

/** Days of a matter's rounds from the one `from` gives up to the one it ended on. */
const lasting =
  (from: (round: Round) => string | undefined) =>
  ({ rounds, history }: Matter): readonly Counted[] =>
    rounds.flatMap((round) => {
      const day = from(round);
      const { endedOn } = round;
      if (history || day === undefined || (endedOn !== undefined && endedOn <= day)) return [];
      return [counted(day, false, endedOn ?? '9999-12-31')];
    });

/** Overdue is open, and due on a day before. */
const overdueFrom = ({ dueOn, openedOn }: Round): string | undefined => {
  const after = dueOn && addDays(dueOn, 1);
  return after && after > openedOn ? after : after && openedOn;
};

const SHOWN = ['selected', 'contactable', 'attempted', 'reached', 'rated', 'positive'];

/** How a round was followed up: the steps that say so. */
const followed = ({ steps }: Round) => {
  const attempts = steps.filter(({ type }) => type === 'FollowUpAttempted');
  const rating = steps.findLast(({ type }) => type === 'FollowUpRated');
  const reached = rating ?? attempts.find(({ data }) => data['outcome'] === 'reached');
  return { rating, reached, tried: reached ?? attempts[0] };
};

const followUp = (matter: Matter, round: Round, { dayOf, level }: { dayOf: RuleTerms['dayOf']; level: number }) => {
  const { rating, reached, tried } = followed(round);
  const when = tried ?? (matter.history ? undefined : round.answer);
  if (!when) return [];
  const positive = Number(rating?.data['level'] ?? 0) >= level;
  const holds = [true, matter.contactable || !!tried, !!tried, !!reached, !!rating, positive, !!rating, positive];
  return [{ day: dayOf(when.at), in: [...SHOWN, 'value', 'part'].filter((_, at) => holds[at]) }];
};

const wasRated = ({ steps }: Round): boolean => steps.some(({ type }) => type === 'FollowUpRated');
const wasTried = ({ answer, steps }: Round): boolean =>
  !!answer || steps.some(({ type }) => type === 'FollowUpAttempted');
const lastRound = ({ rounds }: Matter): Round | undefined => rounds.findLast(wasRated) ?? rounds.findLast(wasTried);

/** Every figure of the product, said anew from its definition (domain §2.6). */
export const figureRules = ({ office, calendar, dayOf, today }: RuleTerms): readonly FigureRule[] => {
  const worked = hoursWorked(calendar, office.office);
  const handled = ({ rounds, accepted, cameOn }: Matter): readonly Counted[] => {
    const answer = rounds.find((round) => round.answer)?.answer;
    // The calendar's first year has no year before it to count from.
    if (!answer || yearOf(dayOf(accepted.at)) <= calendar.firstYear) return [];
    return [{ day: cameOn, in: ['value'], hours: worked(accepted.at, answer.at) }];
  };
  const rated = (name: string, level: number, roundOf: (matter: Matter) => Round | undefined): FigureRule => ({
    name,
    shows: 'ratio',
    beside: SHOWN,
    counts: (matter) => {
      const round = isComplaint(matter) && roundOf(matter);
      return round ? followUp(matter, round, { dayOf, level }) : [];
    },
  });
  return [
    count('hotline.accepted.v1', byPhone),
    share('hotline.consultation-share.v1', whenCame(byPhone, isConsultation)),
    share(
      'hotline.first-contact-share.v1',
      whenCame((matter) => byPhone(matter) && isConsultation(matter) && !unrecorded(matter), atFirstContact),
    ),
    count('matters.accepted.v1', () => true),
    count('consultations.accepted.v1', isConsultation),
    count('complaints.accepted.v1', isComplaint),
    share(
      'complaints.handled-share.v1',
      whenCame((matter) => isComplaint(matter) && !matter.withdrawn && !unrecorded(matter), answeredEver),
    ),
    share('answers.on-time-share.v1', dueUpTo(today)),
    { name: 'handling.time.v1', shows: 'distribution', beside: [], counts: handled },
    { name: 'open.now.v1', shows: 'level', beside: [], counts: lasting(({ openedOn }) => openedOn) },
    { name: 'overdue.now.v1', shows: 'level', beside: [], counts: lasting(overdueFrom) },
    rated('followup.satisfaction.v1', 3, lastRound),
    rated('followup.strict.v1', 4, lastRound),
    rated('followup.first-round.v1', 3, ({ rounds }) => rounds[0]),
  ];
};
