import type { BusBatch, EventBus } from '@sunlit/kernel';
import { administration } from './admin.js';
import { kafkaOf, type KafkaOptions } from './options.js';
import { subscription } from './subscription.js';
import { ensureTopics, extentsOf, topicsOf } from './topics.js';

/**
 * How partitions and offsets of topics of a later version are told from those before: both lie above them, so that whatever a consumer derived
 * at a place of the old topics is older than what it derives from the new ones. An offset keeps below 2^41 up to version 31.
 */
const placesIn = (version: number) => {
  const [numbers, offsets] = [(version - 1) * 100_000, (version - 1) * 2 ** 36];
  const offsetOut = (offset: number): number => (offset < 0 ? offset : offset + offsets);
  return {
    number: (partition: number): number => partition + numbers,
    offset: offsetOut,
    /** Of a consumer's places, those in these topics, as the topics have them. */
    within: (after: ReadonlyMap<number, number>): ReadonlyMap<number, number> =>
      new Map(
        [...after].flatMap(([number, offset]): [number, number][] =>
          number >= numbers && offset >= offsets ? [[number - numbers, offset - offsets]] : [],
        ),
      ),
    batch: ({ partition, messages, offset, caughtUp }: BusBatch): BusBatch => ({
      partition: partition + numbers,
      messages: messages.map((message) => ({ ...message, offset: offsetOut(message.offset) })),
      offset: offsetOut(offset),
      caughtUp,
    }),
  };
};

/**
 * The bus on Kafka: a topic `sunlit.<service>.v1` a service, made where it is missing; a partition's number is 1000 × the service's index
 * among `publishers` + its number in the topic, and 100,000 more for each later version of the topics. Reading starts where the subscriber says, whatever the group had committed; offsets are
 * committed to the group after the subscriber is done, for those who watch its lag. A subscription outlives the broker's absence; it
 * ends with an Error where a partition was cut or made anew, so that it does not hold what the subscriber is to go on after.
 */
export const kafkaEventBus = (options: KafkaOptions): EventBus => {
  const closing = new AbortController();
  const admin = administration(kafkaOf(options));
  const places = placesIn(options.version ?? 1);

  const partitions = async (services: readonly string[]): Promise<readonly number[]> => {
    const topics = topicsOf(options, services);
    const sizes = await admin.ask('to find the topics', (asked) => ensureTopics(asked, topics, options));
    return topics.flatMap(({ name, first }) =>
      Array.from({ length: sizes.get(name)! }, (_, at) => places.number(first + at)),
    );
  };

  return {
    partitions,
    ends: async (services) => {
      await partitions(services);
      const topics = topicsOf(options, services);
      const ends = new Map<number, number>();
      for (const topic of topics) {
        const extents = await admin.ask(`to look at ${topic.name}`, (asked) => extentsOf(asked, topic));
        extents.forEach(({ next }, partition) =>
          ends.set(places.number(topic.first + partition), places.offset(next - 1)),
        );
      }
      return ends;
    },
    async *subscribe(asked) {
      const own = { ...asked, after: places.within(asked.after) };
      for await (const batch of subscription(options, own, { admin, closing: closing.signal }))
        yield places.batch(batch);
    },
    close: async () => {
      closing.abort();
      admin.close();
    },
  };
};
