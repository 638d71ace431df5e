import fc from 'fast-check';
import { calendarFrom, growingCalendar } from './calendar.js';
import { chinaCalendar } from './china.js';
import { dueDate, dueFrom, explainDue, extendDue, pauseDue, recalculateDue } from './due.js';
import type { DeadlineRule } from './due.types.js';
import { addWorkingMinutes, openingHours, type WorkingTime } from './working-hours.js';
import { workingDays } from './working-days.js';

const time: WorkingTime = {
  calendar: chinaCalendar,
  timeZone: 'Asia/Shanghai',
  hours: [
    { from: '08:30', to: '12:00' },
    { from: '14:30', to: '18:00' },
    { from: '08:30', to: '12:00', season: { from: '05-01', until: '09-30' } },
    { from: '15:00', to: '18:30', season: { from: '05-01', until: '09-30' } },
  ],
};
const rest = { warnWorkingDaysBefore: 1, superviseAfterWorkingDays: 5, source: '来源' };
const hours = (workingHours: number): DeadlineRule => ({ id: 'order', version: 1, workingHours, ...rest });
const days = (calendarDays: number): DeadlineRule => ({ id: 'days', version: 1, calendarDays, ...rest });
const sameDay = (afterClosing: 'next-working-day' | 'that-day' = 'next-working-day'): DeadlineRule => ({
  ...{ id: 'urgent', version: 2, sameDay: { afterClosing } },
  ...rest,
});
const at = (local: string): string => new Date(`${local}+08:00`).toISOString();
const received = (local: string) => ({ at: at(local), what: 'receipt' as const });
const why = { zh: '需现场核查', en: 'a site check is needed' };

describe('a limit in office hours', () => {
  it('runs from the very moment, over the break, the night and holidays, into another season', () => {
    const due = dueFrom(time, hours(8), received('2021-04-30T16:30'));
    expect(due).toMatchObject({
      on: '2021-05-06',
      at: at('2021-05-06T18:00'),
      start: '2021-04-30',
      since: at('2021-04-30T16:30'),
      limit: { unit: 'working-hours', count: 8 },
      workingDays: 0,
      warnOn: '2021-04-30',
      remindOn: '2021-05-07',
    });
    expect(JSON.parse(JSON.stringify(due))).toStrictEqual(due);
    expect(explainDue(due, 'zh').join('\n')).toMatchInlineSnapshot(`
      "2021-04-30  收到(16:30),即时起按上班时间计 8 小时（依据 order@1：来源）
      2021-04-30  上班 16:30–18:00,计 1 小时 30 分（依据 order@1）
      2021-05-06  上班 08:30–12:00、15:00–18:00,计 6 小时 30 分（依据 order@1）
      2021-05-01 至 2021-05-05  劳动节放假，不计（依据 cn-2026）
      2021-04-30  预警：到期前 1 个工作日（依据 order@1：来源）
      2021-05-06  到期:2021-05-06 18:00 前(共 8 个工作小时)（依据 order@1：来源）
      2021-05-07  仍未答复则催办：到期后次一工作日（依据 order@1：来源）"
    `);
    expect(explainDue(due, 'en').join('\n')).toMatchInlineSnapshot(`
      "2021-04-30  received at 16:30; 8 office hours count from then (order@1: 来源)
      2021-04-30  office hours 16:30–18:00: 1 h 30 min (order@1)
      2021-05-06  office hours 08:30–12:00, 15:00–18:00: 6 h 30 min (order@1)
      2021-05-01 to 2021-05-05  Labour Day, a holiday: not counted (cn-2026)
      2021-04-30  warning, 1 working days before the due day, not before the start (order@1: 来源)
      2021-05-06  due by 18:00 on 2021-05-06 (8 office hours in all) (order@1: 来源)
      2021-05-07  reminder if still unanswered, the working day after (order@1: 来源)"
    `);
  });

  it('counts its minutes to the last in its ledger', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 700 }), fc.integer({ min: 1, max: 120 }), (minute, limit) => {
        const moment = new Date(Date.UTC(2020, 0, 2) + minute * 60_000).toISOString();
        const { steps, at: end } = dueFrom(time, hours(limit), { at: moment, what: 'receipt' });
        const counted = steps.reduce((sum, { what, minutes = 0 }) => (what === 'worked' ? sum + minutes : sum), 0);
        expect(counted).toBe(limit * 60);
        expect(end).toBe(addWorkingMinutes(time, moment, limit * 60));
      }),
      { numRuns: 50 },
    ));

  it('of which only the day is known counts from the opening of that day', () =>
    expect(dueFrom(time, hours(2), { ...received('2021-04-12T00:00'), dayOnly: true }).at).toBe(
      at('2021-04-12T10:30'),
    ));

  it('is extended to the same time of a later working day, or as near as the office is open then', () => {
    const due = dueFrom(time, hours(8), received('2021-04-28T10:00'));
    expect(due.at).toBe(at('2021-04-29T11:00'));
    const more = (local: string, workingDays: number) =>
      extendDue(time, dueFrom(time, hours(1), received(local)), { on: local.slice(0, 10), workingDays, why }, hours(1));
    expect(more('2021-04-28T09:00', 2)).toMatchObject({ on: '2021-04-30', at: at('2021-04-30T10:00'), workingDays: 2 });
    // 14:45 lies in the midday break of summer.
    expect(more('2021-04-30T11:15', 1).at).toBe(at('2021-05-06T15:00'));
    expect(more('2021-04-30T11:15', 1).steps[1]).toMatchObject({
      what: 'extend',
      from: '2021-04-30',
      to: '2021-05-06',
    });
  });

  it('is moved on by the working days of a pause', () => {
    const due = dueFrom(time, hours(8), received('2021-04-12T10:00'));
    const pause = { from: '2021-04-12', to: '2021-04-15', stopped: why, resumed: why, rule: 'suspension' };
    expect(pauseDue(time, due, pause)).toMatchObject({ on: '2021-04-16', at: at('2021-04-16T11:00'), workingDays: 3 });
  });

  it('cannot be reckoned by a calendar alone', () =>
    expect(() => recalculateDue(chinaCalendar, dueFrom(time, hours(8), received('2021-04-12T10:00')))).toThrow(
      'needs the office hours',
    ));
});

describe('a limit of the same day', () => {
  it.each([
    ['2021-04-12T16:30', '2021-04-12T18:00', '当日办结'],
    ['2021-04-12T07:00', '2021-04-12T18:00', '当日办结'],
    ['2021-04-12T12:30', '2021-04-12T18:00', '当日办结'],
    ['2021-04-12T18:00', '2021-04-12T18:00', '当日办结'],
    ['2021-04-12T18:01', '2021-04-13T18:00', '已下班'],
    ['2021-04-24T10:00', '2021-04-25T18:00', '为休息日'],
    ['2021-04-25T10:00', '2021-04-25T18:00', '当日办结'],
    ['2021-04-30T19:00', '2021-05-06T18:30', '已下班'],
  ])('received at %s is due at the close %s', (from, to, said) => {
    const due = dueFrom(time, sameDay(), received(from));
    expect(due.at).toBe(at(to));
    expect(due.steps[0]!.why.zh).toContain(said);
  });

  it('is that very day all the same where the policy says so', () => {
    const due = dueFrom(time, sameDay('that-day'), received('2021-05-01T20:00'));
    expect(due).toMatchObject({ on: '2021-05-01', limit: { unit: 'that-day' } });
    expect(due.at).toBeUndefined();
  });
});

describe('a limit in calendar days', () => {
  it('ends on its last day, or on the working day after a rest day', () => {
    expect(dueFrom(time, days(15), received('2021-04-12T20:00'))).toMatchObject({
      on: '2021-04-27',
      start: '2021-04-12',
    });
    const rested = dueFrom(time, days(15), received('2021-04-16T10:00'));
    expect(rested.on).toBe('2021-05-06');
    expect(rested.steps[0]!.why.zh).toContain('末日 2021-05-01 为休息日,顺延至 2021-05-06');
    expect(rested.at).toBeUndefined();
  });
});

describe('a limit in working days', () => {
  const rule: DeadlineRule = { id: 'plain', version: 1, workingDays: 13, ...rest };

  it('from receipt is what it always was', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 700 }), (minute) => {
        const moment = new Date(Date.UTC(2020, 0, 2) + minute * 60_000).toISOString();
        const due = dueFrom(time, rule, { at: moment, what: 'receipt' });
        expect(due).toStrictEqual(dueDate(chinaCalendar, rule, due.start));
      }),
    ));

  it.each([
    ['dispatch', '平台派单之日不计'],
    ['signing', '承办单位签收之日不计'],
  ] as const)('from %s says so, also when it is extended', (what, said) => {
    const due = dueFrom(time, rule, { at: at('2021-04-20T09:00'), what });
    expect(due).toMatchObject({ on: '2021-05-10', countsFrom: what });
    expect(due.steps[0]!.why.zh).toContain(said);
    const extended = extendDue(time, due, { on: '2021-04-21', workingDays: 1, why }, rule);
    expect(extended).toMatchObject({ on: '2021-05-11', countsFrom: what });
  });
});

describe('a provisional due date with an instant', () => {
  const name = { zh: '元旦', en: "New Year's Day" };
  const tables = { version: 'x-2026', firstYear: 2025, lastYear: 2026, holidays: {}, makeUpDays: {} };

  it('is set anew when its year is known, by a calendar that grows while in use', () => {
    const calendar = growingCalendar(tables);
    const growing = { ...time, calendar };
    const due = dueFrom(growing, hours(7), received('2026-12-31T16:00'));
    expect(due).toMatchObject({ at: at('2027-01-01T16:00'), provisional: true, calendar: 'x-2026' });
    expect(recalculateDue(growing, due)).toBeNull();
    calendar.take([{ year: 2027, holidays: { '2027-01-01': name }, makeUpDays: { '2027-01-02': name }, source: 's' }]);
    expect(recalculateDue(growing, due)).toMatchObject({
      at: at('2027-01-02T16:00'),
      provisional: false,
      calendar: 'x-2026+2027',
    });
    expect(workingDays.add(calendar, '2026-12-31', 1)).toBe('2027-01-02');
    expect(openingHours(growing, '2027-01-02')).toEqual({ opens: 510, closes: 1080 });
  });

  it('is the same as under a calendar that had the year from the beginning', () => {
    const calendar = growingCalendar(tables);
    const year = { year: 2027, holidays: { '2027-01-01': name }, makeUpDays: {}, source: 's' };
    const early = dueFrom({ ...time, calendar }, hours(30), received('2026-12-28T09:00'));
    calendar.take([year]);
    const { source: _, year: lastYear, ...known } = year;
    const whole = calendarFrom({ ...tables, ...known, lastYear, version: 'x-2026+2027' });
    expect(recalculateDue({ ...time, calendar }, early)).toStrictEqual(
      dueFrom({ ...time, calendar: whole }, hours(30), received('2026-12-28T09:00')),
    );
  });
});
