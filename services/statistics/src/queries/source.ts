import type { ListQuery, ReadStore, StoredDocument } from '@sunlit/kernel';
import { SET_ASIDE, listSetAside } from '@sunlit/runner';
import { COUNTERS, FIGURES, SEEN, figureCollections, type SeenDocument } from '../populations/collections.js';

/** Where figures are read from. */
export interface Source {
  readonly readStore: ReadStore;
  readonly timeZone: string;
  /** Now, ms since 1970: the as-of where nothing has been seen. */
  readonly clock: () => number;
}

/** Tells the store what is read: the collections of figures and, through the runner, of what it set aside. */
export const declareRead = async ({ readStore }: Source): Promise<void> => {
  await readStore.declare([{ name: FIGURES, index: {} }, ...figureCollections]);
  await listSetAside(readStore, FIGURES);
};

const PAGE = 1000;

/** Every document of a list, page by page. */
export async function* everything<D>(
  readStore: ReadStore,
  collection: string,
  query: Omit<ListQuery, 'first' | 'after'>,
): AsyncGenerator<StoredDocument<D>> {
  let after: string | undefined;
  do {
    const page = await readStore.list(collection, { ...query, first: PAGE, ...(after !== undefined && { after }) });
    yield* page.items as unknown as readonly StoredDocument<D>[];
    after = page.hasNext ? page.items.at(-1)?.cursor : undefined;
  } while (after !== undefined);
}

/** The last `recordedAt` that was seen; empty where nothing was. */
const lastSeen = async (readStore: ReadStore): Promise<string> => {
  let last = '';
  for await (const { doc } of everything<SeenDocument>(readStore, COUNTERS, { where: { at: SEEN } }))
    if (doc.recordedAt > last) last = doc.recordedAt;
  return last;
};

const setAside = async (readStore: ReadStore): Promise<number> => {
  const [row] = await readStore.count(SET_ASIDE, { where: { projection: FIGURES } });
  return row?.count ?? 0;
};

/** The instant a question is answered for, and what that costs. */
export interface AsOf {
  readonly asOf: string;
  /** Something was recorded after it, so counters have to be corrected. */
  readonly past: boolean;
  readonly incomplete: number;
}

/** As of an instant, or of the last thing seen, so that asking again with the answer's as-of gives the same. */
export const asOfNow = async ({ readStore, clock }: Source, asOf: string | null): Promise<AsOf> => {
  const [seen, incomplete] = [await lastSeen(readStore), await setAside(readStore)];
  const standing = seen === '' ? new Date(clock()).toISOString() : seen;
  return { asOf: asOf ?? standing, past: asOf !== null && asOf < seen, incomplete };
};

const ATTEMPTS = 5;

const positionsOf = async (readStore: ReadStore): Promise<string> =>
  JSON.stringify([...(await readStore.checkpoints(FIGURES))]);

/** Reads anew when a batch was written meanwhile, so that counters and entries of one answer belong together; the last attempt stands. */
export const consistently = async <T>({ readStore }: Source, read: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    const before = await positionsOf(readStore);
    const answer = await read();
    if (attempt === ATTEMPTS || (await positionsOf(readStore)) === before) return answer;
  }
};
