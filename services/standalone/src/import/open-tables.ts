import { basename, extname } from 'node:path';
import type { Book } from '../sheets/index.js';
import { findHeader, sheetNamed, type Columns } from './find-header.js';
import { ImportError } from './import.types.js';
import { wantedColumns } from './mapping.columns.js';
import type { Mapping } from './mapping.schema.js';
import type { SheetRule } from './mapping.table.schema.js';
import { nearestWord } from './nearest-word.js';

/** A sheet to be imported: where its columns are, and what holds for all its rows. */
export interface Table {
  readonly sheet: string;
  /** What the sheet is called; of a CSV its file. */
  readonly name: string;
  readonly columns: Columns;
  /** Columns that say the same in every row. */
  readonly constants: Readonly<Record<string, string>>;
  /** The year of dates that state none. */
  readonly year?: number;
}

interface Chosen {
  readonly sheet: string;
  readonly rule?: SheetRule;
  /** The named groups of the pattern, as the sheet's name has them. */
  readonly groups: Readonly<Record<string, string>>;
}

/** A CSV has no sheets: its file's name stands for one's. */
const nameOf = (book: Book, sheet: string, file: string): string =>
  book.format === 'csv' ? basename(file, extname(file)) : sheet;

const fits = (rule: SheetRule, name: string, isCsv: boolean): Readonly<Record<string, string>> | null => {
  if (rule.pattern === undefined) return rule.name === name || isCsv ? {} : null;
  const found = new RegExp(rule.pattern, 'u').exec(name);
  return found ? { ...found.groups } : isCsv ? {} : null;
};

const chosenBy = (book: Book, rules: readonly SheetRule[], file: string): Chosen[] =>
  book.sheets.flatMap((sheet): Chosen[] => {
    const name = nameOf(book, sheet, file);
    for (const rule of rules) {
      const groups = fits(rule, name, book.format === 'csv');
      // A hidden sheet is somebody's notes unless the mapping names it.
      if (groups && (rule.name !== undefined || !book.hiddenSheets.has(sheet))) return [{ sheet, rule, groups }];
    }
    return [];
  });

const noSheet = (book: Book, { name, pattern }: SheetRule, file: string): ImportError => {
  const near = (name !== undefined && nearestWord(name, book.sheets)) || book.sheets.join('、');
  const [zh, en] =
    name === undefined
      ? [`名称符合“${pattern}”的工作表`, `sheet whose name fits ${pattern}`]
      : [`工作表“${name}”`, `sheet “${name}”`];
  return new ImportError(file, { zh: `没有${zh}，有“${near}”`, en: `there is no ${en}; there is “${near}”` });
};

const choose = (book: Book, { sheet, sheets }: Mapping, file: string): Chosen[] => {
  if (!sheets) return [{ sheet: sheetNamed(book, sheet, file), groups: {} }];
  const chosen = chosenBy(book, sheets, file);
  const lacking = sheets.find((rule) => !rule.optional && !chosen.some((each) => each.rule === rule));
  if (lacking && (book.format !== 'csv' || chosen.length === 0)) throw noSheet(book, lacking, file);
  if (chosen.length === 0) throw noSheet(book, sheets[0]!, file);
  return chosen;
};

const constantsOf = ({ constants }: Mapping, { sheet, rule, groups }: Chosen): Record<string, string> => {
  const stated = Object.entries({ ...constants, ...rule?.constants });
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (all, name: string) => (name === 'sheet' ? sheet : (groups[name] ?? all)));
  return Object.fromEntries(stated.map(([label, text]) => [label, filled(text)]));
};

const yearOf = ({ year }: Mapping, { rule, groups }: Chosen): number | undefined => {
  const told = groups['year'] ?? '';
  const ofName = /^\d{2}$/.test(told) ? 2000 + Number(told) : /^\d{4}$/.test(told) ? Number(told) : undefined;
  return rule?.year ?? ofName ?? year;
};

/** The sheets of a file a mapping speaks of, each with its header found. Throws `ImportError`, which names file, sheet and what is missing. */
export const openTables = async (book: Book, mapping: Mapping, file: string): Promise<Table[]> => {
  const chosen = choose(book, mapping, file);
  const tables: Table[] = [];
  for (const each of chosen) {
    const constants = constantsOf(mapping, each);
    const named = chosen.length > 1 ? `${file} · ${each.sheet}` : file;
    const columns = await findHeader(book.rows(each.sheet), wantedColumns(mapping, constants), named);
    const year = yearOf(mapping, each);
    const name = nameOf(book, each.sheet, file);
    tables.push({ sheet: each.sheet, name, columns, constants, ...(year !== undefined && { year }) });
  }
  return tables;
};
