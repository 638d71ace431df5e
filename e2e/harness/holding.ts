import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import type { Composition } from './distributed.js';

/** The files of the folder, and of those in it, that hold the text, in UTF-8. */
export const filesHolding = (folder: string, text: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = join(folder, name);
    return statSync(file).isFile() && readFileSync(file).includes(Buffer.from(text));
  });

/** The collections of the database that hold the text in a document. */
const collectionsHolding = async (url: string, text: string): Promise<readonly string[]> => {
  const connection = await mongoose.createConnection(url).asPromise();
  try {
    const names = (await connection.listCollections()).map(({ name }) => name);
    const all = names.map(async (name) => JSON.stringify(await connection.collection(name).find().toArray()));
    const contents = await Promise.all(all);
    return names.filter((_, at) => contents[at]!.includes(text));
  } finally {
    await connection.close();
  }
};

/** The topics of the office that hold the text in a message. */
const topicsHolding = async (bus: string, text: string): Promise<readonly string[]> => {
  const [address, query] = bus.replace('kafka://', '').split('?') as [string, string];
  const prefix = new URLSearchParams(query).get('prefix')!;
  const kafka = new Kafka({ brokers: [address], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
  const left = new Set<string>();
  for (const topic of topics)
    for (const { partition, high } of await admin.fetchTopicOffsets(topic))
      if (Number(high) > 0) left.add(`${topic} ${partition} ${Number(high) - 1}`);
  await admin.disconnect();
  if (left.size === 0) return [];
  const found: string[] = [];
  const consumer = kafka.consumer({ groupId: `${prefix}-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const eachMessage: Parameters<typeof consumer.run>[0] = {
      eachMessage: async ({ topic, partition, message: { key, value, headers, offset } }) => {
        const all = [key, value, ...Object.values(headers ?? {}).flat()].map(String).join(' ');
        if (all.includes(text)) found.push(topic);
        left.delete(`${topic} ${partition} ${offset}`);
        if (left.size === 0) resolve();
      },
    };
    consumer.run(eachMessage).catch(reject);
  });
  await consumer.disconnect();
  return found;
};

/** Where what services on their own stores keep holds the text: the log's files, both databases, the topics. */
export const storesHolding = async ({ data, env }: Composition, text: string): Promise<readonly string[]> => {
  const { SUNLIT_READ_STORE: documents, SUNLIT_KEY_STORE: keys, SUNLIT_EVENT_BUS: bus } = env;
  const all = [collectionsHolding(documents!, text), collectionsHolding(keys!, text), topicsHolding(bus!, text)];
  return [...filesHolding(data, text), ...(await Promise.all(all)).flat()];
};
