import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { readBytes } from './read-bytes.js';
import { SheetError, type Book, type Row } from './sheet.types.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** How to read a CSV; what is left out is found out from the file. */
export interface CsvOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
}

const MAX_RECORD = 4 * 1024 * 1024;

async function* texts(handle: FileHandle, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of readBytes(handle, 0)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

const decodes = async (handle: FileHandle, encoding: Encoding): Promise<boolean> => {
  try {
    for await (const text of texts(handle, encoding)) if (text.includes('\u0000')) return false;
    return true;
  } catch {
    return false;
  }
};

/** Where the zero bytes of the beginning stand: in UTF-16 the Latin letters, commas and line ends have one, all on the same side. */
const zeros = (first: Buffer) => {
  const at = [...first.entries()].filter(([, byte]) => byte === 0).map(([index]) => index % 2);
  return { even: at.filter((side) => side === 0).length, odd: at.filter((side) => side === 1).length };
};

const utf16Of = (first: Buffer): Encoding | undefined => {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  const { even, odd } = zeros(first);
  if (even + odd === 0) return undefined;
  return odd > even * 10 ? 'utf-16le' : even > odd * 10 ? 'utf-16be' : undefined;
};

/** Whether what begins like this can be text: it has no zero bytes, or those of UTF-16. */
export const mayBeText = (first: Buffer): boolean =>
  !first.includes(0) || (first.length >= 8 && utf16Of(first) !== undefined);

const encodingOf = async (handle: FileHandle, file: string, first: Buffer): Promise<Encoding> => {
  const wide = utf16Of(first);
  const tried: readonly Encoding[] = wide ? [wide] : ['utf-8', 'gb18030'];
  for (const encoding of tried) if (await decodes(handle, encoding)) return encoding;
  throw new SheetError('BadText', file);
};

const HEAD = 64 * 1024;
const LINES = 30;

/** The first lines outside quotes. */
const firstLines = async (handle: FileHandle, encoding: Encoding): Promise<string[]> => {
  let head = '';
  for await (const text of texts(handle, encoding)) if ((head += text).length > HEAD) break;
  const bare = head.slice(0, HEAD).replace(/"[^"]*"/g, '');
  return bare
    .split(/\r\n?|\n/)
    .filter((line) => line.replaceAll(' ', '') !== '')
    .slice(0, LINES);
};

/** Of the separators in use the one that stands in most of the first lines, and most often in them: titles and notes have none. */
const delimiterOf = (lines: readonly string[]): string => {
  const weight = (separator: string): number => {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0);
    return (
      counts.length * 1000 +
      Math.min(
        999,
        counts.reduce((sum, count) => sum + count, 0),
      )
    );
  };
  return [',', '\t', ';', '|'].reduce((best, each) => (weight(each) > weight(best) ? each : best));
};

/** `sep=;`, which some programs write as the first line: it says the separator and is no row. */
const SEPARATOR = /^\uFEFF?sep=(.)$/i;

const parser = (delimiter: string) =>
  parse({ delimiter, bom: true, relax_column_count: true, skip_empty_lines: false, max_record_size: MAX_RECORD });

interface How extends Required<CsvOptions> {
  /** Lines at the beginning that are no rows. */
  readonly skip: number;
}

/** The records as rows numbered as a spreadsheet program shows them: a line break inside quotes begins no new row. */
async function* rowsOf(handle: FileHandle, file: string, how: How): AsyncGenerator<Row> {
  const source = Readable.from(texts(handle, how.encoding));
  const records = source.pipe(parser(how.delimiter));
  source.on('error', (error) => records.destroy(error));
  let number = -how.skip;
  try {
    for await (const record of records) {
      if (++number > 0) yield { number, cells: (record as string[]).map((text) => (text === '' ? null : text)) };
    }
  } catch (error) {
    throw new SheetError('BadCsv', file, `${number + 1}`, { cause: error });
  } finally {
    source.destroy();
  }
}

/**
 * A CSV or TSV file: UTF-8 with or without a mark, UTF-16 with one or without, or GB18030; read as it is asked for. It has one sheet, named `CSV`.
 */
export const openCsv = async (handle: FileHandle, file: string, options: CsvOptions = {}): Promise<Book> => {
  const first = Buffer.alloc(512);
  const { bytesRead } = await handle.read(first, 0, first.length, 0);
  const encoding = options.encoding ?? (await encodingOf(handle, file, first.subarray(0, bytesRead)));
  const lines = await firstLines(handle, encoding);
  const stated = SEPARATOR.exec(lines[0] ?? '')?.[1];
  const how = {
    encoding,
    delimiter: options.delimiter ?? stated ?? delimiterOf(lines),
    skip: stated === undefined ? 0 : 1,
  };
  return {
    format: 'csv',
    sheets: ['CSV'],
    hiddenSheets: new Set(),
    from1904: false,
    rows: () => rowsOf(handle, file, how),
    close: () => handle.close(),
  };
};
