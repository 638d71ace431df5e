import { createHmac } from 'node:crypto';

/** What a person is found again by. Each may be absent; `phone` may hold several numbers separated by `/`, `,`, `;` or `、`. */
export interface LookupFields {
  readonly phone?: string | null;
  readonly idNumber?: string | null;
  readonly plate?: string | null;
  readonly name?: string | null;
}

const TOKEN_BYTES = 16;

/** NFKC (full width to plain), without anything invisible. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '');

const compact = (text: string): string =>
  plain(text)
    .replace(/[\s\p{Pd}·•・._−]/gu, '')
    .toUpperCase();

const MOBILE = /^0?(1[3-9]\d{9})$/;
const LANDLINE = /^0?((?:10|2\d)[2-8]\d{7}|[3-9]\d{2}[2-8]\d{6,7})$/;

const national = (digits: string, areaCode: string | undefined): string => {
  const mobile = MOBILE.exec(digits)?.[1];
  if (mobile) return mobile;
  if (areaCode && /^[2-8]\d{6,7}$/.test(digits)) return areaCode + digits;
  return digits;
};

const withoutCountry = (digits: string): string => {
  const rest = /^(?:\+|00)?86(.+)$/.exec(digits)?.[1];
  if (!rest || !(MOBILE.test(rest) || LANDLINE.test(rest))) return digits;
  return MOBILE.test(rest) || rest.startsWith('0') ? rest : `0${rest}`;
};

/**
 * A phone number as digits, however it was written: full width, spaces, dashes, brackets, dots, invisible characters, +86 / 0086 / 86, a 0
 * before a mobile number and an extension (转, 分机, ext, #) are taken off. A landline keeps its area code (`03742959600`); one without gets
 * `areaCode` if given. A foreign number keeps its `+`. Null where fewer than 3 digits are left.
 */
export const normalisePhone = (text: string, areaCode?: string): string | null => {
  const [number = ''] = plain(text).split(/转|轉|分机|分機|ext|#|x/iu);
  const digits = number.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '');
  if (digits.replace('+', '').length < 3) return null;
  return national(withoutCountry(digits), areaCode);
};

const phonesOf = (text: string, areaCode: string | undefined): (string | null)[] =>
  text.split(/[/,;、，；／]/u).map((number) => normalisePhone(number, areaCode));

/**
 * Keyed hashes a person is found again by: `<field>:<base64url of 16 bytes of HMAC-SHA256>`, each value once, sorted. The key is the key
 * store's permanent key `lookup`. The same value written in another way gives the same token; the same text in another field does not.
 */
export const lookupTokens = (
  lookupKey: Buffer,
  fields: LookupFields,
  options: { readonly areaCode?: string } = {},
): string[] => {
  const values: [string, string | null][] = [
    ...phonesOf(fields.phone ?? '', options.areaCode).map((phone): [string, string | null] => ['phone', phone]),
    ['idNumber', compact(fields.idNumber ?? '')],
    ['plate', compact(fields.plate ?? '')],
    ['name', compact(fields.name ?? '')],
  ];
  const tokens = values.map(([field, value]) => {
    if (!value) return null;
    const mac = createHmac('sha256', lookupKey)
      .update(JSON.stringify(['sunlit.lookup.v1', field, value]))
      .digest();
    return `${field}:${mac.toString('base64url', 0, TOKEN_BYTES)}`;
  });
  return [...new Set(tokens.filter((token) => token !== null))].sort();
};

/** A number as an operator may see it in a list: `138****8000`, `0374****600`; anything shorter than a phone number is hidden whole. */
export const maskPhone = (text: string): string => {
  const digits = normalisePhone(text) ?? '';
  if (MOBILE.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  const area = /^0(?:10|2\d|[3-9]\d{2})/.exec(digits)?.[0] ?? '';
  return digits.length - area.length >= 7 ? `${area}****${digits.slice(-3)}` : '****';
};
