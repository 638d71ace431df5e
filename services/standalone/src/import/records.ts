import type { Text } from '@sunlit/contracts';
import type { Book, Cell, Row } from '../sheets/index.js';
import { cellText } from './cell-text.js';
import { madeColumns } from './made-columns.js';
import type { Mapping } from './mapping.schema.js';
import type { SkipReason } from './import.types.js';
import { labelKey, normal } from './normal.js';
import type { Table } from './open-tables.js';

type Cells = readonly (Cell | undefined)[];

/** A row of the data, its made columns behind those of the sheet; `skip` where it is no matter. */
export interface FoundRow {
  readonly row: Row;
  readonly skip?: { readonly why: SkipReason; readonly text: Text };
}

const SKIPPED: Readonly<Record<'total' | 'header' | 'hidden', Text>> = {
  total: { zh: '合计行', en: 'a row of sums' },
  header: { zh: '重复的表头', en: 'the header again' },
  hidden: { zh: '隐藏的行', en: 'a hidden row' },
};

const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && normal(cell) === '');

/** Whether nothing at all stands in the row. */
export const isBlank = ({ cells }: Row): boolean => cells.every(isEmpty);

/** A row of sums begins with a word for it and has no number of its own. */
const totalRow = ({ totals, number }: Mapping, { columns }: Table) => {
  const words = totals.map(labelKey);
  const isTotal = (text: string): boolean =>
    words.some((word) => text.endsWith(word) && text.length <= word.length + 6 && /^\D*$/.test(text)) ||
    words.some((word) => text.startsWith(word) && /^[:：]?[\d.,]+\D?$/.test(text.slice(word.length)));
  const at = columns.at.get(number) ?? -1;
  return ({ cells }: Row): boolean => {
    const first = labelKey(cellText(cells.find((cell) => !isEmpty(cell))));
    if (first === '' || !isTotal(first)) return false;
    const own = labelKey(cellText(cells[at]));
    return own === '' || isTotal(own);
  };
};

/** The header again, as on every page of what was made for print: nothing in the row but headings, and more than one. */
const headerRow = ({ columns }: Table) => {
  const keys = columns.labels.map((label) => new Set([labelKey(label), labelKey(label.split('/').at(-1)!)]));
  return ({ cells }: Row): boolean => {
    const filled = [...cells.entries()].filter(([, cell]) => !isEmpty(cell));
    return filled.length > 1 && filled.every(([at, cell]) => keys[at]?.has(labelKey(cellText(cell))));
  };
};

const filler = ({ columns: rules }: Mapping, { columns }: Table) => {
  const labels = Object.entries(rules ?? {}).flatMap(([label, rule]) =>
    'fillDown' in rule && rule.fillDown ? [label] : [],
  );
  const places = labels.map((label) => columns.at.get(label)).filter((at) => at !== undefined);
  const last = new Map<number, Cell>();
  return (cells: Cells): Cells => {
    if (places.length === 0) return cells;
    const filled = [...cells];
    for (const at of places) {
      if (isEmpty(filled[at])) filled[at] = last.get(at) ?? null;
      else last.set(at, filled[at]!);
    }
    return filled;
  };
};

/** The rows of a table's data in order, those with nothing in them left out. */
export async function* recordsOf(book: Book, table: Table, mapping: Mapping): AsyncGenerator<FoundRow> {
  const { extended } = madeColumns(mapping, table);
  const [isTotal, isHeader, filled] = [totalRow(mapping, table), headerRow(table), filler(mapping, table)];
  const why = (row: Row): keyof typeof SKIPPED | undefined => {
    if (isTotal(row)) return 'total';
    if (isHeader(row)) return 'header';
    return row.hidden === true && mapping.hiddenRows === 'skip' ? 'hidden' : undefined;
  };
  for await (const row of book.rows(table.sheet)) {
    if (row.number <= table.columns.headerRow || isBlank(row)) continue;
    const skipped = why(row);
    if (skipped) yield { row, skip: { why: skipped, text: SKIPPED[skipped] } };
    else yield { row: { ...row, cells: extended(filled(row.cells)) } };
  }
}
