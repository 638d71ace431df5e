/** Counts work, so that somebody can wait until none is left. */
export const underWay = () => {
  let count = 0;
  const waiting: (() => void)[] = [];
  const done = () => {
    count -= 1;
    if (count === 0) for (const tell of waiting.splice(0)) tell();
  };
  return {
    /** The work's own outcome. */
    during: async <T>(work: Promise<T>): Promise<T> => {
      count += 1;
      try {
        return await work;
      } finally {
        done();
      }
    },
    /** Resolves when nothing is under way. */
    over: (): Promise<void> => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
};

/** Resolves with the promise, or after `ms`, whichever comes first. */
export const atMost = async (ms: number, promise: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([promise, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
};
