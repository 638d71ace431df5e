import { Refused } from '@sunlit/kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** What is counted: so many in so many seconds. */
export const RATES = {
  signInByAddress: { points: 60, duration: 300 },
  signInByAccount: { points: 10, duration: 300 },
  progressByAddress: { points: 30, duration: 60 },
  registrationByAddress: { points: 30, duration: 60 },
  pageByAddress: { points: 300, duration: 60 },
} as const;
export type Rate = keyof typeof RATES;

export interface RateLimits {
  /** Counts one; `Refused('TooManyRequests', {seconds})` where there were too many. */
  take(rate: Rate, key: string): Promise<void>;
  /** Forgets what was counted for the key. */
  forget(rate: Rate, key: string): Promise<void>;
}

/** Counted in memory of this process. */
export const rateLimits = (rates: Partial<Record<Rate, { points: number; duration: number }>> = {}): RateLimits => {
  const limiters = Object.fromEntries(
    Object.entries({ ...RATES, ...rates }).map(([name, rate]) => [
      name,
      new RateLimiterMemory({ ...rate, keyPrefix: name }),
    ]),
  ) as Record<Rate, RateLimiterMemory>;
  return {
    take: async (rate, key) => {
      await limiters[rate].consume(key).catch((error: unknown) => {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw new Refused('TooManyRequests', { seconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
      });
    },
    forget: async (rate, key) => {
      await limiters[rate].delete(key);
    },
  };
};
