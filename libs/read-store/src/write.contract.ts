import type { DocumentWrite, JsonObject, ReadStore } from '@sunlit/kernel';
import { checkpointContract } from './checkpoint.contract.js';
import type { WithStore } from './read-store.contract.js';

const DESK = 'complaint-desk.v1';
const write = (store: ReadStore, ...documents: DocumentWrite[]) =>
  store.write({ writes: [{ collection: DESK, documents }] });
const one = (version: number, doc: JsonObject | null, key = 'a'): DocumentWrite => ({ key, version, doc });
const docOf = async (store: ReadStore, key = 'a') => (await store.get(DESK, [key]))[0];

const declareContract = (withStore: WithStore): void => {
  it(
    'declares again what is there, and refuses other index fields under the same name',
    withStore(async ({ store }) => {
      await store.declare([{ name: DESK, index: { status: 'text', dueOn: 'day' } }]);
      await write(store, one(0, { status: 'open' }));
      await store.declare([{ name: DESK, index: { dueOn: 'day', status: 'text' } }]);
      expect(await docOf(store)).toEqual({ version: 0, doc: { status: 'open' } });
      await expect(store.declare([{ name: DESK, index: { status: 'number' } }])).rejects.toThrow(DESK);
      await expect(store.declare([{ name: DESK, index: { status: 'text' } }])).rejects.toThrow('index fields');
    }),
  );

  it(
    'says which collection or field is not declared',
    withStore(async ({ store }) => {
      await store.declare([{ name: DESK, index: { status: 'text' } }]);
      await expect(store.get('nobody.v1', ['a'])).rejects.toThrow('nobody.v1 is not declared');
      await expect(store.list('nobody.v1', { first: 1 })).rejects.toThrow('nobody.v1 is not declared');
      await expect(store.list(DESK, { where: { unit: 'x' }, first: 1 })).rejects.toThrow('no field unit');
      await expect(store.list(DESK, { sort: { field: 'unit' }, first: 1 })).rejects.toThrow('no field unit');
      await expect(store.count(DESK, { by: ['unit'] })).rejects.toThrow('no field unit');
    }),
  );

  it(
    'refuses a value of another type than declared, without showing it',
    withStore(async ({ store }) => {
      await store.declare([{ name: DESK, index: { status: 'text' } }]);
      await expect(write(store, one(0, { status: 13812345678 }))).rejects.toThrow(/^(?!.*13812345678).*status/);
      await expect(store.list(DESK, { where: { status: 5 }, first: 1 })).rejects.toThrow('status');
    }),
  );
};

const versionContract = (withStore: WithStore): void => {
  it(
    'replaces only what is older, by a document and by a tombstone',
    withStore(async ({ store }) => {
      await store.declare([{ name: DESK, index: {} }]);
      await write(store, one(3, { n: 3 }));
      await write(store, one(3, { n: 'same' }), one(2, { n: 'older' }), one(2, null));
      expect(await docOf(store)).toEqual({ version: 3, doc: { n: 3 } });
      await write(store, one(4, null));
      expect(await docOf(store)).toEqual({ version: 4, doc: null });
      await write(store, one(4, { n: 'ghost' }), one(1, { n: 'ghost' }));
      expect(await docOf(store)).toEqual({ version: 4, doc: null });
      await write(store, one(5, { n: 5 }), one(6, { n: 6 }));
      expect(await docOf(store)).toEqual({ version: 6, doc: { n: 6 } });
    }),
  );

  it(
    'tells versions between whole numbers apart',
    withStore(async ({ store }) => {
      await store.declare([{ name: DESK, index: {} }]);
      await write(store, one(7, { n: 1 }), one(7 + 2 ** -12, { n: 2 }), one(7, { n: 3 }));
      expect(await docOf(store)).toEqual({ version: 7 + 2 ** -12, doc: { n: 2 } });
      await write(store, one(2 ** 40 + 2 ** -12, { n: 4 }), one(2 ** 40, { n: 5 }));
      expect(await docOf(store)).toEqual({ version: 2 ** 40 + 2 ** -12, doc: { n: 4 } });
    }),
  );

  it(
    'writes many documents at once, also the same key repeatedly',
    withStore(async ({ store }) => {
      await store.declare([
        { name: DESK, index: { n: 'number', words: 'terms' } },
        { name: 'plain.v1', index: { n: 'number' } },
      ]);
      const documents = Array.from({ length: 503 }, (_, at) => one(at, { n: at, words: [`w${at}`] }, `k${at % 250}`));
      await store.write({
        writes: [
          { collection: DESK, documents },
          { collection: 'plain.v1', documents },
        ],
      });
      for (const name of [DESK, 'plain.v1']) {
        expect(await store.count(name, {})).toEqual([{ values: [], count: 250 }]);
        expect(await store.get(name, ['k0', 'k2', 'k3'])).toEqual(
          [500, 502, 253].map((n) => ({ version: n, doc: { n, words: [`w${n}`] } })),
        );
      }
    }),
  );
};

const getContract = (withStore: WithStore): void => {
  it(
    'gives documents in the order asked for, null where there is none',
    withStore(async ({ store }) => {
      await store.declare([{ name: DESK, index: {} }]);
      await write(store, one(0, { n: 1 }, 'b'), one(0, { n: 2 }, 'a'), one(1, null, 'gone'));
      const found = await store.get(DESK, ['a', 'x', 'b', 'gone', 'a']);
      expect(found).toEqual([
        { version: 0, doc: { n: 2 } },
        null,
        { version: 0, doc: { n: 1 } },
        { version: 1, doc: null },
        { version: 0, doc: { n: 2 } },
      ]);
      expect(await store.get(DESK, [])).toEqual([]);
    }),
  );

  it(
    'keeps any JSON document and any text as it was',
    withStore(async ({ store }) => {
      await store.declare([{ name: DESK, index: { text: 'text', words: 'terms' } }]);
      const text = '投诉：出租车🚕 café \u2028 "quoted" \\ \'%_';
      const doc = {
        text,
        words: ['出租', '🚕', "o'clock"],
        deep: { list: [1, -2, 2 ** 53 - 1, true, null, '\u0000', []], 键: {} },
      };
      await write(store, one(0, doc, 'a|键🚕'), one(0, { text: 'other', words: [] }, 'b'));
      expect(await docOf(store, 'a|键🚕')).toEqual({ version: 0, doc });
      expect((await store.list(DESK, { where: { text }, first: 5 })).items.map(({ key }) => key)).toEqual(['a|键🚕']);
      expect((await store.list(DESK, { where: { words: { all: ['🚕', "o'clock"] } }, first: 5 })).items).toHaveLength(
        1,
      );
    }),
  );
};

/** Declaring, writing, getting, checkpoints. */
export const writeContract = (withStore: WithStore): void => {
  describe('declare', () => declareContract(withStore));
  describe('write', () => versionContract(withStore));
  describe('get', () => getContract(withStore));
  describe('checkpoints', () => checkpointContract(withStore));
};
