import type { Book, Row } from '../sheets/index.js';
import { ImportError } from './import.types.js';
import { nearestWord } from './nearest-word.js';

/** Where the columns are that a mapping names. */
export interface Columns {
  /** The header's row number; the data begins after it. */
  readonly headerRow: number;
  readonly at: ReadonlyMap<string, number>;
  readonly ignored: readonly string[];
}

/** Titles and notes stand above a header, but not more lines than these. */
const HEADER_WITHIN = 30;

const heading = (cell: unknown): string => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : '');

const columnsIn = (row: Row, named: readonly string[]): Columns => {
  const at = new Map<string, number>();
  row.cells.forEach((cell, index) => {
    const label = heading(cell);
    if (label && !at.has(label)) at.set(label, index);
  });
  return { headerRow: row.number, at, ignored: [...at.keys()].filter((label) => !named.includes(label)) };
};

const missing = (columns: Columns, named: readonly string[]): string[] =>
  named.filter((label) => !columns.at.has(label));

const complaint = (file: string, best: Columns, named: readonly string[]): ImportError => {
  const lacks = missing(best, named).map((label) => {
    const near = nearestWord(label, best.at.keys());
    return {
      zh: near ? `“${label}”（有“${near}”）` : `“${label}”`,
      en: near ? `“${label}” (there is “${near}”)` : `“${label}”`,
    };
  });
  const [zh, en] = [lacks.map((each) => each.zh).join('、'), lacks.map((each) => each.en).join(', ')];
  return new ImportError(file, {
    zh: `前 ${HEADER_WITHIN} 行中没有包含全部所需列名的表头;第 ${best.headerRow} 行缺少 ${zh}。请核对映射中的列名`,
    en: `none of the first ${HEADER_WITHIN} rows has all the columns the mapping names; row ${best.headerRow} lacks ${en}: check the mapping`,
  });
};

/** The header: the first row that has every column named. `ImportError` says which are missing in the row that comes nearest. */
export const findHeader = async (
  rows: AsyncIterable<Row>,
  named: readonly string[],
  file: string,
): Promise<Columns> => {
  let best: Columns = { headerRow: 1, at: new Map(), ignored: [] };
  for await (const row of rows) {
    if (row.number > HEADER_WITHIN) break;
    const columns = columnsIn(row, named);
    const lacks = missing(columns, named).length;
    if (lacks === 0) return columns;
    if (lacks < missing(best, named).length) best = columns;
  }
  throw complaint(file, best, named);
};

/** The sheet of this name (a CSV has but one), or the first; `ImportError` names the nearest there is. */
export const sheetNamed = (book: Book, sheet: string | undefined, file: string): string => {
  if (sheet === undefined || book.format === 'csv') return book.sheets[0]!;
  if (book.sheets.includes(sheet)) return sheet;
  const near = nearestWord(sheet, book.sheets) ?? book.sheets.join('、');
  throw new ImportError(file, {
    zh: `没有工作表“${sheet}”,有“${near}”`,
    en: `there is no sheet “${sheet}”; there is “${near}”`,
  });
};
