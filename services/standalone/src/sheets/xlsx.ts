import type { FileHandle } from 'node:fs/promises';
import { columnOf } from './cell-reference.js';
import { fillMerged } from './merges.js';
import { dateOfSerial, zeroPadded } from './serial-date.js';
import { SheetError, type Book, type Cell, type Merge, type Row } from './sheet.types.js';
import { attribute, type XmlEvents } from './xml.js';
import { decoded, readPart, readWorkbook, type Workbook } from './xlsx-parts.js';
import { mergesIn } from './xlsx-merges.js';
import { openZip, type Zip } from './zip.js';

const MAX_SHEET = 4 * 1024 * 1024 * 1024;
/** Columns beyond this hold nothing anybody imports; a broken reference must not make a row of millions. */
const MAX_COLUMNS = 1_024;
const MAX_TEXT = 4 * 1024 * 1024;

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?)?/;

const isoDate = (text: string): Cell => {
  const [, day, time, second] = ISO.exec(text) ?? [];
  if (day === undefined) return text;
  const precision = time === undefined ? 'day' : (second ?? '00') === '00' ? 'minute' : 'second';
  return { kind: 'date', local: `${day}T${time ?? '00:00'}:${second ?? '00'}`, precision };
};

const numberCell = (text: string, style: number, { styles, from1904 }: Workbook): Cell => {
  const value = Number(text);
  const { shows, code } = styles[style] ?? { shows: 'number' };
  if (Number.isNaN(value)) return text;
  if (shows === 'number') return zeroPadded(value, code);
  return dateOfSerial(value, shows === 'time', from1904) ?? value;
};

const CELLS: Readonly<Record<string, (text: string, style: number, workbook: Workbook) => Cell>> = {
  s: (text, _, { strings }) => strings.at(Number(text)) ?? null,
  str: (text) => decoded(text),
  inlineStr: (text) => decoded(text),
  b: (text) => text === '1',
  e: (text) => ({ kind: 'error', code: text }),
  d: (text) => isoDate(text),
  n: numberCell,
};

/** Collects rows from the XML of a sheet: `take` gives those that are complete. */
const rowCollector = (workbook: Workbook) => {
  let ready: Row[] = [];
  let [row, column, style, hidden] = [0, -1, 0, false];
  let [type, text, taking, phonetic] = ['n', '', false, false];
  let cells: (Cell | undefined)[] = [];
  const openCell = (attributes: string): void => {
    const stated = columnOf(attribute(attributes, 'r'));
    column = stated >= 0 ? stated : column + 1;
    [type, text] = [attribute(attributes, 't') ?? 'n', ''];
    style = Number(attribute(attributes, 's') ?? 0);
  };
  const closeCell = (): void => {
    if (text === '' || column >= MAX_COLUMNS) return;
    cells[column] = (CELLS[type] ?? CELLS['str']!)(text, style, workbook);
  };
  const opens: Readonly<Record<string, (attributes: string) => void>> = {
    row: (attributes) => {
      row = Number(attribute(attributes, 'r') ?? row + 1);
      [cells, column] = [[], -1];
      hidden = /^(1|true)$/.test(attribute(attributes, 'hidden') ?? '');
    },
    c: openCell,
    v: () => (taking = true),
    t: () => (taking = !phonetic),
    rPh: () => (phonetic = true),
  };
  const closes: Readonly<Record<string, () => void>> = {
    row: () => ready.push({ number: row, cells, ...(hidden && { hidden }) }),
    c: closeCell,
    v: () => (taking = false),
    t: () => (taking = false),
    rPh: () => (phonetic = false),
  };
  const events: XmlEvents = {
    open: (name, attributes) => opens[name]?.(attributes),
    close: (name) => closes[name]?.(),
    text: (piece) => {
      if (taking && text.length < MAX_TEXT) text += piece;
    },
  };
  const take = (): Row[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  return { events, take };
};

async function* rowsOf(zip: Zip, part: string, workbook: Workbook): AsyncGenerator<Row> {
  const { events, take } = rowCollector(workbook);
  for await (const _ of readPart(zip, part, events, MAX_SHEET)) {
    void _;
    yield* take();
  }
  yield* take();
}

/** An XLSX file (transitional or strict). Sheets are read as they are asked for; only the shared strings are kept, outside the heap. */
export const openXlsx = async (handle: FileHandle, file: string): Promise<Book> => {
  const zip = await openZip(handle, file);
  const workbook = await readWorkbook(zip);
  const merges = new Map<string, readonly Merge[]>();
  const mergesOf = async (part: string): Promise<readonly Merge[]> => {
    const known = merges.get(part) ?? (await mergesIn(zip, part, MAX_SHEET));
    merges.set(part, known);
    return known;
  };
  return {
    format: 'xlsx',
    sheets: workbook.sheets.map(({ name }) => name),
    hiddenSheets: new Set(workbook.sheets.filter(({ hidden }) => hidden).map(({ name }) => name)),
    from1904: workbook.from1904,
    async *rows(sheet) {
      const part = workbook.sheets.find(({ name }) => name === sheet)?.part;
      if (part === undefined || !zip.entries.has(part.toLowerCase())) throw new SheetError('NoSuchSheet', file, sheet);
      yield* fillMerged(rowsOf(zip, part, workbook), await mergesOf(part));
    },
    close: () => handle.close(),
  };
};
