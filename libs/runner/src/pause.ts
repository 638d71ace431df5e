import { setTimeout as after } from 'node:timers/promises';
import { Unavailable } from '@sunlit/kernel';

/** Waits that many milliseconds, or until the signal aborts; resolves either way. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/** The pause by the process's timer. */
export const pause: Pause = (ms, signal) => after(ms, undefined, { signal }).catch(() => undefined);

const FIRST = 50;
const LONGEST = 10_000;

/** How long to wait before attempt n + 1 (n from 0): doubling from 50 ms, at most 10 s. */
export const backOff = (attempt: number): number => Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 20));

export interface Persistence {
  readonly signal: AbortSignal;
  /** Told of each failed attempt, so that it can be logged and counted. */
  readonly onUnavailable?: ((error: Unavailable) => void) | undefined;
  readonly pause?: Pause | undefined;
}

/** Repeats the work while it is `Unavailable`, waiting longer each time; any other error passes. Null once the signal aborts. */
export const persistently = async <T>(work: () => Promise<T>, options: Persistence): Promise<T | null> => {
  const { signal, onUnavailable, pause: wait = pause } = options;
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      onUnavailable?.(error);
      await wait(backOff(attempt), signal);
    }
  }
  return null;
};
