import fc from 'fast-check';
import { chinaCalendar } from './china.js';
import { ClockError, runClock, type ClockStep } from './clock.js';
import { addDays, type Day } from './day.js';
import { workingDays } from './working-days.js';

const why = { zh: '理由', en: 'reason' };
const step = (what: ClockStep['what'], on: Day, days?: number): ClockStep => ({
  what,
  on,
  why,
  rule: '条例第三十三条',
  ...(days !== undefined && { days }),
});
const run = (...steps: ClockStep[]) => runClock(chinaCalendar, steps);
const someDay = fc.integer({ min: 0, max: 365 * 15 }).map((n) => addDays('2008-01-01', n));

describe('a legal clock', () => {
  it('runs from the day after receipt', () => expect(run(step('start', '2021-02-01', 20)).due).toBe('2021-03-04'));

  it('starts anew with the corrected application', () => {
    const state = run(step('start', '2021-01-25', 20), step('restart', '2021-02-01', 20));
    expect(state).toMatchObject({ due: '2021-03-04', start: '2021-02-01', workingDays: 20 });
  });

  it('does not count the days it is stopped', () => {
    const state = run(step('start', '2021-03-01', 20), step('stop', '2021-03-05'), step('resume', '2021-03-19'));
    expect(state.due).toBe(workingDays.add(chinaCalendar, '2021-03-29', 10));
    expect(state.ledger.map(({ what, days }) => [what, days])).toEqual([
      ['start', 20],
      ['stop', 16],
      ['resume', 16],
    ]);
  });

  it('has no due day while it is stopped', () =>
    expect(run(step('start', '2021-03-01', 20), step('stop', '2021-03-05')).due).toBeNull());

  it('says in its ledger from which day to which the due day moved', () =>
    expect(run(step('start', '2021-03-01', 20), step('extend', '2021-03-10', 20)).ledger[1]).toEqual({
      what: 'extend',
      on: '2021-03-10',
      from: '2021-03-29',
      to: '2021-04-26',
      days: 20,
      why,
      rule: '条例第三十三条',
    }));

  it.each([
    [[step('stop', '2021-03-01')], 'has not started'],
    [[step('start', '2021-03-01', 5), step('start', '2021-03-02', 5)], 'started on 2021-03-01'],
    [[step('start', '2021-03-01', 5), step('resume', '2021-03-02')], 'running'],
    [[step('start', '2021-03-01', 5), step('stop', '2021-03-02'), step('stop', '2021-03-03')], 'stood still since'],
    [[step('start', '2021-03-01', 5), step('extend', '2021-02-26', 5)], 'last step was on 2021-03-01'],
    [[step('start', '2021-03-01', 5), step('extend', '2021-03-09', 5)], 'ran out on 2021-03-08'],
    [[step('start', '2021-03-01', 5), step('stop', '2021-03-09')], 'ran out on 2021-03-08'],
    [[step('start', '2021-03-01')], 'how many working days'],
  ])('refuses steps that do not fit (%#)', (steps, message) => {
    expect(() => run(...steps)).toThrow(ClockError);
    expect(() => run(...steps)).toThrow(message);
  });

  it('needs a start', () => expect(() => run()).toThrow('needs a step that starts it'));

  const stops = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 40 })), { maxLength: 5 });

  it('is never shortened by time stopped for consultation, and gives its working days exactly', () =>
    fc.assert(
      fc.property(someDay, fc.integer({ min: 5, max: 40 }), stops, (start, days, pauses) => {
        const steps = [step('start', start, days)];
        let due = run(...steps).due!;
        let away = 0;
        // Where nothing is left when it resumes, it is due that day, or where that is a day off on the next that is worked.
        let granted = 0;
        for (const [gap, length] of pauses) {
          const on = addDays(steps.at(-1)!.on, gap);
          if (on > due) break;
          steps.push(step('stop', on), step('resume', addDays(on, length)));
          away += workingDays.between(chinaCalendar, on, addDays(on, length));
          granted += chinaCalendar.isWorkingDay(addDays(on, length)) ? 0 : 1;
          const later = run(...steps).due!;
          expect(later >= due).toBe(true);
          due = later;
        }
        expect(workingDays.between(chinaCalendar, start, due) - away).toBeGreaterThanOrEqual(days);
        expect(workingDays.between(chinaCalendar, start, due) - away).toBeLessThanOrEqual(days + granted);
      }),
    ));

  it('is longer by exactly what it is extended by', () =>
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 20 }), (start, days, more) => {
        const due = run(step('start', start, days), step('extend', start, more)).due;
        expect(due).toBe(workingDays.add(chinaCalendar, start, days + more));
      }),
    ));
});
