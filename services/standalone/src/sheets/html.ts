import type { FileHandle } from 'node:fs/promises';
import { read, type WorkBook } from '@e965/xlsx';
import { fillMerged } from './merges.js';
import { mergesOf } from './xls.js';
import { SheetError, type Book, type Row } from './sheet.types.js';
import { unescapeXml } from './xml.js';

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_SPAN = 1_000;

/** The names web pages give the encodings of Chinese, as `TextDecoder` knows them. */
const labelled = (bytes: Buffer): string | undefined =>
  /charset\s*=\s*["']?([\w-]+)/i.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1]?.toLowerCase();

const marked = (bytes: Buffer): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
};

const decodedAs = (bytes: Buffer, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** What the page says of its encoding is often left from another page: what its bytes can be comes first. */
const textOf = (bytes: Buffer, file: string): string => {
  const tried = [marked(bytes) ?? 'utf-8', labelled(bytes) ?? 'gb18030', 'gb18030'];
  for (const encoding of tried) {
    const text = decodedAs(bytes, encoding);
    if (text !== undefined) return text;
  }
  throw new SheetError('BadText', file);
};

/** A span of a million cells is a trap or a mistake. */
const tamed = (html: string): string =>
  html.replace(/((?:col|row)span\s*=\s*["']?)(\d+)/gi, (_, name: string, span: string) => {
    return `${name}${Math.min(Number(span), MAX_SPAN)}`;
  });

const parsed = (html: string, file: string): WorkBook => {
  if (!/<table[\s>]/i.test(html)) throw new SheetError('WebPage', file);
  try {
    // `raw`: what a cell shows is its content; nothing is made a number or a date by guesses, or by the machine's time zone.
    return read(tamed(html), { type: 'string', raw: true, dense: true });
  } catch (error) {
    throw new SheetError('Broken', file, '', { cause: error });
  }
};

async function* rowsOf(book: WorkBook, sheet: string): AsyncGenerator<Row> {
  const data = book.Sheets[sheet]!['!data'] ?? [];
  for (let index = 0; index < data.length; index++) {
    const cells = (data[index] ?? []).map((cell) => (cell?.v === undefined ? null : unescapeXml(String(cell.v))));
    yield { number: index + 1, cells };
  }
}

/** A web page with tables, as many systems give out under the name `.xls`: each table is a sheet, every cell the text it shows. */
export const openHtml = async (handle: FileHandle, file: string): Promise<Book> => {
  if ((await handle.stat()).size > MAX_BYTES) throw new SheetError('TooLarge', file);
  const book = parsed(textOf(await handle.readFile(), file), file);
  return {
    format: 'html',
    sheets: book.SheetNames,
    hiddenSheets: new Set(),
    from1904: false,
    rows(sheet) {
      if (!book.Sheets[sheet]) throw new SheetError('NoSuchSheet', file, sheet);
      return fillMerged(rowsOf(book, sheet), mergesOf(book.Sheets[sheet]));
    },
    close: () => handle.close(),
  };
};
