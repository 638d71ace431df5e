import { personalNumbersIn } from '@sunlit/privacy';

/** Stands where a personal number stood in an official text. */
export const NUMBER_MARK = '〔号码略〕';

const UNSEEN =
  // eslint-disable-next-line no-control-regex -- what copy and paste leaves in sheets
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g;
// An angle bracket in Chinese text is often a quotation mark: only real tags, in their ASCII form, are markup.
const BREAKING = /<\/?(?:br|p|div|tr|li|h[1-6])(?=[\s/>])[\x20-\x3b=\x3f-\x7e]*>/gi;
const INLINE = /<\/?(?:span|font|strong|em|b|i|u|a|img|table|tbody|td|ul|ol)(?=[\s/>])[\x20-\x3b=\x3f-\x7e]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&ldquo;': '“',
  '&rdquo;': '”',
};

/**
 * The text of a cell without what exports leave in it: control and invisible characters, tags, entities, `_x000D_`, indentation, empty lines.
 * What it gives is part of what an imported matter is compared by: a change here makes earlier imports read as changed.
 */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_x000[dD]_/g, '\n')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(BREAKING, '\n')
    .replace(INLINE, '')
    .replace(/&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo);/g, (entity) => ENTITIES[entity]!)
    .replace(UNSEEN, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

/** An official text with phone, identity, card and plate numbers replaced, and how many; `allowed` are the office's own numbers. */
export const maskNumbers = (
  text: string,
  allowed: readonly string[],
): { readonly text: string; readonly masked: number } => {
  let [masked, rest] = [0, text];
  // Again until none is left: with one number gone, two pieces may read as another.
  for (
    let found = personalNumbersIn(rest, { allowed });
    found.length > 0;
    found = personalNumbersIn(rest, { allowed })
  ) {
    masked += found.length;
    for (const { at, length } of [...found].reverse()) rest = rest.slice(0, at) + NUMBER_MARK + rest.slice(at + length);
  }
  return { text: rest, masked };
};
