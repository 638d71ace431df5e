import { Refused, type Actor, type Rpc } from '@sunlit/kernel';
import { applyRow } from './apply-row.js';
import { ImportError, type ImportProgress, type ImportReport } from './import.types.js';
import { withFile, type FileToRead, type Prepared } from './prepare.js';
import { writeRefused } from './write-refused.js';

export interface ImportOptions extends FileToRead {
  readonly rpc: Rpc;
  readonly by: Actor;
  /** Whether the store is a demo's: then nothing is imported. */
  readonly demo: boolean;
  /** Whether what is recorded otherwise is corrected to what the sheet says. */
  readonly correct?: boolean;
  /** Where refused rows go, to be mended and imported again; nowhere where it is left out. */
  readonly refusedTo?: string;
  /** How many rows are on their way at once, default 128. */
  readonly concurrency?: number;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** Enough that the store writes many of them with one flush. */
const CONCURRENCY = 128;

/** Runs `work` over what comes, `limit` at a time; the first failure ends it once what was begun is done. */
const inParallel = async <T>(
  items: AsyncIterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for await (const item of items) {
    const one: Promise<void> = work(item)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => running.delete(one));
    running.add(one);
    if (running.size >= limit) await Promise.race(running);
    if (failures.length > 0) break;
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
};

const giveBack = async (file: string, { book, tables }: Prepared, { refusedRows }: ImportReport): Promise<void> => {
  try {
    await writeRefused(file, book, tables, refusedRows);
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new ImportError(
      file,
      {
        zh: `已导入，但拒收的行无法写到这里（${code}）：请用 --refused 指定文件后再运行一次，不会重复导入`,
        en: `imported, but the refused rows cannot be written here (${code}): name another file with --refused and run it again, nothing is added twice`,
      },
      { cause: error },
    );
  }
};

const sent = async (prepared: Prepared, options: ImportOptions): Promise<ImportReport> => {
  const { mapping, rpc, by, correct = false, refusedTo, onProgress, concurrency = CONCURRENCY } = options;
  const { result, survey } = prepared;
  const tell = (): void => onProgress?.({ total: survey.rows, ...result.counts() });
  tell();
  await inParallel(prepared.plans(), concurrency, async (plan) => {
    result.applied(plan, await applyRow({ rpc, by, mapping, correct }, plan));
    tell();
  });
  tell();
  const report = { ...result.counts(), ...prepared.findings(), ...result.changed() };
  if (refusedTo !== undefined && report.refusedRows.length > 0) await giveBack(refusedTo, prepared, report);
  return report;
};

/**
 * Imports a file through the services' own commands. It is read twice: once to look at every row, then to send, so a row with anything
 * wrong in it leaves no event. What was imported before is not written again; a value recorded otherwise is reported, and corrected only where
 * that is asked for. Throws `Refused('DemoStore')`, `SheetError`, `ImportError`; `Unavailable` where a service is away: run it again, nothing is
 * added twice.
 */
export const importFile = async (options: ImportOptions): Promise<ImportReport> => {
  if (options.demo) throw new Refused('DemoStore');
  return withFile(options, (prepared) => sent(prepared, options));
};
