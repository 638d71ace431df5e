import type { Admin } from 'kafkajs';
import { hasCode, TopicUnusable } from './errors.js';
import type { KafkaOptions } from './options.js';

/** More partitions than this a topic never has: the numbers of one service end where the next's begin. */
const NUMBERS = 1000;

const DEFAULT_PARTITIONS = 12;
const DEFAULT_REPLICAS = 3;

/** A service's topic, and how its partitions are numbered on the bus. */
export interface Topic {
  readonly service: string;
  readonly name: string;
  /** The number of its partition 0. */
  readonly first: number;
}

/** The topics of these services; an Error for one that does not publish. */
export const topicsOf = (
  { publishers, prefix = 'sunlit', version = 1 }: KafkaOptions,
  services: readonly string[],
): readonly Topic[] =>
  services.map((service) => {
    const index = publishers.indexOf(service);
    if (index < 0)
      throw new Error(`${service} is not among the bus's publishers (${publishers.join(', ')}): append it.`);
    return { service, name: `${prefix}.${service}.v${version}`, first: NUMBERS * index };
  });

const make = async (admin: Admin, { name }: Topic, options: KafkaOptions): Promise<void> => {
  const brokers = (await admin.describeCluster()).brokers.length;
  const replicationFactor = options.replicationFactor ?? Math.min(DEFAULT_REPLICAS, brokers);
  const topic = {
    topic: name,
    numPartitions: options.partitions ?? DEFAULT_PARTITIONS,
    replicationFactor,
    // Events stay for ever: a consumer is rebuilt from offset 0. With three replicas, what two have is acknowledged.
    configEntries: [
      { name: 'cleanup.policy', value: 'delete' },
      { name: 'retention.ms', value: '-1' },
      { name: 'retention.bytes', value: '-1' },
      { name: 'min.insync.replicas', value: String(Math.max(1, replicationFactor - 1)) },
    ],
  };
  try {
    await admin.createTopics({ topics: [topic], waitForLeaders: true });
  } catch (error) {
    if (!hasCode(error, 'TOPIC_ALREADY_EXISTS')) throw error;
  }
};

/** The topics of which was said that they have other partitions than configured, by whose configuration that is. */
const told = new WeakMap<KafkaOptions, Set<string>>();

/** Says once of a topic that its partitions are not as many as configured. */
const compare = (name: string, partitions: number, options: KafkaOptions): void => {
  const wanted = options.partitions ?? DEFAULT_PARTITIONS;
  const said = told.get(options) ?? new Set();
  if (partitions === wanted || said.has(name)) return;
  told.set(options, said.add(name));
  const message = `${name} has ${partitions} partitions, not ${wanted} as configured: it is used as it is.`;
  options.log?.({ level: 'warn', message });
};

/** How many partitions each of these topics has, by its name; those that are missing are made first. None is ever altered. */
export const ensureTopics = async (
  admin: Admin,
  topics: readonly Topic[],
  options: KafkaOptions,
): Promise<ReadonlyMap<string, number>> => {
  const existing = new Set(await admin.listTopics());
  for (const topic of topics) if (!existing.has(topic.name)) await make(admin, topic, options);
  // Asked about none, the broker tells of all it has.
  if (topics.length === 0) return new Map();
  const { topics: found } = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) });
  for (const { name, partitions } of found) {
    if (partitions.length > NUMBERS)
      throw new TopicUnusable(`${name} has more than ${NUMBERS} partitions: fill a new topic.`);
    compare(name, partitions.length, options);
  }
  return new Map(found.map(({ name, partitions }) => [name, partitions.length]));
};

/** A partition's first offset still there, and the one its next message will have. */
export interface Extent {
  readonly first: number;
  readonly next: number;
}

/** The extents of a topic's partitions, in their order. */
export const extentsOf = async (admin: Admin, { name }: Topic): Promise<readonly Extent[]> =>
  (await admin.fetchTopicOffsets(name))
    .toSorted((a, b) => a.partition - b.partition)
    .map(({ low, high }) => ({ first: Number(low), next: Number(high) }));
