import type { KafkaMessage, Message, Producer } from 'kafkajs';
import { UNREADABLE } from './index.js';
import { outside } from './testing/outside.js';
import { PARTITIONS, publicEvents, reading, subjectsOf } from './testing/rig.js';

describe('reading from Kafka', () => {
  const { kafka, admin, options, topic, aBus, aPublisher, messagesOf } = outside();
  const raw = async (send: (producer: Producer) => Promise<unknown>): Promise<void> => {
    const producer = kafka().producer({ createPartitioner: () => () => 0 });
    await producer.connect();
    await send(producer);
    await producer.disconnect();
  };
  const committed = async (): Promise<number> => {
    const offsets = await admin().fetchOffsets({ groupId: `${options().prefix}.tests`, topics: [topic()] });
    return offsets[0]!.partitions.reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
  };

  it('commits to the group what the subscriber is done with, and starts where the subscriber says all the same', async () => {
    const events = publicEvents(subjectsOf(20), 5);
    await aPublisher().publish(events);
    let inHand = (): void => undefined;
    const first = new Promise<void>((resolve) => (inHand = resolve));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const reader = reading(aBus(), {}, async ({ messages }) => {
      if (messages.length > 0) inHand();
      await held;
    });
    await Promise.race([first, reader.until(() => reader.events.length > 0).then(() => first)]);
    expect(await committed()).toBe(0);
    release();
    await reader.until(() => reader.events.length === 100);
    await reader.stop();
    expect(await committed()).toBe(100);
    const again = reading(aBus());
    await again.until(() => again.events.length === 100);
    await again.stop();
  });

  it('shares the partitions within a group, also when one joins while another is in the middle of a batch', async () => {
    const subjects = subjectsOf(40);
    const publisher = aPublisher();
    await publisher.publish(publicEvents(subjects, 20));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const one = reading(aBus(), {}, ({ messages }) => (messages.length > 0 ? held : Promise.resolve()));
    await one.until(() => one.events.length > 0);
    const two = reading(aBus());
    await two.until(() => two.batches.some(({ caughtUp }) => caughtUp));
    release();
    const all = () => [...one.events, ...two.events];
    const met = () => new Set(all().map(({ id }) => id)).size;
    const both = Promise.all([one.until(() => met() >= 800), two.until(() => met() >= 800)]);
    await Promise.race([one.until(() => met() >= 800), two.until(() => met() >= 800)]);
    await publisher.publish(publicEvents(subjects, 20, 20));
    await Promise.race([one.until(() => met() === 1600), two.until(() => met() === 1600)]);
    await one.stop();
    await publisher.publish(publicEvents(subjects, 1, 40));
    await two.until(() => met() === 1640 && new Set(two.batches.map(({ partition }) => partition)).size === PARTITIONS);
    await Promise.all([two.stop(), both]);
    for (const { events } of [one, two])
      for (const subject of subjects) {
        const firsts = [
          ...new Set(events.filter((event) => event.subject === subject).map(({ sequence }) => sequence)),
        ];
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }
  });

  it('gives what cannot be read as an event of its stream that nobody knows, and goes on', async () => {
    const publisher = aPublisher();
    const good = publicEvents(['notice-1'], 3);
    await publisher.publish(good.slice(0, 1));
    const [{ headers, value }] = (await messagesOf(1)) as [KafkaMessage];
    const copy = (changes: Message['headers'], body: Message['value'] = value): Message => {
      const all = { ...headers, ce_sequence: '1', ...changes } as Record<string, string>;
      return { key: 'notice-1', value: body, headers: all };
    };
    const spoilt: Message[] = [
      { key: 'notice-1', value: 'gibberish' },
      copy({}, '{"n": '),
      copy({}, null),
      copy({}, '[1]'),
      copy({ ce_subject: 'notice-2' }),
      copy({ ce_source: 'letters' }),
      copy({ ce_sequence: 'many' }),
      copy({ ce_time: 'yesterday' }),
      { key: null, value: null },
    ];
    await raw((producer) => producer.send({ topic: topic(), messages: spoilt }));
    await publisher.publish(good.slice(1));
    const reader = reading(aBus());
    await reader.until(() => reader.events.length === spoilt.length + 3);
    await reader.stop();
    expect(reader.events.filter(({ type }) => type !== UNREADABLE)).toEqual(good);
    const found = reader.events.filter(({ type }) => type === UNREADABLE);
    const last = Number.MAX_SAFE_INTEGER;
    expect(found.map(({ sequence }) => sequence)).toEqual([last, 1, 1, 1, 1, 1, last, 1, last]);
    expect(new Set(found.slice(0, -1).map(({ subject }) => subject))).toEqual(new Set(['notice-1']));
    expect(found.at(-1)!.subject).toMatch(/^unreadable-/);
    expect(found.map(({ data }) => data)).toEqual(spoilt.map(() => ({})));
    expect(JSON.stringify(options().logged)).not.toContain('gibberish');
    expect(options().logged).toHaveLength(spoilt.length);
  });

  it('refuses to go on in a partition that ends before the checkpoint', async () => {
    await aPublisher().publish(publicEvents(['notice-1'], 3));
    const reader = reading(aBus(), { after: new Map([[1, 41]]) });
    await expect(reader.done).rejects.toThrow(
      /notices\.v1\/1 ends at offset \d*-?\d+, before the checkpoint at offset 41\. .*relay/,
    );
  });

  it('refuses to go on in a partition whose beginning was cut off after the checkpoint', async () => {
    await aPublisher().publish(publicEvents(subjectsOf(30), 3));
    const partitions = Array.from({ length: PARTITIONS }, (_, partition) => ({ partition, offset: '5' }));
    // So that this client knows the partitions' leaders.
    await admin().fetchTopicOffsets(topic());
    await admin().deleteTopicRecords({ topic: topic(), partitions });
    await expect(reading(aBus()).done).rejects.toThrow(/begins at offset 5, after the checkpoint at offset -1/);
    const after = new Map([0, 1, 2].map((partition) => [partition, 4]));
    const reader = reading(aBus(), { after });
    await reader.until(() => reader.events.length === 90 - 15);
    await reader.stop();
  });

  it('notices a topic made anew while it waits there', async () => {
    await aPublisher().publish(publicEvents(subjectsOf(30), 3));
    const reader = reading(aBus());
    await reader.until(() => reader.events.length === 90);
    await admin().deleteTopics({ topics: [topic()] });
    await expect(reader.done).rejects.toThrow(/ends at offset -1, before the checkpoint/);
  });
});
