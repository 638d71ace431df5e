import type { Coded, Office } from '@sunlit/platform';
import { openBook, type Book, type Cell, type Row } from '../sheets/index.js';
import { cellText } from './cell-text.js';
import { sheetNamed } from './find-header.js';
import { headings } from './headings.js';
import { ImportError } from './import.types.js';
import { codesOf, type CodeName } from './mapping.codes.js';
import { labelKey, normal } from './normal.js';
import { DEFAULT_FORMATS, dateIn } from './read-time.js';
import { draftText, type Draft, type DraftColumn } from './suggest-text.js';
import { MAPPING_WORDS, NOTHING_WORDS } from './suggest-words.js';

const HEADER_WITHIN = 30;
const SAMPLED = 2_000;
/** A column with more different values than these is no list of codes. */
const MAX_VALUES = 40;

type Labels = readonly string[];

/** Which column is which field: by name, each column once, the better names first. */
const matched = (labels: Labels): Map<string, number> => {
  const keys = labels.map((label) => [labelKey(label), labelKey(label.split('/').at(-1) ?? '')]);
  const taken = new Set<number>();
  const found = new Map<string, number>();
  const longest = Math.max(...Object.values(MAPPING_WORDS).map((words) => words.length));
  for (let rank = 0; rank < longest; rank++) {
    for (const [field, words] of Object.entries(MAPPING_WORDS)) {
      const word = words[rank];
      if (word === undefined || found.has(field)) continue;
      const at = keys.findIndex((names, index) => !taken.has(index) && names.includes(word));
      if (at < 0) continue;
      taken.add(at);
      found.set(field, at);
    }
  }
  return found;
};

interface Header {
  readonly row: number;
  readonly labels: Labels;
  readonly fields: ReadonlyMap<string, number>;
}

const headerIn = async (rows: AsyncIterable<Row>): Promise<Header | undefined> => {
  let best: Header | undefined;
  let above: Row['cells'] | undefined;
  for await (const { number, cells } of rows) {
    if (number > HEADER_WITHIN) break;
    const tries = [headings(cells), ...(above ? [headings(cells, above)] : [])];
    for (const all of tries) {
      const labels = all.map(({ label }) => label);
      const fields = matched(labels);
      if (fields.size > (best?.fields.size ?? 0)) best = { row: number, labels, fields };
    }
    above = cells;
  }
  return best;
};

/** What is in the columns: their different values as far as they are few, and the formats their dates are in. */
const sampled = async (rows: AsyncIterable<Row>, { row: header, labels }: Header) => {
  const values = labels.map(() => new Set<string>());
  const formats = labels.map(() => new Set<string>());
  const note = (cell: Cell | undefined, at: number): void => {
    const text = normal(cellText(cell));
    if (text === '' || values[at]!.size > MAX_VALUES) return;
    values[at]!.add(text);
    const format = typeof cell === 'string' ? DEFAULT_FORMATS.find((each) => dateIn(text, [each]) !== null) : undefined;
    if (format !== undefined) formats[at]!.add(format);
  };
  let read = 0;
  for await (const { number, cells } of rows) {
    if (number <= header) continue;
    if (++read > SAMPLED) break;
    labels.forEach((_, at) => note(cells[at], at));
  }
  return { values, formats };
};

const draftOf = (office: Office, header: Header, seen: Awaited<ReturnType<typeof sampled>>): Omit<Draft, 'sheet'> => {
  const column = (at: number): DraftColumn => ({
    label: header.labels[at]!,
    values: seen.values[at]!.size > MAX_VALUES ? [] : [...seen.values[at]!],
    formats: [...seen.formats[at]!],
  });
  const fields = new Map([...header.fields].map(([field, at]) => [field, column(at)]));
  const used = new Set(header.fields.values());
  const rest = header.labels.filter((label, at) => label !== '' && !used.has(at));
  const empty = NOTHING_WORDS.filter((word) => seen.values.some((values) => values.has(word)));
  const lists = (name: CodeName): readonly Coded[] => codesOf(office, name);
  return { fields, rest, empty, lists };
};

const drafted = async (book: Book, file: string, office: Office): Promise<string> => {
  const sheet = sheetNamed(book, undefined, file);
  const header = await headerIn(book.rows(sheet));
  if (!header)
    throw new ImportError(file, {
      zh: `前 ${HEADER_WITHIN} 行中没有认得的列名；请照 docs/importing.md 自己写映射`,
      en: `none of the first ${HEADER_WITHIN} rows has a heading that is known: write the mapping yourself, see docs/importing.md`,
    });
  const draft = draftOf(office, header, await sampled(book.rows(sheet), header));
  return draftText({ ...draft, ...(book.format !== 'csv' && { sheet }) });
};

/**
 * A draft of a mapping for the first sheet of a file, from its headings and the values below them, as YAML: what could not be told is marked with
 * `?` and has to be written by hand. Nothing personal is in it but headings and the values of columns of codes. Throws `SheetError`, `ImportError`.
 */
export const suggestMapping = async (file: string, office: Office): Promise<string> => {
  const book = await openBook(file);
  try {
    return await drafted(book, file, office);
  } finally {
    await book.close();
  }
};
