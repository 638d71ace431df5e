import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { CompressionTypes, Kafka, Partitioners, logLevel, type Message } from 'kafkajs';
import { casePublicForm } from '@sunlit/casework';
import { PUBLISHERS, complaintPublicEvents } from '@sunlit/contracts';
import { publicEventOf } from '@sunlit/event-bus';
import { kafkaEventBus, kafkaPublisher } from '@sunlit/event-bus/kafka';
import { kurrentdbEventStore } from '@sunlit/event-store/kurrentdb';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import type { EventStore } from '@sunlit/kernel';
import { mongodbReadStore } from '@sunlit/read-store/mongodb';
import { relayRunner } from '@sunlit/runner';
import type { Size } from './bench.js';
import { fillLog } from './complaint-log.js';
import { removeAll } from './left-behind.js';
import { interleaved, printRatios, type Side } from './rounds.js';
import { kafkaSettings, mongodbSettings, onTopic } from './settings.js';
import { startStandIn } from './stand-in.js';

const SERVICE = 'complaints';
const PARTITIONS = 3;
const BATCH = 100;

const mappings = { complaint: { service: SERVICE, toPublic: casePublicForm(complaintPublicEvents) } };

/** What both sides have to put on a topic, and where. */
interface Bench {
  readonly kafka: Kafka;
  readonly broker: string;
  readonly mongodb: string;
  readonly run: string;
  readonly expected: number;
}

const topicOf = (prefix: string): string => `${prefix}.${SERVICE}.v1`;

const checked = async ({ kafka, expected }: Bench, topic: string): Promise<void> => {
  const found = await onTopic(kafka, topic);
  if (found !== expected) throw new Error(`${topic} holds ${found} messages, ${expected} were to be there.`);
};

/** The bus with its topic made, so that neither side's time holds the making. */
const optionsOf = async ({ broker }: Bench, prefix: string) => {
  const options = { brokers: [broker], publishers: PUBLISHERS, partitions: PARTITIONS, replicationFactor: 1, prefix };
  const bus = kafkaEventBus(options);
  await bus.partitions([SERVICE]);
  await bus.close();
  return options;
};

/** The true relay: reads the log, maps, publishes, keeps its checkpoint; from its start until all is acknowledged. */
const relaySide = (bench: Bench, name: string, store: EventStore): Side => ({
  name,
  run: async (round) => {
    const prefix = `${bench.run}.${name.replaceAll(/\W+/g, '-')}.${round}`;
    const options = await optionsOf(bench, prefix);
    const publisher = kafkaPublisher(options);
    const readStore = mongodbReadStore({ uri: `${bench.mongodb}/${prefix.replaceAll('.', '-')}` });
    const [head, checkpoint] = [await store.head(), `relay.${SERVICE}`];
    await readStore.checkpoints(checkpoint);
    const done = new AbortController();
    let ended = 0;
    const relay = relayRunner({
      name: checkpoint,
      store,
      categories: Object.keys(mappings),
      publicOf: (event) => publicEventOf(mappings, event),
      publisher,
      readStore,
      signal: done.signal,
      onProgress: (position) => {
        if (position < head) return;
        ended = performance.now();
        done.abort();
      },
    });
    const began = performance.now();
    await relay.run();
    const stands = (await readStore.checkpoints(checkpoint)).get(0) ?? 0;
    if (stands < head) throw new Error(`The relay's checkpoint is at ${stands}, not at ${head}.`);
    await checked(bench, topicOf(prefix));
    await publisher.close();
    await readStore.close();
    return bench.expected / ((ended - began) / 1000);
  },
});

/** The client alone: the same messages in batches of 100, one after another, acknowledged by all replicas in sync. */
const bareSide = (bench: Bench, idempotent: boolean, messages: readonly Message[]): Side => ({
  name: `bare client${idempotent ? ', idempotent' : ''}`,
  run: async (round) => {
    const prefix = `${bench.run}.bare-${idempotent}.${round}`;
    await optionsOf(bench, prefix);
    const topic = topicOf(prefix);
    const producer = bench.kafka.producer({
      idempotent,
      ...(idempotent && { maxInFlightRequests: 1 }),
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    const began = performance.now();
    await producer.connect();
    for (let from = 0; from < messages.length; from += BATCH)
      await producer.send({
        topic,
        acks: -1,
        compression: CompressionTypes.None,
        messages: messages.slice(from, from + BATCH),
      });
    const ended = performance.now();
    await producer.disconnect();
    await checked(bench, topic);
    return messages.length / ((ended - began) / 1000);
  },
});

/** What the relay put on a topic, as it stands there. */
const messagesOn = async (kafka: Kafka, topic: string, expected: number): Promise<readonly Message[]> => {
  const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}` });
  const found: Message[] = [];
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const eachMessage = async ({ message: { key, value, headers } }: { message: Message }): Promise<void> => {
      found.push({ value, ...(key && { key }), ...(headers && { headers }) });
      if (found.length === expected) resolve();
    };
    consumer.run({ eachMessage: eachMessage as never }).catch(reject);
  });
  await consumer.disconnect();
  return found;
};

/** P13: messages a second that the relay puts on Kafka, to those the bare client does. */
export const relay = async ({ small }: Size): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
  const standIn = await startStandIn();
  const sqlite = sqliteEventStore({ file: join(folder, 'complaints.sqlite') });
  const kurrentdb = kurrentdbEventStore({ connectionString: standIn.url });
  const [broker, mongodb] = [process.env['SUNLIT_TEST_KAFKA']!, process.env['SUNLIT_TEST_MONGODB']!];
  const run = `bench-${randomUUID().slice(0, 8)}`;
  try {
    const written = await fillLog(sqlite, small ? 20 : 800);
    await fillLog(kurrentdb, small ? 20 : 800);
    const expected = written.filter((event) => mappings.complaint.toPublic(event as never) !== null).length;
    const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
    const bench: Bench = {
      kafka,
      broker,
      mongodb: mongodb.replace(/\/$/, ''),
      run,
      expected,
    };
    const fromSqlite = relaySide(bench, 'relay, SQLite log', sqlite);
    await fromSqlite.run(-1);
    const topic = topicOf(`${bench.run}.relay-SQLite-log.-1`);
    const messages = await messagesOn(kafka, topic, expected);
    const bytes = messages.reduce((sum, { value }) => sum + Buffer.byteLength(value as Buffer), 0) / messages.length;
    console.log(`  ${written.length} events, ${expected} of them public, ${bytes.toFixed(0)} B a body`);
    console.log(`  topic as read back, alike on every side: ${await kafkaSettings(kafka, topic)}; acks=-1`);
    console.log(`  checkpoints: ${await mongodbSettings(bench.mongodb)}`);
    const relays = [fromSqlite, relaySide(bench, 'relay, KurrentDB stand-in', kurrentdb)];
    const bare = [bareSide(bench, false, messages), bareSide(bench, true, messages)];
    const rates = await interleaved([...relays, ...bare], small ? 1 : 7);
    const pairs = relays.flatMap((one) => bare.map((other) => [one.name, other.name] as const));
    printRatios(rates, { unit: 'messages/s', pairs });
  } finally {
    await sqlite.close();
    await kurrentdb.close();
    await standIn.stop();
    await removeAll({ mongodb, broker, prefix: run });
    rmSync(folder, { recursive: true, force: true });
  }
};
