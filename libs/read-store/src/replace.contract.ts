import type { ReadStore } from '@sunlit/kernel';
import type { WithStore } from './read-store.contract.js';

const NEW = 'desk.v1~rebuild';
const index = { n: 'number', words: 'terms' } as const;
const PAIRS = [
  { from: NEW, to: 'desk.v1' },
  { from: 'counters.v1~rebuild', to: 'counters.v1' },
];
const CHECKPOINT = { from: NEW, to: 'desk.v1' };

const fill = async (store: ReadStore, names: readonly string[], n: number): Promise<void> => {
  await store.declare(names.map((name) => ({ name, index })));
  const documents = [
    { key: 'a', version: n, doc: { n, words: [`w${n}`] } },
    { key: `only${n}`, version: 1, doc: { n: 0 } },
  ];
  const checkpoint = { name: names[0]!, partition: 0, position: n };
  await store.write({ writes: names.map((collection) => ({ collection, documents })), checkpoint });
};

const expectNew = async (store: ReadStore): Promise<void> => {
  for (const name of ['desk.v1', 'counters.v1']) {
    const doc = { n: 3, words: ['w3'] };
    expect(await store.get(name, ['a', 'only9', 'only3'])).toEqual([
      { version: 3, doc },
      null,
      { version: 1, doc: { n: 0 } },
    ]);
    expect((await store.list(name, { sort: { field: 'n' }, first: 9 })).items.map(({ key }) => key)).toEqual([
      'only3',
      'a',
    ]);
    expect((await store.list(name, { where: { words: { any: ['w3', 'w9'] } }, first: 9 })).items).toHaveLength(1);
  }
  expect(await store.checkpoints('desk.v1')).toEqual(new Map([[0, 3]]));
  expect(await store.checkpoints(NEW)).toEqual(new Map());
};

const both = async (store: ReadStore): Promise<void> => {
  await fill(store, ['desk.v1', 'counters.v1'], 9);
  await fill(store, [NEW, 'counters.v1~rebuild'], 3);
};

/** Taking the place of another collection. */
export const replaceContract = (withStore: WithStore): void => {
  describe('replace', () => {
    it(
      'puts collections and checkpoint in the place of the old ones; again, without a checkpoint to take, changes nothing',
      withStore(async ({ store, reader }) => {
        const other = await reader?.();
        await both(store);
        expect(await other?.get('desk.v1', ['only9'])).toEqual(other && [{ version: 1, doc: { n: 0 } }]);
        await store.replace(PAIRS, CHECKPOINT);
        await expectNew(store);
        if (other) await expectNew(other);
        await other?.close();
        await store.replace(PAIRS, CHECKPOINT);
        await expectNew(store);
      }),
    );

    it(
      'leaves room for the next one, and what took the place is written on',
      withStore(async ({ store, reopen }) => {
        await both(store);
        await store.replace(PAIRS, CHECKPOINT);
        await store.declare(
          PAIRS.flatMap(({ from, to }) => [
            { name: from, index },
            { name: to, index },
          ]),
        );
        expect(await store.get(NEW, ['a'])).toEqual([null]);
        await store.write({
          writes: [{ collection: 'desk.v1', documents: [{ key: 'b', version: 0, doc: { n: 5, words: ['w3'] } }] }],
        });
        expect(await store.count('desk.v1', { where: { words: { any: ['w3'] } } })).toEqual([{ values: [], count: 2 }]);
        await fill(store, [NEW, 'counters.v1~rebuild'], 3);
        await store.replace(PAIRS, CHECKPOINT);
        await expectNew(store);
        const again = await reopen?.();
        if (again) await expectNew(again);
      }),
    );

    it(
      'is finished by repeating it, wherever it stopped',
      withStore(async ({ store, stopAfter }) => {
        for (let writes = 1; stopAfter; writes++) {
          await store.clear(['desk.v1', 'counters.v1'], ['desk.v1']);
          await both(store);
          stopAfter(writes);
          const stopped = await store.replace(PAIRS, CHECKPOINT).then(
            () => false,
            () => true,
          );
          stopAfter(null);
          await store.replace(PAIRS, CHECKPOINT);
          await expectNew(store);
          if (!stopped) return;
        }
      }),
    );
  });
};
