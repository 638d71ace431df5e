import { columnOf } from './cell-reference.js';
import { SheetError, type Merge } from './sheet.types.js';
import { attribute } from './xml.js';
import { unpacked, type Zip } from './zip.js';

const MAX_MERGES = 200_000;
/** Longer than what is looked for, so that it is found where a piece ends inside it. */
const OVERLAP = 200;

const mergeOf = (reference: string): Merge | null => {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':');
  const row = (cell: string): number => Number(/\d+$/.exec(cell)?.[0] ?? 0);
  const merge = { fromRow: row(from), toRow: row(to), fromColumn: columnOf(from), toColumn: columnOf(to) };
  return merge.fromRow > 0 && merge.fromColumn >= 0 ? merge : null;
};

const ROWS_END = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/;

/** The merged cells in a piece of the text, and where what was read of it ends. */
const mergesInText = (text: string): { readonly found: readonly Merge[]; readonly end: number } => {
  const tags = [...text.matchAll(/<(?:\w+:)?mergeCell\s([^>]*)>/g)];
  const found = tags
    .map(([, attributes]) => mergeOf(attribute(attributes!, 'ref') ?? ''))
    .filter((merge) => merge !== null);
  const last = tags.at(-1);
  return { found, end: last ? last.index + last[0].length : 0 };
};

/**
 * Where a sheet has merged cells: that stands after all its rows, so it is looked for beforehand, by a search of the bytes (nothing but the
 * tags are read). Damage is left to whoever reads the rows.
 */
export const mergesIn = async (zip: Zip, part: string, max: number): Promise<Merge[]> => {
  const entry = zip.entries.get(part.toLowerCase());
  const all: Merge[] = [];
  if (!entry) return all;
  let [rest, behindRows] = ['', false];
  for await (const chunk of unpacked(zip, entry, max)) {
    const text = rest + chunk.toString('latin1');
    behindRows ||= ROWS_END.test(text);
    const { found, end } = behindRows ? mergesInText(text) : { found: [], end: 0 };
    all.push(...found);
    if (all.length > MAX_MERGES) throw new SheetError('TooLarge', zip.file, part);
    rest = text.slice(Math.max(text.length - OVERLAP, end));
  }
  return all;
};
