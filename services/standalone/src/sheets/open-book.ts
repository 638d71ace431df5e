import { open, type FileHandle } from 'node:fs/promises';
import { mayBeText, openCsv, type CsvOptions } from './csv.js';
import { openHtml } from './html.js';
import { SheetError, type Book, type SheetProblem } from './sheet.types.js';
import { openXls } from './xls.js';
import { openXlsx } from './xlsx.js';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const BINARY = ['%PDF', '\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'Rar!', '7z\u00bc', '\u001f\u008b'];
/** What document protection, installed in many offices, puts in front of every file that leaves it unopened. */
const PROTECTED = ['E-SafeNet', '%TSD-Header-###%'];

/** The first text of a file in any encoding a sheet comes in, as far as it is ASCII. */
const plainStart = (head: Buffer): string =>
  head
    .toString('latin1')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\u0000', '');

const isHtml = (head: Buffer): boolean =>
  /^\s*(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|table|meta|head|body|style|div)[\s>]/i.test(plainStart(head));

/** Why what begins like this is no sheet, or null. */
const problemOf = (head: Buffer): SheetProblem | null => {
  const text = head.toString('latin1');
  if (PROTECTED.some((mark) => text.includes(mark))) return 'Protected';
  if (/^\s*<\?xml/i.test(plainStart(head))) return 'XmlSheet';
  return BINARY.some((mark) => text.startsWith(mark)) || !mayBeText(head) ? 'NotASheet' : null;
};

const opened = async (handle: FileHandle, file: string, options: CsvOptions): Promise<Book> => {
  const first = Buffer.alloc(512);
  const { bytesRead } = await handle.read(first, 0, 512, 0);
  const head = first.subarray(0, bytesRead);
  if (bytesRead === 0) throw new SheetError('Empty', file);
  if (head.subarray(0, 4).equals(ZIP)) return openXlsx(handle, file);
  if (head.subarray(0, 8).equals(COMPOUND)) return openXls(handle, file);
  if (isHtml(head)) return openHtml(handle, file);
  const problem = problemOf(head);
  if (problem) throw new SheetError(problem, file);
  return openCsv(handle, file, options);
};

/** Opens an XLSX, XLS, CSV or TSV file, or a web page that holds tables, told by its first bytes, not its name. Throws `SheetError`, which says what to do. */
export const openBook = async (file: string, options: CsvOptions = {}): Promise<Book> => {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new SheetError('NoSuchFile', file, '', { cause: error });
  });
  try {
    if (!(await handle.stat()).isFile()) throw new SheetError('NoSuchFile', file);
    return await opened(handle, file, options);
  } catch (error) {
    await handle.close();
    throw error;
  }
};
