import type { Segment } from '@sunlit/contracts';
import { tokensOf } from './search-terms.js';

interface Range {
  readonly from: number;
  readonly to: number;
}

const joined = (ranges: readonly Range[]): Range[] => {
  const whole: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && range.from <= last.to) whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else whole.push(range);
  }
  return whole;
};

const foundIn = (text: string, sought: ReadonlySet<string>): Range[] =>
  joined(tokensOf(text).filter(({ term }) => sought.has(term)));

const segmentsOf = (text: string, ranges: readonly Range[], within: Range): Segment[] => {
  const segments: Segment[] = [];
  let at = within.from;
  const push = (to: number, match: boolean): void => {
    if (to > at) segments.push({ text: text.slice(at, to), match });
    at = Math.max(at, to);
  };
  for (const { from, to } of ranges) {
    if (to <= within.from || from >= within.to) continue;
    push(from, false);
    push(Math.min(to, within.to), true);
  }
  push(within.to, false);
  return segments;
};

/** The whole text in stretches, those found marked; no markup: whoever shows it makes its own. */
export const marked = (text: string, terms: readonly string[]): Segment[] =>
  segmentsOf(text, foundIn(text, new Set(terms)), { from: 0, to: text.length });

/** How much of a long answer is shown of a hit, and how much of it before the first mark, in characters. */
const LENGTH = 120;
const BEFORE = 24;

/** Never between the halves of a character. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at);

/** The stretch with the most marks, so that it begins a little before one. */
const best = (text: string, ranges: readonly Range[]): Range => {
  const at = (from: number): Range => ({ from, to: whole(text, Math.min(text.length, from + LENGTH)) });
  const windows = [0, ...ranges.map(({ from }) => whole(text, Math.max(0, from - BEFORE)))].map(at);
  const marks = ({ from, to }: Range): number =>
    ranges.reduce((sum, range) => sum + Math.max(0, Math.min(to, range.to) - Math.max(from, range.from)), 0);
  return windows.reduce((one, other) => (marks(other) > marks(one) ? other : one));
};

/** The part of a text that shows best why it was found, marked; `…` where something is left out. */
export const excerpt = (text: string, terms: readonly string[]): Segment[] => {
  const ranges = foundIn(text, new Set(terms));
  const window = best(text, ranges);
  const segments = segmentsOf(text, ranges, window);
  const gap: Segment = { text: '…', match: false };
  return [...(window.from > 0 ? [gap] : []), ...segments, ...(window.to < text.length ? [gap] : [])];
};
