import type { Interval } from '@sunlit/contracts';

/** Quantile of the standard normal distribution for 95 %, two-sided. */
const Z = 1.959963984540054;

/** Wilson's score interval (1927), 95 %, for `part` of `whole`; null of nothing. Bounds within 0 and 1. */
export const wilson = (part: number, whole: number): Interval | null => {
  if (whole === 0) return null;
  const share = part / whole;
  const spread = 1 + (Z * Z) / whole;
  const centre = (share + (Z * Z) / (2 * whole)) / spread;
  const half = (Z / spread) * Math.sqrt((share * (1 - share)) / whole + (Z * Z) / (4 * whole * whole));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
};
