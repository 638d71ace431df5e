import type { Calendar } from './calendar.js';
import type { Day } from './day.js';
import type { LedgerStep, StepKind, Text } from './due.types.js';
import { workingDays } from './working-days.js';

/** What moves a clock. `days` is the limit of a start or restart, and what an extension adds. */
export interface ClockStep {
  readonly what: 'start' | 'stop' | 'resume' | 'restart' | 'extend';
  readonly on: Day;
  readonly days?: number;
  readonly why: Text;
  readonly rule: string;
  readonly source?: string;
}

/** Where a clock stands after its steps. */
export interface ClockState {
  /** The last day of the period; null while the clock is stopped. */
  readonly due: Day | null;
  /** The day from which the present period counts: the start, the last restart. */
  readonly start: Day;
  /** Working days of the period in all. */
  readonly workingDays: number;
  readonly ledger: readonly LedgerStep[];
}

/** A step that does not fit: a clock stopped twice, moved backwards, or moved after it ran out. */
export class ClockError extends Error {
  constructor(step: ClockStep, problem: string) {
    super(`The clock cannot ${step.what} on ${step.on}: ${problem}.`);
    this.name = 'ClockError';
  }
}

interface Running {
  readonly start: Day;
  readonly limit: number;
  /** Counting goes on after this day … */
  readonly since: Day;
  /** … for this many working days. */
  readonly left: number;
  readonly stoppedOn: Day | null;
  readonly last: Day;
}

const atWorkingDay = (calendar: Calendar, day: Day): Day =>
  calendar.isWorkingDay(day) ? day : workingDays.add(calendar, day, 1);

/** Limit 0 means the very day of receipt, worked or not; nothing left after a stop means the next day that is worked. */
const dueOf = (calendar: Calendar, now: Running): Day =>
  now.left > 0 || now.since === now.start
    ? workingDays.add(calendar, now.since, now.left)
    : atWorkingDay(calendar, now.since);

const daysOf = (step: ClockStep): number => {
  if (step.days === undefined) throw new ClockError(step, 'it does not say how many working days');
  return step.days;
};

const begin = (step: ClockStep): Running => ({
  start: step.on,
  limit: daysOf(step),
  since: step.on,
  left: daysOf(step),
  stoppedOn: null,
  last: step.on,
});

type Move = (now: Running, step: ClockStep, calendar: Calendar) => Running;

const notPassed = (calendar: Calendar, now: Running | null, step: ClockStep): void => {
  if (now === null || now.stoppedOn !== null || (step.what !== 'stop' && step.what !== 'extend')) return;
  if (step.on > dueOf(calendar, now)) throw new ClockError(step, `it ran out on ${dueOf(calendar, now)}`);
};

const MOVES: Readonly<Record<Exclude<ClockStep['what'], 'start'>, Move>> = {
  stop: (now, step, calendar) => {
    if (now.stoppedOn !== null) throw new ClockError(step, `it has stood still since ${now.stoppedOn}`);
    const left = Math.max(0, now.left - workingDays.between(calendar, now.since, step.on));
    return { ...now, left, since: step.on, stoppedOn: step.on };
  },
  resume: (now, step) => {
    if (now.stoppedOn === null) throw new ClockError(step, 'it is running');
    return { ...now, since: step.on, stoppedOn: null };
  },
  restart: (_, step) => begin(step),
  extend: (now, step) => ({ ...now, limit: now.limit + daysOf(step), left: now.left + daysOf(step) }),
};

const move = (calendar: Calendar, now: Running | null, step: ClockStep): Running => {
  if (now === null) {
    if (step.what !== 'start') throw new ClockError(step, 'it has not started');
    return begin(step);
  }
  if (step.what === 'start') throw new ClockError(step, `it started on ${now.start}; restart it`);
  if (step.on < now.last) throw new ClockError(step, `its last step was on ${now.last}`);
  return { ...MOVES[step.what](now, step, calendar), last: step.on };
};

const stretch = (what: StepKind, from: Day, to: Day): Partial<LedgerStep> =>
  what === 'stop' ? { from } : { from, to };

const entryOf = (calendar: Calendar, step: ClockStep, was: Running | null, now: Running): LedgerStep => {
  const from =
    was === null || was.stoppedOn !== null || step.what === 'restart'
      ? (was?.stoppedOn ?? step.on)
      : dueOf(calendar, was);
  return {
    what: step.what,
    on: step.on,
    ...stretch(step.what, from, dueOf(calendar, now)),
    days: step.days ?? now.left,
    why: step.why,
    rule: step.rule,
    ...(step.source !== undefined && { source: step.source }),
  };
};

type Check = (calendar: Calendar, now: Running | null, step: ClockStep) => void;

const fold = (calendar: Calendar, steps: readonly ClockStep[], check: Check): ClockState => {
  let now: Running | null = null;
  const ledger: LedgerStep[] = [];
  for (const step of steps) {
    const next: Running = move(calendar, now, step);
    check(calendar, now, step);
    ledger.push(entryOf(calendar, step, now, next));
    now = next;
  }
  if (now === null) throw new RangeError('A clock needs a step that starts it.');
  const due = now.stoppedOn === null ? dueOf(calendar, now) : null;
  return { due, start: now.start, workingDays: now.limit, ledger };
};

/**
 * Folds the steps of a legal clock, in order, into the due day and a ledger entry a step (`from` and `to`: the due day before and
 * after it; `days`: what the step gave, or for stop and resume what is left). The day of a start, restart or resume does not count,
 * the working day after it is 1; the days after a stop up to and including the resume do not count, so no stop ever shortens
 * the period. A restart begins the whole period anew, extensions gone. Throws `ClockError` where a step does not fit.
 */
export const runClock = (calendar: Calendar, steps: readonly ClockStep[]): ClockState =>
  fold(calendar, steps, notPassed);

/** The same for steps that were accepted under an earlier calendar: none is refused because the period now ends before it. */
export const rerunClock = (calendar: Calendar, steps: readonly ClockStep[]): ClockState =>
  fold(calendar, steps, () => undefined);
