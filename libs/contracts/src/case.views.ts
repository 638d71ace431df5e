/** What stands for the summary of a secret case as long as no text for units is written. */
export const SUMMARY_OF_SECRET =
  '(保密事项,供承办单位阅看的内容待写明 kept secret: the text for units is yet to be written)';

/** Something the person was told before the answer. */
export interface InterimReplyView {
  readonly at: string;
  readonly text: string;
  readonly how?: string;
  readonly unit?: string;
}

/** That a case is to stand still, or does: `askedAt` and `reason` of the asking, `on` and `until` once it is granted. */
export interface SuspensionView {
  readonly state: 'asked' | 'suspended';
  readonly ground: string;
  readonly reason?: string;
  readonly askedAt?: string;
  readonly on?: string;
  readonly until?: string;
}

/** What an assisting unit is to do. `answerable`: the units that passed it down, the highest first. */
export interface TaskView {
  readonly task: string;
  readonly unit: string;
  readonly answerable: readonly string[];
  readonly state: 'given' | 'signed' | 'returned' | 'finished' | 'cancelled';
  readonly round: number;
  readonly dueOn?: string;
  /** The day from which it is said to be due soon, and what was said of it so far. */
  readonly warnOn?: string;
  readonly notice?: 'due-soon' | 'overdue';
  readonly note?: string;
  readonly givenAt: string;
  /** Why it was given back. */
  readonly ground?: string;
  /** What the unit found or did. */
  readonly text?: string;
  readonly finishedAt?: string;
  /** Why it was taken back. */
  readonly reason?: string;
}

/** Where a platform's order stands between the platform and the office. */
export type OrderStatus = 'to-sign' | 'signed' | 'return-asked' | 'taken-back' | 'reported' | 'taken' | 'bounced';

/** What the person told the platform in its own follow-up. */
export interface PlatformRatingView {
  readonly at: string;
  readonly level: number;
  readonly solved?: string;
  readonly round: number;
}

/**
 * The platform's order a case came as. `dueAt`: by when the platform wants it, extensions granted included; of a round begun anew only where
 * the platform said so. `extension`: asked for and not yet decided.
 */
export interface OrderView {
  readonly platform: string;
  readonly number: string;
  readonly kind?: string;
  readonly dispatchedAt: string;
  readonly dueAt?: string;
  readonly signUntil?: string;
  readonly returnUntil?: string;
  readonly status: OrderStatus;
  readonly signedAt?: string;
  readonly returnGround?: string;
  /** The platform wants it handled here all the same. */
  readonly insisted?: boolean;
  readonly extension?: { readonly dueAt: string; readonly reason: string; readonly askedAt: string };
  readonly reportedAt?: string;
  readonly takenAt?: string;
  /** How often a report bounced, and why the last one did. */
  readonly bounces?: number;
  readonly bounceReason?: string;
  readonly ratings?: readonly PlatformRatingView[];
}
