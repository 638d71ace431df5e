import type { SheetDate } from './sheet.types.js';

const SECONDS_A_DAY = 86_400;
/** Days from 1899-12-30 and from 1904-01-01 to 1970-01-01. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/** The latest serial a spreadsheet holds: 9999-12-31. */
const LAST = 2_958_466;

const precisionOf = (local: string, showsTime: boolean): SheetDate['precision'] => {
  if (!local.endsWith(':00')) return 'second';
  return showsTime || !local.endsWith('T00:00:00') ? 'minute' : 'day';
};

/**
 * A spreadsheet's day number as the date it shows. Seconds are known where the value has them, minutes where value or format have a
 * time, else the day. Day 60 of the 1900 system (1900-02-29, which never was) reads as 1900-02-28. Null outside 1900–9999.
 */
export const dateOfSerial = (serial: number, showsTime: boolean, from1904 = false): SheetDate | null => {
  if (!(serial >= 0 && serial < LAST)) return null;
  const shifted = !from1904 && serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((shifted - (from1904 ? EPOCH_1904 : EPOCH_1900)) * SECONDS_A_DAY);
  const local = new Date(seconds * 1000).toISOString().slice(0, 19);
  return { kind: 'date', local, precision: precisionOf(local, showsTime) };
};

// ECMA-376 18.8.30, with the formats Chinese versions put at 27–36 and 50–58.
const DAYS = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const TIMES = new Set([18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

/** What a number format shows of a number: a day, a time (with or without a day), or a plain number. */
export type Shows = 'day' | 'time' | 'number';

const known = (id: number): Shows => (TIMES.has(id) ? 'time' : DAYS.has(id) ? 'day' : 'number');

/** What the format with this id, and this code where the file brings one, shows. */
export const formatShows = (id: number, code?: string): Shows => {
  if (code === undefined) return known(id);
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]!;
  if (/general|[#?0](?!.*[ymdhs])/i.test(bare) && !/[ydhs]/i.test(bare.replace(/general/gi, ''))) return 'number';
  if (/[hs]/i.test(bare)) return 'time';
  return /[ymd]/i.test(bare) ? 'day' : 'number';
};

const ZEROS = /^0{2,30}$/;

/** A number as its format shows it where that puts zeros in front (`00000000`): an office's number with its leading zeros, as text. */
export const zeroPadded = (value: number, code: string | undefined): number | string => {
  if (code === undefined || !ZEROS.test(code) || !Number.isSafeInteger(value) || value < 0) return value;
  return String(value).padStart(code.length, '0');
};

/** The day number, counted from 1900, of a date as a sheet shows it. Not for days before March 1900. */
export const serialOf = (local: string): number => Date.parse(`${local}Z`) / (SECONDS_A_DAY * 1000) + EPOCH_1900;
