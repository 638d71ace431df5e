import type { FileHandle } from 'node:fs/promises';
import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { fillMerged } from './merges.js';
import { dateOfSerial, formatShows, zeroPadded } from './serial-date.js';
import { SheetError, type Book, type Cell, type Merge, type Row } from './sheet.types.js';

/** The old format is read whole, and a sheet of it holds 65,536 rows at most. */
const MAX_BYTES = 64 * 1024 * 1024;

const numberOf = (value: number, format: unknown, from1904: boolean): Cell => {
  const code = typeof format === 'string' ? format : undefined;
  const shows = code === undefined ? 'number' : formatShows(0, code);
  if (shows === 'number') return zeroPadded(value, code);
  return dateOfSerial(value, shows === 'time', from1904) ?? value;
};

const isEmpty = ({ t, v }: CellObject): boolean => t === 'z' || v === undefined || v === '' || v instanceof Date;

const cellOf = (cell: CellObject | undefined, from1904: boolean): Cell => {
  if (!cell || isEmpty(cell)) return null;
  if (cell.t === 'e') return { kind: 'error', code: cell.w ?? '#ERROR' };
  return typeof cell.v === 'number' ? numberOf(cell.v, cell.z, from1904) : (cell.v as string | boolean);
};

/** Where the library's sheet has merged cells. */
export const mergesOf = (sheet: WorkSheet): Merge[] =>
  (sheet['!merges'] ?? []).map(({ s, e }) => ({
    fromRow: s.r + 1,
    toRow: e.r + 1,
    fromColumn: s.c,
    toColumn: e.c,
  }));

const parsed = async (handle: FileHandle, file: string): Promise<WorkBook> => {
  const bytes = await handle.readFile();
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new SheetError('Encrypted', file);
  try {
    const shown = { dense: true, cellNF: true, cellStyles: true } as const;
    return read(bytes, { ...shown, cellText: false, cellHTML: false, cellFormula: false });
  } catch (error) {
    const code = /password|encrypt/i.test((error as Error).message) ? 'Encrypted' : 'Broken';
    throw new SheetError(code, file, '', { cause: error });
  }
};

async function* rowsOf(sheet: WorkSheet, from1904: boolean): AsyncGenerator<Row> {
  const data = sheet['!data'] ?? [];
  for (let index = 0; index < data.length; index++) {
    const hidden = sheet['!rows']?.[index]?.hidden === true;
    const cells = (data[index] ?? []).map((cell) => cellOf(cell, from1904));
    yield { number: index + 1, cells, ...(hidden && { hidden }) };
  }
}

const hiddenIn = ({ SheetNames, Workbook }: WorkBook): Set<string> =>
  new Set(SheetNames.filter((_, index) => (Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0));

/** A file of the old binary format (.xls); also where an encrypted XLSX is met, which lies in the same container. */
export const openXls = async (handle: FileHandle, file: string): Promise<Book> => {
  if ((await handle.stat()).size > MAX_BYTES) throw new SheetError('TooLarge', file);
  const book = await parsed(handle, file);
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    format: 'xls',
    sheets: book.SheetNames,
    hiddenSheets: hiddenIn(book),
    from1904,
    rows(name) {
      const sheet = book.Sheets[name];
      if (!sheet?.['!data']) throw new SheetError('NoSuchSheet', file, name);
      return fillMerged(rowsOf(sheet, from1904), mergesOf(sheet));
    },
    close: () => handle.close(),
  };
};
