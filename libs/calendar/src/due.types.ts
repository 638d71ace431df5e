import type { Day } from './day.js';

/** A text for people, in the office's two languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
export type Lang = keyof Text;

/** What a step of a legal clock is: the first five move it, the others explain what follows from them. */
export type StepKind =
  | 'start'
  | 'stop'
  | 'resume'
  | 'restart'
  | 'extend'
  | 'holiday'
  | 'make-up'
  | 'due'
  | 'warn'
  | 'remind'
  | 'provisional'
  | 'worked';

/** An entry of the ledger that says why a date is what it is. Plain JSON: part of events, stored for good. */
export interface LedgerStep {
  readonly what: StepKind;
  /** The day it happens or takes effect. */
  readonly on: Day;
  readonly from?: Day;
  readonly to?: Day;
  /** Working days it gives, takes or leaves. */
  readonly days?: number;
  /** The instant, where it is one that counts: ISO 8601 UTC. */
  readonly at?: string;
  /** Working minutes it counts. */
  readonly minutes?: number;
  readonly why: Text;
  /** The policy (`complaint.normal@1`), article or calendar version it rests on. */
  readonly rule: string;
  /** Where that rule is published. */
  readonly source?: string;
}

/** What a limit counts from: the person's coming, a platform's dispatch of its order, or the lead unit's signing for it. */
export type CountsFrom = 'receipt' | 'dispatch' | 'signing';

/** Units of a limit that is not in working days. `that-day`: the same day also after closing. */
export type LimitUnit = 'working-hours' | 'calendar-days' | 'same-day' | 'that-day';

/** How long an answer may take. Data of the office profile, so that no limit is code. */
export interface DeadlineRule {
  readonly id: string;
  /** Raised with every change of what the rule says; a due date names `id@version`. */
  readonly version: number;
  /** Exactly one of the four says how long. The day after the start is 1; 0 is the start day itself. */
  readonly workingDays?: number;
  /** Office hours from the very moment it begins. */
  readonly workingHours?: number;
  /** Days of the calendar, the day after the start being 1; one that ends on a rest day ends on the next working day. */
  readonly calendarDays?: number;
  /** Before the office closes; what is received after closing or on a rest day: by the next working day's close, or that day all the same. */
  readonly sameDay?: { readonly afterClosing: 'next-working-day' | 'that-day' };
  /** What it counts from; absent: receipt. */
  readonly countsFrom?: CountsFrom;
  /** How many working days before the due day a warning is due; never before the start. */
  readonly warnWorkingDaysBefore: number;
  /** How many working days after the reminder was issued supervision begins. */
  readonly superviseAfterWorkingDays: number;
  /** How much more time may be given, how often and by which roles; absent: none. */
  readonly extension?: {
    readonly maxWorkingDays: number;
    readonly times: number;
    readonly grantedBy: readonly string[];
  };
  readonly source: string;
}

/** A due date as a fact: with the policy and calendar it came from, so that no later change moves it silently. Plain JSON. */
export interface Due {
  /** The last day; the deadline passes at the end of it, in the office's time zone. */
  readonly on: Day;
  /** The day of receipt, which does not count. */
  readonly start: Day;
  /** In all, extensions included; where `limit` says how long, only what extensions and suspensions added. */
  readonly workingDays: number;
  /** By when on that day (ISO 8601 UTC), where the limit says so; absent: by the end of it. */
  readonly at?: string;
  /** How long, where not in working days. */
  readonly limit?: { readonly unit: LimitUnit; readonly count: number };
  /** The instant a limit in hours or of the same day counts from. */
  readonly since?: string;
  /** What it counts from; absent: receipt. */
  readonly countsFrom?: Exclude<CountsFrom, 'receipt'>;
  /** The rule as `id@version`. */
  readonly policy: string;
  /** The calendar's version: `cn-2026`. */
  readonly calendar: string;
  /** One of its dates lies beyond the last published holiday table. */
  readonly provisional: boolean;
  readonly warnOn: Day;
  /** The working day after `on`. */
  readonly remindOn: Day;
  readonly steps: readonly LedgerStep[];
}
