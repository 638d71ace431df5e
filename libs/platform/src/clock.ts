import type { Clock } from '@sunlit/kernel';

/** The machine's clock: the only place that reads it. */
export const systemClock: Clock = () => Date.now();
