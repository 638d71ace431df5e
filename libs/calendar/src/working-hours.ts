import { CalendarTooShort, type Calendar } from './calendar.js';
import { dayNumber, dayOfNumber, type Day } from './day.js';
import { instantOfLocal, localMs } from './office-time.js';

/** A span of local time, `{ from: '08:30', to: '12:00' }` (`to` up to `24:00`), all year or in a season. */
export interface OfficeHours {
  readonly from: string;
  readonly to: string;
  /** The days of the year it is for, `05-01` to `09-30`, both included; it may go over the year's end. */
  readonly season?: Season;
}

export interface Season {
  readonly from: string;
  readonly until: string;
}

/**
 * When an office works: spans of local time on every working day, in order. Spans with a season take the place of all others on its days;
 * those without one are for the rest of the year.
 */
export interface WorkingTime {
  readonly calendar: Calendar;
  readonly timeZone: string;
  readonly hours: readonly OfficeHours[];
}

const MS_A_MINUTE = 60_000;
const MS_A_DAY = 86_400_000;
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** `08:30` as minutes since midnight; throws a `RangeError` for what is no time of day. */
export const minutesOfDay = (time: string): number => {
  const match = TIME.exec(time);
  if (!match) throw new RangeError(`${JSON.stringify(time)} is no time of day: write it as 08:30.`);
  return match[1] === undefined ? 1440 : Number(match[1]) * 60 + Number(match[2]);
};

/** Whether a day of the year (`07-15`) lies in the season. */
export const inSeason = ({ from, until }: Season, monthDay: string): boolean =>
  from <= until ? from <= monthDay && monthDay <= until : from <= monthDay || monthDay <= until;

/** The spans of a working day: those of its season where there is one. */
export const hoursOn = (hours: readonly OfficeHours[], day: Day): readonly OfficeHours[] => {
  const seasonal = hours.filter(({ season }) => season && inSeason(season, day.slice(5)));
  return seasonal.length > 0 ? seasonal : hours.filter(({ season }) => !season);
};

type Span = readonly [from: number, to: number];

/** Ms worked before each day from the calendar's first, as far as was asked for; counted once. */
interface Tally {
  readonly version: string;
  readonly first: number;
  readonly before: number[];
  readonly spans: Map<string, readonly Span[]>;
}

const tallies = new WeakMap<readonly OfficeHours[], WeakMap<Calendar, Tally>>();
const CHUNK = 400;

const tallyOf = ({ calendar, hours }: WorkingTime): Tally => {
  const known = tallies.get(hours) ?? new WeakMap<Calendar, Tally>();
  tallies.set(hours, known);
  const found = known.get(calendar);
  // A calendar that is told of another year has another version.
  if (found?.version === calendar.version) return found;
  const first = dayNumber(`${calendar.firstYear}-01-01`);
  const made: Tally = { version: calendar.version, first, before: [0], spans: found?.spans ?? new Map() };
  known.set(calendar, made);
  return made;
};

const spansOn = ({ hours }: WorkingTime, { spans }: Tally, day: Day): readonly Span[] => {
  const monthDay = day.slice(5);
  const found = spans.get(monthDay);
  if (found) return found;
  const made = hoursOn(hours, day).map(({ from, to }): Span => [
    minutesOfDay(from) * MS_A_MINUTE,
    minutesOfDay(to) * MS_A_MINUTE,
  ]);
  spans.set(monthDay, made);
  return made;
};

/** Worked ms of a working day up to the local time of day `until`. */
const workedUntil = (spans: readonly Span[], until: number): number =>
  spans.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(until, to) - from), 0);

const grow = (time: WorkingTime, tally: Tally): void => {
  for (let i = 0; i < CHUNK; i++) {
    const day = dayOfNumber(tally.first + tally.before.length - 1);
    const worked = time.calendar.isWorkingDay(day) ? workedUntil(spansOn(time, tally, day), MS_A_DAY) : 0;
    tally.before.push(tally.before.at(-1)! + worked);
  }
};

/** Ms worked from the calendar's first day up to a local time. */
const workedBefore = (time: WorkingTime, tally: Tally, local: number): number => {
  const number = Math.floor(local / MS_A_DAY);
  const index = number - tally.first;
  if (index < 0) throw new CalendarTooShort(time.calendar, dayOfNumber(number));
  while (tally.before.length <= index + 1) grow(time, tally);
  const before = tally.before[index]!;
  if (tally.before[index + 1] === before) return before;
  return before + workedUntil(spansOn(time, tally, dayOfNumber(number)), local - number * MS_A_DAY);
};

/** The first local time up to which so many ms are worked. */
const localOf = (time: WorkingTime, tally: Tally, worked: number): number => {
  while (tally.before.at(-1)! < worked) grow(time, tally);
  let [low, high] = [0, tally.before.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (tally.before[middle]! < worked) low = middle;
    else high = middle;
  }
  const number = tally.first + low;
  let left = worked - tally.before[low]!;
  for (const [from, to] of spansOn(time, tally, dayOfNumber(number))) {
    if (left <= to - from) return number * MS_A_DAY + from + left;
    left -= to - from;
  }
  throw new RangeError('The office hours do not add up: this is a bug.');
};

const workedMs = (time: WorkingTime, from: string, to: string): number => {
  const [start, end] = [localMs(from, time.timeZone), localMs(to, time.timeZone)];
  if (end <= start) return 0;
  const tally = tallyOf(time);
  return workedBefore(time, tally, end) - workedBefore(time, tally, start);
};

/** Whole working minutes from one instant to another (ISO 8601), by the office's wall clock; 0 where `to` is not later. */
export const workingMinutes = (time: WorkingTime, from: string, to: string): number =>
  Math.floor(workedMs(time, from, to) / MS_A_MINUTE);

/** Whole working hours from one instant to another (ISO 8601), rounded down; 0 where `to` is not later. */
export const workingHours = (time: WorkingTime, from: string, to: string): number =>
  Math.floor(workedMs(time, from, to) / 3_600_000);

/**
 * The instant (ISO 8601 UTC) at which so many working minutes have passed since another: the first such, so at a closing rather than at the
 * next opening, and never outside office hours. `minutes`: a whole number from 1 to 600,000.
 */
export const addWorkingMinutes = (time: WorkingTime, from: string, minutes: number): string => {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 600_000)
    throw new RangeError(`${minutes} is no number of working minutes: give a whole number from 1 to 600000.`);
  const tally = tallyOf(time);
  const worked = workedBefore(time, tally, localMs(from, time.timeZone)) + minutes * MS_A_MINUTE;
  return instantOfLocal(localOf(time, tally, worked), time.timeZone);
};

/** When the office opens and closes on the day, were it worked; minutes since midnight. */
export const openingHours = ({ hours }: Pick<WorkingTime, 'hours'>, day: Day): { opens: number; closes: number } => {
  const spans = hoursOn(hours, day);
  return { opens: minutesOfDay(spans[0]!.from), closes: minutesOfDay(spans.at(-1)!.to) };
};

/** The instant (ISO 8601 UTC) of a wall-clock time, in minutes since midnight, of a day. */
export const instantAt = (day: Day, minutes: number, timeZone: string): string =>
  instantOfLocal(dayNumber(day) * MS_A_DAY + minutes * MS_A_MINUTE, timeZone);

/** Minutes since midnight on the office's wall clock, seconds dropped. */
export const minuteOf = (instant: string, timeZone: string): number => {
  const local = localMs(instant, timeZone);
  return Math.floor((local - Math.floor(local / MS_A_DAY) * MS_A_DAY) / MS_A_MINUTE);
};

/** `16:30` of minutes since midnight. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
