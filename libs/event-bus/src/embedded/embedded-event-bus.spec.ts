import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteEventStore, type SqliteEventStore } from '@sunlit/event-store/sqlite';
import { NewerThanProgram } from '@sunlit/kernel';
import {
  aFact,
  aStream,
  contractMappings,
  contractServices,
  distinct,
  listenUntil,
  said,
} from '../contract/fixture.js';
import { eventBusContract } from '../event-bus.contract.js';
import type { PublicMappings } from '../public-event.js';
import { seededBus } from '../seeded.js';
import { embeddedEventBus } from './index.js';

const aStore = (): { store: SqliteEventStore; dispose: () => Promise<void> } => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit bus '));
  const store = sqliteEventStore({ file: join(folder, 'events.sqlite') });
  const dispose = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, dispose };
};

const embedded = (mappings: PublicMappings) => {
  const { store, dispose } = aStore();
  return { bus: embeddedEventBus({ store, mappings }), partitions: [0], publish: store.append, dispose };
};

eventBusContract('in one process', async (mappings) => embedded(mappings));

eventBusContract('in one process, as harsh as a broker', async (mappings) => {
  const { bus, publish, dispose } = embedded(mappings);
  const harsh = seededBus(bus, { partitions: 7, seed: 20210412, services: contractServices });
  const end = async (): Promise<void> => {
    await harsh.close();
    await dispose();
  };
  return { bus: harsh, partitions: [0, 1, 2, 3, 4, 5, 6], publish, dispose: end };
});

describe('the embedded event bus', () => {
  it("has the log's positions as offsets, which pass what is private", async () => {
    const { store, dispose } = aStore();
    const bus = embeddedEventBus({ store, mappings: contractMappings });
    const { position } = await store.append(aStream(), said(1), -1);
    await store.append(aStream(), [aFact('Kept', {})], -1);
    const last = await store.append(aStream('inside'), said(1), -1);
    const met = await listenUntil(bus, new Map(), ({ caughtUp }) => caughtUp.has(0));
    expect(met.batches.flatMap(({ messages }) => messages.map(({ offset }) => offset))).toEqual([position]);
    expect(met.offsets).toEqual(new Map([[0, last.position]]));
    await dispose();
  });

  it('names the event whose mapping fails, and stops there', async () => {
    const { store, dispose } = aStore();
    const toPublic = (): never => {
      throw new Error('bug');
    };
    const bus = embeddedEventBus({ store, mappings: { notice: { service: 'notices', toPublic } } });
    const stream = aStream();
    await store.append(stream, said(1), -1);
    await expect(listenUntil(bus, new Map(), () => false)).rejects.toThrow(
      `notices cannot say Said at ${stream} revision 0`,
    );
    await dispose();
  });
});

describe('an event newer than the program', () => {
  it('stops the bus with that reason: passed over it would never be said', async () => {
    const { store, dispose } = aStore();
    const toPublic = ({ type }: { type: string }): never => {
      throw new NewerThanProgram(type);
    };
    const bus = embeddedEventBus({ store, mappings: { notice: { service: 'notices', toPublic } } });
    await store.append(aStream(), said(1), -1);
    await expect(listenUntil(bus, new Map(), () => false)).rejects.toThrow(new NewerThanProgram('Said'));
    await dispose();
  });
});

describe('the seeded bus', () => {
  const events = Array.from({ length: 200 }, (_, n) => ({
    id: `e${n}`,
    source: 'notices',
    type: 'NoticeSaid',
    subject: `notice-${n % 15}`,
    sequence: Math.floor(n / 15),
    time: '2021-04-12T02:00:00.000Z',
    stated: false,
    recordedat: '2021-04-12T02:00:00.000Z',
    data: {},
  }));
  const all = (seed: number) =>
    listenUntil(seededBus(events, { seed }), new Map(), ({ caughtUp }) => caughtUp.size === 7);

  it('gives the same for the same seed, another order for another', async () => {
    const [one, same, other] = [await all(1), await all(1), await all(2)];
    expect(same.batches).toEqual(one.batches);
    expect(other.batches).not.toEqual(one.batches);
  });

  it('repeats at new offsets and interleaves subjects', async () => {
    const { events: met, batches } = await all(3);
    expect(distinct(met)).toHaveLength(200);
    expect(met.length).toBeGreaterThan(250);
    expect(new Set(batches.map(({ partition }) => partition)).size).toBe(7);
    expect(distinct(met).map(({ id }) => id)).not.toEqual(events.map(({ id }) => id));
  });
});
