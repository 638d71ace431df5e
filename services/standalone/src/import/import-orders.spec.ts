import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseView } from '@sunlit/contracts';
import { derivedId, type JsonObject } from '@sunlit/kernel';
import { configurationFrom, loggerFor } from '@sunlit/platform';
import { openOneThread, type OneThread } from '../composition/one-thread.js';
import { importFile, parseMapping, suggestMapping, type ImportReport } from './index.js';

const NOW = Date.parse('2021-03-03T02:00:00.000Z');
const MAPPING = `
rows: live
number: 编号
source: { always: '12345' }
medium: { always: phone }
kind: { column: 类型, values: { 咨询: consultation, 投诉: complaint } }
category: { always: other.matter }
unit: { always: openness-office }
summary: 标题
caller: { phone: 电话 }
cameAt: { column: 时间 }
order: { dispatchedAt: { column: 派单时间 }, kind: 平台类型, dueAt: { column: 办结期限 } }
answer: { text: 答复, at: { column: 答复时间 }, how: { always: phone } }
rating: { column: 评价, by: office, values: { 满意: 4, 不满意: 2 } }
`;
const HEADER = ['编号', '类型', '标题', '电话', '时间', '派单时间', '平台类型', '办结期限', '答复', '答复时间', '评价'];
const ROW = {
  ...{ 编号: 'A1', 类型: '投诉', 标题: '等车太久', 电话: '13900000001', 时间: '2021-03-01 08:30' },
  ...{ 派单时间: '2021-03-01 09:00', 平台类型: '投诉举报', 办结期限: '2021-03-08' },
};
type Row = Readonly<Record<string, string>>;

let folder: string;
let thread: OneThread;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), '导入 orders-'));
  const configuration = configurationFrom({ SUNLIT_DATA: join(folder, 'data'), SUNLIT_LOG: 'silent' }, folder);
  mkdirSync(configuration.data, { recursive: true });
  thread = await openOneThread({ configuration, logger: loggerFor('silent', 'test'), clock: () => NOW });
});
afterEach(async () => {
  await thread.close();
  rmSync(folder, { recursive: true, force: true });
});

const fileOf = (row: Row): string => {
  const file = join(folder, '工单.csv');
  writeFileSync(file, [HEADER, HEADER.map((name) => row[name] ?? '')].map((cells) => cells.join(',')).join('\r\n'));
  return file;
};
const run = async (row: Row, correct = false, text = MAPPING): Promise<ImportReport> => {
  const { office } = thread.context;
  const mapping = parseMapping(text, 'map.yaml', office);
  const by = { account: 'test', role: 'importer' };
  const what = { file: fileOf(row), office, mapping, now: () => NOW, rpc: thread.rpc, by, demo: false, correct };
  const report = await importFile(what);
  await thread.worker.caughtUp();
  return report;
};
const view = async (): Promise<CaseView> => {
  const payload = { viewer: { account: 'o', role: 'operator' }, stream: `complaint-${derivedId('12345', 'A1')}` };
  return (await thread.rpc.call('complaints', 'case', payload as JsonObject))['case'] as unknown as CaseView;
};
const differencesOf = ({ changedRows }: ImportReport) => changedRows.flatMap(({ differences }) => differences);

describe('an order in a sheet', () => {
  it('is registered as an order: to be signed for, with the platform’s own word and due day to its end', async () => {
    expect(await run(ROW)).toMatchObject({ added: 1 });
    expect((await view()).order).toMatchObject({
      ...{ platform: '12345', number: 'A1', status: 'to-sign', kind: '投诉举报' },
      ...{ dispatchedAt: '2021-03-01T01:00:00.000Z', dueAt: '2021-03-08T15:59:59.999Z' },
    });
    expect(await run(ROW)).toMatchObject({ unchanged: 1 });
  });

  it('that is wanted by another time, or dispatched anew, is reported changed, and noted only where that is asked for', async () => {
    await run(ROW);
    for (const [change, value] of [
      [{ 办结期限: '2021-03-10 17:30' }, { dueAt: '2021-03-10T09:30:00.000Z' }],
      [{ 派单时间: '2021-03-02 09:00' }, { dispatchedAt: '2021-03-02T01:00:00.000Z' }],
    ] as const) {
      const [[field, sheet]] = Object.entries(value) as [[string, string]];
      const before = (await view()).order!;
      const found = await run({ ...ROW, ...change });
      expect(found).toMatchObject({ changed: 1, corrected: 0 });
      expect(differencesOf(found)).toContainEqual(
        expect.objectContaining({ field: `order.${field}`, recorded: before[field as 'dueAt'], sheet }),
      );
      expect((await view()).order).toEqual(before);
      expect(await run({ ...ROW, ...change }, true)).toMatchObject({ changed: 1, corrected: 1 });
      expect((await view()).order).toMatchObject(value);
      expect(await run({ ...ROW, ...change })).toMatchObject({ unchanged: 1 });
    }
  });

  it('says why where nothing is corrected: an earlier dispatch, the kind alone, a matter that is no order', async () => {
    await run(ROW);
    const because = async (change: Row) =>
      differencesOf(await run({ ...ROW, ...change }, true)).map((each) => each.because?.en);
    expect(await because({ 派单时间: '2021-02-28 09:00' })).toEqual([expect.stringContaining('a later dispatch')]);
    expect(await because({ 平台类型: '投诉' })).toEqual([expect.stringContaining('word for the kind')]);
    const other = { ...ROW, 编号: 'A2' };
    await run({ ...other, 派单时间: '', 办结期限: '', 平台类型: '' });
    expect(differencesOf(await run(other, true)).map((each) => each.because?.en)).toEqual(
      Array(3).fill(expect.stringContaining('not registered as an order')),
    );
  });
});

describe('what was said', () => {
  it('is not written over by a sheet: an answer or a rating that differs is reported with both, and with what to do', async () => {
    const answered = { ...ROW, 答复: '已加密班次', 答复时间: '2021-03-02 10:00', 评价: '不满意' };
    await run(answered);
    const found = differencesOf(await run({ ...answered, 答复: '已处理', 评价: '满意' }, true));
    expect(found).toMatchObject([
      {
        field: 'answer.text',
        recorded: '已加密班次',
        sheet: '已处理',
        because: { en: expect.stringContaining('reopenCase') },
      },
      { field: 'rating', recorded: 2, sheet: 4, because: { en: expect.stringContaining('setRatingAside') } },
    ]);
    expect(found.some(({ corrected }) => corrected)).toBe(false);
    expect((await view()).reply).toBe('已加密班次');
  });
});

it('a mapping drafted from the headings has the order', async () => {
  const drafted = await suggestMapping(fileOf(ROW), thread.context.office);
  expect(drafted).toContain('order: #');
  expect(drafted).toMatch(/ {2}dispatchedAt: \{ column: "派单时间"/);
  expect(drafted).toMatch(/ {2}kind: "平台类型"\n {2}dueAt: \{ column: "办结期限"/);
});
