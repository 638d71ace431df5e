import { Refused, type Actor, type Clock, type Rpc } from '@sunlit/kernel';
import type { Office } from '@sunlit/platform';
import { openBook, type Book, type Row } from '../sheets/index.js';
import { applyRow } from './apply-row.js';
import { identityOf, isBlank, surveyFile, type FileSurvey } from './file-survey.js';
import { findHeader, sheetNamed } from './find-header.js';
import type { ImportProgress, ImportReport } from './import.types.js';
import { columnsNamed } from './mapping.columns.js';
import type { Mapping } from './mapping.schema.js';
import { readRow, type Reading } from './read-row.js';
import type { RowPlan } from './row-plan.js';
import { tally } from './tally.js';

export interface ImportOptions {
  readonly file: string;
  readonly mapping: Mapping;
  readonly rpc: Rpc;
  readonly office: Office;
  readonly by: Actor;
  /** Whether the store is a demo's: then nothing is imported. */
  readonly demo: boolean;
  readonly now: Clock;
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

/** Rows that are to be sent; those that are not go to the tally. */
async function* plansOf(
  rows: AsyncIterable<Row>,
  reading: Reading,
  survey: FileSurvey,
  into: ReturnType<typeof tally>,
): AsyncGenerator<RowPlan> {
  for await (const row of rows) {
    if (row.number <= reading.columns.headerRow || isBlank(row)) continue;
    const read = readRow(row, reading);
    if ('skip' in read)
      into.skip(row.number, { zh: `按映射跳过（${read.skip}）`, en: `left out by the mapping (${read.skip})` });
    else if ('problems' in read) into.refuse(row.number, read.problems, read.number);
    else if (toSend(read.plan, reading, survey, into)) yield read.plan;
  }
}

const toSend = (plan: RowPlan, { mapping }: Reading, survey: FileSurvey, into: ReturnType<typeof tally>): boolean => {
  const { first, other } = survey.numbers.get(identityOf(plan))!;
  if (other !== undefined) {
    const rows = plan.row === first ? other : first;
    const reason = {
      zh: `与第 ${rows} 行编号相同而内容不同`,
      en: `row ${rows} has the same number and says something else`,
    };
    into.refuse(plan.row, [{ column: mapping.number, code: 'DuplicateNumber', reason }], plan.number);
    return false;
  }
  if (plan.row === first) return true;
  into.skip(plan.row, { zh: `与第 ${first} 行相同`, en: `the same as row ${first}` });
  return false;
};

const importBook = async (book: Book, options: ImportOptions): Promise<ImportReport> => {
  const { file, mapping, office, rpc, by, onProgress, concurrency = CONCURRENCY } = options;
  const sheet = sheetNamed(book, mapping.sheet, file);
  const columns = await findHeader(book.rows(sheet), columnsNamed(mapping), file);
  const zone = mapping.timeZone ?? office.office.timeZone;
  const ownNumbers = office.sources.flatMap(({ phone }) => (phone === undefined ? [] : [phone]));
  const now = new Date(options.now()).toISOString();
  const reading: Reading = { mapping, columns, office, zone, ownNumbers, now };
  const survey = await surveyFile(book.rows(sheet), reading);
  const result = tally(mapping);
  const tell = (): void => onProgress?.({ total: survey.rows, ...result.counts() });
  tell();
  await inParallel(plansOf(book.rows(sheet), reading, survey, result), concurrency, async (plan) => {
    result.applied(plan, await applyRow({ rpc, by, mapping }, plan));
    tell();
  });
  tell();
  return result.report(columns.ignored);
};

/**
 * Imports a sheet through the services' own commands. The file is read twice: once to check every row, then to send, so a row with anything
 * wrong in it leaves no event. What was imported before is not written again; a value recorded otherwise is reported, not overwritten.
 * Throws `Refused('DemoStore')`, `SheetError`, `ImportError`; `Unavailable` where a service is away: run it again, nothing is added twice.
 */
export const importFile = async (options: ImportOptions): Promise<ImportReport> => {
  if (options.demo) throw new Refused('DemoStore');
  const { csv } = options.mapping;
  const how = { ...(csv?.encoding && { encoding: csv.encoding }), ...(csv?.delimiter && { delimiter: csv.delimiter }) };
  const book = await openBook(options.file, how);
  try {
    return await importBook(book, options);
  } finally {
    await book.close();
  }
};
