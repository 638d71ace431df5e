import type { Calendar } from './calendar.js';
import { ClockError, rerunClock, type ClockStep } from './clock.js';
import type { Day } from './day.js';
import type { DeadlineRule, Due, Lang, LedgerStep, Text } from './due.types.js';
import { explanationOf } from './due.explain.js';
import { workingDays } from './working-days.js';

/** The rule's name in a due date: `complaint.normal@1`. */
export const policyOf = (rule: Pick<DeadlineRule, 'id' | 'version'>): string => `${rule.id}@${rule.version}`;

interface Policy {
  readonly id: string;
  readonly warnBefore: number;
  readonly source: string;
}

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

/** The due date a rule gives what was received on `start`; 0 working days: that day itself. */
export const dueDate = (calendar: Calendar, rule: DeadlineRule, start: Day): Due => {
  const id = policyOf(rule);
  const why: Text = {
    zh: `收到之日不计，从次日起算 ${rule.workingDays} 个工作日`,
    en: `received, a day that does not count; ${rule.workingDays} working days from the day after`,
  };
  const sameDay: Text = { zh: '收到，当日办结', en: 'received, to be answered the same day' };
  const step: ClockStep = {
    what: 'start',
    on: start,
    days: rule.workingDays,
    why: rule.workingDays === 0 ? sameDay : why,
    rule: id,
    source: rule.source,
  };
  return dueOf(calendar, [step], { id, warnBefore: rule.warnWorkingDaysBefore, source: rule.source });
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

const policyIn = (due: Due): Policy => {
  const warn = due.steps.find(({ what }) => what === 'warn');
  return { id: due.policy, warnBefore: warn?.days ?? 0, source: warn?.source ?? '' };
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
export const extendDue = (calendar: Calendar, due: Due, extension: Extension, rule: DeadlineRule): Due => {
  const { on, workingDays: days, why } = extension;
  const step: ClockStep = { what: 'extend', on, days, why, rule: policyOf(rule), source: rule.source };
  if (on > due.on) throw new ClockError(step, `it ran out on ${due.on}`);
  return dueOf(calendar, [...movesOf(due), step], policyIn(due));
};

/** The same steps under another calendar, or null where no date of it changes nor stops being provisional. */
export const recalculateDue = (calendar: Calendar, due: Due): Due | null => {
  const again = dueOf(calendar, movesOf(due), policyIn(due));
  const dates = ['on', 'warnOn', 'remindOn', 'provisional'] as const;
  return dates.every((name) => again[name] === due[name]) ? null : again;
};

/** When supervision (督办) begins: the rule's number of working days after the reminder was issued. */
export const superviseOn = (calendar: Calendar, reminderDay: Day, rule: DeadlineRule): Day =>
  workingDays.add(calendar, reminderDay, rule.superviseAfterWorkingDays);

const daysOf = ({ what, on, from, to }: LedgerStep, lang: Lang): string =>
  what === 'holiday' && from !== to ? `${from} ${lang === 'zh' ? '至' : 'to'} ${to}` : on;

const sourceOf = ({ rule, source }: LedgerStep, lang: Lang): string => {
  const text = source ? `${rule}${lang === 'zh' ? '：' : ': '}${source}` : rule;
  return lang === 'zh' ? `（依据 ${text}）` : ` (${text})`;
};

/** The ledger in readable lines, one a step, in order. */
export const explainDue = (due: Due, lang: Lang): string[] =>
  due.steps.map((step) => `${daysOf(step, lang)}  ${step.why[lang]}${sourceOf(step, lang)}`);
