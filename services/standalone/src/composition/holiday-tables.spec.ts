import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timeOrderedId, type JsonObject } from '@sunlit/kernel';
import { configurationFrom, loadHolidayFile, loggerFor, type Configuration } from '@sunlit/platform';
import { tableEnding } from '../doctor/table-ending.js';
import { openOneThread, type OneThread } from './one-thread.js';
import { openReader } from './reader.js';

const TABLE = `
year: 2027
source: 国务院办公厅关于2027年部分节假日安排的通知
holidays:
  - { name: 元旦, day: 2027-01-01 }
  - { name: 春节, from: 2027-02-05, until: 2027-02-11 }
  - { name: { zh: 清明节, en: Tomb-sweeping Day }, day: 2027-04-05 }
makeUpDays:
  - { name: 春节, day: 2027-02-20 }
`;
const NOW = Date.parse('2026-12-21T02:00:00.000Z');
const logger = loggerFor('silent', 'test');

let folder: string;
let configuration: Configuration;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '日历 calendar-'));
  configuration = configurationFrom({ SUNLIT_DATA: join(folder, 'data'), SUNLIT_LOG: 'silent' }, folder);
  mkdirSync(configuration.data, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (text: string): string => {
  const file = join(folder, 'holidays.yaml');
  writeFileSync(file, text);
  return file;
};
const add = ({ rpc }: OneThread, text = TABLE): Promise<JsonObject> =>
  rpc.call('consultations', 'addHolidayTable', loadHolidayFile(fileOf(text)) as unknown as JsonObject);

const register = async ({ rpc }: OneThread): Promise<string> => {
  const data = {
    ...{ kind: 'complaint', category: 'bus', source: '12328', medium: 'phone', summary: '公交越站' },
    ...{ caller: {}, accept: true },
  };
  const commandId = timeOrderedId(NOW, Buffer.from('0000000001'));
  const by = { account: 'op', role: 'operator' };
  return (await rpc.call('complaints', 'command', { commandId, type: 'RegisterCase', data, by }))['stream'] as string;
};

describe('a holiday table added by hand', () => {
  it('sets provisional dates anew at once, which say why, and is known to whoever opens the log after', async () => {
    const thread = await openOneThread({ configuration, logger, clock: () => NOW });
    const stream = await register(thread);
    const deadlines = async () =>
      (await thread.stores.store.read(stream)).filter(({ type }) => type === 'DeadlineSet').map(({ data }) => data);
    expect(await deadlines()).toMatchObject([{ due: { on: '2027-01-07', provisional: true, calendar: 'cn-2026' } }]);
    expect(await add(thread)).toEqual({ outcome: 'added', calendar: 'cn-2026+2027' });
    await thread.worker.caughtUp();
    await thread.rpc.call('worker', 'timers', {});
    await thread.worker.caughtUp();
    expect((await deadlines()).at(-1)).toMatchObject({
      because: 'calendar',
      from: '2027-01-07',
      due: { on: '2027-01-08', provisional: false, calendar: 'cn-2026+2027' },
    });
    expect(await add(thread)).toMatchObject({ outcome: 'known' });
    await thread.close();

    const reader = await openReader({ configuration, logger });
    expect(reader.context.calendar.lastYear).toBe(2027);
    expect(reader.context.calendar.isWorkingDay('2027-02-20')).toBe(true);
    expect(await reader.stores.store.read('office-calendar')).toHaveLength(1);
    await reader.close();
  });

  it('that says otherwise than the one there is refused, and says on which day', async () => {
    const thread = await openOneThread({ configuration, logger, clock: () => NOW });
    await add(thread);
    await expect(add(thread, TABLE.replace('2027-04-05', '2027-04-06'))).rejects.toMatchObject({
      code: 'HolidayTableDiffers',
      details: { year: 2027, problem: expect.stringContaining('2027-04-05 is not as in the table of 2027') as string },
    });
    expect(await thread.stores.store.read('office-calendar')).toHaveLength(1);
    await thread.close();
  });

  it.each([
    [TABLE.replace('2027-04-05', '2027-02-30'), 'holidays.2'],
    [TABLE.replace('name: 元旦', 'name: 本局节'), 'has no English name'],
    [TABLE.replace('2027-04-05', '2027-01-01'), '2027-01-01 重复 stands twice'],
    [TABLE.replace('until: 2027-02-11', 'until: 2027-02-01'), 'is after until'],
    [TABLE.replace('year: 2027', 'year: [2027'), 'cannot be read'],
  ])('is refused where the file is not written as it must be (%#)', (text, said) =>
    expect(() => loadHolidayFile(fileOf(text))).toThrow(said),
  );
});

describe('the doctor', () => {
  const calendar = { lastYear: 2026 } as never;
  it('warns 60 days before the table ends', () => {
    expect(tableEnding({ calendar, today: '2026-10-31' })).toEqual([]);
    expect(tableEnding({ calendar, today: '2026-11-01' })[0]?.en).toContain('ends on 2026-12-31, in 60 days');
    expect(tableEnding({ calendar, today: '2027-01-02' })[0]?.en).toContain('which has passed');
    expect(tableEnding({ calendar })).toEqual([]);
  });
});
