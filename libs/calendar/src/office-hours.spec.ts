import fc from 'fast-check';
import { chinaCalendar } from './china.js';
import { dayOf } from './office-time.js';
import {
  addWorkingMinutes,
  hoursOn,
  inSeason,
  minuteOf,
  minutesOfDay,
  workingMinutes,
  type WorkingTime,
} from './working-hours.js';

/** Longer afternoons in summer, and one long span in the last days of the year and the first. */
const time: WorkingTime = {
  calendar: chinaCalendar,
  timeZone: 'Asia/Shanghai',
  hours: [
    { from: '08:30', to: '12:00' },
    { from: '14:00', to: '17:30' },
    { from: '08:30', to: '12:00', season: { from: '05-01', until: '09-30' } },
    { from: '15:00', to: '18:30', season: { from: '05-01', until: '09-30' } },
    { from: '09:00', to: '15:00', season: { from: '12-26', until: '01-05' } },
  ],
};
const at = (local: string): string => new Date(`${local}+08:00`).toISOString();
const moment = fc
  .integer({ min: 0, max: 60 * 24 * 800 })
  .map((n) => new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString());
const minutes = fc.integer({ min: 1, max: 60 * 400 });

const isOpen = (instant: string): boolean => {
  const day = dayOf(instant, time.timeZone);
  const minute = minuteOf(instant, time.timeZone);
  return (
    chinaCalendar.isWorkingDay(day) &&
    hoursOn(time.hours, day).some(({ from, to }) => minutesOfDay(from) <= minute && minute <= minutesOfDay(to))
  );
};

describe('office hours by season', () => {
  it('take the place of the others on their days, over the year’s end too', () => {
    const on = (day: string) => hoursOn(time.hours, day).map(({ from, to }) => `${from}-${to}`);
    expect(on('2021-04-30')).toEqual(['08:30-12:00', '14:00-17:30']);
    expect(on('2021-05-01')).toEqual(['08:30-12:00', '15:00-18:30']);
    expect(on('2021-09-30')).toEqual(['08:30-12:00', '15:00-18:30']);
    for (const day of ['2021-12-26', '2021-12-31', '2022-01-01', '2022-01-05'])
      expect(on(day)).toEqual(['09:00-15:00']);
    expect(inSeason({ from: '12-26', until: '01-05' }, '01-06')).toBe(false);
  });
});

describe('so many working minutes on', () => {
  it.each([
    // Within a span, over the midday break, at a closing and past it.
    ['2021-04-12T09:00', 60, '2021-04-12T10:00'],
    ['2021-04-12T11:00', 120, '2021-04-12T15:00'],
    ['2021-04-12T16:30', 60, '2021-04-12T17:30'],
    ['2021-04-12T16:30', 61, '2021-04-13T08:31'],
    // From outside the hours: from the next opening.
    ['2021-04-12T13:00', 30, '2021-04-12T14:30'],
    ['2021-04-10T10:00', 30, '2021-04-12T09:00'],
    // Over a weekend with a make-up day: Sunday 25 April 2021 was worked.
    ['2021-04-24T10:00', 60, '2021-04-25T09:30'],
    // Friday 30 April to Thursday 6 May 2021, Labour Day between, summer hours from then.
    ['2021-04-30T17:00', 30 + 240, '2021-05-06T15:30'],
    ['2021-09-30T18:00', 30 + 211, '2021-10-08T14:01'],
    // Hours of the turn of the year.
    ['2021-12-31T14:00', 120, '2022-01-04T10:00'],
  ])('from %s, %i minutes, is %s', (from, more, to) => expect(addWorkingMinutes(time, at(from), more)).toBe(at(to)));

  it('is never outside office hours', () =>
    fc.assert(fc.property(moment, minutes, (from, more) => isOpen(addWorkingMinutes(time, from, more)))));

  it('adds up, whatever lies between', () =>
    fc.assert(
      fc.property(moment, minutes, minutes, (from, a, b) => {
        const once = addWorkingMinutes(time, from, a + b);
        expect(addWorkingMinutes(time, addWorkingMinutes(time, from, a), b)).toBe(once);
      }),
    ));

  it('rises with the minutes, and never falls with the moment', () =>
    fc.assert(
      fc.property(moment, minutes, fc.integer({ min: 0, max: 20_000 }), (from, more, later) => {
        const end = addWorkingMinutes(time, from, more);
        expect(addWorkingMinutes(time, from, more + 1) > end).toBe(true);
        const after = new Date(Date.parse(from) + later * 60_000).toISOString();
        expect(addWorkingMinutes(time, after, more) >= end).toBe(true);
      }),
    ));

  it('is as far as is counted back, and the first such moment', () =>
    fc.assert(
      fc.property(moment, minutes, (from, more) => {
        const end = addWorkingMinutes(time, from, more);
        expect(workingMinutes(time, from, end)).toBe(more);
        const before = new Date(Date.parse(end) - 60_000).toISOString();
        expect(workingMinutes(time, from, before)).toBe(more - 1);
      }),
    ));

  it('agrees with walking minute by minute', () =>
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 600 }), (from, more) => {
        let ms = Date.parse(from);
        for (let left = more; left > 0; ms += 60_000)
          if (workingMinutes(time, new Date(ms).toISOString(), new Date(ms + 60_000).toISOString()) === 1) left--;
        expect(addWorkingMinutes(time, from, more)).toBe(new Date(ms).toISOString());
      }),
      { numRuns: 30 },
    ));

  it.each([0, -1, 1.5, NaN, 600_001])('is no %d minutes', (n) =>
    expect(() => addWorkingMinutes(time, at('2021-04-12T09:00'), n)).toThrow('whole number from 1 to 600000'),
  );
});
