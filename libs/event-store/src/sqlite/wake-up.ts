import { BroadcastChannel } from 'node:worker_threads';

/** Longest time a missed announcement (another process, another path to the same file) goes unseen. */
const POLL_MS = 250;
/** The same where the file is asked. */
const SELDOM_MS = 1000;
/** How often the file is asked for another process's commit while somebody waits: at work, and after so many looks in vain at rest. */
const LOOK_MS = 5;
const AT_REST = { after: 100, ms: 25 };

export interface WakeUpOptions {
  readonly pollMs?: number;
  /**
   * Whether another connection has committed since it was last asked; cheap, since it is asked often. For those who share no
   * process with the writer. What it throws wakes: whoever then reads meets the fault.
   */
  readonly changed?: (() => boolean) | undefined;
}

/** Asks `changed` while `begin` is in force, and calls `wake` where it says so. */
const looking = (changed: () => boolean, wake: () => void) => {
  let timer: NodeJS.Timeout | undefined;
  let inVain = 0;

  const begin = (): void => {
    timer ??= setTimeout(look, inVain < AT_REST.after ? LOOK_MS : AT_REST.ms);
  };
  const end = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const isNew = (): boolean => {
    try {
      return changed();
    } catch {
      // Told by the read that follows.
      return true;
    }
  };
  const look = (): void => {
    end();
    inVain++;
    // Goes on as long as somebody waits: whoever is woken and waits again begins it anew.
    begin();
    if (!isNew()) return;
    inVain = 0;
    wake();
  };
  return { begin, end };
};

/**
 * Tells whoever waits, in every thread of this process, that the file has something new; with `changed` also what another process wrote.
 * The channel keeps no process alive; somebody who waits does, until abort or close.
 */
export const wakeUp = (file: string, { changed, pollMs = changed ? SELDOM_MS : POLL_MS }: WakeUpOptions = {}) => {
  const channel = new BroadcastChannel(`sunlit-event-store:${file}`);
  const sleepers = new Set<() => void>();
  let announced = 0;

  const wake = (): void => {
    announced++;
    for (const awaken of [...sleepers]) awaken();
  };
  let looks = changed && looking(changed, wake);
  channel.onmessage = () => {
    // The writer is in this process, and there is one a file.
    looks?.end();
    looks = undefined;
    wake();
  };
  channel.unref();

  const sleep = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const awaken = (): void => {
        clearTimeout(timer);
        sleepers.delete(awaken);
        if (sleepers.size === 0) looks?.end();
        signal.removeEventListener('abort', awaken);
        resolve();
      };
      const timer = setTimeout(awaken, pollMs);
      sleepers.add(awaken);
      looks?.begin();
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
