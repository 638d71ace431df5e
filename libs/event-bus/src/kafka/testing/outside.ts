import { Kafka, logLevel, type Admin, type KafkaMessage } from 'kafkajs';
import { kafkaEventBus, kafkaPublisher } from '../index.js';
import { kafkaAddress, ownOptions, progress } from './rig.js';

/** For each test of the suite it is called in: topics of its own, and the driver itself to look at them from outside. */
export const outside = () => {
  let kafka: Kafka;
  let admin: Admin;
  let options: ReturnType<typeof ownOptions>;
  let topic: string;
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    kafka = new Kafka({ brokers: [kafkaAddress()], logLevel: logLevel.NOTHING });
    admin = kafka.admin();
    await admin.connect();
  });
  afterAll(() => admin?.disconnect());
  beforeEach(() => {
    options = ownOptions();
    topic = `${options.prefix}.notices.v1`;
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  return {
    kafka: () => kafka,
    admin: () => admin,
    options: () => options,
    /** The topic of `notices`. */
    topic: () => topic,
    aBus: () => {
      const bus = kafkaEventBus(options);
      closing.push(() => bus.close());
      return bus;
    },
    aPublisher: () => {
      const publisher = kafkaPublisher(options);
      closing.push(() => publisher.close());
      return publisher;
    },
    /** The first so many messages of the topic. */
    messagesOf: async (count: number): Promise<KafkaMessage[]> => {
      const consumer = kafka.consumer({ groupId: `${options.prefix}-raw` });
      const { tell, until } = progress();
      const met: KafkaMessage[] = [];
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      await consumer.run({
        eachMessage: async ({ message }) => {
          met.push(message);
          tell();
        },
      });
      await until(() => met.length >= count);
      await consumer.disconnect();
      return met;
    },
  };
};
