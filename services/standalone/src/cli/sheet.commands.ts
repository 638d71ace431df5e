import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import { officeOf, systemClock } from '@sunlit/platform';
import type { CheckReport, ImportOptions, ImportProgress, ImportReport, Mapping } from '../import/index.js';
import { connectToWrite, settingsOf, using, type Settings } from './connection.js';
import { checkSummary, importSummary } from './sheet.texts.js';
import type { Terminal } from './terminal.js';

interface ImportFlags {
  readonly mapping?: string;
  readonly check?: boolean;
  readonly suggest?: boolean;
  readonly correct?: boolean;
  readonly refused?: string;
}

const WRONG = {
  suggest: '--suggest 单独使用：它只草拟映射。 --suggest goes alone: it only drafts a mapping.',
  mapping:
    '缺少 --mapping；用 --suggest 可从表头草拟一份。 --mapping is missing; --suggest drafts one from the headings.',
  check:
    '--check 不写任何东西，不能与 --correct、--refused 同用。 --check writes nothing: it goes with neither --correct nor --refused.',
} as const;

/** What may not be asked for together, or is missing. */
const wrongFlags = ({ mapping, check, suggest, correct, refused }: ImportFlags): string | undefined => {
  const asked = [mapping !== undefined, check === true, correct === true, refused !== undefined];
  if (suggest) return asked.includes(true) ? WRONG.suggest : undefined;
  if (mapping === undefined) return WRONG.mapping;
  return check && asked.lastIndexOf(true) > 1 ? WRONG.check : undefined;
};

/** Rows come and go faster than anything stays: collected more often, a hundred thousand of them take a third of the memory. */
const collectOften = (): void => setFlagsFromString('--heap-growing-percent=20');

const check = async (file: string, mapping: Mapping, settings: Settings): Promise<CheckReport> => {
  const { checkFile } = await import('../import/index.js');
  return checkFile({ file, mapping, office: officeOf(settings.configuration), now: systemClock });
};

const take = async (
  settings: Settings,
  at: Terminal,
  what: Pick<ImportOptions, 'file' | 'mapping' | 'office' | 'correct' | 'refusedTo'>,
): Promise<ImportReport> => {
  const { importFile } = await import('../import/index.js');
  return using(await connectToWrite(settings), async ({ rpc, demo, caughtUp, undisturbed }) => {
    const by = { account: 'command-line', role: 'importer' };
    const onProgress = ({ read, total }: ImportProgress) => at.progress(`导入 importing ${read} / ${total}`);
    const done = await undisturbed(() => importFile({ ...what, rpc, demo, by, now: systemClock, onProgress }));
    at.progress('正在汇总 folding what was imported …');
    await caughtUp();
    return done;
  });
};

const checkSheet = async (
  settings: Settings,
  at: Terminal,
  what: { file: string; mapping: Mapping },
): Promise<void> => {
  const report = await check(what.file, what.mapping, settings);
  at.out(settings.json ? `${JSON.stringify(report)}\n` : checkSummary(report));
  if (report.refused > 0) at.fail();
};

const takeSheet = async (
  settings: Settings,
  at: Terminal,
  what: Pick<ImportOptions, 'file' | 'mapping' | 'office' | 'correct'> & { readonly refusedTo: string },
): Promise<void> => {
  const report = await take(settings, at, what);
  at.progressDone();
  const refusedFile = report.refusedRows.length > 0 ? what.refusedTo : undefined;
  at.out(settings.json ? `${JSON.stringify({ ...report, refusedFile })}\n` : importSummary(report, refusedFile));
  if (report.refused > 0) at.fail();
};

const importSheet = (command: Command, at: Terminal) => async (file: string, flags: ImportFlags) => {
  const wrong = wrongFlags(flags);
  if (wrong !== undefined) command.error(wrong, { exitCode: 2 });
  const settings = settingsOf(command);
  const office = officeOf(settings.configuration);
  const { loadMapping, refusedName, suggestMapping } = await import('../import/index.js');
  if (flags.suggest) return at.out(await suggestMapping(file, office));
  const mapping = await loadMapping(flags.mapping!, office);
  collectOften();
  if (flags.check) return checkSheet(settings, at, { file, mapping });
  const refusedTo = flags.refused ?? (await refusedName(file));
  return takeSheet(settings, at, { file, mapping, office, correct: flags.correct ?? false, refusedTo });
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
  const taking = program
    .command('import <file>')
    .description('导入 import matters from an XLSX, XLS, HTML or CSV sheet; again adds only what is new');
  taking
    .option('--mapping <file>', 'what the columns mean; docs/importing.md explains, examples/ has some')
    .option('--check', 'read everything, write nothing, show three rows as they are understood')
    .option('--suggest', 'draft a mapping from the headings')
    .option('--correct', 'correct what is recorded otherwise to what the sheet says')
    .option('--refused <file>', 'where refused rows go as XLSX; left out: beside the sheet')
    .action(importSheet(taking, at));
  const tree = program
    .command('categories <file>')
    .description('分类 turn a sheet of categories into the office profile’s form');
  tree.requiredOption('--mapping <file>', 'what the columns mean').action(categories(tree, at));
};
