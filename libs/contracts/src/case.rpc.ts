import type { Envelope, JsonObject, Outcome } from '@sunlit/kernel';
import type { OrderView } from './case.views.js';
import type { DeskFilter, PageRequest } from './desk.rpc.js';

/** Who reads: what a query opens and lists depends on it. `public` needs no sign-in. */
export interface Viewer {
  readonly account: string;
  readonly role: string;
  readonly unit?: string;
}

/** A text in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Answer of `command`: what became of it and, for a registration, what the citizen is told. */
export type CommandAnswer = Outcome & { readonly number?: string; readonly queryCode?: string; readonly token: string };

/** The personal content of a box as a reader gets it. */
export type Opened<T> =
  ({ readonly state: 'open' } & T) | { readonly state: 'erased' } | { readonly state: 'withheld' };

/** What both services list and show of a case. Personal parts as the viewer may see them. */
export interface CaseView {
  readonly stream: string;
  readonly revision: number;
  readonly number: string;
  readonly status: CaseStatus;
  readonly kind: string;
  readonly category: string;
  readonly source: string;
  readonly medium: string;
  readonly urgency: string;
  readonly summary: string;
  readonly callerType: string;
  readonly externalNumber?: string;
  readonly servicePoint?: string;
  readonly object?: JsonObject;
  /** What it names of itself: codes of the office's lists, and words where the office has none. */
  readonly attributes?: JsonObject;
  readonly unit?: string;
  /** First unit to receive it, answerable for tracking. */
  readonly receivedBy?: string;
  readonly cameAt: string;
  readonly registeredAt: string;
  readonly acceptedAt?: string;
  readonly answeredAt?: string;
  readonly closedAt?: string;
  readonly history: boolean;
  readonly round: number;
  readonly due?: JsonObject;
  readonly dueOn?: string;
  readonly extension?: JsonObject;
  readonly reply?: string;
  readonly level?: number;
  /** Whether the round is followed up by the rule or by hand, or was passed over; absent: there is no rule. */
  readonly followUp?: 'rule' | 'hand' | 'passed-over';
  /** What the person said of whether it is solved (`solved`, `reason`, `note`); the ground on which the rating was set aside. */
  readonly solved?: JsonObject;
  readonly ratingSetAside?: string;
  /** The day the person is to be called back, as long as that is to be done. */
  readonly followUpOn?: string;
  /** Imported history of which nobody knows what became of it. */
  readonly outcomeUnrecorded: boolean;
  readonly handedOverTo?: string;
  readonly origin?: JsonObject;
  /** The newest things the person was told before the answer (`InterimReplyView`); that it is to stand still, or does (`SuspensionView`). */
  readonly interimReplies?: readonly JsonObject[];
  readonly suspension?: JsonObject;
  /** The unit below the lead that does its work. */
  readonly passedTo?: string;
  /** What assisting units are to do (`TaskView`). */
  readonly tasks?: readonly JsonObject[];
  /** Why the person's identity is kept secret, where it is: boxes are withheld from everybody then. */
  readonly secrecy?: 'asked' | 'kind';
  /** What units and exports read in place of the summary and of the person's own words. */
  readonly textForUnits?: string;
  /** What is known of the contact it came in by, the newest times the person came again, and how often they chased it up (`ContactView`). */
  readonly opening?: JsonObject;
  readonly contacts?: readonly JsonObject[];
  readonly chaseUps?: number;
  /** The same person's cases joined into this one; the one it is joined into. */
  readonly duplicates?: readonly string[];
  readonly joinedInto?: string;
  /** Other persons' cases that follow this one; the leading one it follows. */
  readonly followers?: readonly string[];
  readonly linkedUnder?: string;
  /** The answered case because of which this one was declined. */
  readonly answeredBefore?: string;
  /** The platform's order it came as. */
  readonly order?: OrderView;
  /** What to know of the person, as long as it is in force (`PersonFlagView`). */
  readonly flags?: readonly JsonObject[];
  /** Its personal data is kept and shown to nobody (封存); `erases`: what is erased after `until`. */
  readonly restricted?: { readonly ground: string; readonly until?: string; readonly erases?: readonly string[] };
  readonly caller: Opened<JsonObject>;
  readonly statement?: Opened<JsonObject>;
  readonly subject?: Opened<JsonObject>;
  /** What the person said when rating. */
  readonly comment?: Opened<JsonObject>;
}

/** An object that a case names, as it was said and as it is grouped. */
export interface NamedObject {
  readonly stream: string;
  readonly category: string;
  /** line, station, road, company or project. */
  readonly kind: string;
  readonly name: string;
  readonly folded: string;
  /** When the person came. */
  readonly cameAt: string;
}

/** Where a case stands; 受理 · 派单 · 签收 · 退单 · 待审 · 待送达 · 已答复 · 待回访 · 办结 … */
export type CaseStatus =
  | 'registered'
  | 'declined'
  | 'accepted'
  | 'assigned'
  | 'signed'
  | 'returned'
  | 'drafted'
  | 'sent-back'
  | 'approved'
  | 'answered'
  | 'closed'
  | 'handed-over'
  | 'taken-back'
  | 'joined'
  | 'withdrawn'
  | 'voided';

/** Who the person of a secret case is; a part that was erased is `erased`. */
export interface Identity {
  readonly stream: string;
  readonly token: string;
  readonly caller?: Opened<JsonObject>;
  readonly statement?: Opened<JsonObject>;
  readonly subject?: Opened<JsonObject>;
}

/** One step of a case's story, safe for everybody: no personal data, no account. */
export interface TimelineEntry {
  readonly id: string;
  readonly revision: number;
  readonly type: string;
  readonly title: Text;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly stated: boolean;
  readonly role: string;
  readonly unit?: string;
  /** Official texts and codes of the step; boxes left out. */
  readonly data: JsonObject;
}

/** A token of `CommandAnswer`: the query waits until what was written then is seen. */
export interface AtLeast {
  readonly atLeast?: string;
}

export interface CasePage {
  readonly items: readonly (CaseView & { readonly cursor: string })[];
  readonly hasNext: boolean;
  readonly total: number;
}

/** What a citizen sees of their own case by number and query code. */
export interface CaseProgress {
  readonly number: string;
  readonly status: CaseStatus;
  readonly kind: string;
  readonly cameAt: string;
  readonly dueOn?: string;
  readonly unit?: string;
  readonly reply?: string;
  readonly answeredAt?: string;
  readonly declinedGround?: string;
  readonly steps: readonly { readonly title: Text; readonly at: string }[];
}

/**
 * Operations of `consultations` and of `complaints`. Every payload and answer is plain JSON.
 * Errors: `Refused` with a code of `refusalTexts`.
 */
export interface CaseOperations {
  /** Any command of the service; `data` is checked against its schema here (`InvalidInput` names the field). A registration's `stream` may be left out. */
  command(payload: Omit<Envelope, 'stream'> & { readonly stream?: string }): Promise<CommandAnswer>;
  cases(
    payload: { viewer: Viewer; filter?: DeskFilter; page: PageRequest; today: string } & AtLeast,
  ): Promise<CasePage>;
  /** How many, by queue and status: the desk's numbers. */
  counts(payload: { viewer: Viewer; today: string; filter?: DeskFilter } & AtLeast): Promise<{
    readonly byStatus: JsonObject;
    readonly byQueue: JsonObject;
  }>;
  case(payload: { viewer: Viewer; stream: string } & AtLeast): Promise<{ readonly case: CaseView | null }>;
  byNumber(payload: { number: string }): Promise<{ readonly stream: string | null }>;
  bySource(payload: { source: string; externalNumber: string }): Promise<{
    readonly stream: string | null;
    readonly handedOverTo?: string;
    /** Its own number, and where its log stands. */
    readonly number?: string;
    readonly revision?: number;
    readonly position?: number;
  }>;
  /** The caller's other cases: by a phone number, through keyed hashes. */
  byPhone(payload: { viewer: Viewer; phone: string }): Promise<{ readonly items: readonly CaseView[] }>;
  /**
   * The person of a secret case, for the roles the profile names, with a reason: recorded as a fact of the case before it is answered.
   * `Refused('NotSecret')` where nothing is kept secret, `Refused('NotAllowed')` for any other role.
   */
  openIdentity(payload: Omit<Envelope, 'type' | 'data'> & { readonly reason: string }): Promise<Identity>;
  /** What the cases name that came on or after the day; voided, declined, joined and handed-over ones left out. `Refused('NotAllowed')` for units and citizens. */
  namedObjects(payload: { viewer: Viewer; cameFrom: string }): Promise<{ readonly items: readonly NamedObject[] }>;
  timeline(payload: { stream: string; viewer?: Viewer }): Promise<{ readonly entries: readonly TimelineEntry[] }>;
  /** `Refused('NoSuchCase')` alike for a wrong number and a wrong code. A handed-over one answers with `handedOverTo`, a joined one with `joinedInto`. */
  progress(payload: {
    number: string;
    queryCode: string;
  }): Promise<{ readonly progress: CaseProgress; readonly handedOverTo?: string; readonly joinedInto?: string }>;
  /** For another service only: progress of a case that another's number and code lead to. */
  progressOf(payload: { stream: string }): Promise<{ readonly progress: CaseProgress }>;
  /** For the complaints service only, by a handover that names this case: its personal fields in the clear. */
  personalForHandover(payload: { stream: string; event: string }): Promise<JsonObject>;
}

/** Who has a source's number: a service, and the case's stream there. */
export interface NumberHolder {
  readonly service: 'complaints' | 'consultations';
  readonly stream: string;
}

/** Operations only `consultations` has, for both services: one number of one source is one matter in both together. */
export interface OrderNumberOperations {
  /**
   * Who is to have, or has, the case of this number: whoever asked first, as long as its case was registered or may still be. The answer is
   * the asker itself, or the other service's case. `Unavailable` while that one is registering it.
   */
  claimNumber(
    payload: { readonly source: string; readonly externalNumber: string } & NumberHolder,
  ): Promise<NumberHolder>;
}
