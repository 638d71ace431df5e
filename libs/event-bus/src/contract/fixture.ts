import { randomUUID } from 'node:crypto';
import type { BusBatch, EventBus, EventMeta, JsonObject, NewEvent, PublicEvent } from '@sunlit/kernel';
import type { PublicMappings } from '../public-event.js';

/** What an adapter's spec gives for each test: an empty bus. */
export interface EventBusFixture {
  readonly bus: EventBus;
  /** The numbers of the partitions of all the suite's services. */
  readonly partitions: readonly number[];
  /** Appends private events to the stream, whose last revision is `expected`; sooner or later their public forms are on the bus. */
  publish(stream: string, events: readonly NewEvent[], expected: number): Promise<unknown>;
  dispose(): Promise<void>;
}

export type Fixture = () => EventBusFixture;

/** Time for a slow bus on a busy machine; nothing waits for it to pass. */
export const PATIENCE_MS = 60_000;

/** What the services of the suite say: `Said` and `Sealed` have a public form, `Kept` has none; the category `inside` is nobody's. */
export const contractMappings: PublicMappings = {
  notice: {
    service: 'notices',
    toPublic: ({ type, data: { n } }) => {
      if (type === 'Said') return { type: 'NoticeSaid', data: { n } };
      return type === 'Sealed' ? { type: 'NoticeSealed', data: { n, sealed: true } } : null;
    },
  },
  letter: { service: 'letters', toPublic: ({ data: { n } }) => ({ type: 'LetterSent', data: { n } }) },
};

export const contractServices = ['notices', 'letters'];

export const aStream = (category = 'notice'): string => `${category}-${randomUUID()}`;

const BOX = { key: 'k1', alg: 'A256GCM', shape: 'caller.v1', box: 'c2VhbGVk' };
const META: EventMeta = {
  commandId: '01900000-0000-7000-8000-000000000001',
  digest: 'a'.repeat(64),
  by: { account: 'account-of-wang', role: 'operator', unit: 'hotline' },
  recordedAt: '2021-04-12T02:00:00.000Z',
  correlation: '01900000-0000-7000-8000-000000000001',
  causation: '01900000-0000-7000-8000-000000000001',
};

export const aFact = (type: 'Said' | 'Sealed' | 'Kept', data: JsonObject, meta: Partial<EventMeta> = {}): NewEvent => ({
  id: randomUUID(),
  type,
  data: { ...data, caller: BOX },
  meta: { ...META, ...meta },
});

/** Facts with a public form, numbered in `data.n`. */
export const said = (count: number, from = 0): NewEvent[] =>
  Array.from({ length: count }, (_, index) => aFact('Said', { n: from + index }));

/** What a subscriber met: everything in order, and how far each partition went. */
export interface Met {
  readonly batches: BusBatch[];
  readonly events: PublicEvent[];
  readonly offsets: Map<number, number>;
  /** Partitions that said they are caught up in their last batch. */
  readonly caughtUp: Set<number>;
}

/** Subscribes after these offsets until `enough` of what was met. */
export const listenUntil = async (
  bus: EventBus,
  after: ReadonlyMap<number, number>,
  enough: (met: Met) => boolean | Promise<boolean>,
  { group = 'suite', services = contractServices }: { group?: string; services?: readonly string[] } = {},
): Promise<Met> => {
  const stop = new AbortController();
  const met: Met = { batches: [], events: [], offsets: new Map(after), caughtUp: new Set() };
  for await (const batch of bus.subscribe({ group, services, after, signal: stop.signal })) {
    met.batches.push(batch);
    met.events.push(...batch.messages.map(({ event }) => event));
    met.offsets.set(batch.partition, batch.offset);
    if (batch.caughtUp) met.caughtUp.add(batch.partition);
    else met.caughtUp.delete(batch.partition);
    if (await enough(met)) stop.abort();
  }
  return met;
};

/** The events, each once, in the order they were first met. */
export const distinct = (events: readonly PublicEvent[]): PublicEvent[] => {
  const seen = new Set<string>();
  return events.filter(({ id }) => !seen.has(id) && seen.add(id));
};

/** The distinct events of each subject in the order they were first met. */
export const perSubject = (events: readonly PublicEvent[]): Map<string, PublicEvent[]> => {
  const subjects = new Map<string, PublicEvent[]>();
  for (const event of distinct(events)) subjects.set(event.subject, [...(subjects.get(event.subject) ?? []), event]);
  return subjects;
};
