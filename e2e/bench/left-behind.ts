import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';

interface Stores {
  readonly mongodb: string;
  readonly broker: string;
  /** Begins the names of the databases and topics of a run, and of nothing else. */
  readonly prefix: string;
}

/** Removes the databases and topics of a run: the servers may be others' too, and keep everything in memory. */
export const removeAll = async ({ mongodb, broker, prefix }: Stores): Promise<void> => {
  const connection = await mongoose.createConnection(mongodb).asPromise();
  const client = connection.getClient();
  const { databases } = await client.db('admin').admin().listDatabases();
  for (const { name } of databases) if (name.startsWith(prefix)) await client.db(name).dropDatabase();
  await connection.close();
  const admin = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
  if (topics.length > 0) await admin.deleteTopics({ topics });
  await admin.disconnect();
};

/** The same for what the seven processes of a composition kept, told by what they were told. */
export const removeComposition = ({ env }: { readonly env: Readonly<Record<string, string>> }): Promise<void> => {
  const [broker, query] = env['SUNLIT_EVENT_BUS']!.replace('kafka://', '').split('?') as [string, string];
  const mongodb = env['SUNLIT_READ_STORE']!.replace(/\/[^/]*$/, '');
  return removeAll({ mongodb, broker, prefix: new URLSearchParams(query).get('prefix')! });
};
