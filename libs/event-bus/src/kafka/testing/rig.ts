import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import type { BusBatch, EventBus, PublicEvent } from '@sunlit/kernel';
import { memoryReadStore } from '@sunlit/read-store/memory';
import { relayRunner } from '@sunlit/runner';
import { contractServices } from '../../contract/fixture.js';
import { publicEventOf, type PublicMappings } from '../../public-event.js';
import { kafkaEventBus, kafkaPublisher, type KafkaLog, type KafkaOptions } from '../index.js';

export const PARTITIONS = 3;

/** The address of the Kafka of the run; fails where none is given. */
export const kafkaAddress = (): string => {
  // eslint-disable-next-line no-restricted-syntax -- a run names its servers in its environment
  const address = process.env['SUNLIT_TEST_KAFKA'];
  if (!address) throw new Error('SUNLIT_TEST_KAFKA is missing: host:port of a Kafka, or run npm run test:distributed.');
  return address;
};

/** Options for topics of a test's own, and what was logged. */
export const ownOptions = (address = kafkaAddress()): KafkaOptions & { readonly logged: KafkaLog[] } => {
  const logged: KafkaLog[] = [];
  return {
    brokers: [address],
    publishers: contractServices,
    partitions: PARTITIONS,
    prefix: `test-${randomUUID().slice(0, 8)}`,
    log: (line) => void logged.push(line),
    logged,
  };
};

/** A log whose public events a relay puts on Kafka. */
export const relayed = (mappings: PublicMappings, options: KafkaOptions) => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit kafka '));
  const store = sqliteEventStore({ file: join(folder, 'events.sqlite') });
  const control = new AbortController();
  const publisher = kafkaPublisher(options);
  const relay = relayRunner({
    name: 'relay.test',
    store,
    categories: Object.keys(mappings),
    publicOf: (event) => publicEventOf(mappings, event),
    publisher,
    readStore: memoryReadStore(),
    signal: control.signal,
  });
  const run = relay.run();
  // A relay that fails is met when it is ended.
  run.catch(() => undefined);
  const bus = kafkaEventBus(options);
  const end = async (): Promise<void> => {
    control.abort();
    await run;
    await Promise.all([bus.close(), publisher.close()]);
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { bus, publish: store.append, relay, end };
};

/** `count` public events of each of these subjects, in turn. */
export const publicEvents = (subjects: readonly string[], count: number, from = 0): PublicEvent[] =>
  Array.from({ length: count }, (_, n) =>
    subjects.map((subject) => ({
      id: `${subject}@${from + n}`,
      source: 'notices',
      type: 'NoticeSaid',
      subject,
      sequence: from + n,
      time: '2021-04-12T02:00:00.000Z',
      stated: false,
      recordedat: '2021-04-12T02:00:00.000Z',
      data: { n: from + n },
    })),
  ).flat();

export const subjectsOf = (count: number): string[] => Array.from({ length: count }, (_, n) => `notice-${n}`);

/** Something that happens while others work: `until` resolves when `has` holds, looked at each time `tell` is called. */
export const progress = () => {
  const waiting = new Set<() => void>();
  return {
    tell: (): void => [...waiting].forEach((look) => look()),
    until: (has: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!has()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
};

/** A subscriber that reads in the background; `work` is done with each batch before the next is asked for. */
export const reading = (
  bus: EventBus,
  { group = 'tests', after = new Map<number, number>() }: { group?: string; after?: ReadonlyMap<number, number> } = {},
  work: (batch: BusBatch) => Promise<void> = async () => undefined,
) => {
  const control = new AbortController();
  const { tell, until } = progress();
  const batches: BusBatch[] = [];
  const events: PublicEvent[] = [];
  const read = async (): Promise<void> => {
    const asked = { group, services: ['notices'], after, signal: control.signal };
    for await (const batch of bus.subscribe(asked)) {
      batches.push(batch);
      events.push(...batch.messages.map(({ event }) => event));
      tell();
      await work(batch);
    }
  };
  const done = read();
  done.catch(() => tell());
  return {
    batches,
    events,
    /** Resolves when it has met so much, rejects when it ended in error before. */
    until: (has: () => boolean): Promise<void> => Promise.race([until(has), done.then(() => until(has))]),
    done,
    stop: (): Promise<void> => {
      control.abort();
      return done;
    },
  };
};
