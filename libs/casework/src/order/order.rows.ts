import type { CaseStatus, OrderView } from '@sunlit/contracts';
import type { Fact, StoredEvent } from '@sunlit/kernel';
import { defined } from '../case/case.state.js';
import type { CaseworkFact } from '../case/casework.events.js';
import type { DeskDocument } from '../desk/desk.document.js';
import type { DeskRow } from '../desk/desk.rows.js';
import type { orderEvents } from './order.events.js';

type Own = Extract<CaseworkFact, { type: keyof typeof orderEvents }>;
type Rows = { readonly [T in Own['type']]: DeskRow<Extract<Own, { type: T }>> };
type Row = <F extends Fact>(change: (doc: DeskDocument, event: StoredEvent & F) => DeskDocument) => DeskRow<F>;

/** What the office has to do about a platform's order. */
export type OrderQueue = 'to-sign' | 'to-report' | 'bounced';

/** The desk shows the newest; all are in the timeline. */
const MOST = 50;

const FINISHED: readonly CaseStatus[] = ['answered', 'closed', 'declined', 'withdrawn', 'joined'];
/** Where nothing is to be done here about anything. */
const GONE: readonly CaseStatus[] = ['handed-over', 'voided', 'taken-back'];
const TO_REPORT: readonly OrderView['status'][] = ['signed', 'return-asked', 'bounced'];

/** A bounced report of what was declined or joined has to be acted on before anything is reported again. */
const waits = (order: OrderView, status: CaseStatus): boolean =>
  order.status === 'bounced' && (status === 'declined' || status === 'joined');

const isToReport = (order: OrderView, status: CaseStatus): boolean =>
  FINISHED.includes(status) && TO_REPORT.includes(order.status) && !waits(order, status);

const queueOf = ({ order, status, history }: DeskDocument): OrderQueue | null => {
  if (!order || history || GONE.includes(status)) return null;
  if (order.status === 'to-sign') return 'to-sign';
  if (isToReport(order, status)) return 'to-report';
  return order.status === 'bounced' ? 'bounced' : null;
};

/** What follows for the queues of orders. */
export const orderQueueOf = (doc: DeskDocument): Pick<DeskDocument, 'orderQueue'> => {
  const queue = queueOf(doc);
  return queue ? { orderQueue: queue } : {};
};

const less = <K extends string>(object: object, ...names: readonly K[]): never =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !(names as readonly string[]).includes(name))) as never;

const changed = (doc: DeskDocument, change: (order: OrderView) => OrderView): DeskDocument =>
  doc.order ? { ...doc, order: change(doc.order) } : doc;

const sentAgain = (order: OrderView, data: Extract<Own, { type: 'OrderSentAgain' }>['data']): OrderView => ({
  ...(less(
    order,
    'dueAt',
    'signUntil',
    'returnUntil',
    'returnGround',
    'insisted',
    'signedAt',
    'extension',
  ) as OrderView),
  ...(defined(data) as Partial<OrderView>),
  status: 'to-sign',
});

/** What the desk lists of the platform's order a case came as. */
export const orderRows = (row: Row, at: (event: StoredEvent) => string): Rows => ({
  OrderReceived: row((doc, { data }) => ({
    ...doc,
    order: { ...data, status: data.signedAt === undefined ? 'to-sign' : 'signed' } as OrderView,
  })),
  OrderCarriedOver: row((doc, { data }) => {
    const { status, insisted, extension, returnGround, reported, bounces, bounceReason } = data;
    const asked = extension && { dueAt: extension.dueAt, reason: extension.reason, askedAt: extension.asked.at };
    const stands = {
      status,
      insisted,
      extension: asked,
      returnGround,
      reportedAt: reported?.at.at,
      bounces,
      bounceReason,
    };
    return changed(doc, (order) => ({ ...order, ...(defined(stands) as Partial<OrderView>) }));
  }),
  OrderSigned: row((doc, event) => changed(doc, (order) => ({ ...order, status: 'signed', signedAt: at(event) }))),
  OrderReturnAsked: row((doc, { data: { ground } }) =>
    changed(doc, (order) => ({ ...order, status: 'return-asked', returnGround: ground })),
  ),
  OrderTakenBack: row((doc) => ({
    ...changed(doc, (order) => ({ ...(less(order, 'extension') as OrderView), status: 'taken-back' })),
    status: 'taken-back',
    beforeTakenBack: doc.status,
  })),
  OrderInsisted: row((doc) => changed(doc, (order) => ({ ...order, status: 'signed', insisted: true }))),
  OrderSentAgain: row((doc, { data }) => ({
    ...(less(doc, 'beforeTakenBack') as DeskDocument),
    status: doc.beforeTakenBack ?? doc.status,
    ...(doc.order && { order: sentAgain(doc.order, data) }),
  })),
  OrderExtensionAsked: row((doc, event) =>
    changed(doc, (order) => ({ ...order, extension: { ...event.data, askedAt: at(event) } })),
  ),
  OrderExtensionGranted: row((doc, { data: { dueAt } }) =>
    changed(doc, (order) => ({ ...(less(order, 'extension') as OrderView), dueAt })),
  ),
  OrderExtensionRefused: row((doc) => changed(doc, (order) => less(order, 'extension'))),
  OrderReported: row((doc, event) =>
    changed(doc, (order) => ({
      ...(less(order, 'extension', 'takenAt') as OrderView),
      status: 'reported',
      reportedAt: at(event),
    })),
  ),
  OrderReportTaken: row((doc, event) => changed(doc, (order) => ({ ...order, status: 'taken', takenAt: at(event) }))),
  OrderReportBounced: row((doc, { data: { reason, dueAt } }) =>
    changed(doc, (order) => ({
      ...(less(order, 'dueAt') as OrderView),
      ...defined({ dueAt }),
      status: 'bounced',
      bounces: (order.bounces ?? 0) + 1,
      bounceReason: reason,
    })),
  ),
  PlatformRated: row((doc, event) =>
    changed(doc, (order) => {
      const { platform: _, ...rating } = event.data;
      return {
        ...order,
        ratings: [...(order.ratings ?? []), { ...defined(rating), at: at(event) } as never].slice(-MOST),
      };
    }),
  ),
});
