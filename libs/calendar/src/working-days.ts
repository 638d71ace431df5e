import { CalendarTooShort, type Calendar } from './calendar.js';
import { dayNumber, dayOfNumber, type Day } from './day.js';

/** Working days of a calendar counted once: `before[i]` of them lie before the i-th day, `days` are their numbers. */
interface Count {
  readonly version: string;
  readonly first: number;
  readonly before: number[];
  readonly days: number[];
}

const counts = new WeakMap<Calendar, Count>();
const CHUNK = 400;

const countOf = (calendar: Calendar): Count => {
  const found = counts.get(calendar);
  // A calendar that is told of another year has another version.
  if (found?.version === calendar.version) return found;
  const made: Count = {
    version: calendar.version,
    first: dayNumber(`${calendar.firstYear}-01-01`),
    before: [],
    days: [],
  };
  counts.set(calendar, made);
  return made;
};

const grow = (calendar: Calendar, { first, before, days }: Count): void => {
  for (let i = 0; i < CHUNK; i++) {
    const number = first + before.length;
    const worked = calendar.isWorkingDay(dayOfNumber(number));
    before.push(days.length);
    if (worked) days.push(number);
  }
};

/** How many working days lie before the day, from the calendar's first. */
const before = (calendar: Calendar, count: Count, number: number): number => {
  if (number < count.first) throw new CalendarTooShort(calendar, dayOfNumber(number));
  while (count.before.length <= number - count.first) grow(calendar, count);
  return count.before[number - count.first]!;
};

const nth = (calendar: Calendar, count: Count, index: number): Day => {
  if (index < 0) throw new CalendarTooShort(calendar, `a day before ${calendar.firstYear}`);
  while (count.days.length <= index) grow(calendar, count);
  return dayOfNumber(count.days[index]!);
};

const checked = (n: number): number => {
  if (!Number.isInteger(n) || n < 0 || n > 10_000)
    throw new RangeError(`${n} is no number of working days: give a whole number from 0 to 10000.`);
  return n;
};

const add = (calendar: Calendar, day: Day, n: number): Day => {
  if (checked(n) === 0) return day;
  const count = countOf(calendar);
  return nth(calendar, count, before(calendar, count, dayNumber(day) + 1) + n - 1);
};

const subtract = (calendar: Calendar, day: Day, n: number): Day => {
  if (checked(n) === 0) return day;
  const count = countOf(calendar);
  return nth(calendar, count, before(calendar, count, dayNumber(day)) - n);
};

const between = (calendar: Calendar, from: Day, to: Day): number => {
  const count = countOf(calendar);
  return Math.max(0, before(calendar, count, dayNumber(to) + 1) - before(calendar, count, dayNumber(from) + 1));
};

/** Counting in working days; a day before the calendar's first year throws `CalendarTooShort`. */
export const workingDays = {
  /** The n-th working day after `day` (the day after is the first to count); the day itself for 0. n: 0 to 10,000. */
  add,
  /** The n-th working day before `day`; the day itself for 0. */
  subtract,
  /** How many working days lie after `from` up to and including `to`; 0 where `to` is not later. */
  between,
} as const;
