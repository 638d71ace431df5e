import type { Cell, Merge, Row } from './sheet.types.js';

type Cells = (Cell | undefined)[];

interface Open extends Merge {
  readonly value: Cell;
}

const isOwn = (cell: Cell | undefined): boolean => cell !== null && cell !== undefined;

const byFirstRow = (merges: readonly Merge[]): Map<number, Merge[]> => {
  const found = new Map<number, Merge[]>();
  for (const merge of merges) found.set(merge.fromRow, [...(found.get(merge.fromRow) ?? []), merge]);
  return found;
};

const fill = (cells: Cells, { fromColumn, toColumn, value }: Open): void => {
  for (let column = fromColumn; column <= toColumn; column++) if (!isOwn(cells[column])) cells[column] = value;
};

/** Columns beyond this are not filled: a merge over a whole row would make a row of thousands. */
const MAX_FILLED = 256;

/**
 * The rows with what a merged cell holds in each of the cells it covers. A row that has nothing of its own stays as it is: it is blank to
 * whoever looks at it.
 */
export async function* fillMerged(rows: AsyncIterable<Row>, merges: readonly Merge[]): AsyncGenerator<Row> {
  const starting = byFirstRow(merges);
  let open: Open[] = [];
  for await (const row of rows) {
    const cells = [...row.cells];
    for (const merge of starting.get(row.number) ?? []) {
      const toColumn = Math.min(merge.toColumn, merge.fromColumn + MAX_FILLED);
      open.push({ ...merge, toColumn, value: cells[merge.fromColumn] ?? null });
    }
    open = open.filter(({ toRow }) => toRow >= row.number);
    if (open.length === 0 || !cells.some(isOwn)) {
      yield row;
      continue;
    }
    for (const merge of open) fill(cells, merge);
    yield { ...row, cells };
  }
}
