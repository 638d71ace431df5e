import type { Calendar } from './calendar.js';
import { dayOfNumber } from './day.js';
import { localMs } from './office-time.js';
import { workingDays } from './working-days.js';

/** When an office works: spans of local time on every working day, in order, `{ from: '08:30', to: '12:00' }`; `to` up to `24:00`. */
export interface WorkingTime {
  readonly calendar: Calendar;
  readonly timeZone: string;
  readonly hours: readonly { readonly from: string; readonly to: string }[];
}

const MS_A_DAY = 86_400_000;
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** `08:30` as minutes since midnight; throws a `RangeError` for what is no time of day. */
export const minutesOfDay = (time: string): number => {
  const match = TIME.exec(time);
  if (!match) throw new RangeError(`${JSON.stringify(time)} is no time of day: write it as 08:30.`);
  return match[1] === undefined ? 1440 : Number(match[1]) * 60 + Number(match[2]);
};

type Span = readonly [from: number, to: number];

const spansOf = new WeakMap<WorkingTime['hours'], readonly Span[]>();

const spans = (hours: WorkingTime['hours']): readonly Span[] => {
  const found = spansOf.get(hours);
  if (found) return found;
  const made = hours.map(({ from, to }) => [minutesOfDay(from) * 60_000, minutesOfDay(to) * 60_000] as const);
  spansOf.set(hours, made);
  return made;
};

/** Worked ms of a working day up to the local time of day `until`. */
const workedUntil = (hours: readonly Span[], until: number): number =>
  hours.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(until, to) - from), 0);

const worked = ({ calendar, hours, timeZone }: WorkingTime, from: string, to: string): number => {
  const [start, end] = [localMs(from, timeZone), localMs(to, timeZone)];
  if (end <= start) return 0;
  const [first, last] = [Math.floor(start / MS_A_DAY), Math.floor(end / MS_A_DAY)];
  const [firstDay, lastDay] = [dayOfNumber(first), dayOfNumber(last)];
  const list = spans(hours);
  const before = calendar.isWorkingDay(firstDay) ? workedUntil(list, start - first * MS_A_DAY) : 0;
  const after = calendar.isWorkingDay(lastDay) ? workedUntil(list, end - last * MS_A_DAY) : 0;
  // Every working day from the first up to, not including, the last is worked in full; what lies outside is then corrected.
  const full = workingDays.between(calendar, dayOfNumber(first - 1), dayOfNumber(last - 1));
  return full * workedUntil(list, MS_A_DAY) - before + after;
};

/** Whole working minutes from one instant to another (ISO 8601), by the office's wall clock; 0 where `to` is not later. */
export const workingMinutes = (time: WorkingTime, from: string, to: string): number =>
  Math.floor(worked(time, from, to) / 60_000);

/** Whole working hours from one instant to another (ISO 8601), rounded down; 0 where `to` is not later. */
export const workingHours = (time: WorkingTime, from: string, to: string): number =>
  Math.floor(worked(time, from, to) / 3_600_000);
