import type { Json } from '@sunlit/kernel';
import { lastOf, type Step } from './case-file.js';

/** What says anew by when a platform wants what is still to be answered. */
const SENT = ['OrderReceived', 'OrderSentAgain', 'OrderReportBounced'];
const GRANTED = 'OrderExtensionGranted';

/** Where a round lies among the steps of its case: `end` that of its answer or withdrawal. */
export interface Stretch {
  readonly start: number;
  readonly next: number;
  readonly end: number | undefined;
}

/** By when the platform wanted the round: said before its end and after that of the one before, or granted up to the one after. */
export const wantedBy = (
  steps: readonly Step[],
  { next, end = next }: Stretch,
  before: Stretch | undefined,
): string | undefined => {
  const since = before ? (before.end ?? before.next) : -1;
  const concerns = ({ type }: Step, at: number): boolean =>
    type === GRANTED ? at < next && at >= (before?.next ?? 0) : SENT.includes(type) && at > since && at < end;
  return steps.findLast(concerns)?.data['dueAt'] as string | undefined;
};

const STATUS: Readonly<Record<string, string>> = {
  OrderReceived: 'to-sign',
  OrderSigned: 'signed',
  OrderReturnAsked: 'return-asked',
  OrderTakenBack: 'taken-back',
  OrderInsisted: 'signed',
  OrderSentAgain: 'to-sign',
  OrderReported: 'reported',
  OrderReportTaken: 'taken',
  OrderReportBounced: 'bounced',
};

const ENDED = ['answered', 'closed', 'declined', 'withdrawn', 'joined'];
const ELSEWHERE = ['handed-over', 'voided', 'taken-back'];

/** Of a case that was handed over: it says itself where its order stood by then. */
const CARRIED = 'OrderCarriedOver';

const standing = (steps: readonly Step[]): string | undefined => {
  const last = lastOf(steps, ...Object.keys(STATUS), CARRIED);
  if (last?.type === CARRIED) return String(last.data['status']);
  return last?.type === 'OrderReceived' && last.data['signedAt'] !== undefined ? 'signed' : STATUS[last?.type ?? ''];
};

const QUEUES: Readonly<Record<string, (status: string) => string | undefined>> = {
  'to-sign': () => 'to-sign',
  signed: (status) => (ENDED.includes(status) ? 'to-report' : undefined),
  'return-asked': (status) => (ENDED.includes(status) ? 'to-report' : undefined),
  bounced: (status) => (['answered', 'closed', 'withdrawn'].includes(status) ? 'to-report' : 'bounced'),
};

/** In which of the desk's queues of orders a case is. */
export const orderQueue = (steps: readonly Step[], status: string): Json | undefined => {
  if (steps[0]!.data['history'] || ELSEWHERE.includes(status)) return undefined;
  return QUEUES[standing(steps) ?? '']?.(status);
};
