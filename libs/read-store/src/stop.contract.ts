import type { ReadBatch, ReadStore } from '@sunlit/kernel';
import type { WithStore } from './read-store.contract.js';

const NAMES = ['entries.v1', 'counters.v1', 'items.v1'];
const documents = [1, 2, 3].map((n) => ({ key: `k${n}`, version: n, doc: n === 2 ? null : { n, words: [`w${n}`] } }));
const BATCH: ReadBatch = {
  writes: NAMES.map((collection) => ({ collection, documents })),
  checkpoint: { name: 'items.v1', partition: 0, position: 3 },
};

const contents = async (store: ReadStore) => ({
  documents: await Promise.all(NAMES.map((name) => store.get(name, ['k1', 'k2', 'k3']))),
  found: await Promise.all(
    NAMES.map((name) => store.list(name, { where: { words: { any: ['w1', 'w3'] } }, first: 9 })),
  ),
  checkpoints: await store.checkpoints('items.v1'),
});

/** Writes stand in strict order: from the first that is missing on, all are, the checkpoint last. */
const expectAPrefix = async (store: ReadStore): Promise<void> => {
  const standing = (await Promise.all(NAMES.map((name) => store.get(name, ['k1', 'k2', 'k3'])))).flat();
  const done = [...standing.map((row) => row !== null), (await store.checkpoints('items.v1')).size > 0];
  expect(done).toEqual([...done].sort((a, b) => Number(b) - Number(a)));
};

/** Stopping between any two writes of a batch. */
export const stopContract = (withStore: WithStore): void => {
  describe('a batch', () => {
    it(
      'stopped after any of its writes stands as a beginning of itself, and repeated is the whole',
      withStore(async ({ store, stopAfter }) => {
        await store.declare(NAMES.map((name) => ({ name, index: { n: 'number', words: 'terms' } })));
        await store.write(BATCH);
        const whole = await contents(store);
        for (let writes = 1; stopAfter && writes <= 10; writes++) {
          await store.clear(NAMES, ['items.v1']);
          stopAfter(writes);
          await expect(store.write(BATCH)).rejects.toThrow();
          stopAfter(null);
          await expectAPrefix(store);
          await store.write(BATCH);
          expect(await contents(store)).toEqual(whole);
        }
      }),
    );
  });
};
