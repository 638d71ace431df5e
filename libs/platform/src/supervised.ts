import { pause } from '@sunlit/runner';
import type { Logger } from './logging.js';

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;

/**
 * Keeps something running until the signal aborts: what failed is told and begun again, after a pause that doubles up to 10 s. `onFailure`
 * is told of each failure.
 */
export const supervised = async (options: {
  readonly name: string;
  readonly run: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly logger: Logger;
  readonly onFailure?: (name: string, error: unknown) => void;
}): Promise<void> => {
  const { name, run, signal, logger, onFailure } = options;
  for (let ms = FIRST_PAUSE; !signal.aborted; ms = Math.min(LONGEST_PAUSE, ms * 2)) {
    try {
      await run();
    } catch (error) {
      if (signal.aborted) return;
      logger.error({ what: name, error: String(error) }, 'stopped; begins again');
      onFailure?.(name, error);
    }
    if (!signal.aborted) await pause(ms, signal);
  }
};
