import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, type IHeaders } from 'kafkajs';
import { PUBLISHERS } from '@sunlit/contracts';
import type { Env } from '../harness/processes.js';

/** A message as it lies in a topic. */
export interface Lying {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly value: string;
  readonly headers: IHeaders;
}

/** What belongs together by a key, in the order it came. */
export const groupedBy = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    groups.set(keyOf(one), group);
    group.push(one);
  }
  return groups;
};

/** The driver for an office's broker, and the names of its topics. */
export const brokerOf = ({
  SUNLIT_EVENT_BUS: bus,
}: Env): { readonly kafka: Kafka; readonly topics: readonly string[] } => {
  const [address, query] = bus!.replace('kafka://', '').split('?') as [string, string];
  const prefix = new URLSearchParams(query).get('prefix')!;
  const retry = { initialRetryTime: 100, retries: 8 };
  return {
    kafka: new Kafka({ brokers: [address], logLevel: logLevel.NOTHING, retry }),
    topics: PUBLISHERS.map((service) => `${prefix}.${service}.v1`),
  };
};

const endsOf = async (kafka: Kafka, topics: readonly string[]): Promise<Set<string>> => {
  const admin = kafka.admin();
  await admin.connect();
  const ends = new Set<string>();
  for (const topic of topics)
    for (const { partition, high } of await admin.fetchTopicOffsets(topic))
      if (Number(high) > 0) ends.add(`${topic} ${partition} ${Number(high) - 1}`);
  await admin.disconnect();
  return ends;
};

/** Every message of the office's topics, from the first to the last there is now; each partition's in their order. */
export const messagesOn = async (env: Env): Promise<readonly Lying[]> => {
  const { kafka, topics } = brokerOf(env);
  const left = await endsOf(kafka, topics);
  if (left.size === 0) return [];
  const found: Lying[] = [];
  const consumer = kafka.consumer({ groupId: `scan-${randomUUID()}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const run = consumer.run({
      eachMessage: async ({ topic, partition, message: { key, value, headers, offset } }) => {
        const lying = { topic, partition, offset: Number(offset), key: String(key), value: String(value) };
        found.push({ ...lying, headers: headers ?? {} });
        left.delete(`${topic} ${partition} ${offset}`);
        if (left.size === 0) resolve();
      },
    });
    run.catch(reject);
  });
  await consumer.disconnect();
  return found;
};
