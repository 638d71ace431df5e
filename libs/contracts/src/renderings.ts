import type { Text } from './case.rpc.js';

const whole = (value: number): number => {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`${value} is no count: give a whole number from 0.`);
  return value;
};

/**
 * A count as reports write it: 5,342 is 5300余 / "over 5,300". Rounded down to the hundred, and 余 only where something is over:
 * 5,300 is 5300. Below 1,000 the exact number, which is short enough.
 */
export const renderCount = (value: number): Text => {
  const hundreds = Math.floor(whole(value) / 100) * 100;
  if (value < 1000 || hundreds === value) return { zh: String(value), en: value.toLocaleString('en-US') };
  return { zh: `${hundreds}余`, en: `over ${hundreds.toLocaleString('en-US')}` };
};

/** Whether part/whole reaches a whole number of percent, in whole numbers: no rounding can lift it over. */
const reaches = (part: number, of: number, percent: number): boolean =>
  BigInt(part) * 100n >= BigInt(of) * BigInt(percent);

/** The greatest whole percent that part/whole reaches; null of nothing. */
export const wholePercent = (part: number, of: number): number | null => {
  if (whole(part) > whole(of)) throw new RangeError(`${part} of ${of} is no share.`);
  return of === 0 ? null : Number((BigInt(part) * 100n) / BigInt(of));
};

const atLeast =
  (zh: (percent: number) => string) =>
  (part: number, of: number, percent: number): Text | null => {
    if (whole(part) > whole(of)) throw new RangeError(`${part} of ${of} is no share.`);
    return of > 0 && reaches(part, of, percent) ? { zh: zh(percent), en: `at least ${percent} %` } : null;
  };

/** 80%以上, only from exactly 80 %; null below it and of nothing. */
export const renderOver = atLeast((percent) => `${percent}%以上`);

/** 达99%, only from exactly 99 %; null below it and of nothing. */
export const renderReaching = atLeast((percent) => `达${percent}%`);

/** The way reports write a share of their own accord: 全部, 达9N%, N0%以上; null below half and of nothing. */
export const renderRoughly = (part: number, of: number): Text | null => {
  const percent = wholePercent(part, of);
  if (percent === null) return null;
  if (percent === 100) return { zh: '全部', en: 'all' };
  if (percent >= 90) return renderReaching(part, of, percent);
  return percent >= 50 ? renderOver(part, of, Math.floor(percent / 10) * 10) : null;
};

/** A share with two decimals, rounded down: 989 of 1,000 is 98.90 %, 99.978 % is 99.97 %; 0/0 is —. */
export const renderShare = (part: number, of: number): string => {
  if (whole(part) > whole(of)) throw new RangeError(`${part} of ${of} is no share.`);
  if (of === 0) return '—';
  const hundredths = Number((BigInt(part) * 10_000n) / BigInt(of));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
};

/** 5,317. */
export const thousands = (value: number): string => value.toLocaleString('en-US');
