import type { EventBus } from '@sunlit/kernel';
import { administration } from './admin.js';
import { kafkaOf, type KafkaOptions } from './options.js';
import { subscription } from './subscription.js';
import { ensureTopics, extentsOf, topicsOf } from './topics.js';

/**
 * The bus on Kafka: a topic `sunlit.<service>.v1` a service, made where it is missing; a partition's number is 1000 × the service's index
 * among `publishers` + its number in the topic. Reading starts where the subscriber says, whatever the group had committed; offsets are
 * committed to the group after the subscriber is done, for those who watch its lag. A subscription outlives the broker's absence; it
 * ends with an Error where a partition was cut or made anew, so that it does not hold what the subscriber is to go on after.
 */
export const kafkaEventBus = (options: KafkaOptions): EventBus => {
  const closing = new AbortController();
  const admin = administration(kafkaOf(options));

  const partitions = async (services: readonly string[]): Promise<readonly number[]> => {
    const topics = topicsOf(options, services);
    const sizes = await admin.ask('to find the topics', (asked) => ensureTopics(asked, topics, options));
    return topics.flatMap(({ name, first }) => Array.from({ length: sizes.get(name)! }, (_, at) => first + at));
  };

  return {
    partitions,
    ends: async (services) => {
      await partitions(services);
      const topics = topicsOf(options, services);
      const ends = new Map<number, number>();
      for (const topic of topics) {
        const extents = await admin.ask(`to look at ${topic.name}`, (asked) => extentsOf(asked, topic));
        extents.forEach(({ next }, partition) => ends.set(topic.first + partition, next - 1));
      }
      return ends;
    },
    subscribe: (asked) => subscription(options, asked, { admin, closing: closing.signal }),
    close: async () => {
      closing.abort();
      admin.close();
    },
  };
};
