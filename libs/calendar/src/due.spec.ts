import fc from 'fast-check';
import { calendarFrom } from './calendar.js';
import { chinaCalendar } from './china.js';
import { addDays, weekday } from './day.js';
import { dueDate, explainDue, extendDue, extensionsOf, recalculateDue, superviseOn } from './due.js';
import type { DeadlineRule } from './due.types.js';
import { workingDays } from './working-days.js';

const rule: DeadlineRule = {
  id: 'grievance.normal',
  version: 1,
  workingDays: 13,
  warnWorkingDaysBefore: 2,
  superviseAfterWorkingDays: 5,
  extension: { maxWorkingDays: 10, times: 1, grantedBy: ['reviewer'] },
  source: '来源',
};
const urgent: DeadlineRule = { ...rule, id: 'urgent', workingDays: 0, warnWorkingDaysBefore: 0 };
const why = { zh: '需现场核查', en: 'a site check is needed' };
const someDay = fc.integer({ min: 0, max: 365 * 24 }).map((n) => addDays('2004-01-01', n));

const name = { zh: '元旦', en: "New Year's Day" };
const until2026 = calendarFrom({ version: 'x-2026', firstYear: 2026, lastYear: 2026, holidays: {}, makeUpDays: {} });
const until2027 = calendarFrom({
  version: 'x-2027',
  firstYear: 2026,
  lastYear: 2027,
  holidays: { '2027-01-01': name },
  makeUpDays: {},
});

describe('a due date', () => {
  it('is a fact with all it came from', () => {
    const due = dueDate(chinaCalendar, rule, '2021-04-20');
    expect(due).toMatchObject({
      on: '2021-05-10',
      start: '2021-04-20',
      workingDays: 13,
      policy: 'grievance.normal@1',
      calendar: 'cn-2026',
      provisional: false,
      warnOn: '2021-05-07',
      remindOn: '2021-05-11',
    });
    expect(due.steps.map(({ what }) => what)).toEqual([
      'start',
      'make-up',
      'holiday',
      'make-up',
      'warn',
      'due',
      'remind',
    ]);
    expect(JSON.parse(JSON.stringify(due))).toStrictEqual(due);
  });

  it('explains itself in both languages', () => {
    const due = dueDate(chinaCalendar, rule, '2021-04-20');
    expect(explainDue(due, 'zh').join('\n')).toMatchInlineSnapshot(`
      "2021-04-20  收到之日不计，从次日起算 13 个工作日（依据 grievance.normal@1：来源）
      2021-04-25  劳动节调休上班，计入（依据 cn-2026）
      2021-05-01 至 2021-05-05  劳动节放假，不计（依据 cn-2026）
      2021-05-08  劳动节调休上班，计入（依据 cn-2026）
      2021-05-07  预警：到期前 2 个工作日（依据 grievance.normal@1：来源）
      2021-05-10  到期：当日结束前（共 13 个工作日）（依据 grievance.normal@1：来源）
      2021-05-11  仍未答复则催办：到期后次一工作日（依据 grievance.normal@1：来源）"
    `);
    expect(explainDue(due, 'en').join('\n')).toMatchInlineSnapshot(`
      "2021-04-20  received, a day that does not count; 13 working days from the day after (grievance.normal@1: 来源)
      2021-04-25  a working weekend day for Labour Day: counted (cn-2026)
      2021-05-01 to 2021-05-05  Labour Day, a holiday: not counted (cn-2026)
      2021-05-08  a working weekend day for Labour Day: counted (cn-2026)
      2021-05-07  warning, 2 working days before the due day, not before the start (grievance.normal@1: 来源)
      2021-05-10  due by the end of the day (13 working days in all) (grievance.normal@1: 来源)
      2021-05-11  reminder if still unanswered, the working day after (grievance.normal@1: 来源)"
    `);
  });

  it('of the same day is the day itself, worked or not', () => {
    expect(dueDate(chinaCalendar, urgent, '2021-05-01')).toMatchObject({
      on: '2021-05-01',
      warnOn: '2021-05-01',
      remindOn: '2021-05-06',
    });
  });

  it('warns no earlier than the start', () =>
    expect(dueDate(chinaCalendar, { ...rule, workingDays: 2, warnWorkingDaysBefore: 2 }, '2021-05-08').warnOn).toBe(
      '2021-05-08',
    ));

  it('warns within a calendar that has no earlier table', () =>
    expect(dueDate(chinaCalendar, { ...rule, workingDays: 1 }, '2004-01-01').warnOn).toBe('2004-01-01'));

  it('is supervised some working days after the reminder', () =>
    expect(superviseOn(chinaCalendar, '2021-04-30', rule)).toBe('2021-05-11'));

  it('lies its working days after the start, the warning before and the reminder after it', () =>
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 70 }), (start, days, before) => {
        const due = dueDate(chinaCalendar, { ...rule, workingDays: days, warnWorkingDaysBefore: before }, start);
        expect(workingDays.between(chinaCalendar, start, due.on)).toBe(days);
        expect(start <= due.warnOn && due.warnOn <= due.on && due.on < due.remindOn).toBe(true);
        expect(workingDays.between(chinaCalendar, due.on, due.remindOn)).toBe(1);
      }),
    ));
});

describe('an extended due date', () => {
  const due = dueDate(chinaCalendar, rule, '2021-04-20');

  it('is counted on from the old one', () => {
    const extended = extendDue(chinaCalendar, due, { on: '2021-05-08', workingDays: 5, why }, rule);
    expect(extended).toMatchObject({ on: '2021-05-17', workingDays: 18, warnOn: '2021-05-13', remindOn: '2021-05-18' });
    expect(extended.steps[1]).toMatchObject({ what: 'extend', from: '2021-05-10', to: '2021-05-17', days: 5, why });
    expect(extensionsOf(extended)).toEqual({ times: 1, workingDays: 5 });
    expect(extensionsOf(due)).toEqual({ times: 0, workingDays: 0 });
  });

  it('cannot be had after it passed', () =>
    expect(() => extendDue(chinaCalendar, due, { on: '2021-05-11', workingDays: 5, why }, rule)).toThrow('ran out'));

  it('can be had on its last day', () =>
    expect(extendDue(chinaCalendar, due, { on: '2021-05-10', workingDays: 1, why }, rule).on).toBe('2021-05-11'));
});

describe('a provisional due date', () => {
  it('is set anew when the table has the year', () => {
    const due = dueDate(until2026, rule, '2026-12-21');
    expect(due).toMatchObject({ on: '2027-01-07', provisional: true, calendar: 'x-2026' });
    expect(due.steps.at(-1)?.what).toBe('provisional');
    expect(recalculateDue(until2026, due)).toBeNull();
    const again = recalculateDue(until2027, due);
    expect(again).toMatchObject({ on: '2027-01-08', start: '2026-12-21', provisional: false, calendar: 'x-2027' });
    expect(again).toStrictEqual(dueDate(until2027, rule, '2026-12-21'));
    expect(recalculateDue(until2027, again!)).toBeNull();
  });

  it('drops the mark also where no date changes', () => {
    const late = calendarFrom({ version: 'y-2027', firstYear: 2026, lastYear: 2027, holidays: {}, makeUpDays: {} });
    const due = dueDate(until2026, rule, '2026-12-21');
    expect(recalculateDue(late, due)).toMatchObject({ on: due.on, provisional: false });
  });

  it('keeps its extensions', () => {
    const extended = extendDue(
      until2026,
      dueDate(until2026, rule, '2026-12-21'),
      { on: '2026-12-30', workingDays: 3, why },
      rule,
    );
    expect(recalculateDue(until2027, extended)).toMatchObject({ on: '2027-01-13', workingDays: 16 });
  });

  it('can be set anew whatever the table then says, also where an extension was asked for late', () => {
    const flags = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 25 });
    const tableOf = (offsets: number[]) =>
      calendarFrom({
        version: 'z-2027',
        firstYear: 2026,
        lastYear: 2027,
        holidays: named(offsets.map((n) => addDays('2027-01-01', n)).filter((day) => weekday(day) <= 5)),
        makeUpDays: named(offsets.map((n) => addDays('2027-01-01', n)).filter((day) => weekday(day) > 5)),
      });
    const named = (days: string[]) => Object.fromEntries(days.map((day) => [day, name]));
    fc.assert(
      fc.property(flags, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 10 }), (offsets, late, more) => {
        const due = dueDate(until2026, rule, '2026-12-21');
        const on = addDays(due.on, -late);
        const extended = extendDue(until2026, due, { on, workingDays: more, why }, rule);
        const table = tableOf(offsets);
        const again = recalculateDue(table, extended);
        expect(again?.on).toBe(workingDays.add(table, '2026-12-21', 13 + more));
        expect(extensionsOf(again!)).toEqual({ times: 1, workingDays: more });
      }),
    );
  });

  it('is one whose reminder lies beyond the table', () =>
    expect(dueDate(until2026, urgent, '2026-12-31')).toMatchObject({ on: '2026-12-31', provisional: true }));
});
