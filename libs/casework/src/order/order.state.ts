import type { CaseStatus, OrderStatus } from '@sunlit/contracts';
import type { Moment, Recorded } from '@sunlit/kernel';
import { defined, type CaseState } from '../case/case.state.js';
import type { CaseworkFact } from '../case/casework.events.js';
import type { orderEvents } from './order.events.js';

/** Where the platform's order a case came as stands. */
export interface Order {
  readonly platform: string;
  readonly number: string;
  readonly dispatchedAt: string;
  /** By when the platform wants the present round; absent: it did not say. */
  readonly dueAt?: string;
  readonly returnUntil?: string;
  readonly status: OrderStatus;
  /** When the fact happened that the next step answers. */
  readonly since: Moment;
  readonly insisted?: true;
  readonly extension?: { readonly dueAt: string; readonly asked: Moment };
  /** The last report, and whether the platform's rating of it is known. */
  readonly reported?: { readonly at: Moment; readonly round: number; readonly rated: boolean };
  /** Bounced where the case was handed over from: the clock here counts from then, and no longer from the dispatch. */
  readonly anew?: true;
  /** Where the case stood before the platform took it back. */
  readonly before?: CaseStatus;
}

export type OrderFact = Extract<CaseworkFact, { type: keyof typeof orderEvents }>;
type FactOf<T extends OrderFact['type']> = Recorded<Extract<OrderFact, { type: T }>>;
type Rows = {
  readonly [T in Exclude<OrderFact['type'], 'OrderReceived'>]: (
    order: Order,
    event: FactOf<T>,
    now: CaseState,
  ) => Order;
};

const momentOf = ({ meta }: Pick<Recorded<OrderFact>, 'meta'>): Moment =>
  meta.occurredAt ?? { at: meta.recordedAt, precision: 'second' };

/** The order without what a later fact did away with. */
const less = (order: Order, ...names: readonly (keyof Order)[]): Order =>
  Object.fromEntries(Object.entries(order).filter(([name]) => !(names as readonly string[]).includes(name))) as never;

const known = ({
  dueAt,
  returnUntil,
}: {
  readonly dueAt?: string | undefined;
  readonly returnUntil?: string | undefined;
}) => ({
  ...(dueAt !== undefined && { dueAt }),
  ...(returnUntil !== undefined && { returnUntil }),
});

const to =
  (status: OrderStatus) =>
  (order: Order, event: Recorded<OrderFact>): Order => ({ ...order, status, since: momentOf(event) });

/** What a registration takes over of the order of the case it came from. */
export type OrderTaken = Pick<ReceivedData, 'platform' | 'number' | 'dispatchedAt' | 'kind' | 'dueAt' | 'signedAt'> & {
  readonly stands?: OrderStands;
};
/** Where an order stands, beyond what was received of it. */
export type OrderStands = Extract<OrderFact, { type: 'OrderCarriedOver' }>['data'];
type ReceivedData = Extract<OrderFact, { type: 'OrderReceived' }>['data'];

/** The order as it comes. */
export const orderFrom = (data: ReceivedData): Order => {
  const { platform, number, dispatchedAt, signedAt } = data;
  const since: Moment = { at: signedAt ?? dispatchedAt, precision: 'minute' };
  return {
    platform,
    number,
    dispatchedAt,
    ...known(data),
    status: signedAt === undefined ? 'to-sign' : 'signed',
    since,
  };
};

const rows: Rows = {
  OrderCarriedOver: (order, { data }) => {
    const { status, since, insisted, extension, reported } = data;
    return {
      ...order,
      ...defined({ status, since, insisted, reported }),
      ...(extension && { extension: { dueAt: extension.dueAt, asked: extension.asked } }),
      ...(status === 'bounced' && { anew: true as const }),
    };
  },
  OrderSigned: to('signed'),
  OrderReturnAsked: to('return-asked'),
  OrderTakenBack: (order, event, { status }) => ({
    ...to('taken-back')(less(order, 'extension'), event),
    before: status === 'unregistered' ? 'registered' : status,
  }),
  OrderInsisted: (order, event) => ({ ...to('signed')(order, event), insisted: true }),
  OrderSentAgain: (order, event) => {
    const again = less(order, 'dueAt', 'returnUntil', 'before', 'insisted', 'anew', 'extension');
    return { ...to('to-sign')(again, event), dispatchedAt: event.data.dispatchedAt, ...known(event.data) };
  },
  OrderExtensionAsked: (order, event) => ({ ...order, extension: { dueAt: event.data.dueAt, asked: momentOf(event) } }),
  OrderExtensionGranted: (order, { data }) => ({ ...less(order, 'extension'), dueAt: data.dueAt }),
  OrderExtensionRefused: (order) => less(order, 'extension'),
  OrderReported: (order, event) => ({
    ...to('reported')(less(order, 'extension'), event),
    reported: { at: momentOf(event), round: event.data.round, rated: false },
  }),
  OrderReportTaken: to('taken'),
  OrderReportBounced: (order, event) => ({ ...to('bounced')(less(order, 'dueAt'), event), ...known(event.data) }),
  PlatformRated: (order) => (order.reported ? { ...order, reported: { ...order.reported, rated: true } } : order),
};

/** The state after a fact of its order; one without an order stays as it is. */
export const withOrder = (now: CaseState, event: Recorded<OrderFact>): CaseState => {
  if (event.type === 'OrderReceived') return { ...now, order: orderFrom((event as FactOf<'OrderReceived'>).data) };
  const change = rows[event.type] as (order: Order, event: Recorded<OrderFact>, now: CaseState) => Order;
  if (!now.order) return now;
  const order = change(now.order, event, now);
  return { ...now, order, ...(event.type === 'OrderCarriedOver' && order.anew && { clockFrom: order.since }) };
};
