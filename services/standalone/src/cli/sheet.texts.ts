import type { ChangedRow, CheckReport, FileFindings, ImportReport, Place } from '../import/index.js';

/** Refused and changed rows shown to a person; the JSON has them all. */
const SHOWN = 20;

const at = ({ row, sheet }: Place): string =>
  sheet === undefined ? `第 ${row} 行 row ${row}` : `${sheet} 第 ${row} 行 row ${row}`;

const SKIPS = {
  total: '合计行 sums',
  header: '重复的表头 header again',
  hidden: '隐藏的行 hidden',
  mapping: '按映射 by the mapping',
  repeat: '重复的行 repeats',
} as const;

const counted = (names: Readonly<Record<string, string>>, counts: Readonly<Record<string, number>>): string =>
  Object.entries(names)
    .filter(([name]) => (counts[name] ?? 0) > 0)
    .map(([name, text]) => `${text} ${counts[name]}`)
    .join(', ');

const notes = ({ skips, replies, ignoredColumns, ignoredSheets }: FileFindings): string[] => {
  const skipped = counted(SKIPS, skips);
  const early = { interim: '过程回复 interim', forwarded: '只告知转办 only passed on' };
  const notAnswers = counted(early, replies);
  return [
    ...(skipped ? [`  跳过 skipped: ${skipped}`] : []),
    ...(notAnswers
      ? [`  答复 answers ${replies.final}; 不是答复的回复 replies that are no answer: ${notAnswers}`]
      : []),
    ...(ignoredColumns.length > 0 ? [`  未用的列 columns not used: ${ignoredColumns.join(', ')}`] : []),
    ...(ignoredSheets.length > 0 ? [`  未读的工作表 sheets not read: ${ignoredSheets.join(', ')}`] : []),
  ];
};

const refusals = ({ refusedRows }: FileFindings): string[] =>
  refusedRows.map((row) => `  ${at(row)} 「${row.column}」${row.reason.zh} ${row.reason.en}`);

const shown = (value: unknown): string => (value === undefined || value === null ? '—' : String(value).slice(0, 40));

const changes = (row: ChangedRow): string[] =>
  row.differences.map(({ column, field, recorded, sheet, corrected, because }) => {
    const both = recorded === undefined && sheet === undefined ? '' : `: ${shown(recorded)} → ${shown(sheet)}`;
    const done = corrected ? ' 已更正 corrected' : because ? ` 未更正 not corrected: ${because.zh} ${because.en}` : '';
    return `  ${at(row)} ${row.number} 有别 differs 「${column}」(${field})${both}${done}`;
  });

const limited = (lines: readonly string[]): string[] =>
  lines.length <= SHOWN ? [...lines] : [...lines.slice(0, SHOWN), `  … 另有 and ${lines.length - SHOWN} more: --json`];

/** What an import did, for a person. `refusedFile`: where refused rows were written. */
export const importSummary = (report: ImportReport, refusedFile: string | undefined): string => {
  const { read, added, advanced, unchanged, changed, skipped, refused, changedRows } = report;
  return [
    `读取 read ${read} = 新增 added ${added} + 推进 advanced ${advanced} + 未变 unchanged ${unchanged} + ` +
      `有别 changed ${changed} + 跳过 skipped ${skipped} + 拒收 refused ${refused}`,
    ...notes(report),
    ...limited(refusals(report)),
    ...limited(changedRows.flatMap(changes)),
    ...(refusedFile === undefined ? [] : [`拒收的行已写入 refused rows are in ${refusedFile}`]),
    '',
  ].join('\n');
};

/** What an import would do, for a person, with three rows as they were understood. */
export const checkSummary = (report: CheckReport): string =>
  [
    `读取 read ${report.read} = 可导入 ready ${report.ready} + 跳过 skipped ${report.skipped} + 拒收 refused ${report.refused}; ` +
      '没有写入任何东西 nothing was written',
    ...notes(report),
    ...limited(refusals(report)),
    ...report.samples.flatMap((sample) => [
      `${at(sample)} 读作 is understood as:`,
      ...sample.fields.map(({ field, column, value }) => `  ${field} = ${value}  「${column}」`),
    ]),
    '',
  ].join('\n');
