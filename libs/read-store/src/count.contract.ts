import type { FieldValue, ReadStore, Where } from '@sunlit/kernel';
import { LIST, filled, keys } from './list.contract.documents.js';
import type { WithStore } from './read-store.contract.js';

const counts = async (store: ReadStore, where: Where, by?: readonly string[]) => {
  const rows = await store.count(LIST.name, { where, ...(by && { by }) });
  return new Map<string, number>(rows.map(({ values, count }) => [JSON.stringify(values), count]));
};
const groups = (...rows: readonly (readonly [readonly FieldValue[], number])[]) =>
  new Map(rows.map(([values, count]) => [JSON.stringify(values), count]));

/** Counting, all and by fields. */
export const countContract = (withStore: WithStore): void => {
  it(
    'counts all, what a query finds, and by fields with nulls as a group',
    withStore(async ({ store }) => {
      await filled(store);
      expect(await counts(store, {})).toEqual(groups([[], 7]));
      expect(await counts(store, { text: 'nobody' })).toEqual(groups([[], 0]));
      expect(await counts(store, { text: 'nobody' }, ['flag'])).toEqual(groups());
      expect(await counts(store, {}, ['flag'])).toEqual(groups([[true], 3], [[false], 2], [[null], 2]));
      expect(await counts(store, { terms: { any: ['公交', '道路'] } }, ['text', 'number'])).toEqual(
        groups([['roads', 2], 1], [['buses', 10], 1], [['５道路', 2], 1], [['🚕', 0], 1]),
      );
    }),
  );

  it(
    'follows documents as they change',
    withStore(async ({ store }) => {
      await filled(store);
      const documents = [
        { key: 'a', version: 2, doc: { text: 'buses', terms: ['新词'] } },
        { key: 'b', version: 2, doc: null },
      ];
      await store.write({ writes: [{ collection: LIST.name, documents }] });
      expect(await counts(store, { text: { in: ['buses', 'roads'] } }, ['text'])).toEqual(
        groups([['buses'], 1], [['roads'], 1]),
      );
      expect(await keys(store, { where: { terms: { any: ['公交', '交车'] } } })).toBe('f');
      expect(await keys(store, { where: { terms: { all: ['新词'] } } })).toBe('a');
    }),
  );
};
