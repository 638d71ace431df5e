import { BroadcastChannel } from 'node:worker_threads';

/** Longest time a missed announcement (another process, another path to the same file) goes unseen. */
const POLL_MS = 250;

/**
 * Tells whoever waits, in every thread of this process, that the file has something new. The channel keeps no process alive;
 * somebody who waits does, until abort or close.
 */
export const wakeUp = (file: string, pollMs = POLL_MS) => {
  const channel = new BroadcastChannel(`sunlit-event-store:${file}`);
  const sleepers = new Set<() => void>();
  let announced = 0;

  const wake = (): void => {
    announced++;
    for (const awaken of [...sleepers]) awaken();
  };
  channel.onmessage = wake;
  channel.unref();

  const sleep = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const awaken = (): void => {
        clearTimeout(timer);
        sleepers.delete(awaken);
        signal.removeEventListener('abort', awaken);
        resolve();
      };
      const timer = setTimeout(awaken, pollMs);
      sleepers.add(awaken);
      signal.addEventListener('abort', awaken);
    });

  return {
    /** How often something new was announced: taken before looking, given to `next`, so that nothing falls in between. */
    announced: (): number => announced,
    announce: (): void => {
      channel.postMessage(null);
      wake();
    },
    /** Resolves at the first announcement after `seen`, at abort, at close, or when it is time to look anyway. */
    next: async (seen: number, signal: AbortSignal): Promise<void> => {
      if (seen === announced && !signal.aborted) await sleep(signal);
    },
    close: (): void => {
      channel.close();
      wake();
    },
  };
};

export type WakeUp = ReturnType<typeof wakeUp>;
