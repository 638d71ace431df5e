import type { CaseOperations, CasePage, CaseView, DeskFilter, PageRequest, Viewer } from '@sunlit/contracts';
import { Refused, type JsonObject, type Where } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { boxReader } from '@sunlit/privacy';
import { asNumber, streamOfSource } from '../service/case.input.js';
import { positionOf } from '../service/case.tokens.js';
import { INTERNAL } from './desk.index.js';
import { mayOpenIdentity } from '../case/rules.js';
import { asForUnits, readsSecretTexts } from '../person/text-for-units.js';
import { QUEUES, scopeOf, whereOf } from './desk.filter.js';
import type { Lookup } from '../service/case.lookup.js';

export interface DeskQueryOptions {
  readonly service: string;
  readonly category: string;
  /** The desk projection's name. */
  readonly desk: string;
  readonly lookup: Lookup;
}

/** The largest page. */
const MOST = 200;

interface Row {
  readonly key: string;
  readonly version: number;
  readonly doc: JsonObject;
}

const viewOf = ({ key, version, doc }: Row): JsonObject => {
  const shown = Object.entries(doc).filter(([name]) => !(INTERNAL as readonly string[]).includes(name));
  return { stream: key, revision: version, ...Object.fromEntries(shown) };
};

/** Whether a case's person is kept secret, or restricted. */
const isKept = ({ secrecy, restricted }: { readonly [name: string]: unknown }): boolean =>
  secrecy !== undefined || restricted !== undefined;

const withoutCall = ({ callId: _, ...contact }: JsonObject): JsonObject => contact;

/**
 * What leads to a kept person by another way is kept too: the calls, which others have recorded, and of a restricted person what is known of
 * them.
 */
const withoutTraces = (view: JsonObject): JsonObject => {
  const { flags, ...rest } = view;
  const { opening, contacts } = rest as { readonly opening?: JsonObject; readonly contacts?: readonly JsonObject[] };
  return {
    ...rest,
    ...(view['restricted'] === undefined && flags !== undefined && { flags }),
    ...(opening && { opening: withoutCall(opening) }),
    ...(contacts && { contacts: contacts.map(withoutCall) }),
  };
};

/** The questions the desk asks. Boxes are opened in the last step, for viewers who may see them. */
export const deskQueries = (context: ServiceContext, { service, category, desk, lookup }: DeskQueryOptions) => {
  const { readStore, office, keys, seen, store } = context;
  const boxes = boxReader(keys);

  const shown = async (viewer: Viewer, rows: readonly Row[]): Promise<CaseView[]> => {
    const views = rows.map(viewOf);
    const opens = scopeOf(office, viewer).opens;
    // Whoever is kept secret, or restricted, is opened by `openIdentity` alone, which records it.
    const open = await boxes.open(views.filter((view) => opens && !isKept(view)));
    const byStream = new Map(open.map((view) => [view['stream'], view]));
    const kept = (view: JsonObject) => (isKept(view) ? withoutTraces(view) : view);
    const shownViews = views.map((view) => byStream.get(view['stream']) ?? boxes.withheld([kept(view)])[0]!);
    const reads = readsSecretTexts(office, viewer);
    return shownViews.map((view) =>
      reads || view['secrecy'] === undefined ? view : asForUnits(view),
    ) as unknown as CaseView[];
  };

  const wait = async (atLeast: string | undefined): Promise<void> => {
    const position = positionOf(service, atLeast);
    if (position !== null) await seen(desk, position);
  };

  const total = async (where: Where): Promise<number> => (await readStore.count(desk, { where }))[0]?.count ?? 0;

  const page = async (viewer: Viewer, where: Where, request: PageRequest): Promise<CasePage> => {
    const { first, after, sort = 'cameAt', descending = false } = request;
    if (!Number.isInteger(first) || first < 1 || first > MOST)
      throw new Refused('InvalidInput', { field: 'first', problem: `1 … ${MOST}` });
    const query = { where, sort: { field: sort, descending }, first, ...(after !== undefined && { after }) };
    const { items, hasNext } = await readStore.list(desk, query);
    const views = await shown(viewer, items);
    return {
      items: views.map((view, index) => ({ ...view, cursor: items[index]!.cursor })),
      hasNext,
      total: await total(where),
    };
  };

  const readable = async (viewer: Viewer, streams: readonly string[]): Promise<CaseView[]> => {
    const found = await readStore.get(desk, streams);
    const { where } = scopeOf(office, viewer);
    const units = where && (where['units'] as { any: readonly string[] } | undefined)?.any;
    const rows = found.flatMap((one, index) =>
      one?.doc ? [{ key: streams[index]!, version: one.version, doc: one.doc }] : [],
    );
    if (!where) return [];
    return shown(
      viewer,
      units ? rows.filter(({ doc }) => (doc['units'] as readonly string[]).some((unit) => units.includes(unit))) : rows,
    );
  };

  const byStatus = async (where: Where): Promise<JsonObject> => {
    const rows = await readStore.count(desk, { where, by: ['status'] });
    return Object.fromEntries(rows.map(({ values, count }) => [String(values[0]), count]));
  };

  const byQueue = async (viewer: Viewer, filter: DeskFilter, today: string): Promise<JsonObject> => {
    const counted = QUEUES.map(async (queue) => {
      const where = whereOf(office, viewer, { ...filter, queue }, today);
      return [queue, where ? await total(where) : 0] as const;
    });
    return Object.fromEntries(await Promise.all(counted));
  };

  const queries: Pick<CaseOperations, 'cases' | 'counts' | 'case' | 'byNumber' | 'bySource' | 'byPhone'> = {
    cases: async ({ viewer, filter = {}, page: request, today, atLeast }) => {
      await wait(atLeast);
      const where = whereOf(office, viewer, filter, today);
      return where ? page(viewer, where, request) : { items: [], hasNext: false, total: 0 };
    },
    counts: async ({ viewer, today, filter = {}, atLeast }) => {
      await wait(atLeast);
      const where = whereOf(office, viewer, filter, today);
      if (!where) return { byStatus: {}, byQueue: {} };
      return { byStatus: await byStatus(where), byQueue: await byQueue(viewer, filter, today) };
    },
    case: async ({ viewer, stream, atLeast }) => {
      await wait(atLeast);
      return { case: (await readable(viewer, [stream]))[0] ?? null };
    },
    byNumber: async ({ number }) => {
      const { items } = await readStore.list(desk, { where: { number: asNumber(number) }, first: 1 });
      return { stream: items[0]?.key ?? null };
    },
    // From the log itself: an import asks this of a row it may have added a moment ago.
    bySource: async ({ source, externalNumber }) => {
      const stream = streamOfSource(category, source, externalNumber.trim());
      const history = await store.read(stream);
      if (history.length === 0) return { stream: null };
      const last = history.findLast(({ type }) => type === 'CaseHandedOver' || type === 'HandoverRefused');
      const { revision, position } = history.at(-1)!;
      const number = String(history[0]!.data['number']);
      const handedOver = last?.type === 'CaseHandedOver' && { handedOverTo: String(last.data['to']) };
      return { stream, number, revision, position, ...handedOver };
    },
    byPhone: async ({ viewer, phone }) => {
      if (!scopeOf(office, viewer).opens || viewer.role === 'unit-handler') throw new Refused('NotAllowed');
      const found = await readable(viewer, await lookup.streamsOf({ phone }));
      // That a number belongs to a secret or restricted case says who its person is.
      const may = mayOpenIdentity(office, viewer.role);
      const told = found.filter(
        ({ secrecy, restricted }) => restricted === undefined && (may || secrecy === undefined),
      );
      return { items: told };
    },
  };
  return queries;
};
