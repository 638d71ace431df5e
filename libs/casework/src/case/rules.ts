import {
  addDays,
  dayOf,
  daysBetween,
  dueFrom,
  extendDue,
  pauseDue,
  recalculateDue,
  superviseOn,
  workingDays,
  type Calendar,
  type Day,
  type CountsFrom,
  type Due,
} from '@sunlit/calendar';
import { Refused, type Actor, type CommandMeta, type Moment } from '@sunlit/kernel';
import {
  category,
  declineGround,
  inForce,
  kind,
  medium,
  personFlag,
  returnGround,
  ruleForMatter,
  ruleOf,
  servicePoint,
  source,
  subtree,
  suspensionGround,
  unit,
  type CaseService,
  type Coded,
  type Office,
  type OfficeDeadline,
  type Urgency,
} from '@sunlit/platform';
import { attributeRules } from '../content/attribute.rules.js';
import { momentOfCommand, type CaseState } from './case.state.js';
import { orderRules } from '../order/order.rules.js';
import { followUpRules } from '../follow-up/follow-up.rules.js';

const LISTS = {
  kind,
  category,
  source,
  medium,
  servicePoint,
  ground: declineGround,
  returnGround,
  suspensionGround,
} as const;
export type CodeField = keyof typeof LISTS;

/** Roles of the program itself: nobody signs in under them. */
const OWN_ROLES: readonly string[] = ['system', 'importer'];

/** Whether a moment lies before another, as far as the coarser of the two is known. */
const isBefore = (a: Moment, b: Moment, timeZone: string): boolean => {
  if (a.precision === 'day' || b.precision === 'day') return dayOf(a.at, timeZone) < dayOf(b.at, timeZone);
  const length = a.precision === 'minute' || b.precision === 'minute' ? 16 : 24;
  return a.at.slice(0, length) < b.at.slice(0, length);
};

/** The same day so many years on; of 29 February the 28th where there is none. */
const yearsLater = (from: Day, years: number): Day => {
  const [year, rest] = [Number(from.slice(0, 4)) + years, from.slice(4)];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}${rest === '-02-29' && !leap ? '-02-28' : rest}`;
};

/** Whether the role may read the identity of a person kept secret (policy `secrecy`; reviewers and administrators where it says nothing). */
export const mayOpenIdentity = ({ secrecy }: Office, role: string): boolean =>
  (secrecy?.openedBy ?? ['reviewer', 'administrator']).some((named) => named === role);

/** When the platform dispatched what the present round handles; undefined where the round began otherwise. */
const dispatchedIn = ({ order, round, clockFrom }: CaseState): Moment | undefined => {
  if (!order) return undefined;
  const ofThisRound = (round === 1 && !order.anew) || order.dispatchedAt >= clockFrom.at;
  return ofThisRound ? { at: order.dispatchedAt, precision: 'second' } : undefined;
};

/** What the office profile and the calendar say, as pure functions: all that deciders know of either. */
export const rulesOf = (office: Office, calendar: Calendar, service: CaseService) => {
  const { timeZone, hours } = office.office;
  const time = { calendar, timeZone, hours };
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

  const pauseOf = ({ ground, from, to }: CaseState['pauses'][number]) => {
    const found = suspensionGround(office, ground);
    const { zh, en } = found?.name ?? { zh: ground, en: ground };
    return {
      ...{ from, to, rule: `suspension.${ground}` },
      ...(found && { source: found.source }),
      stopped: { zh: `挂起：${zh}，次日起不计`, en: `suspended, ${en}: the days after do not count` },
      resumed: { zh: '恢复办理，次日起继续计', en: 'resumed: counted again from the day after' },
    };
  };

  /** What the rule counts from, as far as it has happened in this round: until then it is receipt, so that nothing goes without a date. */
  const startOf = ({ countsFrom }: OfficeDeadline, now: CaseState): readonly [CountsFrom, Moment] => {
    const dispatched = dispatchedIn(now);
    if (countsFrom === 'dispatch' && dispatched) return ['dispatch', dispatched];
    if (countsFrom === 'signing' && now.signed && !isBefore(now.signed, now.clockFrom, timeZone))
      return ['signing', now.signed];
    return ['receipt', now.clockFrom];
  };

  const extended = (due: Due, rule: OfficeDeadline, granted: CaseState['granted']): Due =>
    granted.reduce((so, { workingDays, reason, on }) => {
      const why = {
        zh: `延期 ${workingDays} 个工作日:${reason}`,
        en: `extended by ${workingDays} working days: ${reason}`,
      };
      // After a correction the clock may begin later, or end sooner, than the day more time was asked on.
      const within = on < so.start ? so.start : on > so.on ? so.on : on;
      return extendDue(time, so, { on: within, workingDays, why }, rule);
    }, due);

  return {
    ...attributeRules(office),
    ...orderRules(office, calendar),
    ...followUpRules(office, service),
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
    /** Refuses a flag the office does not give. */
    checkFlag: (code: string, on: Day): void => {
      const found = personFlag(office, code);
      if (!found || !inForce(found, on)) throw new Refused('UnknownCode', { field: 'flag', code });
    },
    /** How many days a flag lasts at most. */
    flagDays: (code: string): number => personFlag(office, code)?.maxDays ?? 0,
    checkLimit: limit,
    notBefore,
    mayRecordHistory: ({ role }: Actor): boolean => OWN_ROLES.includes(role) || role === 'administrator',
    /** Whether the person of such a case is kept secret unless they waive it. */
    isSecret: (code: string): boolean => kind(office, code)?.secrecy === true,
    /** The last day personal data of a case registered then is to be kept (policy `retention`); null where nothing says so. */
    retainedUntil: (registeredAt: string): Day | null => {
      const { retention } = office;
      return retention ? yearsLater(day(registeredAt), retention.years) : null;
    },
    /** Who may read the identity of a person kept secret (policy `secrecy`). */
    mayOpenIdentity: ({ role }: Actor): boolean => mayOpenIdentity(office, role),
    /** Whether the unit is the actor's own or below it; who is bound to no unit acts for all. */
    actsFor: ({ role, unit: own }: Actor, of: string | undefined): boolean =>
      role !== 'unit-handler' || (own !== undefined && of !== undefined && subtree(office, own).includes(of)),
    /** Whether the unit is below the other in the tree. */
    isBelow: (code: string, above: string): boolean => code !== above && subtree(office, above).includes(code),
    /** The due date moved by each of these pauses, with the ledger that says so. */
    paused: (due: Due, pauses: CaseState['pauses']): Due =>
      pauses.reduce((so, pause) => pauseDue(time, so, pauseOf(pause)), due),
    /** The last day a case suspended on this day may be so (profile `suspensionGrounds`). */
    suspendedUntil: (ground: string, on: Day): Day =>
      workingDays.add(calendar, on, suspensionGround(office, ground)?.maxWorkingDays ?? 0),
    /** How often a case may be suspended on this ground in a round. */
    suspensionTimes: (ground: string): number => suspensionGround(office, ground)?.times ?? 0,
    /** From when a task of that day is said to be due soon: the working day before it. */
    taskWarnOn: (dueOn: Day): Day => workingDays.subtract(calendar, dueOn, 1),
    /** How many working days lie after the one up to the other. */
    workingDaysBetween: (from: Day, to: Day): number => workingDays.between(calendar, from, to),
    /** The due date of the present round, with what was granted beside; null where the profile sets no limit. */
    dueFor: (now: CaseState): Due | null => {
      const { kind, urgency, source } = now.details;
      const rule = ruleForMatter(office, { kind, urgency: urgency as Urgency, source }, day(now.clockFrom.at));
      if (!rule) return null;
      const [what, { at, precision }] = startOf(rule, now);
      const due = dueFrom(time, rule, { at, what, ...(precision === 'day' && { dayOnly: true }) });
      return extended(due, rule, now.granted);
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
      const again = recalculateDue(time, due);
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
