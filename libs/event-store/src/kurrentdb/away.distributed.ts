import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unavailable, WrongExpectedRevision, type EventStore, type StoredEvent } from '@sunlit/kernel';
import { aCategory, aStream, anEvent, followUntil, idsOf, someEvents } from '../contract/fixture.js';
import { kurrentdbEventStore } from './index.js';
import { ownStandIn } from './testing.js';

/** A request that fails like this was answered soon enough for a command to be refused with 503. */
const SOON_MS = 3_000;

const soon = async (request: Promise<unknown>): Promise<unknown> => {
  const began = performance.now();
  const outcome = await request.catch((error: unknown) => error);
  expect(performance.now() - began).toBeLessThan(SOON_MS);
  return outcome;
};

/** Asks again while the store is away; resolves with the first answer. */
const patiently = async <T>(request: () => Promise<T>): Promise<T> => {
  for (;;) {
    const outcome = await request().catch((error: unknown) => error);
    if (!(outcome instanceof Unavailable)) return outcome as T;
  }
};

describe('the event store on the KurrentDB stand-in, while that is away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-kurrentdb-'));
  let server: ReturnType<typeof ownStandIn>;
  let store: EventStore;
  let tests = 0;

  beforeEach(async () => {
    server = ownStandIn(join(folder, `${++tests}.jsonl`));
    await server.start();
    store = kurrentdbEventStore({ connectionString: server.url(), deadlineMs: 1_000 });
  });
  afterEach(async () => {
    await store.close();
    await server.kill();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says so soon, from the start on, and serves once the server is there', async () => {
    await server.kill();
    const stream = aStream();
    expect(await soon(store.append(stream, someEvents(1), -1))).toBeInstanceOf(Unavailable);
    expect(await soon(store.read(stream))).toBeInstanceOf(Unavailable);
    expect(await soon(store.head())).toBeInstanceOf(Unavailable);
    const following = followUntil(store, { after: 0 }, (events) => events.length === 2);
    await server.start();
    const events = someEvents(2);
    await patiently(() => store.append(stream, events, -1));
    expect(idsOf((await following).events)).toEqual(idsOf(events));
    expect(idsOf(await patiently(() => store.read(stream)))).toEqual(idsOf(events));
    expect(await patiently(() => store.head())).toBeGreaterThan(0);
  });

  it('says so soon of a server that does not answer, and goes on with it', async () => {
    const stream = aStream();
    const [first, second] = [anEvent(), anEvent()];
    await store.append(stream, [first], -1);
    await store.head();
    server.freeze();
    expect(await soon(store.append(stream, [second], 0))).toBeInstanceOf(Unavailable);
    expect(await soon(store.head())).toBeInstanceOf(Unavailable);
    expect(await soon(store.read(stream))).toBeInstanceOf(Unavailable);
    server.thaw();
    // What was answered with Unavailable may have been done: repeated, it is the same append.
    expect(await patiently(() => store.append(stream, [second], 0))).toMatchObject({ revision: 1 });
    expect(idsOf(await patiently(() => store.read(stream)))).toEqual([first.id, second.id]);
  });

  it('keeps what it acknowledged through kills, and subscriptions go on by themselves without loss or repetition', async () => {
    const category = aCategory();
    const sent: string[] = [];
    const stop = new AbortController();
    const met: StoredEvent[] = [];
    const last: { position: number; until: number; reached?: () => void } = { position: 0, until: Infinity };
    const reading = (async () => {
      const of = { after: 0, categories: [category], batch: 7, signal: stop.signal };
      for await (const { events, position } of store.subscribe(of)) {
        met.push(...events);
        expect(position).toBeGreaterThanOrEqual(last.position);
        last.position = position;
        if (position >= last.until) last.reached?.();
      }
    })();
    for (let round = 0; round < 3; round++) {
      // 60 appends at once, the kill amid them: each is repeated until it is acknowledged.
      const writing = Array.from({ length: 60 }, async () => {
        const [stream, events] = [aStream(category), someEvents(2)];
        const { revision } = await patiently(() => store.append(stream, events, -1));
        expect(revision).toBe(1);
        sent.push(...idsOf(events));
      });
      await Promise.race(writing);
      await server.kill();
      await server.start();
      await Promise.all(writing);
    }
    const { position } = await patiently(() => store.append(aStream(category), [anEvent()], -1));
    await new Promise<void>((resolve) => {
      Object.assign(last, { until: position, reached: resolve });
      if (last.position >= position) resolve();
    });
    stop.abort();
    await reading;
    expect(idsOf(met).slice(0, -1).toSorted()).toEqual(sent.toSorted());
    const positions = met.map((event) => event.position);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
  });

  it('gives a request under way Unavailable when it is closed, and ends', async () => {
    await store.append(aStream(), someEvents(1), -1);
    server.freeze();
    const requests = [store.append(aStream(), someEvents(1), -1), store.head()].map((request) =>
      request.catch((error: unknown) => error),
    );
    await store.close();
    for (const outcome of await Promise.all(requests)) expect(outcome).toBeInstanceOf(Unavailable);
    await expect(store.head()).rejects.toBeInstanceOf(Unavailable);
  });
});

describe('the event store on the KurrentDB stand-in, beside what the server does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-kurrentdb-'));
  const server = ownStandIn(join(folder, 'log.jsonl'));
  let store: EventStore;

  beforeAll(async () => {
    await server.start();
    store = kurrentdbEventStore({ connectionString: server.url() });
  });
  afterAll(async () => {
    await store.close();
    await server.kill();
    rmSync(folder, { recursive: true });
  });

  it('states a revision with every append (the stand-in refuses others): ids that stand elsewhere are written again', async () => {
    const stream = aStream();
    const event = anEvent();
    expect(await store.append(stream, [event], -1)).toMatchObject({ revision: 0 });
    // As KurrentDB does at the head; why nothing rests on ids alone.
    expect(await store.append(stream, [event], 0)).toMatchObject({ revision: 1 });
    expect(await store.append(stream, [event], 0)).toMatchObject({ revision: 1 });
    expect(idsOf(await store.read(stream))).toEqual([event.id, event.id]);
  });

  it('tells the place of an append that another process sent first, and of one that lost', async () => {
    const other = kurrentdbEventStore({ connectionString: server.url() });
    const [stream, events] = [aStream(), someEvents(3)];
    const outcome = await other.append(stream, events, -1);
    await other.close();
    expect(await store.append(stream, events, -1)).toEqual(outcome);
    await expect(store.append(stream, someEvents(3), -1)).rejects.toEqual(new WrongExpectedRevision(stream, -1, 2));
  });

  it('reads a stream longer than a page', async () => {
    const stream = aStream();
    let expected = -1;
    for (let n = 0; n < 11; n++) expected = (await store.append(stream, someEvents(100), expected)).revision;
    const events = await store.read(stream);
    expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 1_100 }, (_, n) => n));
    expect(await store.read(stream, 600)).toEqual(events.slice(600));
  });

  it('passes a long way through what the filter leaves out', async () => {
    const category = aCategory();
    await store.append(aStream(category), someEvents(1), -1);
    const after = await store.head();
    let end = 0;
    for (let n = 0; n < 40; n++) end = (await store.append(aStream(), someEvents(100), -1)).position;
    const { events, batches } = await followUntil(
      store,
      { after, categories: [category] },
      (_, { position }) => position >= end,
    );
    expect(events).toEqual([]);
    expect(batches.at(-1)!.caughtUp).toBe(true);
    expect(batches.length).toBeGreaterThan(1);
  });

  it('says nothing of the password in an address', async () => {
    const secret = 'kurrentdb://operator:hunter2@127.0.0.1:1?tls=false';
    const away = kurrentdbEventStore({ connectionString: secret });
    const failure = (await away.append(aStream(), someEvents(1), -1).catch((error: unknown) => error)) as Error;
    await away.close();
    expect(failure.message).toContain('127.0.0.1:1');
    expect(failure.message).not.toContain('hunter2');
    expect(() => kurrentdbEventStore({ connectionString: 'postgres://operator:hunter2@host' })).toThrow(
      /kurrentdb:\/\//,
    );
  });
});
