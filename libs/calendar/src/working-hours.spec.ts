import fc from 'fast-check';
import { chinaCalendar } from './china.js';
import { minutesOfDay, workingHours, workingMinutes } from './working-hours.js';

const time = {
  calendar: chinaCalendar,
  timeZone: 'Asia/Shanghai',
  hours: [
    { from: '08:30', to: '12:00' },
    { from: '14:30', to: '18:00' },
  ],
};
const at = (local: string): string => new Date(`${local}+08:00`).toISOString();
const minute = fc
  .integer({ min: 0, max: 60 * 24 * 800 })
  .map((n) => new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString());

describe('working time', () => {
  it.each([
    ['2021-04-12T09:00', '2021-04-12T11:30', 150],
    ['2021-04-12T07:00', '2021-04-12T20:00', 420],
    ['2021-04-12T12:10', '2021-04-12T14:20', 0],
    ['2021-04-12T11:00', '2021-04-12T15:00', 90],
    ['2021-04-12T17:00', '2021-04-13T09:00', 90],
    ['2021-04-09T17:00', '2021-04-12T09:00', 90],
    ['2021-04-24T09:00', '2021-04-24T17:00', 0],
    ['2021-04-25T09:00', '2021-04-25T10:00', 60],
    ['2021-02-10T17:30', '2021-02-18T09:00', 60],
  ])('from %s to %s is %d minutes', (from, to, minutes) =>
    expect(workingMinutes(time, at(from), at(to))).toBe(minutes),
  );

  it('is counted in whole hours', () => {
    expect(workingHours(time, at('2021-04-12T09:00'), at('2021-04-12T10:59:59'))).toBe(1);
    expect(workingHours(time, at('2021-01-01T00:00'), at('2022-01-01T00:00'))).toBe(250 * 7);
  });

  it('is none backwards', () => expect(workingMinutes(time, at('2021-04-13T09:00'), at('2021-04-12T09:00'))).toBe(0));

  it('adds up over any moment between', () =>
    fc.assert(
      fc.property(minute, minute, minute, (...moments) => {
        const [a, b, c] = moments.sort() as [string, string, string];
        expect(workingMinutes(time, a, b) + workingMinutes(time, b, c)).toBe(workingMinutes(time, a, c));
      }),
    ));

  it('is written as 08:30', () => {
    expect([minutesOfDay('08:30'), minutesOfDay('24:00')]).toEqual([510, 1440]);
    for (const wrong of ['8:30', '24:01', '12:60', 'noon']) expect(() => minutesOfDay(wrong)).toThrow('no time of day');
  });
});
