/** Keys as they were read, unwrapped, each for at most a minute from when it was asked for. */
export interface PlainKeys {
  get(name: string): Buffer | undefined;
  /** Call before asking the store; what it answers may be kept under this mark. */
  mark(): Mark;
  /** Keeps a key, unless any was forgotten since the mark: the answer may be older than that. */
  keep(name: string, key: Buffer, mark: Mark): void;
  forget(names: readonly string[]): void;
  clear(): void;
}

interface Mark {
  readonly forgotten: number;
  readonly until: number;
}

/** How long a key that another process destroyed may still be read here, in ms. */
export const KEPT_MS = 60_000;

interface Kept {
  readonly key: Buffer;
  readonly until: number;
}

/** `clock` in ms, only ever rising; at most `most` keys, the longest kept go first. A timer drops what nobody asks for any more. */
export const plainKeys = (clock: () => number, most: number): PlainKeys => {
  const kept = new Map<string, Kept>();
  let forgotten = 0;
  let timer: NodeJS.Timeout | undefined;

  const sweepLater = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const now = clock();
      for (const [name, { until }] of kept) if (until <= now) kept.delete(name);
      if (kept.size > 0) sweepLater();
    }, KEPT_MS / 4).unref();
  };

  return {
    get(name) {
      const found = kept.get(name);
      if (found && found.until > clock()) return found.key;
      kept.delete(name);
      return undefined;
    },
    mark: () => ({ forgotten, until: clock() + KEPT_MS * 0.75 }),
    keep(name, key, mark) {
      if (mark.forgotten !== forgotten || mark.until <= clock()) return;
      kept.delete(name);
      kept.set(name, { key, until: mark.until });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      sweepLater();
    },
    forget(names) {
      forgotten++;
      for (const name of names) kept.delete(name);
    },
    clear() {
      forgotten++;
      kept.clear();
      clearTimeout(timer);
      timer = undefined;
    },
  };
};
