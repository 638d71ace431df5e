import type { Admin, Kafka } from 'kafkajs';
import mongoose from 'mongoose';

/** How the protocol names a topic among what is configured. */
const TOPIC = 2;
const ASKED = ['min.insync.replicas', 'flush.messages', 'flush.ms', 'unclean.leader.election.enable'];

const withAdmin = async <T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
};

/** How durable the broker makes what is on a topic, as it says itself. */
export const kafkaSettings = (kafka: Kafka, topic: string): Promise<string> =>
  withAdmin(kafka, async (admin) => {
    const resources = [{ type: TOPIC, name: topic, configNames: ASKED }];
    const { resources: answers } = await admin.describeConfigs({ resources, includeSynonyms: false });
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    const partitions = topics[0]!.partitions;
    const configured = answers[0]!.configEntries.map(({ configName, configValue }) => `${configName}=${configValue}`);
    return `partitions=${partitions.length} replicas=${partitions[0]!.replicas.length} ${configured.join(' ')}`;
  });

/** How many messages are on a topic. */
export const onTopic = (kafka: Kafka, topic: string): Promise<number> =>
  withAdmin(kafka, async (admin) =>
    (await admin.fetchTopicOffsets(topic)).reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0),
  );

/** Which server answers as MongoDB, and what it says of its storage; our own write concern is majority, journalled. */
export const mongodbSettings = async (url: string): Promise<string> => {
  const connection = await mongoose.createConnection(url).asPromise();
  try {
    const build = (await connection.getClient().db('admin').command({ buildInfo: 1 })) as Record<string, unknown>;
    const engines = JSON.stringify(build['storageEngines'] ?? 'not said');
    return `version=${String(build['version'])} storageEngines=${engines} write concern asked for: majority, journal`;
  } finally {
    await connection.close();
  }
};
