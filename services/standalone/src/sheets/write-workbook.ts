import { rename, writeFile } from 'node:fs/promises';
import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';

/** What may stand in a written cell; null stays empty. */
export type Written = string | number | boolean | null;

/** A sheet to write: its name (cut to the 31 characters a spreadsheet allows), its header and its rows. */
export interface SheetToWrite {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Written[])[];
  /** Widths of the columns in characters. */
  readonly widths?: readonly number[];
}

export interface WorkbookToWrite {
  readonly sheets: readonly SheetToWrite[];
  /** Figures of a demo store: every sheet then begins with a line that says 演示数据. */
  readonly demo?: boolean;
}

/** Stands on top of everything a demo store gives out. */
export const DEMO_MARK = '演示数据 · Demonstration data';

const MAX_TEXT = 32_767;
// eslint-disable-next-line no-control-regex -- XML 1.0 cannot hold these characters
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Text stays text in an XLSX. One that begins as a formula is also marked as quoted, with a leading apostrophe, so that it stays text when the
 * sheet is saved on as CSV and opened again (OWASP: CSV injection).
 */
const safeText = (text: string): string => {
  const written = text
    .replace(UNWRITABLE, '')
    .toWellFormed()
    .slice(0, MAX_TEXT - 1);
  return /^[=+\-@\t\r]/.test(written) ? `'${written}` : written;
};

const cellOf = (value: Written): CellObject | undefined => {
  if (value === null) return undefined;
  if (typeof value === 'string') return { t: 's', v: safeText(value), z: '@' };
  return typeof value === 'number' ? { t: 'n', v: value } : { t: 'b', v: value };
};

const sheetOf = ({ header, rows, widths }: SheetToWrite, demo: boolean): WorkSheet => {
  const lines: (readonly Written[])[] = [...(demo ? [[DEMO_MARK]] : []), header, ...rows];
  const data = lines.map((line) => line.map(cellOf) as CellObject[]);
  const columns = Math.max(1, ...lines.map((line) => line.length));
  const end = utils.encode_cell({ r: Math.max(0, lines.length - 1), c: columns - 1 });
  return {
    '!data': data,
    '!ref': `A1:${end}`,
    ...(widths && { '!cols': widths.map((wch) => ({ wch })) }),
  } as WorkSheet;
};

const sheetName = (name: string, taken: ReadonlySet<string>): string => {
  const plain =
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Sheet';
  for (let n = 2, free = plain; ; n++) {
    if (!taken.has(free.toLowerCase())) return free;
    free = `${plain.slice(0, 27)} ${n}`;
  }
};

/** The workbook as the bytes of an XLSX file: no formula, no link, nothing of the machine it was made on. */
export const workbookBytes = ({ sheets, demo = false }: WorkbookToWrite): Buffer => {
  const book = utils.book_new();
  const taken = new Set<string>();
  for (const sheet of sheets) {
    const name = sheetName(sheet.name, taken);
    taken.add(name.toLowerCase());
    utils.book_append_sheet(book, sheetOf(sheet, demo), name);
  }
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }) as Buffer;
};

/** Writes the workbook to `file`: it is there whole or not at all. */
export const writeWorkbook = async (file: string, workbook: WorkbookToWrite): Promise<void> => {
  const bytes = workbookBytes(workbook);
  await writeFile(`${file}.part`, bytes);
  await rename(`${file}.part`, file);
};
