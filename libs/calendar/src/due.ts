import type { Calendar } from './calendar.js';
import { ClockError, rerunClock, type ClockStep } from './clock.js';
import type { Day } from './day.js';
import type { CountsFrom, DeadlineRule, Due, Lang, LedgerStep, Text } from './due.types.js';
import { explanationOf } from './due.explain.js';
import { begunBy, calendarOf, limitOf, timeOf, type Limited } from './due.limit.js';
import { timedDue, type Policy } from './due.timed.js';
import { dayOf } from './office-time.js';
import { instantAt, openingHours, type WorkingTime } from './working-hours.js';
import { workingDays } from './working-days.js';

/** The rule's name in a due date: `complaint.normal@1`. */
export const policyOf = (rule: Pick<DeadlineRule, 'id' | 'version'>): string => `${rule.id}@${rule.version}`;

const warnDay = (calendar: Calendar, on: Day, start: Day, before: number): Day => {
  // No earlier than the start also where the calendar has no table for so early a day.
  if (workingDays.between(calendar, start, on) <= before) return start;
  return workingDays.subtract(calendar, on, before);
};

const dueOf = (calendar: Calendar, steps: readonly ClockStep[], policy: Policy): Due => {
  const { due, start, workingDays: days, ledger } = rerunClock(calendar, steps);
  if (due === null) throw new RangeError('A stopped clock has no due date: resume it first.');
  const remindOn = workingDays.add(calendar, due, 1);
  const warnOn = warnDay(calendar, due, start, policy.warnBefore);
  const provisional = calendar.provisional(due) || calendar.provisional(remindOn);
  const facts = { on: due, start, warnOn, remindOn, days, warnBefore: policy.warnBefore, provisional };
  return {
    on: due,
    start,
    workingDays: days,
    policy: policy.id,
    calendar: calendar.version,
    provisional,
    warnOn,
    remindOn,
    steps: [...ledger, ...explanationOf(calendar, facts, policy)],
  };
};

/** What counts as days: a calendar alone, or with the office hours that limits in hours need. */
export type Days = Calendar | WorkingTime;

const startStep = (rule: DeadlineRule, start: Day, countsFrom: CountsFrom): ClockStep => {
  const { zh, en } = begunBy(countsFrom);
  const days = rule.workingDays ?? 0;
  const why: Text = {
    zh: `${zh}之日不计，从次日起算 ${days} 个工作日`,
    en: `${en}, a day that does not count; ${days} working days from the day after`,
  };
  const sameDay: Text = { zh: `${zh}，当日办结`, en: `${en}, to be answered the same day` };
  return {
    ...{ what: 'start', on: start, days, why: days === 0 ? sameDay : why },
    ...{ rule: policyOf(rule), source: rule.source },
  };
};

const policyFor = (rule: DeadlineRule): Policy => ({
  id: policyOf(rule),
  warnBefore: rule.warnWorkingDaysBefore,
  source: rule.source,
});

const inDays = (calendar: Calendar, rule: DeadlineRule, start: Day, countsFrom: CountsFrom): Due => {
  const due = dueOf(calendar, [startStep(rule, start, countsFrom)], policyFor(rule));
  return countsFrom === 'receipt' ? due : { ...due, countsFrom };
};

/** The due date a rule in working days gives what was received on `start`; 0 working days: that day itself. */
export const dueDate = (calendar: Calendar, rule: DeadlineRule, start: Day): Due =>
  inDays(calendar, rule, start, 'receipt');

/** The moment a limit counts from, and what happened then. */
export interface Start {
  /** ISO 8601. */
  readonly at: string;
  /** Only its day is known: a limit in hours counts from the opening of that day. */
  readonly dayOnly?: boolean;
  readonly what: CountsFrom;
}

/** The due date a rule gives what began at the moment. */
export const dueFrom = (time: WorkingTime, rule: DeadlineRule, { at, dayOnly, what }: Start): Due => {
  const day = dayOf(at, time.timeZone);
  const limit = limitOf(rule);
  if (!limit) return inDays(time.calendar, rule, day, what);
  const since = dayOnly ? instantAt(day, openingHours(time, day).opens, time.timeZone) : new Date(at).toISOString();
  return timedDue(time, { ...limit, since, countsFrom: what }, [], policyFor(rule));
};

const MOVING = new Set<string>(['start', 'stop', 'resume', 'restart', 'extend']);

/** The steps that move the clock, from the ledger kept in the due date. */
const movesOf = (due: Due): ClockStep[] =>
  due.steps
    .filter(({ what }) => MOVING.has(what))
    .map(({ what, on, days, why, rule, source }) => ({
      what: what as ClockStep['what'],
      on,
      why,
      rule,
      ...(days !== undefined && what !== 'stop' && what !== 'resume' && { days }),
      ...(source !== undefined && { source }),
    }));

/** By their days: an extension asked for before a pause may be granted after it. */
const inOrder = (steps: readonly ClockStep[]): ClockStep[] =>
  steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

const policyIn = (due: Due): Policy => {
  const warn = due.steps.find(({ what }) => what === 'warn');
  return { id: due.policy, warnBefore: warn?.days ?? 0, source: warn?.source ?? '' };
};

const limitIn = ({ limit, since, countsFrom }: Due): Limited | null =>
  limit && since !== undefined ? { ...limit, since, countsFrom: countsFrom ?? 'receipt' } : null;

/** The due date its steps give, one of them new or the calendar another. */
const rerun = (days: Days, due: Due, steps: readonly ClockStep[]): Due => {
  const limited = limitIn(due);
  if (limited) {
    const moves = steps.filter(({ what }) => what !== 'start');
    return timedDue(timeOf(days), limited, moves, policyIn(due));
  }
  const again = dueOf(calendarOf(days), steps, policyIn(due));
  return { ...again, ...(due.countsFrom && { countsFrom: due.countsFrom }) };
};

/** More time: how much and why, and the day it was asked for. */
export interface Extension {
  readonly on: Day;
  readonly workingDays: number;
  readonly why: Text;
}

/** How often the due date was extended, and by how many working days in all. */
export const extensionsOf = (due: Due): { readonly times: number; readonly workingDays: number } => {
  const given = due.steps.filter(({ what }) => what === 'extend');
  return { times: given.length, workingDays: given.reduce((sum, { days = 0 }) => sum + days, 0) };
};

/**
 * The due date with more time, counted on from the old one. The caller checks against the rule who may grant it, how often and how much;
 * throws a `ClockError` where it was asked for after the due day. `rule` is the one the due date names.
 */
export const extendDue = (days: Days, due: Due, extension: Extension, rule: DeadlineRule): Due => {
  const { on, workingDays: more, why } = extension;
  const step: ClockStep = { what: 'extend', on, days: more, why, rule: policyOf(rule), source: rule.source };
  if (on > due.on) throw new ClockError(step, `it ran out on ${due.on}`);
  return rerun(days, due, inOrder([...movesOf(due), step]));
};

/** A clock that stands still: the days after `from` up to and including `to` do not count. */
export interface Pause {
  readonly from: Day;
  readonly to: Day;
  /** Why it stopped and why it went on. */
  readonly stopped: Text;
  readonly resumed: Text;
  readonly rule: string;
  readonly source?: string;
}

/**
 * The due date with a pause more, moved by its working days. One that ended before the clock began, or began after the due day, is none:
 * what was late stays late.
 */
export const pauseDue = (days: Days, due: Due, pause: Pause): Due => {
  const { to, stopped, resumed, rule, source } = pause;
  const from = pause.from < due.start ? due.start : pause.from;
  if (to < from || from > due.on) return due;
  const said = { rule, ...(source !== undefined && { source }) };
  const stop: ClockStep = { what: 'stop', on: from, why: stopped, ...said };
  const resume: ClockStep = { what: 'resume', on: to, why: resumed, ...said };
  return rerun(days, due, inOrder([...movesOf(due), stop, resume]));
};

/** The same steps under another calendar, or null where no date of it changes nor stops being provisional. */
export const recalculateDue = (days: Days, due: Due): Due | null => {
  const again = rerun(days, due, movesOf(due));
  const dates = ['on', 'at', 'warnOn', 'remindOn', 'provisional'] as const;
  return dates.every((name) => again[name] === due[name]) ? null : again;
};

/** When supervision (督办) begins: the rule's number of working days after the reminder was issued. */
export const superviseOn = (calendar: Calendar, reminderDay: Day, rule: DeadlineRule): Day =>
  workingDays.add(calendar, reminderDay, rule.superviseAfterWorkingDays);

const daysOf = ({ what, on, from, to }: LedgerStep, lang: Lang): string =>
  (what === 'holiday' || what === 'worked') && from !== to ? `${from} ${lang === 'zh' ? '至' : 'to'} ${to}` : on;

const sourceOf = ({ rule, source }: LedgerStep, lang: Lang): string => {
  const text = source ? `${rule}${lang === 'zh' ? '：' : ': '}${source}` : rule;
  return lang === 'zh' ? `（依据 ${text}）` : ` (${text})`;
};

/** The ledger in readable lines, one a step, in order. */
export const explainDue = (due: Due, lang: Lang): string[] =>
  due.steps.map((step) => `${daysOf(step, lang)}  ${step.why[lang]}${sourceOf(step, lang)}`);
