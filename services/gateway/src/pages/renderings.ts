import type { Text } from '@sunlit/contracts';

/** How reports write a count: 5,342 is 5300余; exact below 1,000 and on the hundred. Never rounded up. */
export const renderedCount = (value: number): Text => {
  const hundreds = Math.floor(value / 100) * 100;
  if (value < 1000 || hundreds === value) return { zh: String(value), en: value.toLocaleString('en-US') };
  return { zh: `${hundreds}余`, en: `over ${hundreds.toLocaleString('en-US')}` };
};

/** How reports write a share: 达99% from 99 % up, N0%以上 from 50 % up, in whole numbers so that nothing is lifted over; else none. */
export const renderedShare = (part: number, of: number): Text | null => {
  if (of <= 0) return null;
  const percent = Number((BigInt(part) * 100n) / BigInt(of));
  const tens = Math.floor(percent / 10) * 10;
  if (percent === 100) return { zh: '全部', en: 'all' };
  if (percent >= 90) return { zh: `达${percent}%`, en: `reaches ${percent} %` };
  return percent >= 50 ? { zh: `${tens}%以上`, en: `at least ${tens} %` } : null;
};

/** A share with two decimals, rounded down; — of nothing. */
export const exactShare = (part: number, of: number): string => {
  if (of <= 0) return '—';
  const hundredths = Number((BigInt(part) * 10000n) / BigInt(of));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
};

/** 5,317. */
export const thousands = (value: number): string => value.toLocaleString('en-US');
