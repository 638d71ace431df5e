import type { BusBatch, EventBus, EventStore, LogBatch } from '@sunlit/kernel';
import { mappingsOf, publicEventOf, type PublicMappings } from '../public-event.js';

export interface EmbeddedEventBusOptions {
  /** Whose log is read; the bus does not close it. */
  readonly store: Pick<EventStore, 'subscribe' | 'head'>;
  readonly mappings: PublicMappings;
}

/**
 * The bus of one process: the event store's own log seen through the services' mappings. One partition, 0; an offset is a position
 * of the log, so a group's offsets are its checkpoint and nothing can be lost between a store and a bus.
 */
export const embeddedEventBus = ({ store, mappings }: EmbeddedEventBusOptions): EventBus => {
  const closing = new AbortController();

  const publicPart = ({ events, position, caughtUp }: LogBatch, said: PublicMappings): BusBatch => {
    const messages = events.flatMap((event) => {
      const known = publicEventOf(said, event);
      return known ? [{ offset: event.position, event: known }] : [];
    });
    return { partition: 0, messages, offset: position, caughtUp };
  };

  return {
    partitions: async () => [0],
    ends: async () => new Map([[0, await store.head()]]),
    subscribe: async function* ({ services, after, signal }) {
      const said = mappingsOf(mappings, services);
      const from = { after: Math.max(0, after.get(0) ?? 0), categories: Object.keys(said) };
      const until = AbortSignal.any([signal, closing.signal]);
      for await (const batch of store.subscribe({ ...from, signal: until })) yield publicPart(batch, said);
    },
    close: async () => closing.abort(),
  };
};
