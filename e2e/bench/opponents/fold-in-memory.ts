import {
  applyEvent,
  revisionOf,
  streamOf,
  type EventBus,
  type EventStore,
  type JsonObject,
  type Place,
  type Projected,
  type Projection,
} from '@sunlit/kernel';

type Documents = Map<string, JsonObject | null>;
type Where = { readonly log: EventStore } | { readonly bus: EventBus };

/** Everything a source has, in stretches: scanned and parsed as the product does. */
async function* everything({ categories, name }: Projection, where: Where) {
  const end = new AbortController();
  const { signal } = end;
  if ('log' in where) {
    for await (const { events, caughtUp } of where.log.subscribe({ after: 0, categories, signal, batch: 1000 })) {
      yield events.map((event) => ({ event: event as Projected, position: event.position }));
      if (caughtUp) return end.abort();
    }
    return;
  }
  const subscribing = { group: `${name}-in-memory`, services: categories, after: new Map<number, number>(), signal };
  for await (const { messages, caughtUp } of where.bus.subscribe(subscribing)) {
    yield messages.map(({ event, offset }) => ({ event: event as Projected, position: offset }));
    if (caughtUp) return end.abort();
  }
}

/** Documents by collection, a fold of everything by the projection's own rows, kept in memory alone; `derive`: with what else changes. */
export const foldInMemory = async (
  projection: Projection,
  where: Where,
  derive: boolean,
): Promise<ReadonlyMap<string, Documents>> => {
  const collections = new Map<string, Documents>();
  const of = (name: string): Documents => {
    const found = collections.get(name);
    if (found) return found;
    const made: Documents = new Map();
    collections.set(name, made);
    return made;
  };
  const documents = of(projection.name);
  const take = (event: Projected, place: Place): void => {
    const stream = streamOf(event);
    const before = documents.get(stream) ?? null;
    const after = applyEvent(projection as never, before, event) as JsonObject | null;
    documents.set(stream, after);
    if (!derive) return;
    for (const { collection, key, change } of projection.derive?.(before, after, event, place) ?? []) {
      const present = of(collection);
      present.set(key, change(present.get(key) ?? null));
    }
  };
  for await (const events of everything(projection, where))
    for (const { event, position } of events) if (revisionOf(event) >= 0) take(event, { partition: 0, position });
  return collections;
};
