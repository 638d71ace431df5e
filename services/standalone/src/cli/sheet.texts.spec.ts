import type { CheckReport, ImportReport } from '../import/index.js';
import { checkSummary, importSummary } from './sheet.texts.js';

const findings = {
  refusedRows: [
    { row: 7, sheet: '一月', column: '编号', code: 'Missing', reason: { zh: '编号为空', en: 'the number is empty' } },
  ],
  skippedRows: [],
  skips: { total: 2, header: 0, hidden: 0, mapping: 1, repeat: 0 },
  replies: { final: 5, interim: 0, forwarded: 3 },
  masked: { summaries: 0, replies: 0 },
  platformRatings: 0,
  kinds: {},
  ignoredColumns: ['备注'],
  ignoredSheets: [],
  sheets: ['一月', '二月'],
};

it('an import is told in lines that add up, with what was skipped, what is no answer, and where refused rows are', () => {
  const difference = { column: '标题', field: 'summary', recorded: '9路', sheet: '10路', corrected: true };
  const report: ImportReport = {
    ...findings,
    ...{ read: 12, added: 6, advanced: 0, unchanged: 1, changed: 1, skipped: 3, refused: 1, corrected: 1 },
    changedRows: [
      { row: 3, number: 'A1', stream: 's', differences: [difference, { column: '姓名', field: 'caller.name' }] },
    ],
  };
  expect(importSummary(report, '台账.refused.xlsx').split('\n')).toEqual([
    '读取 read 12 = 新增 added 6 + 推进 advanced 0 + 未变 unchanged 1 + 有别 changed 1 + 跳过 skipped 3 + 拒收 refused 1',
    '  跳过 skipped: 合计行 sums 2, 按映射 by the mapping 1',
    '  答复 answers 5; 不是答复的回复 replies that are no answer: 只告知转办 only passed on 3',
    '  未用的列 columns not used: 备注',
    '  一月 第 7 行 row 7 「编号」编号为空 the number is empty',
    '  第 3 行 row 3 A1 有别 differs 「标题」(summary): 9路 → 10路 已更正 corrected',
    '  第 3 行 row 3 A1 有别 differs 「姓名」(caller.name)',
    '拒收的行已写入 refused rows are in 台账.refused.xlsx',
    '',
  ]);
});

it('a check shows rows as they are understood, and of many refusals the first', () => {
  const refusedRows = Array.from({ length: 25 }, (_, at) => ({ ...findings.refusedRows[0]!, row: at }));
  const report: CheckReport = {
    ...findings,
    ...{ refusedRows, read: 28, ready: 0, skipped: 3, refused: 25 },
    samples: [{ row: 2, fields: [{ field: 'kind', column: '类型', value: 'complaint (投诉)' }] }],
  };
  const lines = checkSummary(report).split('\n');
  expect(lines[0]).toContain('nothing was written');
  expect(lines).toContain('  … 另有 and 5 more: --json');
  expect(lines.slice(-3)).toEqual(['第 2 行 row 2 读作 is understood as:', '  kind = complaint (投诉)  「类型」', '']);
});
