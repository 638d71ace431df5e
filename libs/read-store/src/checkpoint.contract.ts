import type { DocumentWrite, JsonObject, ReadStore } from '@sunlit/kernel';
import type { WithStore } from './read-store.contract.js';

const DESK = 'complaint-desk.v1';
const write = (store: ReadStore, ...documents: DocumentWrite[]) =>
  store.write({ writes: [{ collection: DESK, documents }] });
const one = (version: number, doc: JsonObject | null, key = 'a'): DocumentWrite => ({ key, version, doc });
const docOf = async (store: ReadStore, key = 'a') => (await store.get(DESK, [key]))[0];

/** Checkpoints, clearing, and what outlives a store. */
export const checkpointContract = (withStore: WithStore): void => {
  it(
    'keeps a checkpoint a partition of each name, written with its documents',
    withStore(async ({ store }) => {
      await store.declare([{ name: DESK, index: {} }]);
      expect(await store.checkpoints('p')).toEqual(new Map());
      await store.write({
        writes: [{ collection: DESK, documents: [one(0, { n: 1 })] }],
        checkpoint: { name: 'p', partition: 0, position: 7 },
      });
      await store.write({ writes: [], checkpoint: { name: 'p', partition: 2, position: 5 } });
      await store.write({ writes: [], checkpoint: { name: 'p', partition: 0, position: 9 } });
      await store.write({ writes: [], checkpoint: { name: 'q', partition: 0, position: 1 } });
      expect(await store.checkpoints('p')).toEqual(
        new Map([
          [0, 9],
          [2, 5],
        ]),
      );
      expect(await store.checkpoints('q')).toEqual(new Map([[0, 1]]));
    }),
  );

  it(
    'clears the named collections and checkpoints, and no others',
    withStore(async ({ store }) => {
      await store.declare([
        { name: DESK, index: { w: 'terms' } },
        { name: 'other.v1', index: {} },
      ]);
      for (const name of [DESK, 'other.v1'])
        await store.write({
          writes: [{ collection: name, documents: [one(4, { w: ['x'] })] }],
          checkpoint: { name, partition: 0, position: 4 },
        });
      await store.clear([DESK, 'never-declared.v1'], [DESK]);
      expect(await docOf(store)).toBeNull();
      expect(await store.checkpoints(DESK)).toEqual(new Map());
      expect(await store.get('other.v1', ['a'])).toEqual([{ version: 4, doc: { w: ['x'] } }]);
      expect(await store.checkpoints('other.v1')).toEqual(new Map([[0, 4]]));
      await write(store, one(0, { w: ['y'] }));
      expect((await store.list(DESK, { where: { w: { any: ['x'] } }, first: 1 })).items).toEqual([]);
    }),
  );

  const expectThere = async (store: ReadStore): Promise<void> => {
    expect(await docOf(store)).toEqual({ version: 1, doc: { n: 1 } });
    expect(await store.checkpoints('p')).toEqual(new Map([[0, 3]]));
  };
  const put = async (store: ReadStore): Promise<void> => {
    await store.declare([{ name: DESK, index: { n: 'number' } }]);
    const checkpoint = { name: 'p', partition: 0, position: 3 };
    await store.write({ writes: [{ collection: DESK, documents: [one(1, { n: 1 })] }], checkpoint });
  };

  it(
    'is there again after closing',
    withStore(async ({ store, reopen }) => {
      await put(store);
      const again = await reopen?.();
      if (!again) return;
      await again.declare([{ name: DESK, index: { n: 'number' } }]);
      await expectThere(again);
    }),
  );

  it(
    'is there at once for another reader, also one that came first',
    withStore(async ({ store, reader }) => {
      const other = await reader?.();
      if (!other) return;
      await other.declare([{ name: DESK, index: { n: 'number' } }]);
      expect(await other.list(DESK, { first: 1 })).toEqual({ items: [], hasNext: false });
      await put(store);
      await expectThere(other);
      await other.close();
    }),
  );
};
