import { Refused } from '@sunlit/kernel';
import type { ListQuery, ReadStore, Where } from '@sunlit/kernel';
import { countContract } from './count.contract.js';
import { DOCS, LIST, filled, keys } from './list.contract.documents.js';
import type { WithStore } from './read-store.contract.js';

const WHERE: readonly (readonly [string, Where, string])[] = [
  ['nothing asked', {}, 'abcdefg'],
  ['a text', { text: 'roads' }, 'ac'],
  ['a number', { number: 2 }, 'af'],
  ['a day', { day: '2021-04-13' }, 'b'],
  ['an instant', { instant: '2021-12-01T02:00:00.000Z' }, 'c'],
  ['a flag', { flag: true }, 'acg'],
  ['the other flag', { flag: false }, 'bf'],
  ['null, also absent', { text: null }, 'de'],
  ['a null flag', { flag: null }, 'de'],
  ['texts', { text: { in: ['buses', '🚕', 'x'] } }, 'bg'],
  ['texts or null', { text: { in: ['buses', null] } }, 'bde'],
  ['numbers', { number: { in: [2, -3, 99] } }, 'acf'],
  ['flags', { flag: { in: [true, false] } }, 'abcfg'],
  ['none of nothing', { text: { in: [] } }, ''],
  ['numbers, both ends in', { number: { from: -3, to: 2 } }, 'acfg'],
  ['numbers from', { number: { from: 2 } }, 'abf'],
  ['days', { day: { from: '2021-04-12', to: '2021-12-01' } }, 'abc'],
  ['days to', { day: { to: '2021-04-12' } }, 'ag'],
  ['instants', { instant: { from: '2021-04-13T02:00:00.000Z', to: '2021-12-31T00:00:00.000Z' } }, 'bc'],
  ['texts in code point order', { text: { from: 'roads', to: '🚕' } }, 'acfg'],
  ['any term', { terms: { any: ['公交', '道路'] } }, 'abfg'],
  ['all terms', { terms: { all: ['公交', '交车'] } }, 'a'],
  ['any of none', { terms: { any: [] } }, ''],
  ['all of none', { terms: { all: [] } }, 'abcdefg'],
  ['an unknown term', { terms: { all: ['公交', 'x'] } }, ''],
  ['several at once', { text: 'roads', flag: true, number: { from: 0 }, terms: { any: ['公交'] } }, 'a'],
  ['several that exclude each other', { text: 'roads', flag: false }, ''],
];

const SORT: readonly (readonly [ListQuery['sort'], string])[] = [
  [undefined, 'abcdefg'],
  [{ field: 'number' }, 'cgafbde'],
  [{ field: 'number', descending: true }, 'bfagced'],
  [{ field: 'text' }, 'bacfgde'],
  [{ field: 'text', descending: true }, 'gfcabed'],
  [{ field: 'day' }, 'gabcfde'],
  [{ field: 'instant', descending: true }, 'fcbaged'],
  [{ field: 'flag' }, 'bfacgde'],
];

const paged = async (store: ReadStore, query: Omit<ListQuery, 'first' | 'after'>, first: number): Promise<string> => {
  let found = '';
  let after: string | undefined;
  for (;;) {
    const page = await store.list(LIST.name, { ...query, first, ...(after !== undefined && { after }) });
    found += page.items.map(({ key }) => key).join('');
    if (!page.hasNext) return found;
    after = page.items.at(-1)!.cursor;
  }
};

const pagingContract = (withStore: WithStore): void => {
  it.each(SORT)('sorts by %j, ties by key in the same direction, nulls last, and pages through all', (sort, expected) =>
    withStore(async ({ store }) => {
      await filled(store);
      const query = sort ? { sort } : {};
      expect(await keys(store, query)).toBe(expected);
      for (const first of [1, 2, 3, 6, 7]) expect(await paged(store, query, first)).toBe(expected);
      const some = { ...query, where: { flag: { in: [true, null] } } };
      expect(await paged(store, some, 2)).toBe([...expected].filter((key) => 'acdeg'.includes(key)).join(''));
    })(),
  );

  it(
    'goes on after its cursor whatever was written meanwhile',
    withStore(async ({ store }) => {
      await filled(store);
      const query = { sort: { field: 'number' }, first: 3 };
      const page = await store.list(LIST.name, query);
      const after = page.items.at(-1)!.cursor;
      const documents = [
        { key: 'a', version: 2, doc: null },
        { key: '0', version: 1, doc: { number: -99 } },
        { key: 'z', version: 1, doc: { number: 3 } },
      ];
      await store.write({ writes: [{ collection: LIST.name, documents }] });
      expect(await keys(store, { ...query, first: 9, after })).toBe('fzbde');
    }),
  );

  it(
    'says whether there is more, and refuses a cursor of another list',
    withStore(async ({ store }) => {
      await filled(store);
      const full = await store.list(LIST.name, { first: 7 });
      expect([full.hasNext, full.items[0]]).toMatchObject([false, { key: 'a', version: 1, doc: DOCS['a'] }]);
      expect((await store.list(LIST.name, { first: 6 })).hasNext).toBe(true);
      expect(await store.list(LIST.name, { first: 0 })).toEqual({ items: [], hasNext: true });
      const after = full.items[0]!.cursor;
      await expect(keys(store, { sort: { field: 'number' }, after })).rejects.toThrow(Refused);
      await expect(keys(store, { after: 'nonsense' })).rejects.toThrow(Refused);
      const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
      const sort = { field: 'number' };
      for (const after of [
        forged('number', false, {}, 'a'),
        forged('number', false, 1, {}),
        forged('number', false, 'x', 'a'),
      ])
        await expect(keys(store, { sort, after })).rejects.toThrow(Refused);
    }),
  );
};

const refusedContract = (withStore: WithStore): void => {
  it.each<[string, Partial<ListQuery>]>([
    ['terms compared', { where: { terms: 'x' } }],
    ['terms of a text', { where: { text: { any: ['x'] } } }],
    ['a range of a flag', { where: { flag: { from: 1 } } }],
    ['a text from a number', { where: { number: { from: 'x' } } }],
    ['terms sorted', { sort: { field: 'terms' } }],
    ['undefined', { where: { text: undefined } as unknown as Where }],
    ['an empty condition', { where: { text: {} } }],
  ])('refuses %s', (_, query) =>
    withStore(async ({ store }) => {
      await filled(store);
      await expect(keys(store, query)).rejects.toThrow(LIST.name);
    })(),
  );
};

/** Listing, paging and counting. */
export const listContract = (withStore: WithStore): void => {
  describe('list', () => {
    it.each(WHERE)('finds %s', (_, where, expected) =>
      withStore(async ({ store }) => {
        await filled(store);
        expect(await keys(store, { where })).toBe(expected);
      })(),
    );
    refusedContract(withStore);
  });
  describe('pages', () => pagingContract(withStore));
  describe('count', () => countContract(withStore));
};
