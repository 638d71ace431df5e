import type { Category, Office } from '@sunlit/platform';
import { openBook, type Row } from '../sheets/index.js';
import { cleanText } from './clean-text.js';
import { findHeader, sheetNamed } from './find-header.js';
import type { CategoriesMapping } from './mapping.schema.js';

/** A classification read from a sheet, in the office profile's form. */
export interface CategoriesFromSheet {
  readonly categories: readonly Category[];
  /** Codes the office has and the sheet does not name: codes are never reused, so give them an `until`. */
  readonly missing: readonly string[];
  /** Rows that could not be read: a level is empty while a deeper one is not. */
  readonly refusedRows: readonly { readonly row: number; readonly column: string }[];
  /** The `categories:` part of an office.yaml. */
  readonly yaml: string;
}

const pathOf = (names: readonly string[]): string => names.join('\u0000');

/** Codes by the path of Chinese names they stand for. */
const knownCodes = (categories: readonly Category[]): Map<string, string> => {
  const names = (category: Category): string[] => {
    const parent = categories.find(({ code }) => code === category.parent);
    return [...(parent ? names(parent) : []), category.name.zh];
  };
  return new Map(categories.map((category) => [pathOf(names(category)), category.code]));
};

const quoted = (text: string): string =>
  /^[\p{Script=Han}A-Za-z][\p{Script=Han}\w、（）()·]*$/u.test(text) ? text : JSON.stringify(text);

const lineOf = ({ code, parent, name }: Category): string =>
  `  - { code: ${JSON.stringify(code)}, ${parent ? `parent: ${JSON.stringify(parent)}, ` : ''}name: { zh: ${quoted(name.zh)}, en: ${quoted(name.en)} } }`;

/** Gives every path of names a code: the office's where it has one, else the next free number under its parent's. */
const tree = (mapping: CategoriesMapping, existing: readonly Category[]) => {
  const codes = knownCodes(existing);
  const taken = new Set(existing.map(({ code }) => code));
  const made = new Map<string, Category>();
  const nextFree = (stem: string): string => {
    for (let n = 1; ; n++) {
      const code = `${stem}${String(n).padStart(2, '0')}`;
      if (!taken.has(code)) return code;
    }
  };
  const codeFor = (names: readonly string[], parent: Category | undefined): string => {
    const name = names.at(-1)!;
    const stated = parent || !Object.hasOwn(mapping.top, name) ? undefined : mapping.top[name]!.code;
    return codes.get(pathOf(names)) ?? stated ?? nextFree(parent ? `${parent.code}.` : mapping.prefix);
  };
  const add = (names: readonly string[]): void => {
    let parent: Category | undefined;
    for (let depth = 1; depth <= names.length; depth++) {
      const path = names.slice(0, depth);
      const zh = path.at(-1)!;
      const en = (depth === 1 && Object.hasOwn(mapping.top, zh) && mapping.top[zh]!.en) || zh;
      const category = made.get(pathOf(path)) ?? {
        code: codeFor(path, parent),
        ...(parent && { parent: parent.code }),
        name: { zh, en },
      };
      taken.add(category.code);
      made.set(pathOf(path), category);
      parent = category;
    }
  };
  return { add, categories: () => [...made.values()] };
};

const namesIn = (row: Row, at: readonly number[]): string[] =>
  at.map((index) => {
    const cell = row.cells[index];
    return typeof cell === 'string' || typeof cell === 'number' ? cleanText(String(cell)).replaceAll('\n', ' ') : '';
  });

/** The names down to the deepest one filled in, and the first level left empty above it (-1 for none). */
const pathIn = (row: Row, at: readonly number[]): { readonly names: readonly string[]; readonly gap: number } => {
  const all = namesIn(row, at);
  const names = all.slice(0, all.findLastIndex((name) => name !== '') + 1);
  return { names, gap: names.indexOf('') };
};

/**
 * A classification kept as a sheet, one column a level, as the `categories` of an office profile: written by nobody into the profile, which the
 * office edits itself. Codes the office has keep their meaning; the same sheet gives the same codes again. Throws `SheetError`, `ImportError`.
 */
export const categoriesFromSheet = async (
  file: string,
  mapping: CategoriesMapping,
  office?: Office,
): Promise<CategoriesFromSheet> => {
  const book = await openBook(file);
  try {
    const sheet = sheetNamed(book, mapping.sheet, file);
    const wanted = mapping.levels.map((label) => ({ label, alias: [], optional: false }));
    const columns = await findHeader(book.rows(sheet), wanted, file);
    const at = mapping.levels.map((label) => columns.at.get(label)!);
    const existing = office?.categories ?? [];
    const { add, categories } = tree(mapping, existing);
    const refusedRows: { row: number; column: string }[] = [];
    for await (const row of book.rows(sheet)) {
      if (row.number <= columns.headerRow) continue;
      const { names, gap } = pathIn(row, at);
      if (gap >= 0) refusedRows.push({ row: row.number, column: mapping.levels[gap]! });
      else add(names);
    }
    const found = categories();
    const codes = new Set(found.map(({ code }) => code));
    const missing = existing
      .filter(({ code, until }) => !codes.has(code) && until === undefined)
      .map(({ code }) => code);
    return { categories: found, missing, refusedRows, yaml: `categories:\n${found.map(lineOf).join('\n')}\n` };
  } finally {
    await book.close();
  }
};
