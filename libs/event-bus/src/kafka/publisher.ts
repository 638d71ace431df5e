import { Unavailable, type EventPublisher, type PublicEvent } from '@sunlit/kernel';
import { Partitioners, type Message, type Producer, type TopicMessages } from 'kafkajs';
import { administration } from './admin.js';
import { asOurs, within } from './errors.js';
import { messageOf } from './message.js';
import { kafkaOf, type KafkaOptions } from './options.js';
import { ensureTopics, topicsOf } from './topics.js';

/** How long one request may take with all its repetitions. */
const PATIENCE_MS = 20_000;

/** How long closing waits for what is under way. */
const CLOSING_MS = 3_000;

/** Sent in one request, well below the 1 MB a broker takes at once; a single event may have 256 KB. */
const REQUEST_BYTES = 512 * 1024;

const sizeOf = ({ value }: Message): number => Buffer.byteLength((value as string | null) ?? '') + 600;

/** The messages in requests of no more than so many bytes, their order kept. */
const requestsOf = function* (
  events: readonly PublicEvent[],
  topicOf: (event: PublicEvent) => string,
): Iterable<TopicMessages[]> {
  let topics = new Map<string, Message[]>();
  let bytes = 0;
  const request = (): TopicMessages[] => Array.from(topics, ([topic, messages]) => ({ topic, messages }));
  for (const event of events) {
    const message = messageOf(event);
    const size = sizeOf(message);
    if (bytes > 0 && bytes + size > REQUEST_BYTES) {
      yield request();
      [topics, bytes] = [new Map(), 0];
    }
    const topic = topicOf(event);
    topics
      .set(topic, topics.get(topic) ?? [])
      .get(topic)!
      .push(message);
    bytes += size;
  }
  if (bytes > 0) yield request();
};

/**
 * Puts public events on Kafka, each on its service's topic under its subject as the key. One request is under way at a time, by an
 * idempotent producer and acknowledged by all replicas in sync, so what is repeated within a call is there once and in order. After a
 * call that failed, the next one begins with a new producer: the old one's sequence numbers could hide other messages as repetitions.
 * `Unavailable` within seconds where Kafka is away; an Error that says what to do where trying again cannot help.
 */
export const kafkaPublisher = (options: KafkaOptions): EventPublisher => {
  const kafka = kafkaOf(options);
  const admin = administration(kafka);
  const known = new Map<string, string>();
  let producer: Promise<Producer> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const connected = async (): Promise<Producer> => {
    const made = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4 },
    });
    await made.connect().catch(async (error: unknown) => {
      await made.disconnect().catch(() => undefined);
      throw error;
    });
    return made;
  };

  const drop = async (): Promise<void> => {
    const old = producer;
    producer = null;
    await old?.then((made) => made.disconnect()).catch(() => undefined);
  };

  const prepare = async (events: readonly PublicEvent[]): Promise<void> => {
    const services = [...new Set(events.map(({ source }) => source))].filter((service) => !known.has(service));
    if (services.length === 0) return;
    const topics = topicsOf(options, services);
    await admin.ask('to make topics', (asked) => ensureTopics(asked, topics, options));
    for (const { service, name } of topics) known.set(service, name);
  };

  const send = async (topicMessages: TopicMessages[]): Promise<void> => {
    const what = `to publish on ${topicMessages.map(({ topic }) => topic).join(', ')}`;
    try {
      producer ??= connected();
      const sent = producer.then((made) => made.sendBatch({ topicMessages, acks: -1, timeout: 10_000 }));
      await within(PATIENCE_MS, what, sent);
    } catch (error) {
      void drop();
      throw asOurs(what, error);
    }
  };

  const publish = async (events: readonly PublicEvent[]): Promise<void> => {
    if (events.length === 0) return;
    if (closed) throw new Unavailable('This publisher is closed.');
    await prepare(events);
    for (const request of requestsOf(events, ({ source }) => known.get(source)!)) await send(request);
  };

  return {
    publish: (events) => {
      const done = last.then(() => publish(events));
      last = done.catch(() => undefined);
      return done;
    },
    close: async () => {
      closed = true;
      await within(CLOSING_MS, 'before closing', last).catch(() => undefined);
      await drop();
      admin.close();
    },
  };
};
