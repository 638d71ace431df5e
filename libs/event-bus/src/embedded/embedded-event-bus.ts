import type { BusBatch, EventBus, EventStore, LogBatch } from '@sunlit/kernel';
import { publicEventOf, type PublicMappings } from '../public-event.js';

export interface EmbeddedEventBusOptions {
  /** Whose log is read; the bus does not close it. */
  readonly store: Pick<EventStore, 'subscribe'>;
  readonly mappings: PublicMappings;
}

/**
 * The bus of one process: the event store's own log seen through the services' mappings. One partition, 0; an offset is a position
 * of the log, so a group's offsets are its checkpoint and nothing can be lost between a store and a bus.
 */
export const embeddedEventBus = ({ store, mappings }: EmbeddedEventBusOptions): EventBus => {
  const closing = new AbortController();

  const publicPart = ({ events, position, caughtUp }: LogBatch): BusBatch => {
    const messages = events.flatMap((event) => {
      const said = publicEventOf(mappings, event);
      return said ? [{ offset: event.position, event: said }] : [];
    });
    return { partition: 0, messages, offset: position, caughtUp };
  };

  return {
    partitions: async () => 1,
    subscribe: async function* ({ after, signal }) {
      const from = { after: after.get(0) ?? 0, categories: Object.keys(mappings) };
      const until = AbortSignal.any([signal, closing.signal]);
      for await (const batch of store.subscribe({ ...from, signal: until })) yield publicPart(batch);
    },
    close: async () => closing.abort(),
  };
};
