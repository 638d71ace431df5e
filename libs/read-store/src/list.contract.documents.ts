import type { CollectionSpec, JsonObject, ListQuery, ReadStore } from '@sunlit/kernel';

/** A collection with a field of each type. */
export const LIST: CollectionSpec = {
  name: 'list.v1',
  index: { text: 'text', number: 'number', day: 'day', instant: 'instant', flag: 'flag', terms: 'terms' },
};

/** Its documents, by key. */
export const DOCS: Readonly<Record<string, JsonObject>> = {
  a: {
    text: 'roads',
    number: 2,
    day: '2021-04-12',
    instant: '2021-04-12T02:00:00.000Z',
    flag: true,
    terms: ['公交', '交车'],
  },
  b: {
    text: 'buses',
    number: 10,
    day: '2021-04-13',
    instant: '2021-04-13T02:00:00.000Z',
    flag: false,
    terms: ['公交'],
  },
  c: { text: 'roads', number: -3, day: '2021-12-01', instant: '2021-12-01T02:00:00.000Z', flag: true, terms: [] },
  d: { text: null, number: null, day: null, instant: null, flag: null },
  e: { other: 1 },
  f: {
    text: '５道路',
    number: 2,
    day: '2022-01-01',
    instant: '2022-01-01T00:00:00.000Z',
    flag: false,
    terms: ['交车', '道路'],
  },
  g: { text: '🚕', number: 0, day: '2020-02-29', instant: '2020-02-29T00:00:00.000Z', flag: true, terms: ['道路'] },
};

/** Writes them, and a tombstone. */
export const filled = async (store: ReadStore): Promise<void> => {
  await store.declare([LIST]);
  const documents = Object.entries(DOCS).map(([key, doc]) => ({ key, version: 1, doc }));
  await store.write({
    writes: [{ collection: LIST.name, documents: [...documents, { key: 'gone', version: 1, doc: null }] }],
  });
};

/** The keys a list finds, in its order. */
export const keys = async (store: ReadStore, query: Partial<ListQuery>): Promise<string> =>
  (await store.list(LIST.name, { first: 100, ...query })).items.map(({ key }) => key).join('');
