import type { Cell } from '../sheets/index.js';
import { labelKey, normal } from './normal.js';
import { PLACE_COLUMN } from './refused-columns.js';

/** What a column is called: as shown, and what it is found by: its whole heading, then the lower line of one with two. */
export interface Heading {
  readonly label: string;
  readonly keys: readonly string[];
}

const shown = (cell: Cell | undefined): string =>
  typeof cell === 'string' || typeof cell === 'number' ? normal(String(cell)) : '';

/** The upper line carries on to the right over the cells it was merged with: in a CSV they are empty. */
const carried = (upper: readonly (Cell | undefined)[], width: number): string[] => {
  let last = '';
  return Array.from({ length: width }, (_, at) => (last = shown(upper[at]) || last));
};

const together = (upper: string, lower: string): Heading => {
  if (lower === '' || labelKey(lower) === labelKey(upper)) return { label: upper, keys: [labelKey(upper)] };
  if (upper === '') return { label: lower, keys: [labelKey(lower)] };
  const label = `${upper}/${lower}`;
  return { label, keys: [labelKey(label), labelKey(lower)] };
};

const single = (label: string): Heading => ({ label, keys: label === '' ? [] : [labelKey(label)] });

/** In a file of refused rows the two lines of a heading are one, with a slash. */
const rejoined = (label: string): Heading => {
  const { keys } = single(label);
  return { label, keys: label.includes('/') ? [...keys, labelKey(label.split('/').at(-1)!)] : keys };
};

/** The headings in a row, or in two: a column under a group is called `group/column`. */
export const headings = (lower: readonly (Cell | undefined)[], upper?: readonly (Cell | undefined)[]): Heading[] => {
  const names = Array.from(lower, shown);
  if (!upper) return names.map(names.includes(PLACE_COLUMN) ? rejoined : single);
  const width = Math.max(names.length, upper.length);
  const groups = carried(upper, width);
  return Array.from({ length: width }, (_, at) => {
    const own = shown(upper[at]);
    const name = names[at] ?? '';
    // A column with no lower line is called by its own upper cell, not by the group that ended before it.
    return name === '' ? single(own) : together(groups[at]!, name);
  });
};
