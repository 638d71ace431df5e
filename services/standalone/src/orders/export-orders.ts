import { dayOf, localMs, type Day } from '@sunlit/calendar';
import {
  orderStatusText,
  statusText,
  type CaseOperations,
  type CasePage,
  type CaseStatus,
  type CaseView,
  type OrderView,
} from '@sunlit/contracts';
import type { JsonObject, Rpc } from '@sunlit/kernel';
import { exportColumns, unitName, kind as kindNamed, category, type ExportField, type Office } from '@sunlit/platform';
import { CASE_SERVICES } from '../person/find-person.js';
import { writeWorkbook, type SheetDate, type Written } from '../sheets/index.js';

export interface OrderExportOptions {
  readonly rpc: Rpc;
  readonly office: Office;
  readonly demo: boolean;
  /** The platform: a source. */
  readonly source: string;
  /** The first day of the answers (or of reports) that go back. */
  readonly since: Day;
  readonly today: Day;
  /** The XLSX to write. */
  readonly out: string;
}

export interface OrdersExported {
  readonly file: string;
  /** The platform's numbers, in the order of the rows. */
  readonly numbers: readonly string[];
}

/** An order with its case, and the case that has its answer. */
interface Finished {
  readonly view: CaseView;
  readonly order: OrderView;
  readonly answer: CaseView;
}

const PAGE = 200;
/** No box is opened for an administrator: nobody's personal data goes back. */
const viewer = { account: 'command-line', role: 'administrator' };
const FINISHED: readonly CaseStatus[] = ['answered', 'closed', 'declined', 'withdrawn', 'joined'];

const ask = async <O extends keyof CaseOperations>(
  rpc: Rpc,
  service: string,
  operation: O,
  payload: Parameters<CaseOperations[O]>[0],
): Promise<Awaited<ReturnType<CaseOperations[O]>>> =>
  (await rpc.call(service, operation, payload as unknown as JsonObject)) as never;

const ordersOf = async function* ({ rpc, source, today }: OrderExportOptions): AsyncGenerator<CaseView> {
  for (const service of CASE_SERVICES)
    for (let after: string | undefined; ;) {
      const page = { first: PAGE, sort: 'cameAt' as const, ...(after !== undefined && { after }) };
      const found: CasePage = await ask(rpc, service, 'cases', { viewer, filter: { source }, page, today });
      yield* found.items;
      after = found.items.at(-1)?.cursor;
      if (!found.hasNext || after === undefined) break;
    }
};

const answeredBy = async (rpc: Rpc, view: CaseView): Promise<CaseView> => {
  if (view.joinedInto === undefined) return view;
  const service = view.joinedInto.startsWith('complaint-') ? 'complaints' : 'consultations';
  return (await ask(rpc, service, 'case', { viewer, stream: view.joinedInto })).case ?? view;
};

/** Of what ended without an answer it is not known here since when: it goes back until it is reported. */
const goesBack = ({ order, answer }: Finished, since: Day, timeZone: string): boolean => {
  const days = [answer.answeredAt, order.reportedAt].flatMap((at) => (at === undefined ? [] : dayOf(at, timeZone)));
  return days.length === 0 || days.some((day) => day >= since);
};

const isFinished = ({ status }: CaseView, order: OrderView | undefined): order is OrderView =>
  order !== undefined && order.status !== 'to-sign' && FINISHED.includes(status);

type Show = (one: Finished, office: Office) => Written;

const moment = (at: string | undefined, { office: { timeZone } }: Office): SheetDate | null =>
  at === undefined
    ? null
    : { kind: 'date', local: new Date(localMs(at, timeZone)).toISOString().slice(0, 19), precision: 'second' };

const inTime = ({ order, answer }: Finished): string | null => {
  if (order.dueAt === undefined || answer.answeredAt === undefined) return null;
  return answer.answeredAt <= order.dueAt ? '是' : '否';
};

const unitOf = ({ unit, cameAt }: CaseView, office: Office): string | null =>
  unit === undefined ? null : (unitName(office, unit, dayOf(cameAt, office.office.timeZone))?.zh ?? unit);

const SHOWS: Readonly<Record<ExportField, Show>> = {
  number: ({ order }) => order.number,
  ourNumber: ({ view }) => view.number,
  kind: ({ order, view }, office) => order.kind ?? kindNamed(office, view.kind)?.name.zh ?? view.kind,
  ourKind: ({ view }, office) => kindNamed(office, view.kind)?.name.zh ?? view.kind,
  category: ({ view }, office) => category(office, view.category)?.name.zh ?? view.category,
  dispatchedAt: ({ order }, office) => moment(order.dispatchedAt, office),
  signedAt: ({ order }, office) => moment(order.signedAt, office),
  dueAt: ({ order }, office) => moment(order.dueAt, office),
  ourDueOn: ({ view }) => view.dueOn ?? null,
  unit: ({ answer }, office) => unitOf(answer, office),
  result: ({ answer, view }) => statusText(view.joinedInto === undefined ? view.status : answer.status).zh,
  answeredAt: ({ answer }, office) => moment(answer.answeredAt, office),
  answer: ({ answer }) => (answer.answeredAt === undefined ? null : (answer.reply ?? null)),
  onTime: inTime,
  round: ({ view }) => view.round,
  reportedAt: ({ order }, office) => moment(order.reportedAt, office),
  orderStatus: ({ order }) => orderStatusText(order.status).zh,
};

/**
 * Writes what goes back to a platform: its orders that are done with here, answered (or reported) on the day or later, in its own columns
 * (profile `platforms`), as XLSX that its owner alone may read. Official texts only: nobody's personal data is in it. Nothing is recorded.
 */
export const exportOrders = async (options: OrderExportOptions): Promise<OrdersExported> => {
  const { rpc, office, demo, source, since, out } = options;
  const columns = exportColumns(office, source);
  const finished: Finished[] = [];
  for await (const view of ordersOf(options)) {
    const order = view.order as OrderView | undefined;
    if (!isFinished(view, order)) continue;
    const one = { view, order, answer: await answeredBy(rpc, view) };
    if (goesBack(one, since, office.office.timeZone)) finished.push(one);
  }
  finished.sort((a, b) => (a.order.dispatchedAt < b.order.dispatchedAt ? -1 : 1));
  const rows = finished.map((one) => columns.map(({ field }) => SHOWS[field](one, office)));
  const header = columns.map(({ label }) => label);
  await writeWorkbook(out, { sheets: [{ name: source, header, rows }], demo, personal: true });
  return { file: out, numbers: finished.map(({ order }) => order.number) };
};
