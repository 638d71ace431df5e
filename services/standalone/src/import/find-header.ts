import type { Book, Cell, Row } from '../sheets/index.js';
import { ImportError } from './import.types.js';
import type { WantedColumn } from './mapping.columns.js';
import { nearestWord } from './nearest-word.js';
import { headings, type Heading } from './headings.js';
import { labelKey } from './normal.js';

/** Where the columns are that a mapping names. */
export interface Columns {
  /** The header's last row; the data begins after it. */
  readonly headerRow: number;
  readonly at: ReadonlyMap<string, number>;
  readonly ignored: readonly string[];
  /** What each column is called, '' for one without a heading. */
  readonly labels: readonly string[];
}

/** Titles and notes stand above a header, but not more lines than these. */
const HEADER_WITHIN = 30;

interface Tried extends Columns {
  readonly missing: readonly WantedColumn[];
  readonly twice: readonly string[];
}

const none: Tried = { headerRow: 1, at: new Map(), ignored: [], labels: [], missing: [], twice: [] };

/** The columns called this, by their whole heading where one is, else by the lower line of it. */
const called = (all: readonly Heading[], name: string): number[] => {
  const key = labelKey(name);
  const indices = (fits: (heading: Heading) => boolean) => all.flatMap((each, at) => (fits(each) ? [at] : []));
  const whole = indices(({ keys }) => keys[0] === key);
  return whole.length > 0 ? whole : indices(({ keys }) => keys.includes(key));
};

const tryHeader = (headerRow: number, all: readonly Heading[], wanted: readonly WantedColumn[]): Tried => {
  const at = new Map<string, number>();
  const [missing, twice]: [WantedColumn[], string[]] = [[], []];
  for (const column of wanted) {
    const found = [column.label, ...column.alias].map((name) => called(all, name)).find((each) => each.length > 0);
    if (!found && !column.optional) missing.push(column);
    if (found && found.length > 1) twice.push(column.label);
    if (found) at.set(column.label, found[0]!);
  }
  const used = new Set(at.values());
  const labels = all.map(({ label }) => label);
  const ignored = labels.filter((label, index) => label !== '' && !used.has(index));
  return { headerRow, at, ignored: [...new Set(ignored)], labels, missing, twice };
};

const complaint = (file: string, best: Tried): ImportError => {
  const there = best.labels.filter((label) => label !== '');
  const lacks = best.missing.map(({ label }) => {
    const near = nearestWord(label, there);
    return {
      zh: near ? `“${label}”（有“${near}”）` : `“${label}”`,
      en: near ? `“${label}” (there is “${near}”)` : `“${label}”`,
    };
  });
  const [zh, en] = [lacks.map((each) => each.zh).join('、'), lacks.map((each) => each.en).join(', ')];
  return new ImportError(file, {
    zh: `前 ${HEADER_WITHIN} 行中没有包含全部所需列名的表头;第 ${best.headerRow} 行缺少 ${zh}。请核对映射中的列名`,
    en: `none of the first ${HEADER_WITHIN} rows has all the columns the mapping names; row ${best.headerRow} lacks ${en}: check the mapping`,
  });
};

const ambiguous = (file: string, { headerRow, twice }: Tried): ImportError =>
  new ImportError(file, {
    zh: `第 ${headerRow} 行的表头中“${twice.join('、')}”不止一列：请写全上下两行的名称，如“受理/时间”`,
    en: `row ${headerRow}, the header, has more than one column “${twice.join(', ')}”: name it by both its lines, such as 受理/时间`,
  });

/**
 * The header: the first row, or pair of rows, that has every column wanted. `ImportError` says which are missing in the one that comes nearest, or
 * which name stands there twice. `file` names it to a person.
 */
export const findHeader = async (
  rows: AsyncIterable<Row>,
  wanted: readonly WantedColumn[],
  file: string,
): Promise<Columns> => {
  let best: Tried = { ...none, missing: wanted.filter(({ optional }) => !optional) };
  let above: readonly (Cell | undefined)[] | undefined;
  for await (const { number, cells } of rows) {
    if (number > HEADER_WITHIN) break;
    const tried = [headings(cells), ...(above ? [headings(cells, above)] : [])].map((all) =>
      tryHeader(number, all, wanted),
    );
    const found = tried.find(({ missing, twice }) => missing.length + twice.length === 0);
    if (found) return found;
    best = [best, ...tried].reduce((one, other) => (other.missing.length < one.missing.length ? other : one));
    above = cells;
  }
  throw best.missing.length === 0 && best.twice.length > 0 ? ambiguous(file, best) : complaint(file, best);
};

/** The sheet of this name (a CSV has but one), or the first that is shown; `ImportError` names the nearest there is. */
export const sheetNamed = (book: Book, sheet: string | undefined, file: string): string => {
  if (book.format === 'csv') return book.sheets[0]!;
  if (sheet === undefined) return book.sheets.find((name) => !book.hiddenSheets.has(name)) ?? book.sheets[0]!;
  if (book.sheets.includes(sheet)) return sheet;
  const near = nearestWord(sheet, book.sheets) ?? book.sheets.join('、');
  throw new ImportError(file, {
    zh: `没有工作表“${sheet}”,有“${near}”`,
    en: `there is no sheet “${sheet}”; there is “${near}”`,
  });
};
