import type { EventStore, JsonObject, LogBatch, ReadStore, StoredEvent } from '@sunlit/kernel';

/** The store as it would be after its log was changed behind its back: what the change leaves is what is read. */
export const tampered = (store: EventStore, change: (event: StoredEvent) => readonly StoredEvent[]): EventStore => ({
  ...store,
  subscribe: async function* (options): AsyncGenerator<LogBatch> {
    for await (const batch of store.subscribe(options)) yield { ...batch, events: batch.events.flatMap(change) };
  },
});

/** Writes a changed document in place of the one there is, at its own version, as a wrong program would have. */
export const overwrite = async (
  readStore: ReadStore,
  collection: string,
  key: string,
  change: (doc: JsonObject) => JsonObject | null,
): Promise<void> => {
  const [present] = await readStore.get(collection, [key]);
  const version = present!.version + 2 ** -12;
  await readStore.write({ writes: [{ collection, documents: [{ key, version, doc: change(present!.doc!) }] }] });
};
