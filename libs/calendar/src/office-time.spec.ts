import fc from 'fast-check';
import { addDays, dayOfNumber } from './day.js';
import { dayOf, endOfDay, isTimeZone, startOfDay } from './office-time.js';

const ZONES = [
  'Asia/Shanghai',
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
];
const someZone = fc.constantFrom(...ZONES);
const someDay = fc.integer({ min: 7000, max: 25_000 }).map(dayOfNumber);

describe("the office's day", () => {
  it('is the one on its own clock', () => {
    expect(dayOf('2021-04-11T15:59:59.999Z', 'Asia/Shanghai')).toBe('2021-04-11');
    expect(dayOf('2021-04-11T16:00:00Z', 'Asia/Shanghai')).toBe('2021-04-12');
    expect(dayOf('2021-04-12T00:30:00+08:00', 'Asia/Shanghai')).toBe('2021-04-12');
    expect(dayOf('2021-04-12T03:59:00Z', 'America/New_York')).toBe('2021-04-11');
  });

  it('begins and ends with it', () => {
    expect(startOfDay('2021-04-12', 'Asia/Shanghai')).toBe('2021-04-11T16:00:00.000Z');
    expect(endOfDay('2021-04-12', 'Asia/Shanghai')).toBe('2021-04-12T15:59:59.999Z');
  });

  it('knows the summers when China put its clocks forward', () =>
    expect(startOfDay('1990-07-01', 'Asia/Shanghai')).toBe('1990-06-30T15:00:00.000Z'));

  it('begins after the gap where clocks are put forward at midnight', () =>
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z'));

  it('holds its first and last moment and nothing outside', () =>
    fc.assert(
      fc.property(someDay, someZone, (day, zone) => {
        const [start, end] = [startOfDay(day, zone), endOfDay(day, zone)];
        expect([dayOf(start, zone), dayOf(end, zone)]).toEqual([day, day]);
        expect(dayOf(new Date(Date.parse(start) - 1).toISOString(), zone)).toBe(addDays(day, -1));
        expect(dayOf(new Date(Date.parse(end) + 1).toISOString(), zone)).toBe(addDays(day, 1));
      }),
    ));

  it('agrees with what Intl writes', () =>
    fc.assert(
      fc.property(fc.integer({ min: 600e9, max: 2100e9 }), someZone, (ms, timeZone) => {
        const parts = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short' }).format(ms).split('/');
        expect(dayOf(new Date(ms).toISOString(), timeZone)).toBe(parts.reverse().join('-'));
      }),
    ));

  it('is asked of a zone and an instant that exist', () => {
    expect(isTimeZone('Asia/Xuchang')).toBe(false);
    expect(isTimeZone('Asia/Shanghai')).toBe(true);
    for (const wrong of ['2021-04-12', '2021-04-12T08:00:00', 'yesterday', '2021-13-12T08:00:00Z'])
      expect(() => dayOf(wrong, 'Asia/Shanghai')).toThrow('is no instant');
  });
});

it.each(['2021-02-30T08:00:00Z', '2021-02-29T08:00:00+08:00', '2021-04-31T00:00:00.000Z'])(
  '%s is no instant: there is no such day',
  (wrong) => expect(() => dayOf(wrong, 'Asia/Shanghai')).toThrow(RangeError),
);
