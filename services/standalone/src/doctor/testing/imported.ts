import { writeFileSync } from 'node:fs';
import { importFile, parseMapping, type ImportReport } from '../../import/index.js';
import { testOffice } from '@sunlit/casework/testing';
import { of, type Chance } from './chance.js';
import type { Composed } from './composed.js';

const HEADER = ['编号', '类型', '分类', '标题', '来件时间', '答复', '答复时间'];
const MAPPING = [
  'rows: history',
  'number: 编号',
  "source: { always: '12328' }",
  'medium: { always: phone }',
  'kind: { column: 类型, values: { 咨询: consultation, 投诉: complaint } }',
  'category: { column: 分类, values: { 线路: bus.route, 出租: taxi } }',
  'summary: 标题',
  'cameAt: { column: 来件时间 }',
  'answer: { text: 答复, at: { column: 答复时间 } }',
].join('\n');

/** Another office's sheet: some rows with an answer, all of days before the first history. */
const sheetOf = (rows: number, chance: Chance): string[][] =>
  Array.from({ length: rows }, (_, index) => [
    `HX${index}`,
    of(['咨询', '投诉'], chance),
    of(['线路', '出租'], chance),
    of(['9路末班车', '出租车绕行'], chance),
    `2021-02-${String(10 + chance(15))} 09:30:00`,
    ...(chance(2) ? ['已答复来件人', '2021-02-26 10:00:00'] : ['', '']),
  ]);

/** What the office sends a month later: another summary, category or day, and answers there were not before. */
const changed = (rows: readonly (readonly string[])[], chance: Chance): string[][] =>
  rows.map(([number, kind, , summary, came, answer, answered]) => [
    number!,
    kind!,
    of(['线路', '出租'], chance),
    chance(3) ? summary! : `${summary}(更正)`,
    chance(3) ? came! : came!.replace('09:30', '08:10'),
    ...(answer ? [answer, answered!] : chance(2) ? ['已补充答复', '2021-02-27 10:00:00'] : ['', '']),
  ]);

/** Imports a sheet, then the same with changes: first reported, then corrected. `file` is written. */
export const importedTwice = async (
  { rpc, worker, now }: Composed,
  file: string,
  chance: Chance,
): Promise<readonly ImportReport[]> => {
  const mapping = parseMapping(MAPPING, 'map.yaml', testOffice);
  const by = { account: 'i', role: 'importer' };
  const take = async (rows: readonly (readonly string[])[], correct: boolean): Promise<ImportReport> => {
    writeFileSync(file, [HEADER, ...rows].map((row) => row.join(',')).join('\n'));
    const report = await importFile({ file, office: testOffice, mapping, now, rpc, by, demo: false, correct });
    await worker.caughtUp();
    return report;
  };
  const first = sheetOf(12, chance);
  const second = changed(first, chance);
  return [await take(first, false), await take(second, false), await take(second, true)];
};
