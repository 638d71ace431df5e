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
  const seen = ({ position }: StoredEvent): boolean => position <= upTo;
  try {
    for await (const { events, position, caughtUp } of store.subscribe({
      after: 0,
      signal: stop.signal,
      batch: BATCH,
    })) {
      events.filter(seen).forEach(visit);
      onBatch(Math.min(position, upTo));
      if (position >= upTo || caughtUp) return;
    }
  } finally {
    stop.abort();
  }
};
