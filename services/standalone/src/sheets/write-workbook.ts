import { rename, rm, writeFile } from 'node:fs/promises';
import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { serialOf } from './serial-date.js';
import type { Cell, CellError, SheetDate } from './sheet.types.js';

/** What may stand in a written cell; null stays empty. */
export type Written = Cell;

/** A sheet to write: its name (cut to the 31 characters a spreadsheet allows), its header and its rows. */
export interface SheetToWrite {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Written[])[];
  /** Widths of the columns in characters. */
  readonly widths?: readonly number[];
  /** Whether texts are kept to the letter: for rows that are to be imported again. */
  readonly verbatim?: boolean;
}

export interface WorkbookToWrite {
  readonly sheets: readonly SheetToWrite[];
  /** Figures of a demo store: every sheet then begins with a line that says 演示数据. */
  readonly demo?: boolean;
  /** What is in it is somebody's: only the file's owner may read it. */
  readonly personal?: boolean;
}

/** Stands on top of everything a demo store gives out. */
export const DEMO_MARK = '演示数据 · Demonstration data';

const MAX_TEXT = 32_767;
// eslint-disable-next-line no-control-regex -- XML 1.0 cannot hold these characters
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const writable = (text: string): string =>
  text
    .replace(UNWRITABLE, '')
    .toWellFormed()
    .slice(0, MAX_TEXT - 1);

/**
 * Text stays text in an XLSX. One that begins as a formula is also marked as quoted, with a leading apostrophe, so that it stays text when the
 * sheet is saved on as CSV and opened again (OWASP: CSV injection).
 */
const safeText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

// ECMA-376 and [MS-XLS] 2.5.10: what a cell of an error holds.
const ERRORS: Readonly<Record<string, number>> = {
  '#NULL!': 0x00,
  '#DIV/0!': 0x07,
  '#VALUE!': 0x0f,
  '#REF!': 0x17,
  '#NAME?': 0x1d,
  '#NUM!': 0x24,
  '#N/A': 0x2a,
};

const DATES: Readonly<Record<SheetDate['precision'], string>> = {
  day: 'yyyy-mm-dd',
  minute: 'yyyy-mm-dd hh:mm',
  second: 'yyyy-mm-dd hh:mm:ss',
};

const special = (value: SheetDate | CellError): CellObject => {
  if (value.kind === 'error') return { t: 'e', v: ERRORS[value.code] ?? 0x2a };
  return { t: 'n', v: serialOf(value.local), z: DATES[value.precision] };
};

const cellOf = (value: Written | undefined, verbatim: boolean): CellObject | undefined => {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'object') return special(value);
  if (typeof value === 'string') return { t: 's', v: verbatim ? writable(value) : safeText(writable(value)), z: '@' };
  return typeof value === 'number' ? { t: 'n', v: value } : { t: 'b', v: value };
};

const sheetOf = ({ header, rows, widths, verbatim = false }: SheetToWrite, demo: boolean): WorkSheet => {
  const lines: (readonly Written[])[] = [...(demo ? [[DEMO_MARK]] : []), header, ...rows];
  const data = lines.map((line) => line.map((value) => cellOf(value, verbatim)) as CellObject[]);
  const columns = lines.reduce((most, line) => Math.max(most, line.length), 1);
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
  await rm(`${file}.part`, { force: true });
  await writeFile(`${file}.part`, bytes, { flag: 'wx', ...(workbook.personal && { mode: 0o600 }) });
  await rename(`${file}.part`, file);
};
