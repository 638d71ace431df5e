import { dayNumber, weekdayOfNumber, yearOf, type Day } from './day.js';
import type { Lang, Text } from './due.types.js';

/** Which days are worked. Pure; a version never changes what it says of a day it covers. */
export interface Calendar {
  /** `cn-2026`: kept in every due date made with it. */
  readonly version: string;
  /** The first year covered; an earlier day throws `CalendarTooShort`. */
  readonly firstYear: number;
  /** The last year with a published holiday table; after it only weekends are free, and every day is provisional. */
  readonly lastYear: number;
  isWorkingDay(day: Day): boolean;
  provisional(day: Day): boolean;
  /** The holiday's name, also of a make-up working day; null for a day like any other. */
  nameOf(day: Day, lang: Lang): string | null;
}

/** The published tables, as data: holidays (free), make-up days (worked though Saturday or Sunday), with names. */
export interface HolidayTables {
  readonly version: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly holidays: Readonly<Record<Day, Text>>;
  readonly makeUpDays: Readonly<Record<Day, Text>>;
}

/** The published days of one year, added to the tables a program came with. */
export interface YearTable {
  readonly year: number;
  readonly holidays: Readonly<Record<Day, Text>>;
  readonly makeUpDays: Readonly<Record<Day, Text>>;
  /** The document it is published in. */
  readonly source: string;
}

/** How far after its last table a calendar still answers, provisionally. */
const YEARS_BEYOND = 100;

/** The day lies before the calendar's first year, or more than a century after its last. */
export class CalendarTooShort extends RangeError {
  constructor({ version, firstYear, lastYear }: Pick<Calendar, 'version' | 'firstYear' | 'lastYear'>, day: string) {
    super(
      `The calendar ${version} covers ${firstYear} to ${lastYear} (and ${YEARS_BEYOND} years more provisionally), not ${day}. ` +
        'Check the day, or add a holiday table that has it.',
    );
    this.name = 'CalendarTooShort';
  }
}

const checkTables = ({ version, firstYear, lastYear, holidays, makeUpDays }: HolidayTables): void => {
  if (!(firstYear <= lastYear))
    throw new RangeError(`Calendar ${version}: firstYear ${firstYear} is after lastYear ${lastYear}.`);
  for (const day of [...Object.keys(holidays), ...Object.keys(makeUpDays)])
    if (yearOf(day) < firstYear || yearOf(day) > lastYear)
      throw new RangeError(`Calendar ${version}: ${day} is outside ${firstYear} to ${lastYear}.`);
  for (const day of Object.keys(makeUpDays))
    if (Object.hasOwn(holidays, day)) throw new RangeError(`Calendar ${version}: ${day} is both free and worked.`);
};

/** The calendar of these tables; throws where a day does not exist, lies outside the years, or is both free and worked. */
export const calendarFrom = (tables: HolidayTables): Calendar => {
  checkTables(tables);
  const { version, firstYear, lastYear } = tables;
  const holidays = new Map(Object.entries(tables.holidays));
  const makeUpDays = new Map(Object.entries(tables.makeUpDays));
  const covered = (day: Day): number => {
    const number = dayNumber(day);
    const year = yearOf(day);
    if (year < firstYear || year > lastYear + YEARS_BEYOND) throw new CalendarTooShort(tables, day);
    return number;
  };
  return {
    version,
    firstYear,
    lastYear,
    isWorkingDay: (day) => {
      const number = covered(day);
      if (holidays.has(day)) return false;
      return makeUpDays.has(day) || weekdayOfNumber(number) <= 5;
    },
    provisional: (day) => yearOf(day) > lastYear,
    nameOf: (day, lang) => (holidays.get(day) ?? makeUpDays.get(day))?.[lang] ?? null,
  };
};

/** The tables with further years: those they have already stay as they are; a year after a gap is left out until the gap is filled. */
export const withYears = (tables: HolidayTables, years: readonly YearTable[]): HolidayTables =>
  [...years]
    .sort((a, b) => a.year - b.year)
    .reduce(
      (so, { year, holidays, makeUpDays }) =>
        year === so.lastYear + 1
          ? {
              ...so,
              version: `${so.version}+${year}`,
              lastYear: year,
              holidays: { ...so.holidays, ...holidays },
              makeUpDays: { ...so.makeUpDays, ...makeUpDays },
            }
          : so,
      tables,
    );

/** A calendar that can be told of further years while it is in use; its version then changes with it. */
export interface GrowingCalendar extends Calendar {
  readonly tables: HolidayTables;
  /** Takes up all years added so far; those it has change nothing. */
  take(years: readonly YearTable[]): void;
}

/** A calendar of these tables that can be told of further years. */
export const growingCalendar = (shipped: HolidayTables): GrowingCalendar => {
  let tables = shipped;
  let now = calendarFrom(tables);
  return {
    get version() {
      return now.version;
    },
    get firstYear() {
      return now.firstYear;
    },
    get lastYear() {
      return now.lastYear;
    },
    get tables() {
      return tables;
    },
    isWorkingDay: (day) => now.isWorkingDay(day),
    provisional: (day) => now.provisional(day),
    nameOf: (day, lang) => now.nameOf(day, lang),
    take: (years) => {
      const next = withYears(shipped, years);
      if (next.version === tables.version) return;
      tables = next;
      now = calendarFrom(tables);
    },
  };
};
