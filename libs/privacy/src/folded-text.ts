/** A text in plain characters, and for each of them (and its end) where in the original it came from. */
export interface Folded {
  readonly text: string;
  readonly origin: readonly number[];
}

const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

const INVISIBLE = /^[\p{Cf}\p{Mn}]$/u;
const DASH = /^[\p{Pd}−~]$/u;
const SPACE = /^[^\S\n]$/u;
const DOT = /^[·•・･‧∙●]$/u;

const plainCharacter = (character: string): string => {
  if (character <= '\u007f') return character === '\t' ? ' ' : character;
  if (INVISIBLE.test(character)) return '';
  if (DASH.test(character)) return '-';
  if (DOT.test(character)) return '·';
  return SPACE.test(character) ? ' ' : character.normalize('NFKC');
};

/** Full width to plain, every dash `-`, every middle dot `·`, every blank a space, invisible characters left out; Chinese digits if asked. */
export const folded = (original: string, options: { readonly chineseDigits?: boolean } = {}): Folded => {
  const parts: string[] = [];
  const origin: number[] = [];
  let at = 0;
  for (const character of original) {
    const plain = (options.chineseDigits && CHINESE_DIGITS[character]) || plainCharacter(character);
    parts.push(plain);
    for (let unit = 0; unit < plain.length; unit++) origin.push(at);
    at += character.length;
  }
  origin.push(at);
  return { text: parts.join(''), origin };
};
