import { access } from 'node:fs/promises';
import { writeWorkbook, type Book, type Row, type SheetToWrite, type Written } from '../sheets/index.js';
import type { RefusedRow } from './import.types.js';
import type { Table } from './open-tables.js';
import { HELP_COLUMNS, PLACE_COLUMN, REASON_COLUMN } from './refused-columns.js';

type Reasons = ReadonlyMap<number, readonly RefusedRow[]>;

const reasonsIn = (refused: readonly RefusedRow[], sheet: string, several: boolean): Reasons => {
  const found = new Map<number, RefusedRow[]>();
  for (const each of refused) {
    if (several && each.sheet !== sheet) continue;
    found.set(each.row, [...(found.get(each.row) ?? []), each]);
  }
  return found;
};

const because = (refused: readonly RefusedRow[]): string =>
  refused.map(({ column, reason }) => `「${column}」${reason.zh} ${reason.en}`).join('\n');

/** A file of refused rows that is refused again names the rows of the first one, and has its two columns once. */
const own = (labels: readonly string[]) => {
  const kept = labels.map((label, at) => ({ label, at })).filter(({ label }) => !HELP_COLUMNS.includes(label));
  const place = labels.indexOf(PLACE_COLUMN);
  return {
    labels: kept.map(({ label }) => label),
    cells: ({ cells }: Row): Written[] => kept.map(({ at }) => cells[at] ?? null),
    place: ({ number, cells }: Row): Written => (place < 0 ? number : (cells[place] ?? number)),
  };
};

const sheetOf = async (book: Book, table: Table, reasons: Reasons): Promise<SheetToWrite> => {
  const { labels, cells, place } = own(table.columns.labels);
  const rows: Written[][] = [];
  for await (const row of book.rows(table.sheet)) {
    const refused = reasons.get(row.number);
    if (refused) rows.push([place(row), because(refused), ...cells(row)]);
    if (rows.length === reasons.size) break;
  }
  return {
    name: table.name,
    header: [PLACE_COLUMN, REASON_COLUMN, ...labels],
    rows,
    widths: [12, 60],
    verbatim: true,
  };
};

/**
 * Writes the refused rows with all their cells as they were, the row's number and the reason in front, each on a sheet of its own name: mended, the
 * file is imported by the same mapping. Only its owner may read it: it holds what the sheet held of persons.
 */
export const writeRefused = async (
  file: string,
  book: Book,
  tables: readonly Table[],
  refused: readonly RefusedRow[],
): Promise<void> => {
  const sheets: SheetToWrite[] = [];
  for (const table of tables) {
    const reasons = reasonsIn(refused, table.sheet, tables.length > 1);
    if (reasons.size > 0) sheets.push(await sheetOf(book, table, reasons));
  }
  await writeWorkbook(file, { sheets, personal: true });
};

/** The name for refused rows beside a sheet that no file has yet: earlier ones may be in mending. */
export const refusedName = async (file: string): Promise<string> => {
  const stem = file.replace(/\.[^./\\]*$/, '').replace(/\.refused(?:-\d+)?$/, '');
  for (let n = 1; ; n++) {
    const name = `${stem}.refused${n === 1 ? '' : `-${n}`}.xlsx`;
    if (
      !(await access(name).then(
        () => true,
        () => false,
      ))
    )
      return name;
  }
};
