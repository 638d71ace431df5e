import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { readBytes } from './read-bytes.js';
import { SheetError, type Book, type Row } from './sheet.types.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'gb18030';

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

const encodingOf = async (handle: FileHandle, file: string, first: Buffer): Promise<Encoding> => {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await decodes(handle, encoding)) return encoding;
  throw new SheetError('BadText', file);
};

/** Of the separators in use the one most frequent in the first line outside quotes. */
const delimiterOf = async (handle: FileHandle, encoding: Encoding): Promise<string> => {
  let head = '';
  for await (const text of texts(handle, encoding)) if ((head += text).length > 0) break;
  const line =
    head
      .replace(/"[^"]*"/g, '')
      .split(/\r?\n/)
      .find((each) => each.trim() !== '') ?? '';
  const count = (separator: string) => line.split(separator).length;
  return [',', '\t', ';', '|'].reduce((best, each) => (count(each) > count(best) ? each : best));
};

const parser = (delimiter: string) =>
  parse({ delimiter, bom: true, relax_column_count: true, skip_empty_lines: false, max_record_size: MAX_RECORD });

/** The records as rows numbered as a spreadsheet program shows them: a line break inside quotes begins no new row. */
async function* rowsOf(handle: FileHandle, file: string, how: Required<CsvOptions>): AsyncGenerator<Row> {
  const source = Readable.from(texts(handle, how.encoding));
  const records = source.pipe(parser(how.delimiter));
  source.on('error', (error) => records.destroy(error));
  let number = 0;
  try {
    for await (const record of records) {
      yield { number: ++number, cells: (record as string[]).map((text) => (text === '' ? null : text)) };
    }
  } catch (error) {
    throw new SheetError('BadCsv', file, `${number + 1}`, { cause: error });
  } finally {
    source.destroy();
  }
}

/** A CSV file: UTF-8 with or without a mark, UTF-16 with one, or GB18030; read as it is asked for. It has one sheet, named `CSV`. */
export const openCsv = async (handle: FileHandle, file: string, options: CsvOptions = {}): Promise<Book> => {
  const first = Buffer.alloc(4);
  await handle.read(first, 0, 4, 0);
  const encoding = options.encoding ?? (await encodingOf(handle, file, first));
  const delimiter = options.delimiter ?? (await delimiterOf(handle, encoding));
  return {
    format: 'csv',
    sheets: ['CSV'],
    rows: () => rowsOf(handle, file, { encoding, delimiter }),
    close: () => handle.close(),
  };
};
