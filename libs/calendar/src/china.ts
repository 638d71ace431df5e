import { createRequire } from 'node:module';
import { calendarFrom, type Calendar, type HolidayTables } from './calendar.js';
import type { Day } from './day.js';
import type { Text } from './due.types.js';

/** As the package keeps them: `"Spring Festival,春节,4"`. */
type Published = Readonly<Record<Day, string>>;

const named = (days: Published): Record<Day, Text> =>
  Object.fromEntries(
    Object.entries(days).map(([day, text]) => {
      const [en = '', zh = ''] = text.split(',');
      return [day, { zh, en }];
    }),
  );

const build = (): HolidayTables => {
  // `isWorkday` of the package answers wrongly in silence after its last year, so only its tables are used.
  const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as {
    holidays: Published;
    workdays: Published;
  };
  const years = Object.keys(holidays).map((day) => Number(day.slice(0, 4)));
  const lastYear = Math.max(...years);
  return {
    version: `cn-${lastYear}`,
    firstYear: Math.min(...years),
    lastYear,
    holidays: named(holidays),
    makeUpDays: named(workdays),
  };
};

/** The published tables this program comes with. */
export const chinaTables: HolidayTables = build();

/** China's working days with make-up days (调休), 2004 to the last year the shipped tables cover. */
export const chinaCalendar: Calendar = calendarFrom(chinaTables);
