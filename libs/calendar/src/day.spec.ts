import fc from 'fast-check';
import {
  ImpossibleDay,
  addDays,
  compareDays,
  dayNumber,
  dayOfNumber,
  daysBetween,
  isDay,
  monthOf,
  parseDay,
  weekday,
  yearOf,
} from './day.js';

const someDay = fc.integer({ min: -100_000, max: 1_000_000 }).map(dayOfNumber);

describe('a day', () => {
  it.each([
    '2021-02-30',
    '2021-13-01',
    '2021-00-10',
    '2021-2-3',
    '0999-01-01',
    '2021-04-12T00:00:00Z',
    ' 2021-04-12',
    '',
    '2021-02-29',
  ])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => parseDay(text)).toThrow(ImpossibleDay);
  });

  it.each([null, undefined, 20210412, {}])('is not %j', (value) => expect(isDay(value)).toBe(false));

  it('may be the leap day', () => expect(parseDay('2020-02-29')).toBe('2020-02-29'));

  it('has a weekday, a month and a year', () =>
    expect([
      weekday('2021-04-12'),
      weekday('2021-04-18'),
      weekday('1969-12-28'),
      monthOf('2021-04-12'),
      yearOf('2021-04-12'),
    ]).toEqual([1, 7, 7, '2021-04', 2021]));

  it('moves by days and back', () =>
    fc.assert(
      fc.property(someDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(addDays(addDays(day, n), -n)).toBe(day);
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(Math.sign(compareDays(day, addDays(day, n)))).toBe(-Math.sign(n) + 0);
        expect((weekday(addDays(day, 1)) - weekday(day) + 7) % 7).toBe(1);
      }),
    ));

  it('does not pass the year 9999', () => expect(() => addDays('9999-12-31', 1)).toThrow(ImpossibleDay));

  it('is known by its number', () => expect(dayNumber('1970-01-02')).toBe(1));
});
