import type { ReadStore } from '@sunlit/kernel';

/** Calls `wake` whenever a checkpoint may have moved, until the function it gives is called. */
export type WakeUp = (wake: () => void) => () => void;

export interface WaitForOptions {
  readonly readStore: ReadStore;
  /** The projection's name. */
  readonly projection: string;
  /** The position of one's own write. */
  readonly position: number;
  /** Default 0, the log's. */
  readonly partition?: number;
  readonly timeoutMs: number;
  /** Without one the checkpoint is looked at every 2 ms at first and every 50 later; with one at least every 250. */
  readonly wake?: WakeUp;
}

const FIRST = 2;
const LONGEST = 50;
const LONGEST_WITH_WAKE = 250;

/** Something to wait at: until woken, until the time is over, or so many milliseconds. */
const waitingPlace = (timeoutMs: number, wake: WakeUp | undefined) => {
  let woken = false;
  let over = false;
  let go = (): void => undefined;
  const unsubscribe = wake?.(() => {
    woken = true;
    go();
  });
  const deadline = setTimeout(() => {
    over = true;
    go();
  }, timeoutMs);
  return {
    isOver: () => over,
    /** Forgets what woke it up to now; to be called before looking, so that nothing between looking and waiting is missed. */
    listen: (): void => void (woken = false),
    rest: async (ms: number): Promise<void> => {
      if (woken || over) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        go = resolve;
        timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
    },
    leave: (): void => {
      clearTimeout(deadline);
      unsubscribe?.();
    },
  };
};

/** Whether the projection's checkpoint has come to the position, waiting for it at most `timeoutMs` milliseconds. */
export const waitFor = async (options: WaitForOptions): Promise<boolean> => {
  const { readStore, projection, position, partition = 0, timeoutMs, wake } = options;
  const reached = async () => ((await readStore.checkpoints(projection)).get(partition) ?? -1) >= position;
  if (await reached()) return true;
  const place = waitingPlace(timeoutMs, wake);
  try {
    for (let ms = FIRST; !place.isOver(); ms = Math.min(LONGEST, ms * 2)) {
      place.listen();
      if (await reached()) return true;
      await place.rest(wake ? LONGEST_WITH_WAKE : ms);
    }
    return await reached();
  } finally {
    place.leave();
  }
};
