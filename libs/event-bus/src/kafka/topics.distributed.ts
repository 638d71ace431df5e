import type { KafkaMessage } from 'kafkajs';
import { outside } from './testing/outside.js';
import { PARTITIONS, publicEvents, reading } from './testing/rig.js';

const CONFIGURATION = ['cleanup.policy', 'retention.ms', 'retention.bytes', 'min.insync.replicas'];
const TOPIC_RESOURCE = 2;

describe('topics and messages on Kafka', () => {
  const { admin, options, topic, aBus, aPublisher, messagesOf } = outside();

  it('makes topics that keep everything, with the partitions stated', async () => {
    await aPublisher().publish(publicEvents(['notice-1'], 1));
    const { topics } = await admin().fetchTopicMetadata({ topics: [topic()] });
    expect(topics[0]!.partitions).toHaveLength(PARTITIONS);
    const { resources } = await admin().describeConfigs({
      includeSynonyms: false,
      resources: [{ type: TOPIC_RESOURCE, name: topic(), configNames: CONFIGURATION }],
    });
    const entries = resources[0]!.configEntries.map(({ configName, configValue }) => [configName, configValue]);
    expect(Object.fromEntries(entries)).toEqual({
      'cleanup.policy': 'delete',
      'retention.ms': '-1',
      'retention.bytes': '-1',
      'min.insync.replicas': '1',
    });
  });

  it('uses a topic with other partitions as it is, and says so once', async () => {
    await admin().createTopics({ topics: [{ topic: topic(), numPartitions: 5 }], waitForLeaders: true });
    const bus = aBus();
    for (let time = 0; time < 2; time++) expect(await bus.partitions(['notices'])).toEqual([0, 1, 2, 3, 4]);
    await aPublisher().publish(publicEvents(['notice-1'], 1));
    const { topics } = await admin().fetchTopicMetadata({ topics: [topic()] });
    expect(topics[0]!.partitions).toHaveLength(5);
    expect(options().logged.map(({ message }) => message)).toEqual([
      `${topic()} has 5 partitions, not 3 as configured: it is used as it is.`,
    ]);
  });

  it('says nothing of topics it was not asked about', async () => {
    await admin().createTopics({ topics: [{ topic: topic(), numPartitions: 5 }], waitForLeaders: true });
    expect(await aBus().ends([])).toEqual(new Map());
    expect(await aBus().partitions(['letters'])).toEqual([1000, 1001, 1002]);
    expect(options().logged).toEqual([]);
  });

  it('numbers the partitions by the list of publishers, and knows nobody else', async () => {
    expect(await aBus().partitions(['letters'])).toEqual([1000, 1001, 1002]);
    await expect(aBus().partitions(['rumours'])).rejects.toThrow("rumours is not among the bus's publishers");
  });

  it('writes CloudEvents in binary mode: key, headers, body', async () => {
    const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const [event] = publicEvents(['notice-1'], 1, 7);
    await aPublisher().publish([{ ...event!, stated: true, unit: '热线', trace, data: { text: '阳光' } }]);
    const [{ key, value, headers }] = (await messagesOf(1)) as [KafkaMessage];
    expect(key?.toString()).toBe('notice-1');
    expect(value?.toString()).toBe('{"text":"阳光"}');
    expect(Object.fromEntries(Object.entries(headers!).map(([name, text]) => [name, String(text)]))).toEqual({
      ce_specversion: '1.0',
      ce_id: 'notice-1@7',
      ce_source: 'notices',
      ce_type: 'NoticeSaid',
      ce_subject: 'notice-1',
      ce_time: '2021-04-12T02:00:00.000Z',
      ce_sequence: '7',
      ce_recordedat: '2021-04-12T02:00:00.000Z',
      ce_stated: 'true',
      ce_unit: '热线',
      'content-type': 'application/json',
      traceparent: trace,
    });
  });

  it('publishes more than a request holds, in order', async () => {
    const events = publicEvents(['notice-1'], 12).map((event) => ({ ...event, data: { text: 'x'.repeat(250_000) } }));
    const publisher = aPublisher();
    await Promise.all([publisher.publish(events.slice(0, 9)), publisher.publish(events.slice(9))]);
    const reader = reading(aBus());
    await reader.until(() => reader.events.length === 12);
    await reader.stop();
    expect(reader.events).toEqual(events);
  });
});
