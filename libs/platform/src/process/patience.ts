import { Unavailable } from '@sunlit/kernel';
import { backOff, pause } from '@sunlit/runner';

/** What passes by itself: a server away, or a file another process is about to make. */
const passes = (error: unknown): boolean =>
  error instanceof Unavailable || (error as { problem?: unknown } | null)?.problem === 'FileMissing';

/**
 * Repeats the work while what it needs is away, telling `onWait` why; anything else that goes wrong is thrown. Null once the signal aborts.
 */
export const patiently = async <T>(
  work: () => Promise<T>,
  { signal, onWait }: { readonly signal: AbortSignal; readonly onWait: (error: Error) => void },
): Promise<T | null> => {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!passes(error)) throw error;
      onWait(error as Error);
      await pause(Math.min(2000, backOff(attempt)), signal);
    }
  }
  return null;
};
