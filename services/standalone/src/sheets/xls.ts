import type { FileHandle } from 'node:fs/promises';
import { read, type CellObject, type WorkBook } from '@e965/xlsx';
import { dateOfSerial, formatShows } from './serial-date.js';
import { SheetError, type Book, type Cell } from './sheet.types.js';

/** The old format is read whole, and a sheet of it holds 65,536 rows at most. */
const MAX_BYTES = 64 * 1024 * 1024;

const numberOf = (value: number, format: unknown, from1904: boolean): Cell => {
  const shows = typeof format === 'string' ? formatShows(0, format) : 'number';
  return shows === 'number' ? value : (dateOfSerial(value, shows === 'time', from1904) ?? value);
};

const isEmpty = ({ t, v }: CellObject): boolean => t === 'z' || v === undefined || v === '' || v instanceof Date;

const cellOf = (cell: CellObject | undefined, from1904: boolean): Cell => {
  if (!cell || isEmpty(cell)) return null;
  if (cell.t === 'e') return { kind: 'error', code: cell.w ?? '#ERROR' };
  return typeof cell.v === 'number' ? numberOf(cell.v, cell.z, from1904) : (cell.v as string | boolean);
};

const parsed = async (handle: FileHandle, file: string): Promise<WorkBook> => {
  const bytes = await handle.readFile();
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new SheetError('Encrypted', file);
  try {
    return read(bytes, { dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false });
  } catch (error) {
    const code = /password|encrypt/i.test((error as Error).message) ? 'Encrypted' : 'Broken';
    throw new SheetError(code, file, '', { cause: error });
  }
};

/** A file of the old binary format (.xls); also where an encrypted XLSX is met, which lies in the same container. */
export const openXls = async (handle: FileHandle, file: string): Promise<Book> => {
  if ((await handle.stat()).size > MAX_BYTES) throw new SheetError('TooLarge', file);
  const book = await parsed(handle, file);
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    format: 'xls',
    sheets: book.SheetNames,
    async *rows(sheet) {
      const data = book.Sheets[sheet]?.['!data'];
      if (!data) throw new SheetError('NoSuchSheet', file, sheet);
      for (let index = 0; index < data.length; index++)
        yield { number: index + 1, cells: (data[index] ?? []).map((cell) => cellOf(cell, from1904)) };
    },
    close: () => handle.close(),
  };
};
