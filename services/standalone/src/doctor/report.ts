import type { Text } from '@sunlit/contracts';
import type { JsonObject } from '@sunlit/kernel';
import type { Invariant, Report } from './doctor.types.js';

const TITLES: Readonly<Record<Invariant, Text>> = {
  I2: { zh: '日志完整有序', en: 'the log is sound' },
  I3: { zh: '办件列表与日志一致', en: 'documents equal the log' },
  I4: { zh: '指标与重新统计一致', en: 'figures equal their recount' },
  I7: { zh: '分项合计相符', en: 'parts add up' },
  I12: { zh: '已删除的个人信息不可恢复', en: 'what was erased is gone' },
};

const both = ({ zh, en }: Text): readonly string[] => [`  ${zh}`, `    ${en}`];

const section = (report: Report, invariant: Invariant): readonly string[] => {
  const found = report.findings.filter((finding) => finding.invariant === invariant);
  const { zh, en } = TITLES[invariant];
  const mark = found.length === 0 ? '✓' : `✗ ${found.length}`;
  return [`${mark} ${invariant} ${zh} / ${en}`, ...found.flatMap(({ text }) => both(text))];
};

const setAside = ({ setAside: rows }: Report): readonly string[] =>
  rows.length === 0
    ? []
    : [
        `! ${rows.length} 个流被搁置,列表与指标可能缺少它们 / streams are set aside: lists and figures may lack them`,
        ...rows.map(({ projection, stream, revision, reason }) => `  ${projection} ${stream}@${revision}: ${reason}`),
      ];

const verdict = ({ ok, findings }: Report): string =>
  ok ? '一切相符 / Everything agrees.' : `有 ${findings.length} 处不符 / ${findings.length} disagreements.`;

/** The report as plain text, Chinese first, each disagreement with its English under it. */
export const reportText = (report: Report): string => {
  const { events, streams, documents, figures } = report.checked;
  const invariants: readonly Invariant[] = ['I2', 'I3', 'I4', 'I7', 'I12'];
  return [
    `已核对 ${events} 个事件、${streams} 个流、${documents} 个文档、${figures} 个指标值` +
      ` / Checked ${events} events, ${streams} streams, ${documents} documents, ${figures} figure values`,
    ...(report.asOf === null ? [] : [`指标截至 / Figures as of ${report.asOf}`]),
    ...invariants.flatMap((invariant) => section(report, invariant)),
    ...report.notes.flatMap((note) => [`- ${note.zh}`, `  ${note.en}`]),
    ...setAside(report),
    verdict(report),
    '',
  ].join('\n');
};

/** The report as plain JSON, for machines. */
export const reportJson = (report: Report): JsonObject => JSON.parse(JSON.stringify(report)) as JsonObject;

/** 0 only where nothing disagrees. */
export const exitCodeOf = ({ ok }: Report): 0 | 1 => (ok ? 0 : 1);
