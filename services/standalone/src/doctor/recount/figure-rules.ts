import { addDays, yearOf, type Calendar } from '@sunlit/calendar';
import type { Office } from '@sunlit/platform';
import type { CaseFile } from './case-file.js';
import { followUpFigures } from './follow-up-rules.js';
import { contactsOf, toldMeanwhile } from './contacts.js';
import type { Matter, Round } from './matter.js';
import { runningBetween, stoodStillOn } from './standstill.js';
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
  /** It counts contacts, or what people were told, in place of matters: of every stream, whatever became of it. */
  readonly contacts?: (file: Pick<CaseFile, 'steps'>) => readonly Counted[];
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
    rounds.flatMap((round) => {
      const { dueOn, answer, endedOn, steps } = round;
      const inNeither = answer === undefined && (endedOn !== undefined || history);
      if (dueOn === undefined || dueOn >= today || inNeither || stoodStillOn(steps, dueOn)) return [];
      return [counted(dueOn, inTime(round))];
    });

/** Answered by the end of its due day, or by the very time it was due. */
const inTime = ({ dueOn, dueAt, endedOn, answer }: Round): boolean => {
  if (answer === undefined) return false;
  return dueAt === undefined ? endedOn! <= dueOn! : answer.at <= dueAt;
};

/** Days of a matter's rounds from the one `from` gives up to the one it ended on. */
const lasting =
  (from: (round: Round) => string | undefined, whileRunning = false) =>
  ({ rounds, history }: Matter): readonly Counted[] =>
    rounds.flatMap((round) => {
      const day = from(round);
      const { endedOn } = round;
      if (history || day === undefined || (endedOn !== undefined && endedOn <= day)) return [];
      const until = endedOn ?? '9999-12-31';
      if (whileRunning)
        return runningBetween(round.steps, day, until).map((stretch) => counted(stretch.day, false, stretch.until));
      return [counted(day, false, until)];
    });

/** Overdue is open, not suspended, and due on a day before. */
const overdueFrom = ({ dueOn, openedOn }: Round): string | undefined => {
  const after = dueOn && addDays(dueOn, 1);
  return after && after > openedOn ? after : after && openedOn;
};

/** Every figure of the product, said anew from its definition (domain §2.6). */
export const figureRules = ({ office, calendar, dayOf, today }: RuleTerms): readonly FigureRule[] => {
  const worked = hoursWorked(calendar, office.office);
  const handled = ({ rounds, accepted, cameOn }: Matter): readonly Counted[] => {
    const answer = rounds.find((round) => round.answer)?.answer;
    // The calendar's first year has no year before it to count from.
    if (!answer || yearOf(dayOf(accepted.at)) <= calendar.firstYear) return [];
    return [{ day: cameOn, in: ['value'], hours: worked(accepted.at, answer.at) }];
  };
  return [
    count('hotline.accepted.v1', byPhone),
    share('hotline.consultation-share.v1', whenCame(byPhone, isConsultation)),
    share(
      'hotline.first-contact-share.v1',
      whenCame(
        (matter) => byPhone(matter) && isConsultation(matter) && !unrecorded(matter) && !matter.joined,
        atFirstContact,
      ),
    ),
    count('hotline.matters.v1', (matter) => byPhone(matter) && !matter.joined),
    { ...count('hotline.contacts.v1', () => false), contacts: (file) => contactsOf(file, dayOf) },
    { ...count('interim.given.v1', () => false), contacts: (file) => toldMeanwhile(file, dayOf) },
    count('matters.accepted.v1', () => true),
    count('consultations.accepted.v1', isConsultation),
    count('complaints.accepted.v1', isComplaint),
    share(
      'complaints.handled-share.v1',
      whenCame(
        (matter) => isComplaint(matter) && !matter.withdrawn && !matter.joined && !unrecorded(matter),
        answeredEver,
      ),
    ),
    share('answers.on-time-share.v1', dueUpTo(today)),
    { name: 'handling.time.v1', shows: 'distribution', beside: [], counts: handled },
    { name: 'open.now.v1', shows: 'level', beside: [], counts: lasting(({ openedOn }) => openedOn) },
    { name: 'overdue.now.v1', shows: 'level', beside: [], counts: lasting(overdueFrom, true) },
    ...followUpFigures(dayOf),
    share('platform.satisfaction.v1', ({ rounds }) => {
      const told = rounds.flatMap(({ steps }) => steps).findLast(({ type }) => type === 'PlatformRated');
      return told ? [counted(dayOf(told.at), Number(told.data['level']) >= 3)] : [];
    }),
  ];
};
