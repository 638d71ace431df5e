import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseView, TimelineEntry } from '@sunlit/contracts';
import { derivedId, type JsonObject } from '@sunlit/kernel';
import { configurationFrom, loggerFor } from '@sunlit/platform';
import { openOneThread, type OneThread } from '../composition/one-thread.js';
import { ImportError, importFile, parseMapping, type ImportReport } from './index.js';

const MAPPING = [
  'rows: history',
  'skip: [{ column: 类型, values: [无效] }]',
  'number: 编号',
  "source: { always: '12345' }",
  'medium: { always: phone }',
  'kind: { column: 类型, values: { 咨询: consultation, 投诉: complaint } }',
  'category: { always: other.matter }',
  'summary: 标题',
  'statement: 内容',
  'caller: { name: 姓名, phone: 电话 }',
  'cameAt: { column: 时间 }',
  'answer: { text: 答复, at: { column: 答复时间 } }',
  'rating: { column: 评价, by: office, values: { 满意: 4, 不满意: 2, 未接: no-answer } }',
];
const LIVE = [...MAPPING.map((line) => (line === 'rows: history' ? 'rows: live' : line)), 'unit: { column: 单位 }'];
const NOW = Date.parse('2021-06-01T02:00:00.000Z');

type Sheet = readonly Readonly<Record<string, string>>[];
const HEADER = ['编号', '类型', '标题', '内容', '姓名', '电话', '时间', '答复', '答复时间', '评价', '单位'];
const asked = {
  编号: 'A1',
  类型: '咨询',
  标题: '9路末班车',
  内容: '请问末班车几点',
  姓名: '张三',
  电话: '13800000000',
  时间: '2021-03-01 08:30:00',
};
const answered = { ...asked, 答复: '20:30', 答复时间: '2021-03-01' };
const complained = { ...answered, 编号: 'B1', 类型: '投诉', 标题: '拒载' };

let folder: string;
let thread: OneThread;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), '导入 import-'));
  const configuration = configurationFrom({ SUNLIT_DATA: join(folder, 'data'), SUNLIT_LOG: 'silent' }, folder);
  (await import('node:fs')).mkdirSync(configuration.data, { recursive: true });
  thread = await openOneThread({ configuration, logger: loggerFor('silent', 'test'), clock: () => NOW });
});
afterEach(async () => {
  await thread.close();
  rmSync(folder, { recursive: true, force: true });
});

const fileOf = (rows: Sheet, header = HEADER): string => {
  const file = join(folder, 'sheet.csv');
  const cell = (text = '') => `"${text.replaceAll('"', '""')}"`;
  writeFileSync(
    file,
    [header.join(','), ...rows.map((row) => header.map((name) => cell(row[name])).join(','))].join('\n'),
  );
  return file;
};

const run = (rows: Sheet, lines: readonly string[] = MAPPING, demo = false): Promise<ImportReport> => {
  const { office } = thread.context;
  const mapping = parseMapping(lines.join('\n'), 'map.yaml', office);
  const by = { account: 'test', role: 'importer' };
  return importFile({ file: fileOf(rows), mapping, rpc: thread.rpc, office, by, demo, now: () => NOW });
};

const counts = ({ read, added, advanced, unchanged, changed, skipped, refused }: ImportReport) => {
  expect(added + advanced + unchanged + changed + skipped + refused).toBe(read);
  return { read, added, advanced, unchanged, changed, skipped, refused };
};
const none = { added: 0, advanced: 0, unchanged: 0, changed: 0, skipped: 0, refused: 0 };
const streamOf = (category: string, number: string) => `${category}-${derivedId('12345', number)}`;
const call = async (service: string, operation: string, payload: object) =>
  thread.rpc.call(service, operation, payload as JsonObject);
const story = async (service: string, stream: string) =>
  ((await call(service, 'timeline', { stream }))['entries'] as unknown as TimelineEntry[]).map(({ type }) => type);
const viewOf = async (service: string, stream: string): Promise<CaseView> => {
  await thread.worker.caughtUp();
  const viewer = { account: 'o', role: 'operator' };
  return (await call(service, 'case', { viewer, stream }))['case'] as unknown as CaseView;
};
const head = () => thread.stores.store.head();

describe('an import', () => {
  it('adds once, and a second run adds nothing', async () => {
    const rows = [answered, complained];
    expect(counts(await run(rows))).toEqual({ ...none, read: 2, added: 2 });
    const before = await head();
    expect(counts(await run([complained, answered]))).toEqual({ ...none, read: 2, unchanged: 2 });
    expect(await head()).toBe(before);
    const view = await viewOf('consultations', streamOf('consultation', 'A1'));
    expect(view).toMatchObject({
      history: true,
      status: 'answered',
      cameAt: '2021-03-01T00:30:00.000Z',
      reply: '20:30',
    });
    expect(view.caller).toMatchObject({ state: 'open', name: '张三' });
  });

  it('carries a matter on where the next export says more', async () => {
    await run([asked, { ...complained, 答复: '', 答复时间: '' }]);
    const more = [answered, { ...complained, 评价: '满意' }];
    expect(counts(await run(more))).toEqual({ ...none, read: 2, advanced: 2 });
    expect(counts(await run(more))).toEqual({ ...none, read: 2, unchanged: 2 });
    const types = await story('complaints', streamOf('complaint', 'B1'));
    expect(types).toEqual(['CaseRegistered', 'CaseAccepted', 'AnswerRecorded', 'FollowUpAttempted', 'FollowUpRated']);
  });

  it('reports what differs with both values, of personal data only that it differs, and writes none of it', async () => {
    await run([answered]);
    await thread.worker.caughtUp();
    const before = await head();
    const report = await run([{ ...answered, 标题: '10路末班车', 答复: '21:00', 姓名: '李四' }]);
    expect(counts(report)).toEqual({ ...none, read: 1, changed: 1 });
    expect(report.changedRows[0]?.differences).toEqual([
      { column: '标题', field: 'summary', recorded: '9路末班车', sheet: '10路末班车' },
      { column: '姓名', field: 'caller.name' },
      { column: '答复', field: 'answer.text', recorded: '20:30', sheet: '21:00' },
    ]);
    expect(await head()).toBe(before);
  });

  it('adds the answer of a row whose other values differ, and takes a correction for the truth', async () => {
    await run([asked]);
    await thread.worker.caughtUp();
    const changed = { ...answered, 标题: '10路末班车' };
    expect(counts(await run([changed]))).toEqual({ ...none, read: 1, changed: 1 });
    const stream = streamOf('consultation', 'A1');
    expect(await story('consultations', stream)).toContain('AnswerRecorded');
    const by = { account: 'o', role: 'operator' };
    const data = { changes: { summary: '10路末班车' }, reason: '核对来件' };
    await call('consultations', 'command', { commandId: derivedId('x'), stream, type: 'CorrectDetails', data, by });
    await thread.worker.caughtUp();
    expect(counts(await run([changed]))).toEqual({ ...none, read: 1, unchanged: 1 });
  });

  it('follows a matter to the service it is in, whatever kind the row states', async () => {
    await run([asked]);
    const stream = streamOf('consultation', 'A1');
    const by = { account: 'o', role: 'operator' };
    const data = { kind: 'complaint', reason: '实为投诉' };
    await call('consultations', 'command', { commandId: derivedId('h'), stream, type: 'HandOver', data, by });
    await thread.worker.caughtUp();
    const rated = { ...answered, 评价: '不满意' };
    expect(counts(await run([rated]))).toEqual({ ...none, read: 1, advanced: 1 });
    expect(counts(await run([rated]))).toEqual({ ...none, read: 1, unchanged: 1 });
    const { handedOverTo } = await viewOf('consultations', stream);
    expect(await story('complaints', handedOverTo!)).toEqual(
      expect.arrayContaining(['AnswerRecorded', 'FollowUpRated']),
    );
    const elsewhere = await run([{ ...rated, 类型: '投诉' }]);
    expect(counts(elsewhere)).toEqual({ ...none, read: 1, changed: 1 });
    expect(await story('complaints', streamOf('complaint', 'A1'))).toEqual([]);
  });

  it('takes a matter somebody else registered under the number for the same one', async () => {
    const by = { account: 'o', role: 'operator' };
    const details = {
      kind: 'complaint',
      category: 'other.matter',
      source: '12345',
      medium: 'phone',
      summary: '手工登记',
      externalNumber: 'B1',
    };
    const commandId = derivedId('by hand');
    await call('complaints', 'command', { commandId, type: 'RegisterCase', data: details, by });
    expect(counts(await run([{ ...complained, 答复: '', 答复时间: '' }]))).toEqual({ ...none, read: 1, unchanged: 1 });
  });

  it('finds no difference where the person was erased', async () => {
    await run([answered]);
    const stream = streamOf('consultation', 'A1');
    const by = { account: 'o', role: 'administrator' };
    await call('consultations', 'command', {
      commandId: derivedId('e'),
      stream,
      type: 'ErasePersonalData',
      data: {},
      by,
    });
    await thread.worker.caughtUp();
    expect(counts(await run([answered]))).toEqual({ ...none, read: 1, unchanged: 1 });
  });

  it('refuses a bad row whole, with row, column and reason, and takes the others', async () => {
    const bad: Sheet = [
      { ...asked, 编号: '' },
      { ...asked, 编号: 'C2', 类型: '投拆' },
      { ...asked, 编号: 'C3', 时间: '2021-02-30 08:00:00' },
      { ...asked, 编号: 'C4', 时间: '2031-01-01' },
      { ...answered, 编号: 'C5', 答复时间: '2021-02-28 08:00:00' },
      { ...answered, 编号: 'C6', 答复: '' },
      { ...answered, 编号: 'C7', 答复时间: '' },
      { ...asked, 编号: 'C8', 内容: '长'.repeat(20_001) },
      { ...answered, 编号: 'C9', 答复: '长'.repeat(8_001) },
      { ...asked, 编号: 'C10', 评价: '满意' },
      { ...asked, 编号: '1.23457E+17' },
      { ...asked, 编号: 'C12', 标题: ' ' },
      { ...answered, 编号: 'C13', 评价: '凑合' },
      { ...asked, 编号: 'C14', 电话: '1'.repeat(41) },
    ];
    const before = await head();
    const report = await run(bad);
    expect(counts(report)).toEqual({ ...none, read: 14, refused: 14 });
    expect(report.refusedRows.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, '编号', 'Missing'],
      [3, '类型', 'UnknownValue'],
      [4, '时间', 'BadTime'],
      [5, '时间', 'InTheFuture'],
      [6, '答复时间', 'BeforeWhatItAnswers'],
      [7, '答复', 'Missing'],
      [8, '答复时间', 'Missing'],
      [9, '内容', 'InvalidInput'],
      [10, '答复', 'InvalidInput'],
      [11, '评价', 'RatingWithoutAnswer'],
      [12, '编号', 'InexactNumber'],
      [13, '标题', 'Missing'],
      [14, '评价', 'UnknownValue'],
      [15, '电话', 'InvalidInput'],
    ]);
    expect(report.refusedRows[1]?.reason.en).toContain('did you mean “投诉”');
    expect(JSON.stringify(report)).not.toContain('张三');
    expect(await head()).toBe(before);
    expect(counts(await run([...bad, answered]))).toEqual({ ...none, read: 15, refused: 14, added: 1 });
  });

  it('keeps personal numbers out of official texts, and what was written in the statement', async () => {
    const report = await run([{ ...answered, 标题: '请回电13900000000', 答复: '请致电13700000000' }]);
    expect(report.masked).toEqual({ summaries: 1, replies: 1 });
    const view = await viewOf('consultations', streamOf('consultation', 'A1'));
    expect([view.summary, view.reply]).toEqual(['请回电〔号码略〕', '请致电〔号码略〕']);
    expect(view.statement).toMatchObject({ text: '请回电13900000000\n请问末班车几点' });
  });

  it('skips repeats and what the mapping leaves out; two rows at odds are both refused', async () => {
    const odd = { ...asked, 编号: 'D1' };
    const report = await run([asked, odd, { ...odd, 标题: '别的' }, asked, { ...asked, 编号: 'E1', 类型: '无效' }, {}]);
    expect(counts(report)).toEqual({ ...none, read: 5, added: 1, skipped: 2, refused: 2 });
    expect(report.refusedRows.map(({ row, reason }) => [row, reason.en])).toEqual([
      [3, 'row 4 has the same number and says something else'],
      [4, 'row 3 has the same number and says something else'],
    ]);
  });

  it('takes live rows the way every matter goes, and refuses those from too long ago', async () => {
    const live = {
      ...complained,
      时间: '2021-05-28 09:00:00',
      答复时间: '2021-05-31 10:00:00',
      评价: '未接',
      单位: 'city-transit',
    };
    const report = await run([live, { ...live, 编号: 'B2', 时间: '2021-01-04' }], LIVE);
    expect(counts(report)).toEqual({ ...none, read: 2, added: 1, refused: 1 });
    expect(report.refusedRows[0]).toMatchObject({ row: 3, code: 'TooFarBack' });
    expect(await story('complaints', streamOf('complaint', 'B1'))).toEqual([
      'CaseRegistered',
      'CaseAccepted',
      'DeadlineSet',
      'CaseAssigned',
      'ReplyDrafted',
      'ReplyApproved',
      'ReplyDelivered',
      'FollowUpSelected',
      'FollowUpAttempted',
    ]);
    expect(counts(await run([live], LIVE))).toEqual({ ...none, read: 1, unchanged: 1 });
  });

  it('is refused by a demo, and by a sheet without the columns', async () => {
    await expect(run([asked], MAPPING, true)).rejects.toMatchObject({ code: 'DemoStore' });
    const { office } = thread.context;
    const mapping = parseMapping(MAPPING.join('\n'), 'map.yaml', office);
    const file = fileOf([asked], ['编号', '类形', ...HEADER.slice(2)]);
    const by = { account: 'test', role: 'importer' };
    const attempt = importFile({ file, mapping, rpc: thread.rpc, office, by, demo: false, now: () => NOW });
    await expect(attempt).rejects.toThrow(ImportError);
    await expect(attempt).rejects.toThrow('row 1 lacks “类型” (there is “类形”)');
  });
});
