import type { ReadStore } from '@sunlit/kernel';

/** The whole list of a query, page by page. */
export const listAll = async (
  readStore: ReadStore,
  collection: string,
  query: Pick<Parameters<ReadStore['list']>[1], 'where' | 'sort'>,
) => {
  const items = [];
  let after: string | undefined;
  do {
    const page = await readStore.list(collection, { ...query, first: 500, ...(after !== undefined && { after }) });
    items.push(...page.items);
    after = page.hasNext ? page.items.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  return items;
};
