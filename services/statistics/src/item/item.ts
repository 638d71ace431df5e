import type { AttributeName } from '@sunlit/contracts';
import type { Pause } from './pauses.js';

/** An event of the item that put something into a figure, and the office's day it happened on. */
export interface Mark {
  readonly event: string;
  readonly day: string;
}

/** How a round ended: with an answer the person has, or by the person's withdrawal. */
export interface Closing extends Mark {
  readonly how: 'answered' | 'first-contact' | 'withdrawn';
  /** The time was stated, not just the moment of recording. */
  readonly stated: boolean;
  /** The instant: what a due instant is compared with. */
  readonly at: string;
}

/** By when a platform wants its order: an instant of a day. */
export type PlatformDue = Mark & { readonly at: string };

/** From acceptance, reopening or redoing to the next answer, and the follow-up of that answer. */
export interface Round {
  readonly opened: Mark;
  /** The due date as it stands; `day` is the last day of it, `at` the instant where it has one. */
  readonly due?: Mark & { readonly at?: string };
  /** The same as the platform says whose order it is: figures go by it. */
  readonly platformDue?: PlatformDue;
  readonly closed?: Closing;
  /** How its clock stood still. */
  readonly pauses?: readonly Pause[];
  /** The first attempt to call back; the first that reached the person; the last rating. */
  readonly attempted?: Mark;
  readonly reached?: Mark;
  readonly rated?: Mark & { readonly level: number; readonly round: number; readonly aside?: boolean };
  /** Whether it is followed up; absent: nobody said, so it is, by the rule that everybody is. */
  readonly followUp?: 'rule' | 'hand' | 'passed-over';
  /** What the person said when called. */
  readonly solved?: 'yes' | 'partly' | 'no';
}

/** From a day on this unit leads; null: none does. */
export interface Lead {
  readonly from: string;
  readonly unit: string | null;
}

/** One time the person came again: on its own day, from whom and how. */
export interface Contact extends Mark {
  readonly source: string;
  readonly medium: string;
  readonly purpose: string;
}

/**
 * One case as figures see it: the fold of its public events. Days are worked out and the kind's class is looked up when an event is folded,
 * so that entries follow from the item alone and a changed profile never makes them disagree with what was counted.
 * It grows with rounds and changes of lead only, both capped.
 */
export interface Item {
  readonly stream: string;
  readonly number: string;
  /** The office's day on which the person first came. */
  readonly cameOn: string;
  readonly kind: string;
  /** The report class of the kind; `none` where the profile has no such kind. */
  readonly class: string;
  readonly category: string;
  readonly source: string;
  readonly medium: string;
  readonly contactable: boolean;
  readonly history: boolean;
  /** The consultation it was before. */
  readonly origin: string | null;
  /** `at` is the instant it happened, which handling time is counted from. */
  readonly accepted: (Mark & { readonly at: string }) | null;
  readonly declined: boolean;
  readonly voided: boolean;
  readonly handedOver: boolean;
  /** Since when it is a duplicate of another: its open round counts nowhere then. */
  readonly joined: Mark | null;
  /** What the platform said of a round that has not begun. */
  readonly platformDue?: PlatformDue;
  /** The platform took its order back. */
  readonly takenBack?: true;
  /** The platform's own last rating. */
  readonly platformRated?: Mark & { readonly platform: string; readonly level: number };
  /** The event of its registration. */
  readonly registered: string;
  /** When the person came again. */
  readonly contacts: readonly Contact[];
  /** When the person was told something before an answer. */
  readonly told?: readonly Mark[];
  /** Of a contact that opened no matter: why. It is no case, and counts among the contacts alone. */
  readonly invalid: string | null;
  readonly leads: readonly Lead[];
  readonly rounds: readonly Round[];
  /** The first answer, and the whole working hours from acceptance to it. */
  readonly handled: { readonly event: string; readonly hours: number } | null;
  /** Ratings nobody was called for. */
  readonly received: readonly (Mark & { readonly by: 'message' | 'device'; readonly level: number })[];
  /** What it names of the office's lists, and the event that says so. */
  readonly named: { readonly event: string; readonly codes: Readonly<Partial<Record<AttributeName, string>>> } | null;
  /** The entries that stand now, by slot: the revision of the event through which each came to stand as it does. */
  readonly since: Readonly<Record<string, number>>;
  /** The last instant at which something changed it, and the revision of the first event that did so then. */
  readonly moment: { readonly at: string; readonly from: number };
}

/** What is so of every item before anything follows the event that begins it. */
export const UNTOUCHED = {
  contactable: false,
  history: false,
  origin: null,
  accepted: null,
  declined: false,
  voided: false,
  handedOver: false,
  joined: null,
  registered: '',
  contacts: [],
  invalid: null,
  leads: [],
  rounds: [],
  handled: null,
  received: [],
  named: null,
  since: {},
  moment: { at: '', from: 0 },
} as const satisfies Partial<Item>;

/** The lead on a day; null where none. */
export const leadOn = (item: Item, day: string): string | null =>
  item.leads.findLast(({ from }) => from <= day)?.unit ?? null;

/** The lead as it stands. */
export const leadNow = (item: Item): string | null => item.leads.at(-1)?.unit ?? null;
