import type { Office } from '@sunlit/platform';
import type { Clock } from '@sunlit/kernel';
import { openBook, type Book } from '../sheets/index.js';
import { fileSurvey, identityOf, type FileSurvey } from './file-survey.js';
import type { FileFindings, Place } from './import.types.js';
import { madeColumns } from './made-columns.js';
import type { Mapping } from './mapping.schema.js';
import { openTables, type Table } from './open-tables.js';
import { readRow, type Reading } from './read-row.js';
import { recordsOf, type FoundRow } from './records.js';
import { HELP_COLUMNS } from './refused-columns.js';
import type { RowPlan } from './row-plan.js';
import { tally } from './tally.js';

export interface FileToRead {
  readonly file: string;
  readonly mapping: Mapping;
  readonly office: Office;
  readonly now: Clock;
}

/** A file opened, its headers found and every row of it looked at once. */
export interface Prepared {
  readonly book: Book;
  readonly tables: readonly Table[];
  readonly survey: FileSurvey;
  readonly result: ReturnType<typeof tally>;
  /** The rows that are to be sent, checked whole; those that are not go to the tally. */
  plans(): AsyncGenerator<RowPlan>;
  findings(): FileFindings;
}

const readingOf = ({ mapping, office, now }: FileToRead, book: Book, table: Table, several: boolean): Reading => ({
  mapping,
  office,
  at: madeColumns(mapping, table).at,
  zone: mapping.timeZone ?? office.office.timeZone,
  dates: { from1904: book.from1904, ...(table.year !== undefined && { year: table.year }) },
  ...(several && { sheet: table.sheet }),
  ownNumbers: office.sources.flatMap(({ phone }) => (phone === undefined ? [] : [phone])),
  now: new Date(now()).toISOString(),
});

const isSame = (one: Place, other: Place): boolean => one.row === other.row && one.sheet === other.sheet;

const named = ({ row, sheet }: Place) => ({
  zh: sheet === undefined ? `第 ${row} 行` : `“${sheet}”第 ${row} 行`,
  en: sheet === undefined ? `row ${row}` : `row ${row} of “${sheet}”`,
});

type Into = ReturnType<typeof tally>;

/** Whether the row is the one to send of those under its number. */
const toSend = (plan: RowPlan, number: string, survey: FileSurvey, into: Into): boolean => {
  const { first, other } = survey.numbers.get(identityOf(plan))!;
  if (other !== undefined) {
    const { zh, en } = named(isSame(plan, first) ? other : first);
    const reason = { zh: `与${zh}编号相同而内容不同`, en: `${en} has the same number and says something else` };
    into.refuse(plan, [{ column: number, code: 'DuplicateNumber', reason }], plan.number);
    return false;
  }
  if (isSame(plan, first)) return true;
  const { zh, en } = named(first);
  into.skip(plan, 'repeat', { zh: `与${zh}相同`, en: `the same as ${en}` });
  return false;
};

/** The plan of a row that is to be sent; undefined for one that went to the tally. */
const planOf = ({ row, skip }: FoundRow, reading: Reading, survey: FileSurvey, into: Into): RowPlan | undefined => {
  const { mapping, sheet } = reading;
  const place = { row: row.number, ...(sheet !== undefined && { sheet }) };
  if (skip) return void into.skip(place, skip.why, skip.text);
  const read = readRow(row, reading);
  if ('skip' in read) {
    const text = { zh: `按映射跳过（${read.skip}）`, en: `left out by the mapping (${read.skip})` };
    return void into.skip(place, 'mapping', text);
  }
  if ('problems' in read) return void into.refuse(place, read.problems, read.number);
  return toSend(read.plan, mapping.number, survey, into) ? read.plan : undefined;
};

const prepared = async (book: Book, options: FileToRead): Promise<Prepared> => {
  const { mapping, file } = options;
  const tables = await openTables(book, mapping, file);
  const several = tables.length > 1;
  const readings = tables.map((table) => ({ table, reading: readingOf(options, book, table, several) }));
  const survey = fileSurvey();
  for (const { table, reading } of readings) await survey.read(recordsOf(book, table, mapping), reading);
  const sheets = tables.map(({ sheet }) => sheet);
  const result = tally(mapping, sheets);
  const looked = survey.done();
  const ignored = new Set(
    tables.flatMap(({ columns }) => columns.ignored).filter((label) => !HELP_COLUMNS.includes(label)),
  );
  return {
    book,
    tables,
    survey: looked,
    result,
    async *plans() {
      for (const { table, reading } of readings) {
        for await (const found of recordsOf(book, table, mapping)) {
          const plan = planOf(found, reading, looked, result);
          if (plan) yield plan;
        }
      }
    },
    findings: () =>
      result.findings({
        ignoredColumns: [...ignored],
        ignoredSheets: book.sheets.filter((sheet) => !sheets.includes(sheet)),
      }),
  };
};

/**
 * Opens a file and looks at every row of it once: which share a number. The work is done with what was found, and the file closed. Throws
 * `SheetError`, `ImportError`.
 */
export const withFile = async <T>(options: FileToRead, work: (prepared: Prepared) => Promise<T>): Promise<T> => {
  const { csv } = options.mapping;
  const how = { ...(csv?.encoding && { encoding: csv.encoding }), ...(csv?.delimiter && { delimiter: csv.delimiter }) };
  const book = await openBook(options.file, how);
  try {
    return await work(await prepared(book, options));
  } finally {
    await book.close();
  }
};
