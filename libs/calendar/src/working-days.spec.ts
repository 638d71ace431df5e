import fc from 'fast-check';
import { CalendarTooShort, calendarFrom } from './calendar.js';
import { chinaCalendar } from './china.js';
import { addDays, weekday } from './day.js';
import { workingDays } from './working-days.js';

const someDay = fc.integer({ min: 0, max: 365 * 24 }).map((n) => addDays('2004-01-01', n));
const number = fc.integer({ min: 1, max: 300 });

describe("China's working days", () => {
  it.each([
    ['2021-02-01', '2021-03-04'],
    ['2021-09-13', '2021-10-15'],
    ['2021-12-20', '2022-01-18'],
  ])('are counted with make-up days: 20 from %s is %s', (received, due) =>
    expect(workingDays.add(chinaCalendar, received, 20)).toBe(due),
  );

  it('were 250 in 2021', () => expect(workingDays.between(chinaCalendar, '2020-12-31', '2021-12-31')).toBe(250));

  it('include the seven worked weekend days of 2021 and no other', () => {
    const year = Array.from({ length: 365 }, (_, i) => addDays('2021-01-01', i));
    expect(year.filter((day) => weekday(day) > 5 && chinaCalendar.isWorkingDay(day))).toEqual([
      '2021-02-07',
      '2021-02-20',
      '2021-04-25',
      '2021-05-08',
      '2021-09-18',
      '2021-09-26',
      '2021-10-09',
    ]);
  });

  it('name their holidays in both languages', () => {
    expect(chinaCalendar.nameOf('2021-02-12', 'zh')).toBe('春节');
    expect(chinaCalendar.nameOf('2021-02-20', 'en')).toBe('Spring Festival');
    expect(chinaCalendar.nameOf('2021-03-01', 'zh')).toBeNull();
  });

  it('are weekdays, provisionally, after the last published table', () => {
    expect([chinaCalendar.version, chinaCalendar.firstYear, chinaCalendar.lastYear]).toEqual(['cn-2026', 2004, 2026]);
    expect(chinaCalendar.provisional('2026-12-31')).toBe(false);
    expect(chinaCalendar.provisional('2027-01-01')).toBe(true);
    expect(chinaCalendar.isWorkingDay('2027-01-01')).toBe(true);
    expect(chinaCalendar.isWorkingDay('2027-01-02')).toBe(false);
  });

  it('are not known before the first table, nor a century after the last', () => {
    expect(() => chinaCalendar.isWorkingDay('2003-12-31')).toThrow(CalendarTooShort);
    expect(() => chinaCalendar.isWorkingDay('2003-12-31')).toThrow('cn-2026 covers 2004 to 2026');
    expect(() => workingDays.add(chinaCalendar, '2003-12-01', 5)).toThrow(CalendarTooShort);
    expect(() => workingDays.subtract(chinaCalendar, '2004-01-06', 20)).toThrow(CalendarTooShort);
    expect(() => workingDays.add(chinaCalendar, '9999-12-30', 20)).toThrow(CalendarTooShort);
  });

  it.each([-1, 1.5, NaN, 10_001])('are not counted %d times', (n) =>
    expect(() => workingDays.add(chinaCalendar, '2021-01-01', n)).toThrow('whole number from 0 to 10000'),
  );
});

describe('counting working days', () => {
  it('never ends on a day off', () =>
    fc.assert(
      fc.property(someDay, number, (day, n) => chinaCalendar.isWorkingDay(workingDays.add(chinaCalendar, day, n))),
    ));

  it('agrees with walking day by day', () =>
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), (day, n) => {
        let at = day;
        for (let left = n; left > 0;) if (chinaCalendar.isWorkingDay((at = addDays(at, 1)))) left--;
        expect(workingDays.add(chinaCalendar, day, n)).toBe(at);
      }),
    ));

  it('rises with the number, and never falls with the day', () =>
    fc.assert(
      fc.property(someDay, number, fc.integer({ min: 0, max: 60 }), (day, n, later) => {
        expect(workingDays.add(chinaCalendar, day, n + 1) > workingDays.add(chinaCalendar, day, n)).toBe(true);
        const next = workingDays.add(chinaCalendar, addDays(day, later), n);
        expect(next >= workingDays.add(chinaCalendar, day, n)).toBe(true);
      }),
    ));

  it('counts back to where it came from', () =>
    fc.assert(
      fc.property(someDay, number, (day, n) => {
        const start = workingDays.add(chinaCalendar, day, 1);
        expect(workingDays.subtract(chinaCalendar, workingDays.add(chinaCalendar, start, n), n)).toBe(start);
        expect(workingDays.between(chinaCalendar, day, workingDays.add(chinaCalendar, day, n))).toBe(n);
      }),
    ));

  it('adds up', () =>
    fc.assert(
      fc.property(someDay, number, number, (day, a, b) => {
        const once = workingDays.add(chinaCalendar, day, a + b);
        expect(workingDays.add(chinaCalendar, workingDays.add(chinaCalendar, day, a), b)).toBe(once);
      }),
    ));

  it('counts nothing backwards', () => expect(workingDays.between(chinaCalendar, '2021-05-10', '2021-05-01')).toBe(0));
});

describe('a calendar of other tables', () => {
  const tables = { version: 'x-2030', firstYear: 2030, lastYear: 2030, holidays: {}, makeUpDays: {} };
  const name = { zh: '节', en: 'Feast' };

  it('follows them', () => {
    const calendar = calendarFrom({
      ...tables,
      holidays: { '2030-01-01': name },
      makeUpDays: { '2030-01-05': name },
    });
    expect(['2030-01-01', '2030-01-05', '2030-01-06'].map((day) => calendar.isWorkingDay(day))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it.each([
    [{ holidays: { '2030-02-30': name } }, '2030-02-30'],
    [{ holidays: { '2031-01-01': name } }, 'outside 2030 to 2030'],
    [{ holidays: { '2030-01-01': name }, makeUpDays: { '2030-01-01': name } }, 'both free and worked'],
    [{ lastYear: 2029 }, 'after lastYear'],
  ])('is refused where they make no sense: %j', (wrong, message) =>
    expect(() => calendarFrom({ ...tables, ...wrong } as typeof tables)).toThrow(message),
  );
});
