import type { Calendar } from '@sunlit/calendar';
import type { EventStore } from '@sunlit/kernel';
import type { Office, ServiceDefinition } from '@sunlit/platform';

/** What the log is replayed under: another profile's deadlines, hours and follow-ups, on another calendar. */
export interface Policy {
  readonly office: Office;
  readonly calendar: Calendar;
}

/** What a replay is given. Nothing of it is written to. */
export interface WhatIfOptions {
  readonly logs: readonly { readonly store: EventStore }[];
  /** What the services say publicly, by which cases are counted. */
  readonly definitions: readonly ServiceDefinition[];
  /** In force now. */
  readonly now: Policy;
  readonly other: Policy;
  /** Days on which matters fell due, both included. */
  readonly from: string;
  readonly to: string;
  /** The office's day: what is due on it or later has no verdict yet. */
  readonly today: string;
  /** How many matters whose verdict changes are listed. */
  readonly first: number;
  readonly onProgress?: (done: number, of: number) => void;
}

/** `waiting`: not yet due and not answered; not counted. */
export type Verdict = 'on-time' | 'late' | 'undelivered' | 'waiting';

/** When a round of a matter is due, and what became of it. */
export interface Side {
  readonly dueOn: string;
  readonly dueAt?: string;
  readonly verdict: Verdict;
}

/** A round of a matter under both policies; null: no deadline there. */
export interface ComparedRound {
  readonly stream: string;
  readonly number: string;
  readonly round: number;
  readonly kind: string;
  readonly unit: string;
  readonly before: Side | null;
  readonly after: Side | null;
}

/** On time among those that have a verdict. */
export interface Share {
  readonly onTime: number;
  readonly of: number;
  /** Null where there is none. */
  readonly share: number | null;
}

/** One kind or unit under both policies. */
export interface Compared {
  readonly code: string;
  readonly matters: number;
  readonly moved: number;
  readonly before: Share;
  readonly after: Share;
}

/** The difference the other policy makes. */
export interface Difference {
  readonly from: string;
  readonly to: string;
  /** Rounds of matters due in the period under the policy in force; those timed by the other one alone on its own due day. */
  readonly rounds: number;
  readonly moved: {
    readonly earlier: number;
    readonly later: number;
    readonly timed: number;
    readonly untimed: number;
  };
  readonly onTime: { readonly before: Share; readonly after: Share };
  readonly byKind: readonly Compared[];
  readonly byUnit: readonly Compared[];
  /** The matters whose verdict changes, in the order they were due. */
  readonly changed: { readonly all: number; readonly first: readonly ComparedRound[] };
}
