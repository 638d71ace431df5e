import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseView, TimelineEntry } from '@sunlit/contracts';
import { derivedId, type JsonObject } from '@sunlit/kernel';
import { configurationFrom, loggerFor } from '@sunlit/platform';
import { openOneThread, type OneThread } from '../composition/one-thread.js';
import { openBook, workbookBytes, writeWorkbook, type Cell } from '../sheets/index.js';
import { checkFile, importFile, parseMapping, refusedName, type ImportOptions, type ImportReport } from './index.js';

const MAPPING: Readonly<Record<string, string>> = {
  rows: 'history',
  number: '编号',
  source: "{ always: '12345' }",
  medium: '{ always: phone }',
  kind: '{ column: 类型, values: { 咨询: consultation, 投诉: complaint } }',
  category: '{ column: 分类, values: { 线路: bus.route }, otherwise: other.matter }',
  summary: '标题',
  statement: '内容',
  caller: '{ name: 姓名, phone: 电话 }',
  cameAt: '{ column: 时间 }',
  answer: '{ text: 答复, at: { column: 答复时间 }, replies: [{ is: forwarded, match: "^已转" }] }',
};
const HEADER = ['编号', '类型', '分类', '标题', '内容', '姓名', '电话', '时间', '答复', '答复时间', '备注'];
const NOW = Date.parse('2021-06-01T02:00:00.000Z');
const asked: Readonly<Record<string, Cell>> = {
  编号: 'A1',
  类型: '投诉',
  分类: '线路',
  标题: '9路末班车',
  内容: '末班车早走了',
  姓名: '张三',
  电话: '13800000000',
  时间: '2021-03-01 08:30:00',
};
const forwarded = { ...asked, 答复: '已转公交公司', 答复时间: '2021-03-02 10:00' };
const answered = { ...asked, 答复: '末班车为20:30', 答复时间: '2021-03-05 10:00' };

let folder: string;
let thread: OneThread;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), '导入 import-'));
  const configuration = configurationFrom({ SUNLIT_DATA: join(folder, 'data'), SUNLIT_LOG: 'silent' }, folder);
  mkdirSync(configuration.data, { recursive: true });
  thread = await openOneThread({ configuration, logger: loggerFor('silent', 'test'), clock: () => NOW });
});
afterEach(async () => {
  await thread.close();
  rmSync(folder, { recursive: true, force: true });
});

const options = (file: string, change: Readonly<Record<string, string>> = {}) => {
  const { office } = thread.context;
  const lines = Object.entries({ ...MAPPING, ...change }).map(([key, value]) => `${key}: ${value}`);
  return { file, office, mapping: parseMapping(lines.join('\n'), 'map.yaml', office), now: () => NOW };
};
const fileOf = (rows: readonly Readonly<Record<string, Cell>>[]): string => {
  const file = join(folder, '工单.xlsx');
  const sheets = [{ name: '工单', header: HEADER, rows: rows.map((row) => HEADER.map((name) => row[name] ?? null)) }];
  writeFileSync(file, workbookBytes({ sheets }));
  return file;
};
const take = async (file: string, more: Partial<ImportOptions> = {}): Promise<ImportReport> => {
  const by = { account: 'test', role: 'importer' };
  const report = await importFile({ ...options(file), rpc: thread.rpc, by, demo: false, ...more });
  await thread.worker.caughtUp();
  return report;
};
const run = (rows: readonly Readonly<Record<string, Cell>>[], more: Partial<ImportOptions> = {}) =>
  take(fileOf(rows), more);

const STREAM = `complaint-${derivedId('12345', 'A1')}`;
const call = (operation: string, payload: object) => thread.rpc.call('complaints', operation, payload as JsonObject);
const story = async () =>
  ((await call('timeline', { stream: STREAM }))['entries'] as unknown as TimelineEntry[]).map(({ type }) => type);
const view = async (): Promise<CaseView> => {
  const viewer = { account: 'o', role: 'operator' };
  return (await call('case', { viewer, stream: STREAM }))['case'] as unknown as CaseView;
};
const head = () => thread.stores.store.head();

describe('a reply that only passes the matter on', () => {
  it('is an interim reply and no answer, and the answer may follow in the next export', async () => {
    expect(await run([forwarded])).toMatchObject({ added: 1, replies: { final: 0, interim: 0, forwarded: 1 } });
    expect(await story()).toEqual(['CaseRegistered', 'CaseAccepted', 'InterimReplyGiven']);
    expect((await view()).answeredAt).toBeUndefined();
    expect(await run([forwarded])).toMatchObject({ unchanged: 1 });
    expect(await run([answered])).toMatchObject({ advanced: 1 });
    expect(await view()).toMatchObject({ reply: '末班车为20:30', status: 'answered' });
    // An older export, read again: what it says is there.
    expect(await run([forwarded])).toMatchObject({ unchanged: 1 });
  });

  it('that was recorded as the answer is reported, as what it is called now', async () => {
    const answer = '{ text: 答复, at: { column: 答复时间 } }';
    await take(fileOf([forwarded]), { mapping: options('', { answer }).mapping });
    const before = await head();
    const { changedRows } = await run([forwarded]);
    expect(changedRows[0]?.differences).toEqual([
      { column: '答复', field: 'answer.is', recorded: 'final', sheet: 'forwarded' },
    ]);
    expect(await head()).toBe(before);
  });

  it('with another text at the same time is a change', async () => {
    await run([forwarded]);
    const { changedRows } = await run([{ ...forwarded, 答复: '已转城运处' }]);
    expect(changedRows[0]?.differences).toEqual([
      { column: '答复', field: 'answer.text', recorded: '已转公交公司', sheet: '已转城运处' },
    ]);
  });
});

describe('a value that is recorded otherwise', () => {
  const changed = { ...asked, 标题: '10路末班车', 分类: '其他', 姓名: '李四', 时间: '2021-03-02 08:30:00' };

  it('is reported with both, and corrected only where that is asked for', async () => {
    await run([asked]);
    const before = await head();
    const reported = await run([changed]);
    expect(reported).toMatchObject({ changed: 1, corrected: 0 });
    expect(await head()).toBe(before);
    const { changedRows, ...counts } = await run([changed], { correct: true });
    expect(counts).toMatchObject({ changed: 1, corrected: 1 });
    expect(changedRows[0]?.differences).toEqual([
      { column: '分类', field: 'category', recorded: 'bus.route', sheet: 'other.matter', corrected: true },
      { column: '标题', field: 'summary', recorded: '9路末班车', sheet: '10路末班车', corrected: true },
      {
        column: '时间',
        field: 'cameAt',
        recorded: '2021-03-01T00:30:00.000Z',
        sheet: '2021-03-02T00:30:00.000Z',
        corrected: true,
      },
      { column: '姓名', field: 'caller.name', corrected: true },
    ]);
    expect(await story()).toEqual(expect.arrayContaining(['DetailsCorrected', 'CallerCorrected']));
    expect(await view()).toMatchObject({ summary: '10路末班车', category: 'other.matter', caller: { name: '李四' } });
    const after = await head();
    expect(await run([changed], { correct: true })).toMatchObject({ unchanged: 1 });
    expect(await head()).toBe(after);
    expect(await run([asked], { correct: true })).toMatchObject({ corrected: 1 });
    expect((await view()).summary).toBe('9路末班车');
  });

  it('that no correction can change says why', async () => {
    await run([asked]);
    const { changedRows, corrected } = await run([{ ...asked, 类型: '咨询' }], { correct: true });
    expect(corrected).toBe(0);
    expect(changedRows[0]?.differences).toEqual([
      expect.objectContaining({
        field: 'kind',
        recorded: 'complaint',
        sheet: 'consultation',
        because: expect.anything(),
      }),
    ]);
  });
});

describe('refused rows', () => {
  it('come back with all their cells and the reason, for their owner alone, and are imported once mended', async () => {
    const bad = {
      ...asked,
      编号: 'A2',
      类型: '投拆',
      备注: '=1+1',
      时间: { kind: 'date', local: '2021-03-01T08:30:05', precision: 'second' },
    } as const;
    const wrong = { ...asked, 编号: 'A3', 标题: { kind: 'error', code: '#N/A' } } as const;
    const file = fileOf([asked, bad, wrong]);
    const refusedTo = await refusedName(file);
    expect(refusedTo).toBe(join(folder, '工单.refused.xlsx'));
    expect(await take(file, { refusedTo })).toMatchObject({ added: 1, refused: 2 });
    expect(statSync(refusedTo).mode & 0o777).toBe(0o600);
    expect(await refusedName(file)).toBe(join(folder, '工单.refused-2.xlsx'));

    const book = await openBook(refusedTo);
    const rows: Cell[][] = [];
    for await (const { cells } of book.rows('工单')) rows.push(Array.from(cells, (cell) => cell ?? null));
    await book.close();
    expect(rows[0]).toEqual(['原行号 row', '拒收原因 reason', ...HEADER]);
    expect(rows[1]?.slice(2)).toEqual(
      HEADER.map((name) => (bad as Readonly<Record<string, Cell>>)[name] ?? null).map((cell) =>
        cell === '=1+1' ? "'=1+1" : cell,
      ),
    );
    expect(rows[1]?.[0]).toBe(3);
    expect(rows[1]?.[1]).toContain('did you mean “投诉”');
    expect(rows[2]?.[5]).toEqual({ kind: 'error', code: '#N/A' });

    const mended = rows.map((row) => row.map((cell) => (cell === '投拆' ? '投诉' : cell)));
    const again = join(folder, '改好.xlsx');
    await writeWorkbook(again, { sheets: [{ name: '工单', header: mended[0] as string[], rows: mended.slice(1) }] });
    const second = await refusedName(again);
    const report = await take(again, { refusedTo: second });
    expect(report).toMatchObject({ added: 1, refused: 1, ignoredColumns: ['备注'] });
    const left = await openBook(second);
    const numbers: (Cell | undefined)[] = [];
    for await (const { cells } of left.rows('工单')) numbers.push(cells[0]);
    await left.close();
    // The row is called as in the first file.
    expect(numbers).toEqual(['原行号 row', 4]);
  });

  it('come back from a header of two rows and from a CSV as from any other sheet', async () => {
    const groups = HEADER.map((name) => ({ 姓名: '来电人', 电话: '' })[name] ?? name);
    const under = HEADER.map((name) => (['姓名', '电话'].includes(name) ? name : ''));
    const rows = [under, HEADER.map((name) => ({ ...asked, 类型: '?' })[name] ?? '')] as Cell[][];
    const csv = [groups, ...rows].map((row) => row.map((cell) => `"${String(cell)}"`).join(',')).join('\n');
    const file = join(folder, '2021年3月.csv');
    writeFileSync(file, csv);
    const refusedTo = await refusedName(file);
    const sheets = "[{ pattern: '^2021年' }]";
    const { mapping } = options(file, { sheets });
    expect(await take(file, { mapping, refusedTo })).toMatchObject({ refused: 1, added: 0 });
    const again = await take(refusedTo, { mapping, refusedTo: await refusedName(refusedTo) });
    expect(again).toMatchObject({ refused: 1, sheets: ['2021年3月'] });
    expect(again.refusedRows.map(({ column }) => column)).toEqual(['类型']);
  });

  it('that cannot be written there are said to be, when the others are imported', async () => {
    const attempt = run([asked, { ...asked, 编号: '' }], { refusedTo: join(folder, 'nowhere', 'x.xlsx') });
    await expect(attempt).rejects.toThrow('imported, but the refused rows cannot be written here (ENOENT)');
    expect(await run([asked])).toMatchObject({ unchanged: 1 });
  });

  it('are none where all were taken: no file is written', async () => {
    await run([asked], { refusedTo: join(folder, 'none.xlsx') });
    expect(readdirSync(folder)).not.toContain('none.xlsx');
  });
});

describe('a check', () => {
  it('writes nothing and shows three rows as they are understood', async () => {
    const before = await head();
    const rows = [1, 2, 3, 4, 5].map((n) => ({ ...answered, 编号: `A${n}` }));
    const report = await checkFile(options(fileOf([...rows, { ...asked, 编号: 'B1', 类型: '?' }])));
    expect(report).toMatchObject({ read: 6, ready: 5, refused: 1, skipped: 0, replies: { final: 5 } });
    expect(report.samples.map(({ row }) => row)).toEqual([2, 4, 6]);
    expect(report.samples[0]?.fields).toEqual(
      expect.arrayContaining([
        { field: 'kind', column: '类型', value: 'complaint (投诉)' },
        { field: 'caller.phone', column: '电话', value: '13800000000' },
        { field: 'cameAt', column: '时间', value: '2021-03-01T00:30:00.000Z (second)' },
        { field: 'answer.at', column: '答复时间', value: '2021-03-05T02:00:00.000Z (minute)' },
      ]),
    );
    expect(await head()).toBe(before);
    expect(readdirSync(folder)).toEqual(['data', '工单.xlsx']);
  });
});
