import type { Command } from 'commander';
import { officeOf, systemClock } from '@sunlit/platform';
import type { ImportProgress, ImportReport } from '../import/index.js';
import { connectToWrite, settingsOf, using } from './connection.js';
import type { Terminal } from './terminal.js';

/** Refused and changed rows shown to a person; the JSON has them all. */
const SHOWN = 20;

const summary = (report: ImportReport): string => {
  const { read, added, advanced, unchanged, changed, skipped, refused } = report;
  const lines = [
    `读取 read ${read} = 新增 added ${added} + 推进 advanced ${advanced} + 未变 unchanged ${unchanged} + ` +
      `有别 changed ${changed} + 跳过 skipped ${skipped} + 拒收 refused ${refused}`,
    ...report.refusedRows
      .slice(0, SHOWN)
      .map(({ row, column, reason }) => `  第 ${row} 行 row ${row} 「${column}」${reason.zh} ${reason.en}`),
    ...report.changedRows
      .slice(0, SHOWN)
      .map(
        ({ row, number, differences }) =>
          `  第 ${row} 行 row ${row} ${number} 有别 differs: ${differences.map(({ column }) => column).join(', ')}`,
      ),
  ];
  const hidden = report.refusedRows.length + report.changedRows.length - lines.length + 1;
  return `${lines.join('\n')}\n${hidden > 0 ? `  … 另有 and ${hidden} more: --json\n` : ''}`;
};

const importSheet =
  (command: Command, at: Terminal) =>
  async (file: string, { mapping }: { mapping: string }) => {
    const settings = settingsOf(command);
    const { importFile, loadMapping } = await import('../import/index.js');
    const office = officeOf(settings.configuration);
    const rules = await loadMapping(mapping, office);
    const report = await using(await connectToWrite(settings), async ({ rpc, demo, caughtUp, undisturbed }) => {
      const by = { account: 'command-line', role: 'importer' };
      const onProgress = ({ read, total }: ImportProgress) => at.progress(`导入 importing ${read} / ${total}`);
      const options = { file, mapping: rules, rpc, office, demo, by, now: systemClock, onProgress };
      const done = await undisturbed(() => importFile(options));
      at.progress('正在汇总 folding what was imported …');
      await caughtUp();
      return done;
    });
    at.progressDone();
    at.out(settings.json ? `${JSON.stringify(report)}\n` : summary(report));
    if (report.refused > 0) at.fail();
  };

const categories =
  (command: Command, at: Terminal) =>
  async (file: string, { mapping }: { mapping: string }) => {
    const settings = settingsOf(command);
    const { categoriesFromSheet, loadCategoriesMapping } = await import('../import/index.js');
    const made = await categoriesFromSheet(
      file,
      await loadCategoriesMapping(mapping),
      officeOf(settings.configuration),
    );
    at.out(settings.json ? `${JSON.stringify(made)}\n` : made.yaml);
    if (made.refusedRows.length > 0) at.fail();
  };

/** Commands that read other people's sheets. */
export const sheetCommands = (program: Command, at: Terminal): void => {
  const take = program
    .command('import <file>')
    .description('导入 import matters from an XLSX or CSV sheet; again adds only what is new');
  take.requiredOption('--mapping <file>', 'what the columns mean; examples/ has some').action(importSheet(take, at));
  const tree = program
    .command('categories <file>')
    .description('分类 turn a sheet of categories into the office profile’s form');
  tree.requiredOption('--mapping <file>', 'what the columns mean').action(categories(tree, at));
};
