import type { JsonObject, StoredEvent } from '@sunlit/kernel';
import { defined } from '../case/case.state.js';
import type { OrderTaken } from './order.state.js';

const SENT = ['OrderReceived', 'OrderSentAgain'];
const DUE = [...SENT, 'OrderExtensionGranted', 'OrderReportBounced'];
const SIGNED = ['OrderSigned', 'OrderInsisted'];

const lastOf = (events: readonly StoredEvent[], types: readonly string[]): StoredEvent | undefined =>
  events.findLast(({ type }) => types.includes(type));

const signedAt = (events: readonly StoredEvent[]): string | undefined => {
  const sentAt = events.findLastIndex(({ type }) => SENT.includes(type));
  const signed = lastOf(events.slice(sentAt), SIGNED);
  if (signed) return signed.meta.occurredAt?.at ?? signed.meta.recordedAt;
  return (events[sentAt]?.data as JsonObject | undefined)?.['signedAt'] as string | undefined;
};

/** The order of a case as the log says it stands, for the case it becomes; null where it came otherwise. */
export const orderForHandover = (events: readonly StoredEvent[]): OrderTaken | null => {
  const received = events.find(({ type }) => type === 'OrderReceived')?.data as JsonObject | undefined;
  if (!received) return null;
  const { dispatchedAt, kind = received['kind'] } = lastOf(events, SENT)!.data as JsonObject;
  const { dueAt } = lastOf(events, DUE)!.data as JsonObject;
  const { platform, number } = received;
  return defined({ platform, number, dispatchedAt, kind, dueAt, signedAt: signedAt(events) }) as unknown as OrderTaken;
};
