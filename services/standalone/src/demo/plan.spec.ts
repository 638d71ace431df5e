import { chinaCalendar, dayOf } from '@sunlit/calendar';
import { loadOffice, SHIPPED_OFFICE } from '@sunlit/platform';
import { personalNumbersIn } from '@sunlit/privacy';
import type { DemoAction } from './demo.types.js';
import { planRecent } from './plan-recent.js';
import { planYear } from './plan-year.js';
import { TOPICS } from './texts/index.js';

const office = loadOffice(SHIPPED_OFFICE);
const options = { office, calendar: chinaCalendar };
const year = (seed: number) => planYear({ ...options, seed, year: 2021 });
const NOW = '2026-11-24T07:00:00.000Z';

const byMatter = (actions: readonly DemoAction[]): DemoAction[][] => {
  const matters = new Map<string, DemoAction[]>();
  for (const action of actions) matters.set(action.matter, [...(matters.get(action.matter) ?? []), action]);
  return [...matters.values()];
};
const has = (matter: readonly DemoAction[], type: string): boolean => matter.some((action) => action.type === type);
const kindOf = (matter: readonly DemoAction[]): string => {
  const corrected = matter.findLast(({ type }) => type === 'CorrectDetails')?.data['changes'] as { kind?: string };
  return has(matter, 'HandOver') ? 'complaint' : (corrected?.kind ?? (matter[0]!.data['kind'] as string));
};
const accepted = (matter: readonly DemoAction[]): boolean => !has(matter, 'DeclineCase') && !has(matter, 'VoidCase');
const isComplaint = (matter: readonly DemoAction[]): boolean => ['complaint', 'report'].includes(kindOf(matter));
/** The last rating of a follow-up call, if there was one. */
const levelOf = (matter: readonly DemoAction[]): number | undefined =>
  matter
    .flatMap(({ type, data }) => (type === 'AttemptFollowUp' && data['level'] ? [data['level'] as number] : []))
    .at(-1);

describe("the demo's year", () => {
  it.each([2021, 1, 7, 42, 20260101])('is the report’s, whatever the seed: %i', (seed) => {
    const matters = byMatter(year(seed)).filter(accepted);
    const calls = matters.filter(([first]) => first!.data['medium'] === 'phone');
    const consultations = calls.filter((matter) => kindOf(matter) === 'consultation');
    expect(calls.length).toBeGreaterThanOrEqual(5301);
    expect(calls.length).toBeLessThanOrEqual(5399);
    expect(consultations.length / calls.length).toBeGreaterThanOrEqual(0.8);
    expect(consultations.length / calls.length).toBeLessThan(0.85);
    const complaints = matters.filter((matter) => isComplaint(matter) && !has(matter, 'WithdrawCase'));
    expect(complaints.every((matter) => has(matter, 'DeliverReply'))).toBe(true);
    const levels = complaints.flatMap((matter) => levelOf(matter) ?? []);
    const satisfied = levels.filter((level) => level >= 3).length / levels.length;
    expect(satisfied).toBeGreaterThanOrEqual(0.99);
    expect(satisfied).toBeLessThan(0.995);
    expect(Math.abs(matters.length - calls.length - 400)).toBeLessThan(20);
  });

  const actions = year(2021);

  it('is the same for the same seed, another for another', () => {
    expect(year(2021)).toEqual(actions);
    expect(year(2022)).not.toEqual(actions);
  });

  it('is in the order of time, each matter from its registration on', () => {
    expect(actions.map(({ at }) => at)).toEqual(actions.map(({ at }) => at).sort((a, b) => a - b));
    for (const [first, ...rest] of byMatter(actions)) {
      expect(first!.type).toBe('RegisterCase');
      expect(rest.some(({ type }) => type === 'RegisterCase')).toBe(false);
    }
  });

  it('lets the office work on its working days only; the lines are staffed every day', () => {
    const off = actions.filter(
      ({ at }) => !chinaCalendar.isWorkingDay(dayOf(new Date(at).toISOString(), 'Asia/Shanghai')),
    );
    expect(off.length).toBeGreaterThan(0);
    expect(off.filter(({ by }) => by.role === 'unit-handler')).toEqual([]);
    const hours = actions
      .filter(({ type }) => type === 'DraftReply')
      .map(({ at }) => new Date(at + 8 * 3_600_000).getUTCHours());
    expect(hours.filter((hour) => hour < 8 || hour === 13 || hour >= 18)).toEqual([]);
  });

  it.each([
    'DeclineCase',
    'VoidCase',
    'WithdrawCase',
    'CorrectDetails',
    'CorrectCaller',
    'HandOver',
    'RequestExtension',
    'GrantExtension',
    'RefuseExtension',
    'ReturnAssignment',
    'SendBackReply',
    'RedoCase',
    'ReopenCase',
    'RateCase',
  ])('holds some %s', (type) => expect(has(actions, type)).toBe(true));

  it('knows every line, medium and kind of the office, urgent ones and organisations', () => {
    const registrations = actions.filter(({ type }) => type === 'RegisterCase').map(({ data }) => data);
    const values = (field: string) => new Set(registrations.map((data) => data[field]));
    const codes = (list: readonly { readonly code: string }[]) => new Set(list.map(({ code }) => code));
    expect(values('source')).toEqual(codes(office.sources));
    expect(values('medium')).toEqual(codes(office.media));
    expect(values('kind')).toEqual(codes(office.kinds));
    expect(values('urgency')).toContain('urgent');
    expect(values('callerType')).toEqual(new Set(['person', 'organisation', 'anonymous']));
    const platforms = new Set(office.sources.filter(({ platform }) => platform).map(({ code }) => code));
    expect(
      registrations.filter(
        (data) => (data['externalNumber'] !== undefined) !== platforms.has(data['source'] as string),
      ),
    ).toEqual([]);
  });

  it('is quiet around Spring Festival and busy in summer', () => {
    const calls = actions.filter(({ type }) => type === 'RegisterCase').map(({ at }) => new Date(at).toISOString());
    const month = (name: string) => calls.filter((at) => at.startsWith(`2021-${name}`)).length;
    expect(month('02')).toBeLessThan(0.7 * month('03'));
    expect(month('07')).toBeGreaterThan(month('06'));
  });

  it('holds no phone, identity or plate number in an official text', () => {
    const texts = actions.flatMap(({ data }) =>
      ['summary', 'text', 'answer', 'reason', 'note'].map((name) => data[name]),
    );
    const official = new Set(texts.filter((text): text is string => typeof text === 'string'));
    expect([...official].filter((text) => personalNumbersIn(text).length > 0)).toEqual([]);
    expect(official.size).toBeGreaterThan(500);
  });

  it('answers every question with the answer to it', () => {
    for (const { questions, answers, grievances, replies } of TOPICS)
      expect([answers.length, replies.length]).toEqual([questions.length, grievances.length]);
    const texts = actions.flatMap(({ data }) => ['summary', 'text', 'answer'].map((name) => data[name]));
    expect(texts.filter((text) => typeof text === 'string' && /[{}]/.test(text))).toEqual([]);
  });

  it('speaks of every leaf of the office’s categories', () => {
    const leaves = office.categories.filter(({ code }) => !office.categories.some(({ parent }) => parent === code));
    expect(TOPICS.map(({ category }) => category).sort()).toEqual(leaves.map(({ code }) => code).sort());
    expect(new Set(TOPICS.flatMap(({ answers, replies }) => [...answers, ...replies])).size).toBeGreaterThan(60);
  });
});

describe('the days before today', () => {
  const actions = planRecent({ ...options, seed: 2021, now: NOW });

  it('hold some 130 matters and nothing of tomorrow', () => {
    const matters = byMatter(actions);
    expect(matters.length).toBeGreaterThan(110);
    expect(matters.length).toBeLessThan(150);
    expect(actions.every(({ at }) => at <= Date.parse(NOW))).toBe(true);
  });

  it.each([
    'DeclineCase',
    'RequestExtension',
    'ReturnAssignment',
    'HandOver',
    'DraftReply',
    'RedoCase',
    'WithdrawCase',
    'VoidCase',
    'GiveInterimReply',
    'AskSuspension',
    'ApproveSuspension',
    'ResumeCase',
    'GiveTask',
    'PassTaskDown',
    'FinishTask',
  ])('show %s', (type) => expect(has(actions, type)).toBe(true));

  it('can be planned on any day, weekends and holidays too, and hold the same turns then', () => {
    const decided = ['GrantExtension', 'RefuseExtension'];
    const types = (planned: readonly DemoAction[]) =>
      [...new Set(planned.map(({ type }) => type))].filter((type) => !decided.includes(type)).sort();
    for (const now of [
      '2026-10-03T02:00:00.000Z',
      '2026-11-22T15:59:00.000Z',
      '2026-01-01T00:01:00.000Z',
      '2027-03-01T08:00:00.000Z',
    ])
      expect(types(planRecent({ ...options, seed: 1, now }))).toEqual(types(actions));
  });

  it('lie in the hours of the office, also before it has opened', () => {
    for (const now of ['2026-11-23T17:10:00.000Z', '2026-11-24T00:40:00.000Z', NOW]) {
      const begun = planRecent({ ...options, seed: 3, now }).filter(({ type }) => type === 'RegisterCase');
      const hours = begun.map(({ at }) => new Date(at + 8 * 3_600_000).getUTCHours());
      expect(Math.min(...hours)).toBeGreaterThanOrEqual(8);
      expect(Math.max(...hours)).toBeLessThan(18);
    }
  });
});
