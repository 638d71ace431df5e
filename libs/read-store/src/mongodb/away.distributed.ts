import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Unavailable, type ReadStore } from '@sunlit/kernel';
import { mongodbReadStore } from './index.js';

/** Seconds an answer may take while the server is away: more than it takes, less than anybody waits. */
const SOON = 9_000;
const NAME = 'desk.v1';

/** A server's address that can be cut off (refused, connections gone) and frozen (nothing comes through) without touching the server. */
const throughProxy = async (target: URL) => {
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => void (frozen || to.write(data)));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const drop = () => sockets.forEach((socket) => socket.destroy());
  return {
    url: `mongodb://127.0.0.1:${port}`,
    cut: async () => {
      const closed = once(server, 'close');
      server.close();
      drop();
      await closed;
    },
    mend: async () => {
      frozen = false;
      drop();
      if (server.listening) return;
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    freeze: () => {
      frozen = true;
    },
    close: () => {
      drop();
      if (server.listening) server.close();
    },
  };
};

const write = (store: ReadStore, n: number) =>
  store.write({
    writes: [{ collection: NAME, documents: [{ key: 'a', version: n, doc: { n } }] }],
    checkpoint: { name: NAME, partition: 0, position: n },
  });

const CALLS: readonly ((store: ReadStore) => Promise<unknown>)[] = [
  (store) => store.get(NAME, ['a']),
  (store) => store.list(NAME, { first: 5 }),
  (store) => store.count(NAME, {}),
  (store) => store.checkpoints(NAME),
  (store) => write(store, 9),
  (store) => store.declare([{ name: NAME, index: { n: 'number' } }]),
];

const expectUnavailableSoon = async (store: ReadStore): Promise<void> => {
  const began = performance.now();
  const outcomes = await Promise.allSettled(CALLS.map((call) => call(store)));
  expect(performance.now() - began).toBeLessThan(SOON);
  for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: expect.any(Unavailable) });
};

/** Tries until it answers: the way back takes as long as the driver's next look at the server. */
const again = async <T>(call: () => Promise<T>): Promise<T> => {
  for (;;) {
    const outcome = await call().catch((error: unknown) => {
      if (!(error instanceof Unavailable)) throw error;
      return error;
    });
    if (!(outcome instanceof Unavailable)) return outcome;
  }
};

describe.each(['SUNLIT_TEST_MONGODB', 'SUNLIT_TEST_MONGODB_DURABLE'])('a read store on %s', (variable) => {
  const target = process.env[variable];
  if (!target) throw new Error(`${variable} is to be the address of a MongoDB server: npm run test:distributed.`);
  type Opened = { readonly proxy: Awaited<ReturnType<typeof throughProxy>>; readonly store: ReadStore };
  const opened = (test: (given: Opened) => Promise<void>) => async () => {
    const proxy = await throughProxy(new URL(target));
    const store = mongodbReadStore({ uri: proxy.url, database: `read-${randomUUID()}` });
    try {
      await test({ proxy, store });
      await store.clear([NAME], [NAME]);
    } finally {
      await store.close();
      proxy.close();
    }
  };

  it(
    'that is away at start is Unavailable soon, and there by itself when the server is',
    opened(async ({ proxy, store }) => {
      await proxy.cut();
      await expectUnavailableSoon(store);
      await expectUnavailableSoon(store);
      await proxy.mend();
      await again(() => store.declare([{ name: NAME, index: { n: 'number' } }]));
      await again(() => write(store, 1));
      expect(await store.get(NAME, ['a'])).toEqual([{ version: 1, doc: { n: 1 } }]);
    }),
  );

  it.each(['cut', 'freeze'] as const)('whose server goes away (%s) is Unavailable soon, then works again', (way) =>
    opened(async ({ proxy, store }) => {
      await store.declare([{ name: NAME, index: { n: 'number' } }]);
      await write(store, 1);
      await proxy[way]();
      await expectUnavailableSoon(store);
      await proxy.mend();
      await again(() => write(store, 10));
      expect(await again(() => store.get(NAME, ['a']))).toEqual([{ version: 10, doc: { n: 10 } }]);
      expect(await again(() => store.checkpoints(NAME))).toEqual(new Map([[0, 10]]));
    })(),
  );
});
