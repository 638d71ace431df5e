import { Unavailable, type ReadStore } from '@sunlit/kernel';
import { mongodbReadStore } from '@sunlit/read-store/mongodb';
import { startFerretdb, type Ferretdb } from './start.mjs';

const NAME = 'desk.v1';
const BATCHES = 12;
const SIZE = 20;

const keysOf = (batch: number) => Array.from({ length: SIZE }, (_, at) => `k${batch}-${at}`);
const write = (store: ReadStore, batch: number) =>
  store.write({
    writes: [
      { collection: NAME, documents: keysOf(batch).map((key) => ({ key, version: batch, doc: { batch } })) },
      { collection: NAME, documents: [{ key: 'last', version: batch, doc: { batch } }] },
    ],
    checkpoint: { name: NAME, partition: 0, position: batch },
  });

/** Until it answers again: the driver looks for the server by itself. */
const again = async <T>(call: () => Promise<T>): Promise<T> => {
  for (;;) {
    const outcome = await call().catch((error: unknown) => {
      if (!(error instanceof Unavailable)) throw error;
      return error;
    });
    if (!(outcome instanceof Unavailable)) return outcome;
  }
};

/** Writes batch after batch until one fails; the number of the last acknowledged. */
const writeUntilKilled = async (store: ReadStore, from: number, acknowledged: (batch: number) => void) => {
  for (let batch = from; ; batch++) {
    const failure = await write(store, batch).then(
      () => null,
      (error: unknown) => error,
    );
    if (failure) {
      expect(failure).toBeInstanceOf(Unavailable);
      return batch - 1;
    }
    acknowledged(batch);
  }
};

const expectAllUpTo = async (store: ReadStore, batch: number): Promise<void> => {
  for (let each = 1; each <= batch; each++)
    expect(await store.get(NAME, keysOf(each))).toEqual(
      keysOf(each).map(() => ({ version: each, doc: { batch: each } })),
    );
  const [last] = await store.get(NAME, ['last']);
  expect(last!.version).toBeGreaterThanOrEqual(batch);
  expect((await store.checkpoints(NAME)).get(0)).toBeGreaterThanOrEqual(batch);
};

describe('a read store whose server is killed', () => {
  let server: Ferretdb;
  beforeAll(async () => {
    server = await startFerretdb();
  });
  afterAll(() => server.stop());

  it('has every acknowledged batch, its checkpoint never ahead of its documents, and goes on by itself', async () => {
    const store = mongodbReadStore({ uri: server.url, database: 'killed' });
    await store.declare([{ name: NAME, index: { batch: 'number' } }]);
    let standing = 0;
    for (const until of [BATCHES, 2 * BATCHES]) {
      let killed: Promise<void> | undefined;
      const acknowledged = await writeUntilKilled(store, standing + 1, (batch) => {
        // A turn later, when the next batch is on its way.
        if (batch >= until) killed ??= new Promise((done) => setImmediate(() => done(server.kill())));
      });
      await killed;
      await server.start();
      await again(() => store.checkpoints(NAME));
      await again(() => expectAllUpTo(store, acknowledged));
      standing = (await store.checkpoints(NAME)).get(0)!;
      await expectAllUpTo(store, standing);
    }
    expect(standing).toBeGreaterThanOrEqual(2 * BATCHES);
    await store.close();
  });
});
