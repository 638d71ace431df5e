/**
 * Texts in stored form: ordered alike by servers that compare UTF-8 bytes (MongoDB) and by ones that compare UTF-16 units. Only
 * characters beyond U+FFFE change, into U+FFFF and what tells them apart, so almost every text stands there as it is.
 */
const MARK = '\uffff';
const ITSELF = ' ';
const UNITS = 0x1000;
const BEYOND = /[\uffff\u{10000}-\u{10ffff}]/gu;
const STORED = /\uffff(?: |([\s\S])([\s\S]))/g;

const marked = (character: string): string => {
  if (character === MARK) return MARK + ITSELF;
  const offset = character.codePointAt(0)! - 0x10000;
  return MARK + String.fromCharCode(UNITS + (offset >> 10), UNITS + (offset & 0x3ff));
};

const unmarked = (_: string, high?: string, low?: string): string =>
  high === undefined || low === undefined
    ? MARK
    : String.fromCodePoint(0x10000 + ((high.charCodeAt(0) - UNITS) << 10) + low.charCodeAt(0) - UNITS);

/** The stored form of a text; its order, by bytes or by units, is the code point order of the texts. */
export const storedText = (text: string): string => text.replace(BEYOND, marked);

/** The text of a stored form. */
export const textOf = (stored: string): string => (stored.includes(MARK) ? stored.replace(STORED, unmarked) : stored);
