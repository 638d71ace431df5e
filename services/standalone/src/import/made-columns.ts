import type { Cell } from '../sheets/index.js';
import { cellText } from './cell-text.js';
import type { Mapping } from './mapping.schema.js';
import { columnsNamed } from './mapping.columns.js';
import type { ColumnRule } from './mapping.table.schema.js';
import type { Table } from './open-tables.js';

type Cells = readonly (Cell | undefined)[];

/** A column that is not in the sheet: the same in every row, or made of others. */
interface MadeColumn {
  readonly label: string;
  readonly of: (cells: Cells) => Cell;
}

type CellAt = (cells: Cells, label: string) => Cell | undefined;

const isError = (cell: Cell | undefined): boolean => typeof cell === 'object' && cell?.kind === 'error';

const nth = (parts: readonly string[], part: number): Cell => parts.at(part > 0 ? part - 1 : part)?.trim() ?? null;

const made = (rule: ColumnRule, at: CellAt): ((cells: Cells) => Cell) | undefined => {
  if ('join' in rule) {
    return (cells) => {
      const all = rule.join.map((label) => at(cells, label));
      return (
        all.find(isError) ??
        all
          .map(cellText)
          .filter((text) => text !== '')
          .join(rule.with)
      );
    };
  }
  if (!('from' in rule)) return undefined;
  const taken = (cell: Cell | undefined, of: (text: string) => Cell): Cell =>
    isError(cell) ? cell! : of(cellText(cell));
  if ('split' in rule) return (cells) => taken(at(cells, rule.from), (text) => nth(text.split(rule.split), rule.part));
  const pattern = new RegExp(rule.pattern, 'u');
  return (cells) =>
    taken(at(cells, rule.from), (text) => {
      const found = pattern.exec(text);
      return found ? (found[1] ?? found[0]) : null;
    });
};

/** Puts the columns that are made behind those of the sheet. Gives where all of them are, and what to do with the cells of each row. */
export const madeColumns = (mapping: Mapping, { columns, constants }: Table) => {
  const width = columns.labels.length;
  const at: CellAt = (cells, label) =>
    Object.hasOwn(constants, label) ? constants[label] : cells[columns.at.get(label) ?? -1];
  const rules = mapping.columns ?? {};
  const all = columnsNamed(mapping).flatMap((label): MadeColumn[] => {
    const rule = rules[label];
    const of = rule && made(rule, at);
    if (of) return [{ label, of }];
    return Object.hasOwn(constants, label) ? [{ label, of: () => constants[label]! }] : [];
  });
  const places = new Map([...columns.at, ...all.map(({ label }, index) => [label, width + index] as const)]);
  const extended = (cells: Cells): Cells =>
    all.length === 0
      ? cells
      : [...Array.from({ length: width }, (_, index) => cells[index]), ...all.map(({ of }) => of(cells))];
  return { at: places, extended };
};
