import { Unavailable, type EventPublisher, type PublicEvent, type StoredEvent } from '@sunlit/kernel';
import { relayRunner, type RelayOptions } from './relay.js';
import { freshStore, stoppedEverywhere, stoppingStore } from './testing/drive.js';
import { fakeLog, publicEvent } from './testing/log.js';

const name = 'relay.cases';
const publicOf = (event: StoredEvent): PublicEvent | null => (event.type === 'Kept' ? null : publicEvent(event));

/** A bus that keeps what it was given, unless `fail` throws first; what it throws `after` was kept all the same. */
const recorder = (fail: (call: number) => void = () => undefined, after: (call: number) => void = () => undefined) => {
  const published: PublicEvent[] = [];
  const sizes: number[] = [];
  const publisher: EventPublisher = {
    publish: async (events) => {
      sizes.push(events.length);
      fail(sizes.length);
      published.push(...events);
      after(sizes.length);
    },
    close: async () => undefined,
  };
  return { publisher, published, sizes };
};

const relaying = { name, categories: ['case'], publicOf, pause: async () => undefined };

/** Runs the relay until it has come to the head; rejects as the run does. */
const runTo = async (
  options: Omit<RelayOptions, 'signal' | keyof typeof relaying> & Partial<RelayOptions>,
  head: number,
) => {
  const control = new AbortController();
  const onProgress = (position: number): void => {
    if (position >= head) control.abort();
  };
  const relay = relayRunner({ ...relaying, onProgress, ...options, signal: control.signal });
  await relay.run();
  return relay;
};

const aLog = (events: number) => {
  const log = fakeLog();
  for (let n = 0; n < events; n++) {
    log.say(`case-${n % 5}`, n % 4 === 3 ? 'Kept' : 'Said', { n });
    if (n % 6 === 0) log.say('other-1', 'Said');
  }
  const expected = log.events.filter(({ stream, type }) => stream !== 'other-1' && type !== 'Kept').map(({ id }) => id);
  return { ...log, expected };
};

const idsOf = (events: readonly PublicEvent[]): string[] => events.map(({ id }) => id);
const firsts = (events: readonly PublicEvent[]): string[] => [...new Set(idsOf(events))];

describe('the relay', () => {
  it('publishes what is public, in the order of the log, and goes on after its checkpoint', async () => {
    const log = aLog(40);
    const [readStore, bus] = [freshStore(), recorder()];
    const relay = await runTo({ store: log.store, readStore, publisher: bus.publisher, batch: 7 }, log.head());
    expect(idsOf(bus.published)).toEqual(log.expected);
    expect(relay.position()).toBe(log.head());
    expect(await readStore.checkpoints(name)).toEqual(new Map([[0, log.head()]]));
    const next = log.say('case-1', 'Said');
    await runTo({ store: log.store, readStore, publisher: bus.publisher }, log.head());
    expect(idsOf(bus.published)).toEqual([...log.expected, next.id]);
  });

  it('saves its checkpoint only after the bus has what lies before', async () => {
    const log = aLog(40);
    const readStore = freshStore();
    const acknowledged: number[] = [];
    const publisher: EventPublisher = {
      publish: async (events) => {
        const saved = (await readStore.checkpoints(name)).get(0) ?? 0;
        const last = log.events.find(({ id }) => id === events.at(-1)!.id)!.position;
        expect(saved).toBeLessThan(last);
        acknowledged.push(last);
      },
      close: async () => undefined,
    };
    await runTo({ store: log.store, readStore, publisher, batch: 3 }, log.head());
    expect(acknowledged.length).toBeGreaterThan(5);
  });

  it('tries again as long as the bus is away, and loses and reorders nothing', async () => {
    const log = aLog(40);
    const told: string[] = [];
    const away = (call: number): void => {
      if (call % 3 !== 0) throw new Unavailable(`away ${call}`);
    };
    const bus = recorder(away);
    const onUnavailable = ({ message }: Unavailable): void => void told.push(message);
    await runTo(
      { store: log.store, readStore: freshStore(), publisher: bus.publisher, batch: 5, onUnavailable },
      log.head(),
    );
    expect(idsOf(bus.published)).toEqual(log.expected);
    expect(told.slice(0, 2)).toEqual(['away 1', 'away 2']);
  });

  it('publishes again what may be there already when the answer was lost', async () => {
    const log = aLog(20);
    const bus = recorder(undefined, (call) => {
      if (call === 1) throw new Unavailable('no answer');
    });
    await runTo({ store: log.store, readStore: freshStore(), publisher: bus.publisher }, log.head());
    expect(firsts(bus.published)).toEqual(log.expected);
    expect(bus.published).toHaveLength(2 * log.expected.length);
  });

  it('may be stopped at every failpoint and every write: all is published, first occurrences in order', async () => {
    for (const failpoint of ['relay:before-publish', 'relay:after-publish', 'relay:after-checkpoint']) {
      const log = aLog(30);
      const [readStore, bus] = [freshStore(), recorder()];
      let left = Infinity;
      const stop = (passed: string): void => {
        if (passed === failpoint && --left <= 0) throw new Error('stop');
      };
      const stops = await stoppedEverywhere(
        (passes) => void (left = passes),
        async () =>
          void (await runTo(
            { store: log.store, readStore, publisher: bus.publisher, batch: 4, failpoint: stop },
            log.head(),
          )),
      );
      expect(stops).toBeGreaterThan(1);
      expect(firsts(bus.published)).toEqual(log.expected);
    }
    const log = aLog(30);
    const [{ store: readStore, stopAfter }, bus] = [stoppingStore(), recorder()];
    await stoppedEverywhere(
      stopAfter,
      async () => void (await runTo({ store: log.store, readStore, publisher: bus.publisher, batch: 4 }, log.head())),
    );
    expect(firsts(bus.published)).toEqual(log.expected);
  });

  it('ends at once when told to while the bus is away, and publishes later', async () => {
    const log = aLog(10);
    const readStore = freshStore();
    const control = new AbortController();
    const away = recorder(() => {
      throw new Unavailable('away');
    });
    const onUnavailable = (): void => control.abort();
    const options = { ...relaying, store: log.store, readStore, publisher: away.publisher, onUnavailable };
    await relayRunner({ ...options, signal: control.signal }).run();
    expect(away.published).toEqual([]);
    const bus = recorder();
    await runTo({ store: log.store, readStore, publisher: bus.publisher }, log.head());
    expect(idsOf(bus.published)).toEqual(log.expected);
  });

  it('stops at an event that has no public form, after what lies before it', async () => {
    const log = aLog(20);
    const [readStore, bus] = [freshStore(), recorder()];
    const at = log.expected[9]!;
    const broken = (event: StoredEvent): PublicEvent | null => {
      if (event.id === at) throw new Error(`cases cannot say ${event.id}`);
      return publicOf(event);
    };
    const options = { store: log.store, readStore, publisher: bus.publisher };
    await expect(runTo({ ...options, publicOf: broken }, log.head())).rejects.toThrow(`cases cannot say ${at}`);
    expect(idsOf(bus.published)).toEqual(log.expected.slice(0, 9));
    await runTo(options, log.head());
    expect(idsOf(bus.published)).toEqual(log.expected);
  });

  it('moves its checkpoint past what is private', async () => {
    const log = fakeLog();
    for (let n = 0; n < 50; n++) log.say('case-1', 'Kept');
    const [readStore, bus] = [freshStore(), recorder()];
    await runTo({ store: log.store, readStore, publisher: bus.publisher, batch: 10 }, log.head());
    expect(bus.sizes).toEqual([]);
    expect((await readStore.checkpoints(name)).get(0)).toBe(log.head());
  });

  it('runs once at a time', async () => {
    const control = new AbortController();
    const { store } = aLog(1);
    const { publisher } = recorder();
    const relay = relayRunner({ ...relaying, store, publisher, readStore: freshStore(), signal: control.signal });
    const run = relay.run();
    await expect(relay.run()).rejects.toThrow('relay.cases is running already.');
    control.abort();
    await run;
  });
});
