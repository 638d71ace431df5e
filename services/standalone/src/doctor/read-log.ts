import type { EventStore, StoredEvent } from '@sunlit/kernel';

const BATCH = 2000;

/** Every event from the first up to the position, once and in order; `onBatch` is told how far it is. */
export const readLog = async (
  store: EventStore,
  upTo: number,
  visit: (event: StoredEvent) => void,
  onBatch: (position: number) => void = () => undefined,
): Promise<void> => {
  if (upTo === 0) return;
  const stop = new AbortController();
  try {
    for await (const batch of store.subscribe({ after: 0, signal: stop.signal, batch: BATCH })) {
      for (const event of batch.events) if (event.position <= upTo) visit(event);
      onBatch(Math.min(batch.position, upTo));
      if (batch.position >= upTo || batch.caughtUp) return;
    }
  } finally {
    stop.abort();
  }
};
