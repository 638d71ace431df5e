import { join } from 'node:path';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { loadOffice, SHIPPED_OFFICE } from '@sunlit/platform';
import { workbookBytes } from '../sheets/index.js';
import { checkFile, parseMapping, suggestMapping } from './index.js';

const office = loadOffice(SHIPPED_OFFICE);
const folder = mkdtempSync(join(tmpdir(), '草拟 suggest-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (header: readonly string[], rows: readonly (readonly string[])[]): string => {
  const file = join(folder, '台账.xlsx');
  writeFileSync(file, workbookBytes({ sheets: [{ name: '台账', header: ['热线台账'], rows: [header, ...rows] }] }));
  return file;
};

describe('a mapping drafted from the headings', () => {
  it('is complete where everything can be told, and reads the sheet', async () => {
    const header = [
      '序号',
      '诉求编号',
      '来源',
      '渠道',
      '诉求类型',
      '分类',
      '标题',
      '诉求内容',
      '姓名',
      '手机',
      '受理时间',
      '答复内容',
      '办结时间',
      '满意度',
      '回访时间',
    ];
    const rows = [
      [
        '1',
        'A1',
        '12345',
        '电话',
        '咨询',
        '公交',
        '末班车',
        '请问',
        '张三',
        '13900000000',
        '2021/3/1 8:30',
        '20:30',
        '2021/3/2',
        '满意',
        '2021/3/3',
      ],
      [
        '2',
        'A2',
        '12345',
        '网站',
        '投诉',
        '公交',
        '拒载',
        '投诉',
        '/',
        '13900000001',
        '2021/3/1 9:30',
        '属实',
        '2021/3/2',
        '未回访',
        '',
      ],
    ];
    const file = fileOf(header, rows);
    const draft = (await suggestMapping(file, office)).replace(/# \? .*\n/g, '');
    expect(draft).toContain('sheet: "台账"');
    expect(draft).toContain('empty: ["/"]');
    expect(draft).toContain('formats: ["yyyy/M/d H:m"]');
    expect(draft).toContain('# 未用的列 columns not used: "序号"');
    const source = draft.includes('source:') ? draft : `${draft}\nsource: { always: '12345' }`;
    const mapping = parseMapping(
      source.replace(/source:\n {2}column: .*\n(?: {2}.*\n| {4}.*\n)*/, "source: { always: '12345' }\n"),
      'draft.yaml',
      office,
    );
    const report = await checkFile({ file, mapping, office, now: () => Date.parse('2021-06-01T00:00:00Z') });
    expect(report).toMatchObject({ read: 2, ready: 2, kinds: { complaint: 1, consultation: 1 } });
  });

  it('marks what it cannot tell', async () => {
    const draft = await suggestMapping(fileOf(['编号', '类型', '时间'], [['1', '信访', '2021-01-01']]), office);
    expect(draft).toMatch(/# \? summary: .*write its heading/);
    expect(draft).toMatch(/# \? category: \{ always: CODE \}/);
    expect(draft).toContain('# ? "信访": ');
  });

  it('is none where no heading is known', async () => {
    await expect(suggestMapping(fileOf(['甲', '乙'], [['1', '2']]), office)).rejects.toThrow('docs/importing.md');
  });

  it('holds nothing of persons', async () => {
    const draft = await suggestMapping(fileOf(['编号', '姓名', '电话'], [['1', '张三', '13900000000']]), office);
    expect(draft).not.toMatch(/张三|139/);
  });
});
