import type { Moment } from '@sunlit/kernel';
import { dateOfSerial, type SheetDate } from '../sheets/index.js';

/** Formats tried where a mapping states none: all year first, so none can be mistaken for another. */
export const DEFAULT_FORMATS: readonly string[] = [
  'yyyy-M-d H:m:s',
  'yyyy-M-d H:m',
  'yyyy-M-d',
  'yyyy/M/d H:m:s',
  'yyyy/M/d H:m',
  'yyyy/M/d',
  'yyyy-M-dTH:m:s',
  'yyyy.M.d',
  'yyyy年M月d日 H:m:s',
  'yyyy年M月d日 H时m分',
  'yyyy年M月d日',
];

const PARTS: Readonly<Record<string, string>> = {
  y: '(?<y>\\d{4})',
  Y: '(?<y>\\d{2})',
  M: '(?<M>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  H: '(?<H>\\d{1,2})',
  m: '(?<m>\\d{1,2})',
  s: '(?<s>\\d{1,2})',
  a: '(?<a>上午|下午|[AaPp][Mm])',
};
const TOKENS = /yyyy|yy|MM?|dd?|HH?|mm?|ss?|a| +|[^a-zA-Z ]|T/g;

const compiled = new Map<string, RegExp>();

const partOf = (token: string, alone: boolean): string => {
  if (token.startsWith(' ')) return '\\s*';
  const part = PARTS[token === 'yy' ? 'Y' : token[0]!];
  if (part === undefined) return token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return alone || token.length !== 2 ? part : part.replace('{1,2}', '{2}');
};

/** Two letters take one digit or two, but exactly two where another part stands right beside them. */
const patternOf = (format: string): RegExp => {
  const known = compiled.get(format);
  if (known) return known;
  const tokens = format.match(TOKENS) ?? [];
  const isPart = (token: string | undefined): boolean => token !== undefined && /^[yMdHms]/.test(token);
  const source = tokens.map((token, at) => partOf(token, !isPart(tokens[at - 1]) && !isPart(tokens[at + 1])));
  const made = new RegExp(`^${source.join('')}$`, 'u');
  compiled.set(format, made);
  return made;
};

type Parts = Readonly<Record<string, string | undefined>>;

const two = (text: string | number | undefined): string => String(text ?? '0').padStart(2, '0');

const precisionOf = ({ H, s }: Parts): SheetDate['precision'] =>
  s !== undefined ? 'second' : H !== undefined ? 'minute' : 'day';

/** Midnight is 12 in the morning, noon 12 in the afternoon. */
const hourOf = ({ H, a }: Parts): number => {
  const hour = Number(H ?? 0);
  if (a === undefined) return hour;
  if (hour < 1 || hour > 12) return NaN;
  return (hour % 12) + (/下午|p/i.test(a) ? 12 : 0);
};

const yearOf = ({ y }: Parts, year: number | undefined): string | number | undefined =>
  y?.length === 2 ? `20${y}` : (y ?? year);

const dateOf = (parts: Parts, year: number | undefined): SheetDate | null => {
  const time = `${two(hourOf(parts))}:${two(parts['m'])}:${two(parts['s'])}`;
  const local = `${yearOf(parts, year)}-${two(parts['M'])}-${two(parts['d'])}T${time}`;
  const date = new Date(`${local}Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === local;
  return exists ? { kind: 'date', local, precision: precisionOf(parts) } : null;
};

/** What a date is read by beside its formats: the year of those that state none, and how the file counts days. */
export interface DateContext {
  readonly year?: number;
  readonly from1904?: boolean;
}

const SERIAL = /^\d{1,7}(?:\.\d+)?$/;

const readAs = (text: string, format: string, { year, from1904 }: DateContext): SheetDate | null => {
  if (format === 'serial')
    return SERIAL.test(text) ? dateOfSerial(Number(text), text.includes('.'), from1904 ?? false) : null;
  const parts = patternOf(format).exec(text)?.groups;
  return parts ? dateOf(parts, year) : null;
};

/**
 * The date written in a text by the formats it fits, or null; also null for a day or time that does not exist. `ambiguous` where two formats
 * make different dates of it.
 */
export const dateIn = (
  text: string,
  formats: readonly string[] = DEFAULT_FORMATS,
  context: DateContext = {},
): SheetDate | 'ambiguous' | null => {
  let found: SheetDate | null = null;
  for (const format of formats) {
    const date = readAs(text, format, context);
    if (found && date && date.local !== found.local) return 'ambiguous';
    found ??= date;
  }
  return found;
};

const zones = new Map<string, Intl.DateTimeFormat>();

const zoneFormat = (zone: string): Intl.DateTimeFormat => {
  const known = zones.get(zone);
  if (known) return known;
  const numeric = 'numeric' as const;
  const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', era: 'short', ...parts });
  zones.set(zone, made);
  return made;
};

const measuredOffset = (zone: string, instant: number): number => {
  const parts = Object.fromEntries(
    zoneFormat(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const [year, month, day, hour, minute, second] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map((name) =>
    Number(parts[name]),
  ) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
};

/** Zones change their offset at quarters of an hour, and asking for it costs 50 µs: known ones are kept. */
const QUARTER = 900_000;
const offsets = new Map<string, number>();

/** How far the zone is ahead of UTC at an instant, in ms. */
const offsetAt = (zone: string, instant: number): number => {
  const start = Math.floor(instant / QUARTER) * QUARTER;
  const key = `${zone} ${start}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size > 20_000) offsets.clear();
  const measured = measuredOffset(zone, start);
  offsets.set(key, measured);
  return measured;
};

/** The instant of a sheet's date in the office's time zone; of a time that came twice the earlier, of one left out that after the gap. */
export const momentOf = ({ local, precision }: SheetDate, zone: string): Moment => {
  const wall = Date.parse(`${local}Z`);
  const before = wall - offsetAt(zone, wall - 86_400_000);
  const instant =
    offsetAt(zone, before) === wall - before ? before : wall - offsetAt(zone, wall - offsetAt(zone, wall));
  return { at: new Date(instant).toISOString(), precision };
};

/**
 * A moment known only to the day (or minute) may seem to lie before what it follows in that day: then it is the moment it follows, which is as
 * true. Null where it really lies before.
 */
export const notBefore = (moment: Moment, earlier: Moment): Moment | null => {
  if (moment.at >= earlier.at) return moment;
  const span = { day: 86_400_000, minute: 60_000, second: 1 }[moment.precision];
  return Date.parse(moment.at) + span > Date.parse(earlier.at) ? { ...moment, at: earlier.at } : null;
};
