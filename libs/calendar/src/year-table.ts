import type { HolidayTables, YearTable } from './calendar.js';
import { weekday, yearOf, type Day } from './day.js';
import type { Text } from './due.types.js';

const ofYear = (days: Readonly<Record<Day, Text>>, year: number): readonly Day[] =>
  Object.keys(days)
    .filter((day) => yearOf(day) === year)
    .sort();

/** The days that one of two lists has and the other lacks. */
const differing = (a: readonly Day[], b: readonly Day[]): readonly Day[] =>
  [...a.filter((day) => !b.includes(day)), ...b.filter((day) => !a.includes(day))].sort();

/** On which days two tables of a year differ: free in one, or worked at a weekend in one. Names do not count. */
export const differencesOfYear = (
  tables: Pick<HolidayTables, 'holidays' | 'makeUpDays'>,
  { year, holidays, makeUpDays }: YearTable,
): readonly Day[] => [
  ...differing(ofYear(tables.holidays, year), ofYear(holidays, year)),
  ...differing(ofYear(tables.makeUpDays, year), ofYear(makeUpDays, year)),
];

const outside = ({ year, holidays, makeUpDays }: YearTable): Text[] =>
  [...Object.keys(holidays), ...Object.keys(makeUpDays)]
    .filter((day) => yearOf(day) !== year)
    .map((day) => ({ zh: `${day} 不在 ${year} 年`, en: `${day} is not in ${year}` }));

const notWeekends = ({ makeUpDays }: YearTable): Text[] =>
  Object.keys(makeUpDays)
    .filter((day) => weekday(day) <= 5)
    .map((day) => ({
      zh: `${day} 不是周六或周日,不能是调休上班日`,
      en: `${day} is no Saturday or Sunday: it cannot be a make-up day`,
    }));

const both = ({ holidays, makeUpDays }: YearTable): Text[] =>
  Object.keys(makeUpDays)
    .filter((day) => Object.hasOwn(holidays, day))
    .map((day) => ({ zh: `${day} 既放假又上班`, en: `${day} is both free and worked` }));

const placed = (tables: HolidayTables, table: YearTable): Text[] => {
  const { year } = table;
  const { firstYear, lastYear } = tables;
  if (year > lastYear + 1)
    return [{ zh: `请先加入 ${lastYear + 1} 年的放假安排`, en: `add the table of ${lastYear + 1} first` }];
  if (year < firstYear) return [{ zh: `日历自 ${firstYear} 年起`, en: `the calendar begins in ${firstYear}` }];
  if (year === lastYear + 1) return [];
  return differencesOfYear(tables, table).map((day) => ({
    zh: `${day} 与已有的 ${year} 年放假安排不一致;已用于计算期限的安排不得改动`,
    en: `${day} is not as in the table of ${year} that is there already; due dates rest on it, so it stays`,
  }));
};

/** Why the year may not be added to the tables; none where it may, or where they have it and agree. */
export const yearProblems = (tables: HolidayTables, table: YearTable): readonly Text[] => {
  const none: Text[] = Object.keys(table.holidays).length === 0 ? [{ zh: '没有放假日', en: 'it has no holiday' }] : [];
  return [...none, ...outside(table), ...notWeekends(table), ...both(table), ...placed(tables, table)];
};

/** The last day that the tables cover. */
export const tableEnds = ({ lastYear }: Pick<HolidayTables, 'lastYear'>): Day => `${lastYear}-12-31`;
