import type { CasePage, CaseView, DeskFilter, PageRequest, Viewer } from '@sunlit/contracts';
import { Refused } from '@sunlit/kernel';
import { CASE_SERVICES, type CaseService, type Services } from '../services.js';

/** A question to one of the services or, without `service`, to both. */
export interface CasesQuestion {
  readonly viewer: Viewer;
  readonly today: string;
  readonly service?: CaseService;
  readonly filter: DeskFilter;
  readonly page: PageRequest;
  readonly atLeast?: string;
}

/** A page as GraphQL's connections have it. */
export interface Connection<N> {
  readonly edges: readonly { readonly cursor: string; readonly node: N }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

type Item = CasePage['items'][number];
type Cursors = Partial<Record<CaseService, string>>;

/** The page's items as edges; the end cursor is the last one's. */
export const connection = <N extends { readonly cursor: string }>(
  items: readonly N[],
  hasNextPage: boolean,
  totalCount: number,
) => ({
  edges: items.map((node) => ({ cursor: node.cursor, node })),
  pageInfo: { hasNextPage, endCursor: items.at(-1)?.cursor ?? null },
  totalCount,
});

const readCursors = (after: string | undefined): Cursors => {
  if (after === undefined) return {};
  try {
    const read = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown;
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
  } catch {
    // Falls through to the refusal: a cursor is only ever what a page gave.
  }
  throw new Refused('InvalidInput', { field: 'after', problem: '不是本列表的游标 no cursor of this list' });
};
const writeCursors = (cursors: Cursors): string => Buffer.from(JSON.stringify(cursors)).toString('base64url');

const before = (a: CaseView, b: CaseView, { sort = 'cameAt', descending = false }: PageRequest): boolean => {
  const [x, y] = [a[sort] ?? null, b[sort] ?? null];
  // Nulls come last in either direction, as in the services.
  if (x === null || y === null) return y === null;
  return x === y ? a.stream <= b.stream : x < y !== descending;
};

const merged = (pages: Readonly<Record<CaseService, CasePage>>, page: PageRequest, start: Cursors) => {
  const rest = { consultations: [...pages.consultations.items], complaints: [...pages.complaints.items] };
  let cursors = start;
  const items: Item[] = [];
  while (items.length < page.first) {
    const [a, b] = [rest.consultations[0], rest.complaints[0]];
    if (!a && !b) break;
    const service: CaseService = !b || (a && before(a, b, page)) ? 'consultations' : 'complaints';
    const item = rest[service].shift()!;
    cursors = { ...cursors, [service]: item.cursor };
    items.push({ ...item, cursor: writeCursors(cursors) });
  }
  return { items, more: rest.consultations.length + rest.complaints.length > 0 };
};

/** A page of one service, or of both merged in the asked order; a merged cursor keeps the place in each. */
export const casePage = async (services: Services, question: CasesQuestion): Promise<Connection<Item>> => {
  const { service, page, ...asked } = question;
  if (service) {
    const { items, hasNext, total } = await services.cases[service].cases({ ...asked, page });
    return connection(items, hasNext, total);
  }
  const { after, ...same } = page;
  const start = readCursors(after);
  const [consultations, complaints] = await Promise.all(
    CASE_SERVICES.map((name) => {
      const own = start[name];
      return services.cases[name].cases({ ...asked, page: { ...same, ...(own !== undefined && { after: own }) } });
    }),
  );
  const pages = { consultations: consultations!, complaints: complaints! };
  const { items, more } = merged(pages, page, start);
  return connection(
    items,
    more || pages.consultations.hasNext || pages.complaints.hasNext,
    pages.consultations.total + pages.complaints.total,
  );
};

/** Numbers of cases by status and by queue. */
export type Counts = {
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byQueue: Readonly<Record<string, number>>;
};

/** The desk's numbers of one service, or the sums of both. */
export const deskCounts = async (
  services: Services,
  { service, page: _, ...asked }: CasesQuestion,
): Promise<Counts> => {
  const names = service ? [service] : CASE_SERVICES;
  const all = await Promise.all(names.map((name) => services.cases[name].counts(asked)));
  const sums = (part: 'byStatus' | 'byQueue') => {
    const sum: Record<string, number> = {};
    for (const counts of all)
      for (const [name, count] of Object.entries(counts[part])) sum[name] = (sum[name] ?? 0) + Number(count);
    return sum;
  };
  return { byStatus: sums('byStatus'), byQueue: sums('byQueue') };
};
