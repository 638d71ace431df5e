/** What kind of personal number was found. */
export type PersonalNumberKind = 'mobile' | 'landline' | 'identity' | 'bank-card' | 'plate';

/** Group 1 of `pattern` is the number as written (in folded text); `holds` decides on its digits and letters alone. */
export interface PersonalPattern {
  readonly kind: PersonalNumberKind;
  readonly pattern: RegExp;
  readonly holds: (digits: string) => boolean;
}

// Each pattern is a lookahead, so that a candidate that does not hold hides none that begins inside it.
const seeking = (before: string, pattern: string, after: string): RegExp =>
  new RegExp(`${before}(?=(${pattern})${after})`, 'gu');

const GAP = '[ ._·-]{1,2}';
const ALONE = ['(?<!\\d)', '(?!\\d)'] as const;
// A grouped number inside a longer chain of groups is a document's or an order's number.
const NO_CHAIN = ['(?<!\\d)(?<!\\d[._-])', '(?![._-]?\\d)'] as const;

const groups = (...sizes: number[]): string => {
  const [first, ...rest] = sizes;
  return [`1[3-9]\\d{${first! - 2}}`, ...rest.map((size) => `\\d{${size}}`)].join(GAP);
};
const COUNTRY = '(?:(?:\\+|00)?\\(?86\\)?[ -]{0,2})?';
const GROUPED = [groups(3, 4, 4), groups(3, 3, 5), groups(4, 3, 4), groups(4, 4, 3)].join('|');
const HALVES = '1[3-9]\\d[ -]{1,2}\\d{8}|1[3-9]\\d{5}[ -]{1,2}\\d{4}|1[3-9]\\d{3} \\d{6}';
const SINGLES = `1${GAP}[3-9](?:${GAP}\\d){9}`;

const AREA = '(?:0(?:10|2\\d)\\)?[ -]{0,2}[2-8]\\d{3}[ -]?\\d{4}|0[3-9]\\d{2}\\)?[ -]{0,2}[2-8]\\d{2,3}[ -]?\\d{4})';
const AREA_ABROAD = '(?:\\+|00)\\(?86\\)?[ -]{0,2}\\(?0?(?:10|2\\d|[3-9]\\d{2})\\)?[ -]{0,2}[2-8]\\d{2,3}[ -]?\\d{4}';

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/** Whether `yyyymmdd` is a day of the calendar in the years people alive were born in. */
const isBirthday = (text: string): boolean => {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1890 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0;
};

/** GB 11643-1999: the last character of an 18-digit identity number makes the weighted sum 1 modulo 11 (ISO 7064 MOD 11-2). */
const hasIdentityChecksum = (id: string): boolean => {
  const sum = [...id].reduce((total, digit, index) => {
    const weight = 2 ** (17 - index) % 11;
    return total + (digit === 'X' ? 10 : Number(digit)) * weight;
  }, 0);
  return sum % 11 === 1;
};

const isIdentity = (id: string): boolean => {
  if (!PROVINCES.has(id.slice(0, 2))) return false;
  return id.length === 15 ? isBirthday(`19${id.slice(6, 12)}`) : isBirthday(id.slice(6, 14)) && hasIdentityChecksum(id);
};

/** ISO/IEC 7812-1 (Luhn). */
const hasLuhnChecksum = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

const always = (): boolean => true;
const PROVINCE_SIGNS = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
const PLATE_SIGNS = '[A-HJ-NP-Za-hj-np-z0-9]';
// GA 36-2018: five signs, the last may be a word for its use; six for new-energy vehicles, with a letter first or last.
const PLATE_NUMBER = `(?:\\d{5}[A-HJKa-hjk]|[A-HJKa-hjk]${PLATE_SIGNS}\\d{4}|${PLATE_SIGNS}{5}|${PLATE_SIGNS}{4}[学警挂港澳领试超])`;

/** GB 11643 identity numbers, mobiles (工信部 numbering: 11 digits from 13 to 19), landlines with area code, UnionPay cards, plates (GA 36-2018). */
export const PATTERNS: readonly PersonalPattern[] = [
  {
    kind: 'identity',
    pattern: seeking('(?<![\\dA-Za-z])', '[1-8](?:[ ._-]{0,2}\\d){16}[ ._-]{0,2}[\\dXx]', '(?![\\dA-Za-z])'),
    holds: isIdentity,
  },
  { kind: 'identity', pattern: seeking('(?<![\\dA-Za-z])', '[1-8]\\d{14}', '(?![\\dA-Za-z])'), holds: isIdentity },
  { kind: 'bank-card', pattern: seeking(ALONE[0], '62(?:[ -]?\\d){14,17}', ALONE[1]), holds: hasLuhnChecksum },
  { kind: 'mobile', pattern: seeking(ALONE[0], `${COUNTRY}0?1[3-9]\\d{9}`, ALONE[1]), holds: always },
  {
    kind: 'mobile',
    pattern: seeking(NO_CHAIN[0], `${COUNTRY}(?:${GROUPED}|${HALVES}|${SINGLES})`, NO_CHAIN[1]),
    holds: always,
  },
  { kind: 'landline', pattern: seeking(NO_CHAIN[0], AREA, ALONE[1]), holds: always },
  { kind: 'landline', pattern: seeking(ALONE[0], AREA_ABROAD, ALONE[1]), holds: always },
  {
    kind: 'plate',
    pattern: seeking('', `${PROVINCE_SIGNS} ?[A-Za-z][ .·-]{0,2}${PLATE_NUMBER}`, '(?![A-Za-z0-9])'),
    holds: (plate) => /\d/.test(plate),
  },
];
