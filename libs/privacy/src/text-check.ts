import { folded, type Folded } from './folded-text.js';
import { normalisePhone } from './lookup.js';
import { PATTERNS, type PersonalNumberKind } from './personal-patterns.js';

export type { PersonalNumberKind } from './personal-patterns.js';

/** Where a personal number stands in a text, in UTF-16 units; never the number itself. */
export interface PersonalNumber {
  readonly kind: PersonalNumberKind;
  readonly at: number;
  readonly length: number;
}

interface Found extends PersonalNumber {
  readonly digits: string;
}

const foundIn = ({ text, origin }: Folded): Found[] =>
  PATTERNS.flatMap(({ kind, pattern, holds }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const written = match[1] ?? '';
      const digits = written.replace(/[^\dA-Za-z\p{Script=Han}]/gu, '').toUpperCase();
      if (!holds(digits)) return [];
      const at = origin[match.index]!;
      return [{ kind, at, length: origin[match.index + written.length]! - at, digits }];
    }),
  );

const LANDLINE_AREA = /^0(?:10|2\d|[3-9]\d{2})/;

/** A landline is allowed by its local number too, whichever area code stands before it. */
const isAllowed = ({ kind, digits }: Found, allowed: ReadonlySet<string>): boolean => {
  if (kind !== 'mobile' && kind !== 'landline') return false;
  const number = normalisePhone(digits) ?? digits;
  return allowed.has(number) || allowed.has(number.replace(LANDLINE_AREA, ''));
};

const normalised = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The numbers as digits; a list that is passed again is not read again. */
const allowedOf = (numbers: readonly string[]): ReadonlySet<string> => {
  const found = normalised.get(numbers) ?? new Set(numbers.map((number) => normalisePhone(number) ?? number));
  normalised.set(numbers, found);
  return found;
};

/** The shortest number there is, a plate, needs a digit; no pattern holds without one. */
const mayHoldOne = ({ text }: Folded): boolean => /\d/.test(text);

const withoutOverlaps = (found: readonly Found[]): Found[] => {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => a.at - b.at || b.length - a.length)) {
    const last = kept.at(-1);
    if (!last || one.at >= last.at + last.length) kept.push(one);
  }
  return kept;
};

/**
 * Phone numbers, identity numbers, bank cards and number plates of mainland China in a text that is kept for good and searched. Also written
 * with spaces, dashes, full width or Chinese digits, +86, or invisible characters between. Official numbers are passed as `allowed`, in any
 * writing. Bare short numbers, dates, document and order numbers are none. In their order; overlapping ones count once.
 */
export const personalNumbersIn = (
  text: string,
  options: { readonly allowed?: readonly string[] } = {},
): PersonalNumber[] => {
  const plain = folded(text);
  const digits = folded(text, { chineseDigits: true });
  if (!mayHoldOne(digits)) return [];
  const found = [...foundIn(plain), ...(digits.text === plain.text ? [] : foundIn(digits))];
  const allowed = allowedOf(options.allowed ?? []);
  return withoutOverlaps(found.filter((one) => !isAllowed(one, allowed))).map(({ kind, at, length }) => ({
    kind,
    at,
    length,
  }));
};
