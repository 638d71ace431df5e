/** A calendar day, `2021-04-12`: years 1000 to 9999, so that texts sort as days do. */
export type Day = string;

/** The text is no day that exists. */
export class ImpossibleDay extends RangeError {
  constructor(text: unknown) {
    super(`${JSON.stringify(text)} is not a day: write YYYY-MM-DD, as 2021-04-12, a day that exists.`);
    this.name = 'ImpossibleDay';
  }
}

const MS_A_DAY = 86_400_000;
const SHAPE = /^[1-9]\d{3}-\d{2}-\d{2}$/;

const known = new Map<string, number>();
const names = new Map<number, Day>();
const KNOWN_MAX = 50_000;

const remember = (day: Day, number: number): void => {
  if (known.size >= KNOWN_MAX) {
    known.clear();
    names.clear();
  }
  known.set(day, number);
  names.set(number, day);
};

const measure = (text: string): number => {
  if (typeof text !== 'string' || !SHAPE.test(text)) throw new ImpossibleDay(text);
  const ms = Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8)));
  if (new Date(ms).toISOString().slice(0, 10) !== text) throw new ImpossibleDay(text);
  remember(text, ms / MS_A_DAY);
  return ms / MS_A_DAY;
};

/** The day's number, 1970-01-01 being 0; throws `ImpossibleDay`. */
export const dayNumber = (day: Day): number => known.get(day) ?? measure(day);

/** The day of a number; throws `ImpossibleDay` outside the years 1000 to 9999. */
export const dayOfNumber = (number: number): Day => {
  const found = names.get(number);
  if (found !== undefined) return found;
  const date = new Date(number * MS_A_DAY);
  const text = Number.isNaN(date.getTime()) ? String(number) : date.toISOString().slice(0, 10);
  if (!SHAPE.test(text)) throw new ImpossibleDay(text);
  remember(text, number);
  return text;
};

/** The text as a day, or `ImpossibleDay`: 2021-02-30 is refused. */
export const parseDay = (text: string): Day => {
  dayNumber(text);
  return text;
};

/** Whether the text is a day that exists. */
export const isDay = (text: unknown): text is Day => {
  try {
    dayNumber(text as string);
    return true;
  } catch {
    return false;
  }
};

/** The day `n` days later (earlier where negative). */
export const addDays = (day: Day, n: number): Day => dayOfNumber(dayNumber(day) + n);

/** How many days `to` lies after `from`; negative where before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 1 for Monday … 7 for Sunday. */
export const weekday = (day: Day): number => weekdayOfNumber(dayNumber(day));

/** 1 for Monday … 7 for Sunday, of a day's number. */
export const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** Negative, 0 or positive, as for `Array.prototype.sort`. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** The day's month, `2021-04`. */
export const monthOf = (day: Day): string => parseDay(day).slice(0, 7);

/** The day's year, 2021. */
export const yearOf = (day: Day): number => Number(parseDay(day).slice(0, 4));
