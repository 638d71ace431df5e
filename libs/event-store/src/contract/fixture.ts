import { randomUUID } from 'node:crypto';
import type { EventMeta, EventStore, JsonObject, LogBatch, NewEvent, StoredEvent } from '@sunlit/kernel';

/** What an adapter's spec gives for each test. The log need not be empty: every test writes categories and streams of its own. */
export interface EventStoreFixture {
  readonly store: EventStore;
  /** Closes the store and opens another on the same log, which `dispose` closes too. */
  reopen(): Promise<EventStore>;
  dispose(): Promise<void>;
}

/** The fixture of the test that runs. */
export type Fixture = () => EventStoreFixture;

/** Time for a slow store on a busy machine; nothing waits for it to pass. */
export const PATIENCE_MS = 60_000;

export const aCategory = (): string => `t${randomUUID().replaceAll('-', '')}`;
export const aStream = (category: string = aCategory()): string => `${category}-${randomUUID()}`;

const META: EventMeta = {
  commandId: '01900000-0000-7000-8000-000000000001',
  digest: 'a'.repeat(64),
  by: { account: 'operator', role: 'operator', unit: 'hotline' },
  recordedAt: '2021-04-12T02:00:00.000Z',
  correlation: '01900000-0000-7000-8000-000000000001',
  causation: '01900000-0000-7000-8000-000000000001',
};

export const anEvent = (data: JsonObject = {}, meta: Partial<EventMeta> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'SomethingHappened',
  data,
  meta: { ...META, ...meta },
});

/** Events numbered from 0 in `data.n`. */
export const someEvents = (count: number): NewEvent[] => Array.from({ length: count }, (_, n) => anEvent({ n }));

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);

/** What `subscribe` gives until `enough` says so of all events so far; then it is aborted. */
export const followUntil = async (
  store: EventStore,
  options: { readonly after: number; readonly categories?: readonly string[]; readonly batch?: number },
  enough: (events: readonly StoredEvent[], batch: LogBatch) => boolean | Promise<boolean>,
): Promise<{ readonly events: StoredEvent[]; readonly batches: LogBatch[] }> => {
  const stop = new AbortController();
  const events: StoredEvent[] = [];
  const batches: LogBatch[] = [];
  for await (const batch of store.subscribe({ ...options, signal: stop.signal })) {
    batches.push(batch);
    events.push(...batch.events);
    if (await enough(events, batch)) stop.abort();
  }
  return { events, batches };
};
