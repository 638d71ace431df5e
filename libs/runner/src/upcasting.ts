import type { EventStore, JsonObject, StoredEvent } from '@sunlit/kernel';

/** By the type of an old event: what it is in the next newer shape. */
export type Upcasts = Readonly<
  Record<string, (data: JsonObject) => { readonly type: string; readonly data: JsonObject }>
>;

/** The event in its newest shape: the steps applied until none fits. Throws where the steps go round in a circle. */
export const upcast = (event: StoredEvent, steps: Upcasts): StoredEvent => {
  let { type, data } = event as { type: string; data: JsonObject };
  const seen = new Set<string>();
  while (Object.hasOwn(steps, type)) {
    if (seen.has(type)) throw new Error(`The upcasts of ${type} go round in a circle: mend the steps.`);
    seen.add(type);
    ({ type, data } = steps[type]!(data));
  }
  return seen.size === 0 ? event : { ...event, type, data };
};

/** The store read through the upcasts; what is stored is never changed. */
export const upcasting = (store: EventStore, steps: Upcasts): EventStore => ({
  read: async (stream, from) => (await store.read(stream, from)).map((event) => upcast(event, steps)),
  append: (stream, events, expectedRevision) => store.append(stream, events, expectedRevision),
  async *subscribe(options) {
    for await (const batch of store.subscribe(options))
      yield { ...batch, events: batch.events.map((event) => upcast(event, steps)) };
  },
  head: () => store.head(),
  close: () => store.close(),
});
