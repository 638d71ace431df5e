import type { ReadBatch, ReadStore } from '@sunlit/kernel';
import type { WithStore } from './read-store.contract.js';

const NAME = 'desk.v1';
const KEYS = Array.from({ length: 40 }, (_, at) => `k${at}`);

/** A whole batch as of a position: every third document is gone at every second position. */
const batchAt = (position: number): ReadBatch => {
  const documents = KEYS.map((key, at) => ({
    key,
    version: position + (at % 4) / 4,
    doc: position % 2 === 0 && at % 3 === 0 ? null : { n: position, words: [`w${position}`] },
  }));
  return { writes: [{ collection: NAME, documents }], checkpoint: { name: NAME, partition: 0, position } };
};

const contents = async (store: ReadStore) => ({
  documents: await store.get(NAME, KEYS),
  counts: (await store.count(NAME, { by: ['n'] })).map((row) => JSON.stringify(row)).sort(),
  found: (await store.list(NAME, { where: { words: { any: ['w6', 'w7', 'w8'] } }, first: 99 })).items,
  checkpoints: await store.checkpoints(NAME),
});

const declare = (store: ReadStore) => store.declare([{ name: NAME, index: { n: 'number', words: 'terms' } }]);

/** A worker that fell behind, and two of them at once. */
export const writersContract = (withStore: WithStore): void => {
  describe('several writers', () => {
    it(
      'a stale one overwrites nothing newer and moves no checkpoint back',
      withStore(async ({ store, writer }) => {
        await declare(store);
        const stale = (await writer?.()) ?? store;
        await store.write(batchAt(8));
        const before = await contents(store);
        for (const position of [7, 2, 8]) await stale.write(batchAt(position));
        expect(await contents(store)).toEqual(before);
        const [first] = KEYS;
        const newer = { key: first!, version: 9, doc: { n: 9 } };
        const mixed = [...batchAt(3).writes[0]!.documents, newer, { key: 'new', version: 1, doc: { n: 1 } }];
        await stale.write({ writes: [{ collection: NAME, documents: mixed }] });
        expect(await store.get(NAME, [first!, 'new'])).toEqual([
          { version: 9, doc: { n: 9 } },
          { version: 1, doc: { n: 1 } },
        ]);
        expect((await store.get(NAME, KEYS)).slice(1)).toEqual(before.documents.slice(1));
        expect(await store.checkpoints(NAME)).toEqual(new Map([[0, 8]]));
        if (stale !== store) await stale.close();
      }),
    );

    it(
      'two at once end as one would',
      withStore(async ({ store, writer }) => {
        await declare(store);
        await store.write(batchAt(8));
        const expected = await contents(store);
        await store.clear([NAME], [NAME]);
        const other = (await writer?.()) ?? store;
        const through = async (one: ReadStore, positions: readonly number[]) => {
          for (const position of positions) await one.write(batchAt(position));
        };
        await Promise.all([through(store, [1, 2, 3, 5, 7, 8]), through(other, [1, 2, 4, 6, 7, 8])]);
        expect(await contents(store)).toEqual(expected);
        if (other !== store) await other.close();
      }),
    );
  });
};
