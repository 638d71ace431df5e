import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Unavailable } from '@sunlit/kernel';
import { contractMappings, said } from '../contract/fixture.js';
import { kafkaEventBus, kafkaPublisher } from './index.js';
import { ownBroker } from './testing/broker.js';
import { ownOptions, publicEvents, reading, relayed, subjectsOf } from './testing/rig.js';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

describe('while Kafka is away', () => {
  let broker: ReturnType<typeof ownBroker>;
  let options: ReturnType<typeof ownOptions>;
  beforeEach(async () => {
    broker = ownBroker(await freePort());
    options = ownOptions(broker.address);
  });
  afterEach(() => broker.remove());

  it('publishing and asking fail as Unavailable, reading waits and ends when told to, all closes', async () => {
    const [bus, publisher] = [kafkaEventBus(options), kafkaPublisher(options)];
    const reader = reading(bus);
    await expect(publisher.publish(publicEvents(['notice-1'], 1))).rejects.toThrow(Unavailable);
    await expect(bus.partitions(['notices'])).rejects.toThrow(Unavailable);
    await expect(bus.ends(['notices'])).rejects.toThrow(Unavailable);
    await reader.stop();
    expect(reader.batches).toEqual([]);
    await Promise.all([bus.close(), publisher.close()]);
    expect(options.logged.map(({ level }) => level)).toEqual(['warn']);
  });

  it('nothing is lost: away at the start, again in the middle, and at the end', async () => {
    const { bus, publish, relay, end } = relayed(contractMappings, options);
    const subjects = subjectsOf(10);
    const tell = async (from: number): Promise<void> => {
      for (let n = from; n < from + 10; n++) for (const subject of subjects) await publish(subject, said(1, n), n - 1);
    };
    const reader = reading(bus);
    const met = () => new Set(reader.events.map(({ id }) => id)).size;
    await tell(0);
    await broker.start();
    await reader.until(() => met() === 100);
    const running = tell(10);
    await broker.stop();
    await running;
    await tell(20);
    await broker.start();
    await reader.until(() => met() === 300);
    for (const subject of subjects) {
      const mine = reader.events.filter((event) => event.subject === subject).map(({ sequence }) => sequence);
      expect([...new Set(mine)]).toEqual(Array.from({ length: 30 }, (_, n) => n));
    }
    await broker.stop();
    await tell(30);
    await reader.stop();
    await end();
    expect(relay.position()).toBeGreaterThan(0);
  });
});
