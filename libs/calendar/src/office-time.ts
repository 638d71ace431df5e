import { dayNumber, dayOfNumber, type Day } from './day.js';

const MS_A_DAY = 86_400_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offsets by UTC day, where one holds for the whole of it. */
  readonly offsets: Map<number, number | null>;
}

const zones = new Map<string, Zone>();

const zoneOf = (timeZone: string): Zone => {
  const found = zones.get(timeZone);
  if (found) return found;
  const numeric = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', hourCycle: 'h23', ...numeric });
  const made = { format, offsets: new Map<number, number | null>() };
  zones.set(timeZone, made);
  return made;
};

const readOffset = ({ format }: Zone, ms: number): number => {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value);
  const local = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']);
  return local - Math.floor(ms / 1000) * 1000;
};

const offsetOfDay = (zone: Zone, utcDay: number): number | null => {
  const known = zone.offsets.get(utcDay);
  if (known !== undefined) return known;
  const first = readOffset(zone, utcDay * MS_A_DAY);
  const steady = first === readOffset(zone, (utcDay + 1) * MS_A_DAY) ? first : null;
  if (zone.offsets.size >= 20_000) zone.offsets.clear();
  zone.offsets.set(utcDay, steady);
  return steady;
};

const offsetAt = (zone: Zone, ms: number): number =>
  offsetOfDay(zone, Math.floor(ms / MS_A_DAY)) ?? readOffset(zone, ms);

/** The instant in ms since 1970; a `RangeError` where the text is no ISO 8601 instant with its offset (`2021-04-12T01:30:00Z`) of a day that exists. */
export const instantMs = (instant: string): number => {
  const ms = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(instant) ? Date.parse(instant) : NaN;
  if (Number.isNaN(ms))
    throw new RangeError(`${JSON.stringify(instant)} is no instant: write ISO 8601 in UTC, as 2021-04-12T01:30:00Z.`);
  // `Date.parse` takes 30 February for 2 March.
  dayNumber(instant.slice(0, 10));
  return ms;
};

/** The wall clock of the zone as if it were UTC, in ms since 1970. */
export const localMs = (instant: string, timeZone: string): number => {
  const ms = instantMs(instant);
  return ms + offsetAt(zoneOf(timeZone), ms);
};

/** The day it is in the time zone (IANA name) at the instant (ISO 8601); the machine's own zone does not matter. */
export const dayOf = (instant: string, timeZone: string): Day =>
  dayOfNumber(Math.floor(localMs(instant, timeZone) / MS_A_DAY));

/** The first instant after which the wall clock is never before `local`, found where clocks are put forward over it. */
const afterGap = (zone: Zone, local: number): number => {
  let low = local - MS_A_DAY;
  let high = local + MS_A_DAY;
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (middle + offsetAt(zone, middle) >= local) high = middle;
    else low = middle;
  }
  return high;
};

const msOfLocal = (local: number, timeZone: string): number => {
  const zone = zoneOf(timeZone);
  const candidates = [-MS_A_DAY, 0, MS_A_DAY].map((away) => local - offsetAt(zone, local + away));
  const exact = candidates.filter((ms) => ms + offsetAt(zone, ms) === local);
  return exact.length > 0 ? Math.min(...exact) : afterGap(zone, local);
};

const startMs = (day: Day, timeZone: string): number => msOfLocal(dayNumber(day) * MS_A_DAY, timeZone);

/** The first instant (ISO 8601 UTC) at which the wall clock shows the local time, given as if it were UTC in ms since 1970. */
export const instantOfLocal = (local: number, timeZone: string): string =>
  new Date(msOfLocal(local, timeZone)).toISOString();

/** The first instant of the day in the time zone, ISO 8601 UTC with milliseconds. */
export const startOfDay = (day: Day, timeZone: string): string => new Date(startMs(day, timeZone)).toISOString();

/** The last millisecond of the day in the time zone, ISO 8601 UTC: what happens later is after the day. */
export const endOfDay = (day: Day, timeZone: string): string =>
  new Date(startMs(dayOfNumber(dayNumber(day) + 1), timeZone) - 1).toISOString();

/** Whether the name is a time zone this machine's Intl knows. */
export const isTimeZone = (name: string): boolean => {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
};
