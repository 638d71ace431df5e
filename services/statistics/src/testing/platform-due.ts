import type { PublicEvent } from '@sunlit/kernel';

const SAYS = ['OrderReceived', 'OrderSentAgain', 'OrderReportBounced'];
const OWN = ['DeadlineSet', 'DeadlineMoved', 'DeadlineStarted'];

/** Where a round lies among the events of its case. */
export interface Turn {
  readonly from: number;
  readonly to: number;
  /** Where its answer or withdrawal stands; absent: nothing ended it. */
  readonly end: number | undefined;
}

/** When a round is due, and by which event. */
export interface Deadline {
  readonly id: string;
  readonly on: string;
  readonly at?: string | undefined;
}

const dayIn = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

/** What a platform last said of a round: up to its end, but for more time granted, which is of the round before the next. */
const said = (events: readonly PublicEvent[], { to, end = to }: Turn, before: Turn | undefined) => {
  const [since, granted] = before ? [before.end ?? before.to, before.to] : [-1, 0];
  return events.findLast(({ type }, at) =>
    type === 'OrderExtensionGranted' ? at >= granted && at < to : SAYS.includes(type) && at > since && at < end,
  );
};

/** When a round is due: as the platform says, else by the last of the office's own deadlines. */
export const deadlineOf = (
  events: readonly PublicEvent[],
  turn: Turn,
  before: Turn | undefined,
): Deadline | undefined => {
  const last = said(events, turn, before);
  const wanted = (last?.data as { readonly dueAt?: string } | undefined)?.dueAt;
  if (last && wanted !== undefined) return { id: last.id, on: dayIn(wanted), at: wanted };
  const set = events.slice(turn.from, turn.to).findLast(({ type }) => OWN.includes(type));
  return set && { id: set.id, ...(set.data as unknown as { due: { on: string; at?: string } }).due };
};

/** The last thing the person told a platform. */
export const toldPlatform = (events: readonly PublicEvent[]) => {
  const rating = events.findLast(({ type }) => type === 'PlatformRated');
  if (!rating) return null;
  const { platform, level } = rating.data as unknown as { platform: string; level: number };
  return { id: rating.id, day: dayIn(rating.time), platform, level };
};

/** Whether the platform took its order back, and did not send it again. */
export const isTakenBack = (events: readonly PublicEvent[]): boolean =>
  events.findLast(({ type }) => ['OrderTakenBack', 'OrderSentAgain'].includes(type))?.type === 'OrderTakenBack';
