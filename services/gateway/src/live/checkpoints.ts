import type { WorkerOperations } from '../services.js';

/** Says when projections have moved. */
export interface Checkpoints {
  /** Yields at once, then whenever a checkpoint moved; moves met while the reader was busy count as one. Ends with the signal. */
  moves(signal: AbortSignal): AsyncGenerator<void>;
  /** How many follow now. */
  followers(): number;
}

/** Waits between two polls; rejects never, resolves early when the signal aborts. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export const POLL_MS = 250;

const same = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, position]) => b[name] === position);

/** One poll per 250 ms for all followers, and only while there are some. */
export const checkpointsOf = (read: WorkerOperations['positions'], wait: Wait): Checkpoints => {
  const followers = new Set<() => void>();
  let polling: AbortController | null = null;

  const poll = async (signal: AbortSignal): Promise<void> => {
    let last: Readonly<Record<string, number>> = {};
    while (!signal.aborted) {
      // A worker that is away moves nothing; the next poll asks again.
      const { positions } = await read({}).catch(() => ({ positions: last }));
      if (!same(positions, last)) for (const wake of followers) wake();
      last = positions;
      await wait(POLL_MS, signal);
    }
  };
  const enter = (wake: () => void): void => {
    followers.add(wake);
    if (polling) return;
    polling = new AbortController();
    void poll(polling.signal);
  };
  const leave = (wake: () => void): void => {
    followers.delete(wake);
    if (followers.size > 0) return;
    polling?.abort();
    polling = null;
  };

  return {
    followers: () => followers.size,
    async *moves(signal) {
      let moved = true;
      let wakeUp: (() => void) | null = null;
      const wake = (): void => {
        moved = true;
        wakeUp?.();
      };
      enter(wake);
      signal.addEventListener('abort', wake, { once: true });
      try {
        while (!signal.aborted) {
          if (!moved) await new Promise<void>((resolve) => (wakeUp = resolve));
          moved = false;
          if (!signal.aborted) yield;
        }
      } finally {
        leave(wake);
      }
    },
  };
};
