import type { Envelope, JsonObject, Outcome } from '@sunlit/kernel';

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
  /** The day the person is to be called back, as long as that is to be done. */
  readonly followUpOn?: string;
  /** Imported history of which nobody knows what became of it. */
  readonly outcomeUnrecorded: boolean;
  readonly handedOverTo?: string;
  readonly origin?: JsonObject;
  readonly caller: Opened<JsonObject>;
  readonly statement?: Opened<JsonObject>;
  readonly subject?: Opened<JsonObject>;
  /** What the person said when rating. */
  readonly comment?: Opened<JsonObject>;
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
  | 'withdrawn'
  | 'voided';

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

/** Desk filters; all given ones hold. */
export interface DeskFilter {
  readonly status?: readonly CaseStatus[];
  readonly unit?: string;
  readonly kind?: readonly string[];
  readonly category?: string;
  readonly source?: string;
  readonly medium?: string;
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly cameFrom?: string;
  readonly cameTo?: string;
  readonly history?: boolean;
  /** Words of the summary or the reply (Chinese full text). */
  readonly search?: string;
  /** open: still to be answered; overdue: open and due before `today`; follow-up: answered and to be called. */
  readonly queue?:
    | 'open'
    | 'overdue'
    | 'due-soon'
    | 'to-accept'
    | 'to-assign'
    | 'to-sign'
    | 'to-review'
    | 'to-deliver'
    | 'follow-up'
    | 'extension';
}

export interface PageRequest {
  readonly first: number;
  readonly after?: string;
  readonly sort?: 'cameAt' | 'dueOn' | 'registeredAt' | 'followUpOn';
  readonly descending?: boolean;
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
  bySource(payload: {
    source: string;
    externalNumber: string;
  }): Promise<{ readonly stream: string | null; readonly handedOverTo?: string }>;
  /** The caller's other cases: by a phone number, through keyed hashes. */
  byPhone(payload: { viewer: Viewer; phone: string }): Promise<{ readonly items: readonly CaseView[] }>;
  timeline(payload: { stream: string }): Promise<{ readonly entries: readonly TimelineEntry[] }>;
  /** `Refused('NoSuchCase')` alike for a wrong number and a wrong code. A handed-over one answers with `handedOverTo`. */
  progress(payload: {
    number: string;
    queryCode: string;
  }): Promise<{ readonly progress: CaseProgress; readonly handedOverTo?: string }>;
  /** For another service only: progress of a case that another's number and code lead to. */
  progressOf(payload: { stream: string }): Promise<{ readonly progress: CaseProgress }>;
  /** For the complaints service only, by a handover that names this case: its personal fields in the clear. */
  personalForHandover(payload: { stream: string; event: string }): Promise<JsonObject>;
}
