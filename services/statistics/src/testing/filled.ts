import type { StatisticsOperations } from '@sunlit/contracts';
import {
  applyEvent,
  collectionsOf,
  type DerivedChange,
  type JsonObject,
  type Place,
  type PublicEvent,
  type ReadStore,
} from '@sunlit/kernel';
import { memoryReadStore } from '@sunlit/read-store/memory';
import { figuresProjection } from '../figures.projection.js';
import type { Item } from '../item/item.js';
import { FIGURES } from '../populations/collections.js';
import { statisticsOperations } from '../queries/operations.js';
import { termsOf } from '../statistics.js';
import { calendar, office } from './office.js';

/** The projection of the tests' office. */
export const projection = figuresProjection(termsOf({ office, calendar }));

type Stored = { readonly version: number; readonly doc: JsonObject | null } | null;

const one = async (store: ReadStore, collection: string, key: string): Promise<Stored> =>
  (await store.get(collection, [key]))[0] ?? null;

const put = (store: ReadStore, collection: string, key: string, next: { version: number; doc: JsonObject | null }) =>
  store.write({ writes: [{ collection, documents: [{ key, ...next }] }] });

const change = async (
  store: ReadStore,
  { collection, key, change }: DerivedChange,
  position: number,
): Promise<void> => {
  const present = await one(store, collection, key);
  if (present && position <= present.version) return;
  await put(store, collection, key, { version: position, doc: change(present?.doc ?? null) });
};

/** One event at a place, each write on its own: the meaning of the projection without the runner's batches. */
const take = async (store: ReadStore, event: PublicEvent, place: Place): Promise<void> => {
  const stored = await one(store, FIGURES, event.subject);
  if (stored && event.sequence <= stored.version) return;
  const before = stored && (stored.doc as Item | null);
  const after = applyEvent(projection, before as never, event) as Item | null;
  for (const derived of projection.derive!(before, after, event, place)) await change(store, derived, place.position);
  await put(store, FIGURES, event.subject, { version: event.sequence, doc: after as unknown as JsonObject });
};

const partitionOf = (stream: string, partitions: number): number =>
  [...stream].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % partitions;

/** A store after these events, spread over partitions by stream as a bus does. */
export const filledStore = async (events: readonly PublicEvent[], partitions = 1): Promise<ReadStore> => {
  const store = memoryReadStore();
  await store.declare(collectionsOf(projection as never));
  let position = 0;
  for (const event of events)
    await take(store, event, { partition: partitionOf(event.subject, partitions), position: ++position });
  return store;
};

/** What statistics answers over a store. */
export const asking = (readStore: ReadStore): StatisticsOperations =>
  statisticsOperations({ readStore, timeZone: office.office.timeZone, clock: () => Date.UTC(2026, 0, 1) });

/** What statistics answers after these events. */
export const filled = async (events: readonly PublicEvent[], partitions = 1): Promise<StatisticsOperations> =>
  asking(await filledStore(events, partitions));

/** Every document of figures, for comparing. */
export const dump = async (store: ReadStore): Promise<object> => {
  const all: Record<string, object> = {};
  for (const { name } of collectionsOf(projection as never)) {
    const { items } = await store.list(name, { first: 1_000_000 });
    all[name] = Object.fromEntries(items.map(({ key, doc }) => [key, doc]));
  }
  return all;
};
