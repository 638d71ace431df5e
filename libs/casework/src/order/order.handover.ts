import type { JsonObject, StoredEvent } from '@sunlit/kernel';
import { defined, momentOf, unregistered, type CaseState } from '../case/case.state.js';
import { orderEvents } from './order.events.js';
import { withOrder, type Order, type OrderStands, type OrderTaken } from './order.state.js';

const SENT = ['OrderReceived', 'OrderSentAgain'];
const DUE = [...SENT, 'OrderExtensionGranted', 'OrderReportBounced'];
const SIGNED = ['OrderSigned', 'OrderInsisted'];

const lastOf = (events: readonly StoredEvent[], types: readonly string[]): StoredEvent | undefined =>
  events.findLast(({ type }) => types.includes(type));

const dataOf = (events: readonly StoredEvent[], type: string): JsonObject | undefined =>
  lastOf(events, [type])?.data as JsonObject | undefined;

const signedAt = (events: readonly StoredEvent[]): string | undefined => {
  const sentAt = events.findLastIndex(({ type }) => SENT.includes(type));
  const signed = lastOf(events.slice(sentAt), SIGNED);
  if (signed) return momentOf(signed).at;
  return (events[sentAt]?.data as JsonObject | undefined)?.['signedAt'] as string | undefined;
};

const orderIn = (events: readonly StoredEvent[]): Order | undefined =>
  events
    .filter(({ type }) => Object.hasOwn(orderEvents, type))
    .reduce((now: CaseState, event) => withOrder(now, event as never), unregistered).order;

/** Whether `OrderReceived` alone says where it stands: as it came, or signed for. */
const isAsReceived = ({ status, insisted, extension, reported }: Order): boolean =>
  ['to-sign', 'signed'].includes(status) && !insisted && !extension && !reported;

const extensionIn = (events: readonly StoredEvent[], { extension }: Order) =>
  extension && { ...extension, reason: dataOf(events, 'OrderExtensionAsked')?.['reason'] };

const returnGroundIn = (events: readonly StoredEvent[], { status, insisted }: Order) =>
  insisted || status === 'return-asked' ? dataOf(events, 'OrderReturnAsked')?.['ground'] : undefined;

/** What the steps after the signing left open; undefined where it stands as it came, or was signed for. */
const standsIn = (events: readonly StoredEvent[]): OrderStands | undefined => {
  const order = orderIn(events)!;
  if (isAsReceived(order)) return undefined;
  const { status, since, insisted, reported } = order;
  return defined({
    ...{ status, since, insisted, reported },
    extension: extensionIn(events, order),
    returnGround: returnGroundIn(events, order),
    bounces: events.filter(({ type }) => type === 'OrderReportBounced').length || undefined,
    bounceReason: dataOf(events, 'OrderReportBounced')?.['reason'],
  }) as unknown as OrderStands;
};

/** The order of a case as the log says it stands, for the case it becomes; null where it came otherwise. */
export const orderForHandover = (events: readonly StoredEvent[]): OrderTaken | null => {
  const received = dataOf(events, 'OrderReceived');
  if (!received) return null;
  const { dispatchedAt, kind = received['kind'] } = lastOf(events, SENT)!.data as JsonObject;
  const { dueAt } = lastOf(events, DUE)!.data as JsonObject;
  const { platform, number } = received;
  const stands = standsIn(events);
  const taken = { platform, number, dispatchedAt, kind, dueAt, signedAt: signedAt(events), stands };
  return defined(taken) as unknown as OrderTaken;
};
