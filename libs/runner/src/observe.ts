import type { Projected } from '@sunlit/kernel';

/**
 * Put around the handling of events: a projection's batch from fold to write, one event of a policy. It runs the work, once, and gives its
 * outcome; it may look at the clock, count and trace, nothing else. Rebuilds and a projection's retries are not observed.
 */
export type Observe = (name: string, events: readonly Projected[], work: () => Promise<void>) => Promise<void>;

/** Runs the work and looks at nothing. */
export const unobserved: Observe = (_, __, work) => work();
