import {
  addDays,
  dayOf,
  daysBetween,
  dueDate,
  extendDue,
  recalculateDue,
  superviseOn,
  workingDays,
  type Calendar,
  type Day,
  type Due,
} from '@sunlit/calendar';
import { Refused, type Actor, type CommandMeta, type Moment } from '@sunlit/kernel';
import {
  category,
  declineGround,
  inForce,
  kind,
  medium,
  returnGround,
  ruleFor,
  ruleOf,
  servicePoint,
  source,
  subtree,
  unit,
  type CaseService,
  type Coded,
  type Office,
  type OfficeDeadline,
  type Urgency,
} from '@sunlit/platform';
import { momentOfCommand, type CaseState } from './case.state.js';

const LISTS = { kind, category, source, medium, servicePoint, ground: declineGround, returnGround } as const;
export type CodeField = keyof typeof LISTS;

/** Roles of the program itself: nobody signs in under them. */
const OWN_ROLES: readonly string[] = ['system', 'importer'];

/** Whether a moment lies before another, as far as the coarser of the two is known. */
const isBefore = (a: Moment, b: Moment, timeZone: string): boolean => {
  if (a.precision === 'day' || b.precision === 'day') return dayOf(a.at, timeZone) < dayOf(b.at, timeZone);
  const length = a.precision === 'minute' || b.precision === 'minute' ? 16 : 24;
  return a.at.slice(0, length) < b.at.slice(0, length);
};

/** What the office profile and the calendar say, as pure functions: all that deciders know of either. */
export const rulesOf = (office: Office, calendar: Calendar, service: CaseService) => {
  const { timeZone } = office.office;
  const day = (at: string): Day => dayOf(at, timeZone);

  /** Refuses a code the office does not have on the day. */
  const check = (field: CodeField, code: string, on: Day): void => {
    const entry: Coded | null = LISTS[field](office, code);
    if (!entry || !inForce(entry, on)) throw new Refused('UnknownCode', { field, code });
  };

  const limit = ({ occurredAt, by, recordedAt }: CommandMeta, live: boolean): void => {
    if (!occurredAt || by.role === 'system') return;
    const { statedBy, maxDaysBack } = office.occurredAt;
    const may = OWN_ROLES.includes(by.role) || (statedBy as readonly string[]).includes(by.role);
    if (!may) throw new Refused('MayNotStateTime');
    if (live && daysBetween(day(occurredAt.at), day(recordedAt)) > maxDaysBack)
      throw new Refused('TooFarBack', { days: maxDaysBack });
  };

  const notBefore = (moment: Moment, answered: Moment): void => {
    if (answered.at && isBefore(moment, answered, timeZone)) throw new Refused('BeforeWhatItAnswers');
  };

  const extended = (due: Due, rule: OfficeDeadline, granted: CaseState['granted']): Due =>
    granted.reduce((so, { workingDays, reason, on }) => {
      const why = {
        zh: `延期 ${workingDays} 个工作日:${reason}`,
        en: `extended by ${workingDays} working days: ${reason}`,
      };
      // After a correction the clock may begin later, or end sooner, than the day more time was asked on.
      const within = on < so.start ? so.start : on > so.on ? so.on : on;
      return extendDue(calendar, so, { on: within, workingDays, why }, rule);
    }, due);

  return {
    service,
    /** The office's day at an instant. */
    day,
    check,
    /** Refuses a unit there is not on the day. */
    checkUnit: (code: string, on: Day): void => {
      const found = unit(office, code);
      if (!found || !inForce(found, on)) throw new Refused('UnknownUnit', { code });
    },
    /** Refuses a kind that `of` does not handle. */
    checkKind: (code: string, on: Day, of: CaseService = service): void => {
      check('kind', code, on);
      if (kind(office, code)?.service !== of) throw new Refused('WrongService', { kind: code });
    },
    /** Who may state a time and how far back (policy `occurredAt`; history has no limit), and that it is not before what it answers. */
    checkTime: (meta: CommandMeta, now: CaseState, answered: Moment = now.since): void => {
      limit(meta, !now.history);
      notBefore(momentOfCommand(meta), answered);
    },
    checkLimit: limit,
    notBefore,
    mayRecordHistory: ({ role }: Actor): boolean => OWN_ROLES.includes(role) || role === 'administrator',
    /** Whether the unit is the actor's own or below it; who is bound to no unit acts for all. */
    actsFor: ({ role, unit: own }: Actor, of: string | undefined): boolean =>
      role !== 'unit-handler' || (own !== undefined && of !== undefined && subtree(office, own).includes(of)),
    /** The due date of what is received at `from`, with what was granted beside; null where the profile sets no limit. */
    dueFor: (of: CaseState['details'], from: Moment, granted: CaseState['granted'] = []): Due | null => {
      const rule = ruleFor(office, of.kind, of.urgency as Urgency, day(from.at));
      return rule && extended(dueDate(calendar, rule, day(from.at)), rule, granted);
    },
    /** The rule a due date was made with; null where the profile has lost it. */
    ruleOf: (due: Due): OfficeDeadline | null => ruleOf(office, due.policy),
    /** The due date with one extension more. */
    extended: (due: Due, granted: CaseState['granted'][number]): Due => {
      const rule = ruleOf(office, due.policy);
      return rule ? extended(due, rule, [granted]) : due;
    },
    /** The due date under this program's calendar; null where that changes nothing or does not know the year yet. */
    recalculated: (due: Due): Due | null => {
      if (!due.provisional || due.calendar === calendar.version) return null;
      const again = recalculateDue(calendar, due);
      return again && !again.provisional ? again : null;
    },
    /** The day a person answered on this day is to be called back (policy `followUp`). */
    followUpOn: (answered: Day): Day => workingDays.add(calendar, answered, office.followUp.workingDaysAfter),
    /** When supervision may begin after a reminder of this day. */
    superviseOn: (due: Due, reminded: Day): Day => {
      const rule = ruleOf(office, due.policy);
      return rule ? superviseOn(calendar, reminded, rule) : addDays(reminded, 7);
    },
  };
};

export type Rules = ReturnType<typeof rulesOf>;
