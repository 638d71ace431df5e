import { growingCalendar, withYears, type YearTable } from './calendar.js';
import { chinaTables } from './china.js';
import { differencesOfYear, tableEnds, yearProblems } from './year-table.js';

const name = { zh: '元旦', en: "New Year's Day" };
const year2027: YearTable = {
  year: 2027,
  source: '国务院办公厅通知',
  holidays: { '2027-01-01': name },
  makeUpDays: { '2027-01-03': name },
};

describe('a holiday table added by hand', () => {
  it('is the year after the last', () => {
    expect(yearProblems(chinaTables, year2027)).toEqual([]);
    expect(tableEnds(chinaTables)).toBe('2026-12-31');
    expect(tableEnds(withYears(chinaTables, [year2027]))).toBe('2027-12-31');
  });

  it.each<[Partial<YearTable>, string]>([
    [{ holidays: {} }, 'no holiday'],
    [{ holidays: { '2028-01-01': name } }, '2028-01-01 is not in 2027'],
    [{ makeUpDays: { '2027-01-04': name } }, '2027-01-04 is no Saturday or Sunday'],
    [{ holidays: { '2027-01-03': name } }, '2027-01-03 is both free and worked'],
    [{ year: 2028, holidays: { '2028-01-01': name }, makeUpDays: {} }, 'add the table of 2027 first'],
    [{ year: 2003, holidays: { '2003-01-01': name }, makeUpDays: {} }, 'begins in 2004'],
    [{ year: 2026, holidays: { '2026-01-01': name }, makeUpDays: {} }, 'not as in the table of 2026'],
  ])('is refused where it makes no sense: %j', (wrong, said) =>
    expect(
      yearProblems(chinaTables, { ...year2027, ...wrong })
        .map(({ en }) => en)
        .join('\n'),
    ).toContain(said),
  );

  it('that says what is known already is no problem', () => {
    const of = (days: Readonly<Record<string, typeof name>>) =>
      Object.fromEntries(Object.entries(days).filter(([day]) => day.startsWith('2026')));
    const same = {
      year: 2026,
      source: 's',
      holidays: of(chinaTables.holidays),
      makeUpDays: of(chinaTables.makeUpDays),
    };
    expect(yearProblems(chinaTables, same)).toEqual([]);
    expect(differencesOfYear(chinaTables, same)).toEqual([]);
  });

  it('changes a calendar in use, and its version with it; a later year waits for the one before', () => {
    const calendar = growingCalendar(chinaTables);
    const later = { ...year2027, year: 2028, holidays: { '2028-01-03': name }, makeUpDays: {} };
    calendar.take([later]);
    expect(calendar.lastYear).toBe(2026);
    expect(calendar.isWorkingDay('2027-01-01')).toBe(true);
    calendar.take([later, year2027]);
    expect([calendar.version, calendar.lastYear]).toEqual(['cn-2026+2027+2028', 2028]);
    expect(['2027-01-01', '2027-01-03', '2028-01-03'].map((day) => calendar.isWorkingDay(day))).toEqual([
      false,
      true,
      false,
    ]);
    expect(calendar.nameOf('2027-01-01', 'zh')).toBe('元旦');
  });

  it('gives way to the table a newer program comes with', () => {
    const newer = { ...chinaTables, version: 'cn-2027', lastYear: 2027 };
    expect(withYears(newer, [year2027])).toBe(newer);
  });
});
