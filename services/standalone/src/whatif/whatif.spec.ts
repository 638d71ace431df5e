import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chinaCalendar } from '@sunlit/calendar';
import { testOffice } from '@sunlit/casework/testing';
import { timeOrderedId, type JsonObject } from '@sunlit/kernel';
import { configurationFrom, loggerFor, type Office } from '@sunlit/platform';
import { openOneThread } from '../composition/one-thread.js';
import { openReader } from '../composition/reader.js';
import { busyOffice } from '../doctor/testing/busy-office.js';
import { composed, type Composed } from '../doctor/testing/composed.js';
import { differenceText, whatIf, type Difference, type WhatIfOptions } from './index.js';

const now = { office: testOffice, calendar: chinaCalendar };
const period = { from: '2021-01-01', to: '2099-12-31', first: 1000 };

/** The test office with other limits. */
const withLimits = (workingDays: number): Office => ({
  ...testOffice,
  deadlines: testOffice.deadlines.map((rule) =>
    rule.id === 'grievance.normal' ? { ...rule, version: 2, from: '2098-01-01', workingDays } : rule,
  ),
});

const asked = (office: Composed, other: WhatIfOptions['other']): Promise<Difference> =>
  whatIf({
    ...{ logs: [{ store: office.store }], definitions: office.definitions, now, other, ...period },
    today: new Date(office.now() + 8 * 3_600_000).toISOString().slice(0, 10),
  });

const movedIn = ({ moved }: Difference): number => Object.values(moved).reduce((sum, each) => sum + each, 0);

describe('what if', () => {
  it.each([1, 2, 3])('nothing else applied: nothing moves, whatever happened (office %i)', async (seed) => {
    const office = await composed();
    await busyOffice(office, seed, 500);
    await office.worker.caughtUp();
    const difference = await asked(office, now);
    expect(difference.rounds).toBeGreaterThan(5);
    expect({ moved: movedIn(difference), changed: difference.changed.first }).toEqual({ moved: 0, changed: [] });
    expect(difference.onTime.after).toEqual(difference.onTime.before);
    await office.worker.stop();
  });

  it('complaints had fewer days, or more: theirs alone move, and kinds and units add up', async () => {
    const office = await composed();
    await busyOffice(office, 4, 500);
    await office.worker.caughtUp();
    const shorter = await asked(office, { ...now, office: withLimits(1) });
    expect(shorter.moved).toMatchObject({ later: 0, timed: 0, untimed: 0 });
    expect(shorter.moved.earlier).toBeGreaterThan(0);
    expect((await asked(office, { ...now, office: withLimits(60) })).moved).toMatchObject({ earlier: 0, untimed: 0 });
    for (const { code, moved } of shorter.byKind)
      if (!['complaint', 'report'].includes(code)) expect({ code, moved }).toEqual({ code, moved: 0 });
    for (const groups of [shorter.byKind, shorter.byUnit])
      for (const side of ['before', 'after'] as const)
        expect(groups.reduce((sum, each) => sum + each[side].of, 0)).toBe(shorter.onTime[side].of);
    expect(shorter.onTime.after.onTime).toBeLessThanOrEqual(shorter.onTime.before.onTime);
    await office.worker.stop();
  });

  it('says so in both languages, with both due dates of a matter that changes its verdict', async () => {
    const office = await composed();
    const at = (instant: string): void => office.at(Date.parse(instant));
    at('2021-04-12T02:00:00.000Z');
    const data = {
      ...{ kind: 'complaint', category: 'bus', source: '12328', medium: 'phone', summary: '公交越站' },
      ...{ caller: {}, accept: true },
    };
    const { stream } = await office.send('complaints', { type: 'RegisterCase', data });
    const step = (type: string, more: JsonObject = {}) => office.send('complaints', { stream, type, data: more });
    await step('AssignCase', { unit: 'buses' });
    await step('SignAssignment');
    await step('DraftReply', { text: '已整改' });
    await step('ApproveReply');
    at('2021-04-14T02:00:00.000Z');
    await step('DeliverReply', { how: 'phone' });
    at('2021-06-01T02:00:00.000Z');
    const hours: Office = {
      ...testOffice,
      deadlines: testOffice.deadlines.map(({ workingDays, ...rule }) =>
        rule.id === 'grievance.normal' ? { ...rule, workingHours: 8 } : { ...rule, workingDays: workingDays! },
      ),
    };
    const difference = await asked(office, { ...now, office: hours });
    expect(difference).toMatchObject({
      moved: { earlier: 1 },
      onTime: { before: { onTime: 1, of: 1 }, after: { onTime: 0, of: 1 } },
      changed: {
        all: 1,
        first: [
          {
            number: 'TS-2021-000001',
            before: { dueOn: '2021-04-28', verdict: 'on-time' },
            after: { dueOn: '2021-04-12', dueAt: '2021-04-12T10:00:00.000Z', verdict: 'late' },
          },
        ],
      },
    });
    const local = (instant: string): string => instant.slice(0, 16);
    expect(differenceText(difference, { office: hours, local })).toContain(
      'TS-2021-000001: 2021-04-28 按时 on time → 2021-04-12T10:00 逾期 late',
    );
    await office.worker.stop();
  });
});

describe('what if, on a data folder', () => {
  it('writes nothing: every byte of the log, the read store and the keys stays', async () => {
    const folder = mkdtempSync(join(tmpdir(), '假设 what-if-'));
    const configuration = configurationFrom({ SUNLIT_DATA: join(folder, 'data'), SUNLIT_LOG: 'silent' }, folder);
    mkdirSync(configuration.data, { recursive: true });
    const logger = loggerFor('silent', 'test');
    const clock = (): number => Date.parse('2021-06-01T02:00:00.000Z');
    const thread = await openOneThread({ configuration, logger, clock });
    const data = {
      ...{ kind: 'complaint', category: 'bus', source: '12328', medium: 'phone', summary: '公交越站' },
      ...{ caller: {}, accept: true },
    };
    const commandId = timeOrderedId(clock(), Buffer.from('0000000001'));
    const by = { account: 'op', role: 'operator' };
    await thread.rpc.call('complaints', 'command', { commandId, type: 'RegisterCase', data, by });
    await thread.worker.caughtUp();
    await thread.close();
    const bytes = (): Record<string, string> =>
      Object.fromEntries(
        readdirSync(configuration.data)
          .filter((name) => name.endsWith('.sqlite'))
          .map((name) => [
            name,
            createHash('sha256')
              .update(readFileSync(join(configuration.data, name)))
              .digest('hex'),
          ]),
      );
    const before = bytes();
    expect(Object.keys(before).length).toBeGreaterThan(1);
    const reader = await openReader({ configuration, logger });
    const { office, calendar } = reader.context;
    const other = {
      office: { ...office, deadlines: office.deadlines.map((rule) => ({ ...rule, workingDays: 1 })) },
      calendar,
    };
    const { logs, definitions } = reader;
    const difference = await whatIf({
      logs,
      definitions,
      now: { office, calendar },
      other,
      ...period,
      today: '2021-09-01',
    });
    await reader.close();
    expect(difference.moved.earlier).toBe(1);
    expect(bytes()).toEqual(before);
    rmSync(folder, { recursive: true, force: true });
  });
});
