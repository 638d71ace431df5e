import type { ClockStep } from './clock.js';
import type { Due, LedgerStep, Text } from './due.types.js';
import { explanationOf, type DueFacts } from './due.explain.js';
import { endOf, lengthText, movedOn, startText, type End, type Limited } from './due.limit.js';
import { workedEntries } from './due.worked.js';
import { dayOf } from './office-time.js';
import { clockTime, minuteOf, type WorkingTime } from './working-hours.js';
import { workingDays } from './working-days.js';

/** The rule a due date rests on, as its ledger names it. */
export interface Policy {
  readonly id: string;
  readonly warnBefore: number;
  readonly source: string;
}

interface Moved {
  readonly end: End;
  readonly days: number;
  readonly stoppedOn: string | null;
  readonly ledger: readonly LedgerStep[];
}

const added = (time: WorkingTime, { days, stoppedOn }: Moved, step: ClockStep): number => {
  if (step.what === 'extend') return days + (step.days ?? 0);
  return step.what === 'resume' && stoppedOn !== null
    ? days + workingDays.between(time.calendar, stoppedOn, step.on)
    : days;
};

const moved = (time: WorkingTime, first: End, now: Moved, step: ClockStep): Moved => {
  const days = added(time, now, step);
  const end = movedOn(time, first, days);
  const { what, on, why, rule, source } = step;
  const entry: LedgerStep = {
    ...{ what, on, from: now.end.on },
    ...(what !== 'stop' && { to: end.on, days: days - now.days }),
    ...{ why, rule },
    ...(source !== undefined && { source }),
  };
  return { end, days, stoppedOn: what === 'stop' ? on : null, ledger: [...now.ledger, entry] };
};

const dueText = (time: WorkingTime, { on, at }: End, length: Text): Text => {
  if (at === undefined) return { zh: `到期:当日结束前(${length.zh})`, en: `due by the end of the day (${length.en})` };
  const clock = clockTime(minuteOf(at, time.timeZone));
  return { zh: `到期:${on} ${clock} 前(${length.zh})`, en: `due by ${clock} on ${on} (${length.en})` };
};

/** No earlier than the start. */
const warnDay = ({ calendar }: WorkingTime, on: string, start: string, before: number): string =>
  workingDays.between(calendar, start, on) <= before ? start : workingDays.subtract(calendar, on, before);

const factsOf = (time: WorkingTime, { on }: End, start: string, { warnBefore }: Policy): DueFacts => {
  const { calendar } = time;
  const remindOn = workingDays.add(calendar, on, 1);
  const provisional = calendar.provisional(on) || calendar.provisional(remindOn);
  return { on, start, days: 0, warnOn: warnDay(time, on, start, warnBefore), warnBefore, remindOn, provisional };
};

/** The due date of a limit that is not in working days, moved by what extended or suspended it since. */
export const timedDue = (time: WorkingTime, limited: Limited, moves: readonly ClockStep[], policy: Policy): Due => {
  const { unit, count, since, countsFrom } = limited;
  const start = dayOf(since, time.timeZone);
  const first = endOf(time, limited);
  const rule = { rule: policy.id, source: policy.source };
  const begin: LedgerStep = {
    ...{ what: 'start', on: start, from: start, to: first.on, at: since },
    why: startText(time, limited),
    ...rule,
  };
  const { end, days, ledger } = moves.reduce<Moved>((now, step) => moved(time, first, now, step), {
    end: first,
    days: 0,
    stoppedOn: null,
    ledger: [begin],
  });
  const facts = factsOf(time, end, start, policy);
  const limit = { unit, count };
  const worked = unit === 'working-hours' ? workedEntries(time, since, first.at!, policy.id) : [];
  const explained = explanationOf(time.calendar, facts, policy, dueText(time, end, lengthText(limit, days)));
  return {
    ...{ on: end.on, start, workingDays: days, policy: policy.id, calendar: time.calendar.version },
    ...{ provisional: facts.provisional, warnOn: facts.warnOn, remindOn: facts.remindOn },
    ...(end.at !== undefined && { at: end.at }),
    ...{ limit, since },
    ...(countsFrom !== 'receipt' && { countsFrom }),
    steps: [...ledger, ...worked, ...explained.map((step) => withInstant(step, end.at))],
  };
};

const withInstant = (step: LedgerStep, at: string | undefined): LedgerStep => {
  if (step.what !== 'due') return step;
  const { days: _, ...due } = step;
  return { ...due, ...(at !== undefined && { at }) };
};
