import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeAtWork, testOffice } from '@sunlit/casework/testing';
import { complaints } from '@sunlit/complaints';
import { consultations } from '@sunlit/consultations';
import type { JsonObject } from '@sunlit/kernel';
import { openBook } from '../sheets/index.js';
import { exportOrders } from './export-orders.js';

const folder = mkdtempSync(join(tmpdir(), 'sunlit-orders-'));
afterAll(() => rmSync(folder, { recursive: true }));

const profile = {
  ...testOffice,
  platforms: [
    {
      ...testOffice.platforms![0]!,
      export: [
        { field: 'number', label: '业务编号' },
        { field: 'kind', label: '业务类别' },
        { field: 'dispatchedAt', label: '转办时间' },
        { field: 'unit', label: '办理单位' },
        { field: 'result', label: '办理情况' },
        { field: 'answer', label: '答复内容' },
        { field: 'onTime', label: '是否限时办结' },
      ],
    },
  ],
} as typeof testOffice;

const order = { dispatchedAt: '2021-04-12T01:00:00.000Z', kind: '投诉举报', dueAt: '2021-04-20T09:30:00.000Z' };
const registered = (externalNumber: string, more: JsonObject = {}): JsonObject => ({
  ...{ kind: 'complaint', category: 'bus.route', source: '12328', medium: 'phone', summary: '反映公交越站' },
  ...{ externalNumber, order, caller: { name: '张三', phone: '13800138000' } },
  ...more,
});

const atWork = () => {
  const office = officeAtWork([consultations, complaints] as never, { office: profile });
  const register = async (number: string, more: JsonObject = {}) => {
    const { stream } = await office.send('complaints', { type: 'RegisterCase', data: registered(number, more) });
    return stream;
  };
  const steps = async (stream: string, ...types: readonly (readonly [string, JsonObject?])[]) => {
    for (const [type, data = {}] of types) await office.send('complaints', { type, stream, data });
  };
  const written = async (since: string, name: string) => {
    await office.settle();
    const out = join(folder, name);
    const { rpc } = office.context;
    const done = await exportOrders({ rpc, office: profile, demo: false, source: '12328', since, today: since, out });
    return { ...done, out };
  };
  return { office, register, steps, written };
};

const answer = (text: string) =>
  [
    ['SignOrder'],
    ['AssignCase', { unit: 'buses' }],
    ['SignAssignment'],
    ['DraftReply', { text }],
    ['ApproveReply'],
    ['DeliverReply', { how: 'phone' }],
  ] as const;

const rowsOf = async (file: string): Promise<unknown[][]> => {
  const book = await openBook(file);
  const rows: unknown[][] = [];
  for await (const { cells } of book.rows(book.sheets[0]!)) rows.push([...cells]);
  return rows;
};

describe('the export to a platform', () => {
  it('has its columns and its words, whom it concerns nowhere, and is its owner’s alone', async () => {
    const { register, steps, written } = atWork();
    await steps(await register('BL-1'), ...answer('已责令整改'));
    await register('BL-2');
    const { out, numbers } = await written('2021-04-12', 'a.xlsx');
    expect(numbers).toEqual(['BL-1']);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const [header, row] = await rowsOf(out);
    expect(header).toEqual(['业务编号', '业务类别', '转办时间', '办理单位', '办理情况', '答复内容', '是否限时办结']);
    expect(row).toEqual([
      ...['BL-1', '投诉举报', { kind: 'date', local: '2021-04-12T09:00:00', precision: 'minute' }],
      ...['buses', '已答复', '已责令整改', '是'],
    ]);
    expect(JSON.stringify(await rowsOf(out))).not.toMatch(/张三|138/);
  });

  it('leaves out what was answered before the day, and what is handled again', async () => {
    const { office, register, steps, written } = atWork();
    const early = await register('BL-1');
    await steps(early, ...answer('已责令整改'));
    office.at('2021-04-25T02:00:00.000Z');
    await steps(await register('BL-2'), ...answer('线路已恢复'));
    const bounced = await register('BL-3');
    await steps(bounced, ...answer('已处理'), ['ReportOrder'], ['NoteReportBounced', { reason: '未答复诉求' }]);
    const { numbers, out } = await written('2021-04-20', 'b.xlsx');
    expect(numbers).toEqual(['BL-2']);
    expect((await rowsOf(out))[1]!.at(-1)).toBe('否');
    await steps(early, ['ReportOrder']);
    expect((await written('2021-04-20', 'c.xlsx')).numbers).toEqual(['BL-1', 'BL-2']);
  });

  it('gives a joined order the answer of the case it is joined into', async () => {
    const { office, register, steps, written } = atWork();
    const [kept, duplicate] = [await register('BL-1'), await register('BL-2')];
    await steps(duplicate, ['SignOrder']);
    await steps(kept, ['HoldDuplicate', { duplicate }]);
    await office.settle();
    await steps(kept, ...answer('一并答复'));
    const { numbers, out } = await written('2021-04-12', 'd.xlsx');
    expect(numbers).toEqual(['BL-1', 'BL-2']);
    expect((await rowsOf(out)).map((row) => row[5])).toEqual(['答复内容', '一并答复', '一并答复']);
    await office.send('complaints', { type: 'ReportOrder', stream: duplicate, data: { answered: kept } });
  });
});
