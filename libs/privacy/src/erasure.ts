import type { EventStore, KeyStore, StoredEvent } from '@sunlit/kernel';

/** What the erasures of a log need. */
export interface ErasureOptions {
  readonly store: Pick<EventStore, 'subscribe' | 'head'>;
  readonly keys: Pick<KeyStore, 'destroy' | 'destroyedUpTo'>;
  /** The ids of the keys this event takes away; none for an event that erases nothing. */
  readonly isErasure: (event: StoredEvent) => readonly string[];
  readonly categories?: readonly string[];
}

/** How often the checkpoint moves while nothing is erased: a later start reads at most so much again. */
const SAVE_EVERY = 1000;

/**
 * How far behind its checkpoint a start reads again. Log and keys are backed up one after the other, so a restored log may end before the
 * checkpoint, and its next events stand where others stood: destroying twice costs nothing, missing one would keep a key for ever.
 */
const READ_AGAIN = 10_000;

const startOf = async ({ store, keys }: ErasureOptions): Promise<number> => {
  const [done, head] = [await keys.destroyedUpTo(), await store.head()];
  return done > head ? 0 : Math.max(0, done - READ_AGAIN);
};

interface Progress {
  readonly position: number;
  readonly destroyed: readonly string[];
  readonly caughtUp: boolean;
}

async function* erasing(options: ErasureOptions, signal: AbortSignal): AsyncGenerator<Progress> {
  const { store, keys, isErasure, categories } = options;
  const after = await startOf(options);
  let saved = await keys.destroyedUpTo();
  for await (const batch of store.subscribe({ after, signal, ...(categories && { categories }) })) {
    const { position, caughtUp } = batch;
    const destroyed = [...new Set(batch.events.flatMap(isErasure))];
    if (destroyed.length > 0 || position - saved >= SAVE_EVERY) {
      await keys.destroy(destroyed, position);
      saved = Math.max(saved, position);
    }
    yield { position, destroyed, caughtUp };
  }
}

/**
 * Destroys the keys of every erasure in the log and follows it until the signal aborts. Its checkpoint is kept with the keys, so a key store
 * restored from a backup erases again. What fails is passed to `retry`, which resolves when it may go on; without one it is thrown.
 */
export const runErasures = async (
  options: ErasureOptions & {
    readonly signal: AbortSignal;
    readonly retry?: (error: unknown) => Promise<void>;
    /** Told after each batch, for health and for whoever waits for an erasure to be done. */
    readonly onProgress?: (progress: { readonly position: number; readonly destroyed: readonly string[] }) => void;
  },
): Promise<void> => {
  const { signal, retry, onProgress } = options;
  while (!signal.aborted) {
    try {
      for await (const progress of erasing(options, signal)) onProgress?.(progress);
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (!retry) throw error;
      await retry(error);
    }
  }
};

/** Destroys the keys of every erasure up to the log's present end, then stops. Resolves to the position reached and the key ids met. */
export const erasuresUpTo = async (
  options: ErasureOptions,
): Promise<{ readonly position: number; readonly destroyed: readonly string[] }> => {
  const head = await options.store.head();
  const destroyed: string[] = [];
  const stop = new AbortController();
  if (head === 0) return { position: 0, destroyed };
  for await (const progress of erasing(options, stop.signal)) {
    destroyed.push(...progress.destroyed);
    if (progress.position >= head || progress.caughtUp) break;
  }
  stop.abort();
  await options.keys.destroy([], head);
  return { position: head, destroyed };
};
