import type { Due } from '@sunlit/calendar';
import type { CaseStatus, CaseView, Part } from '@sunlit/contracts';
import type { Box, FieldType, JsonObject, StoredEvent } from '@sunlit/kernel';
import { bigrams } from './bigrams.js';
import { OPEN, momentOf } from './case.state.js';
import type { CaseworkFact } from './casework.events.js';
import type { Rules } from './rules.js';

/** What stands for a box once its part was erased: known from the log, before its key is destroyed. */
export interface Erased {
  readonly state: 'erased';
}

type Boxed = 'caller' | 'statement' | 'subject' | 'comment';

/** What the desk keeps of a case: its view with the boxes closed, and what it is listed by. */
export interface DeskDocument extends Omit<CaseView, 'stream' | 'revision' | 'due' | Boxed> {
  readonly due?: Due;
  readonly caller: Box | Erased;
  readonly statement?: Box | Erased;
  readonly subject?: Box | Erased;
  readonly comment?: Box | Erased;
  /** The day the person is to be called back, as long as that is to be done. */
  readonly followUpOn?: string;
  /** Imported history of which nobody knows what became of it, and that nobody has taken up since. */
  readonly outcomeUnrecorded: boolean;
  /** The id of the event that set the deadline. */
  readonly dueSetBy?: string;
  readonly contactable: boolean;
  readonly declinedGround?: string;
  /** The answer the person has; `reply` may be a draft of another. */
  readonly delivered?: string;
  readonly before?: CaseStatus;
  readonly notices?: { readonly warned?: boolean; readonly superviseOn?: string; readonly supervised?: boolean };
  readonly rated: boolean;
  readonly cameOn: string;
  readonly open: boolean;
  readonly toFollowUp: boolean;
  readonly extensionPending: boolean;
  readonly provisional: boolean;
  readonly warnOn?: string;
  readonly nextTimer?: 'warn' | 'remind' | 'supervise';
  readonly nextTimerOn?: string;
  readonly terms: readonly string[];
}

/** Fields of the document that are no part of the view. */
export const INTERNAL: readonly (keyof DeskDocument)[] = [
  'contactable',
  'dueSetBy',
  'declinedGround',
  'delivered',
  'before',
  'notices',
  'rated',
  'cameOn',
  'open',
  'toFollowUp',
  'extensionPending',
  'provisional',
  'warnOn',
  'nextTimer',
  'nextTimerOn',
  'terms',
];

export const deskIndex: Readonly<Record<string, FieldType>> = {
  number: 'text',
  status: 'text',
  unit: 'text',
  kind: 'text',
  category: 'text',
  source: 'text',
  medium: 'text',
  history: 'flag',
  cameAt: 'instant',
  cameOn: 'day',
  registeredAt: 'instant',
  dueOn: 'day',
  warnOn: 'day',
  open: 'flag',
  toFollowUp: 'flag',
  followUpOn: 'day',
  outcomeUnrecorded: 'flag',
  extensionPending: 'flag',
  provisional: 'flag',
  nextTimerOn: 'day',
  terms: 'terms',
};

type Registered = StoredEvent & Extract<CaseworkFact, { type: 'CaseRegistered' }>;
/** What the desk knows of the office's rules: when a person answered at that instant is called back; absent: this service calls nobody. */
export interface DeskRules {
  readonly followUpOn?: (answeredAt: string) => string;
}
type Timer = Pick<DeskDocument, 'nextTimer' | 'nextTimerOn'>;

/** The next notice of a running clock, and from which day. */
const nextTimer = ({ due, notices = {} }: DeskDocument): Timer => {
  if (!due || notices.supervised) return {};
  if (notices.superviseOn) return { nextTimer: 'supervise', nextTimerOn: notices.superviseOn };
  if (notices.warned) return { nextTimer: 'remind', nextTimerOn: due.remindOn };
  return { nextTimer: 'warn', nextTimerOn: due.warnOn };
};

const toFollowUp = ({ status, history, contactable, rated }: DeskDocument): boolean =>
  status === 'answered' && !history && contactable && !rated;

/** The day of the call that is to be made, of a service that makes them. */
const callBack = (doc: DeskDocument, { followUpOn }: DeskRules): Pick<DeskDocument, 'toFollowUp' | 'followUpOn'> =>
  followUpOn && toFollowUp(doc) && doc.answeredAt !== undefined
    ? { toFollowUp: true, followUpOn: followUpOn(doc.answeredAt) }
    : { toFollowUp: false };

const outcomeUnrecorded = ({ history, status, round }: DeskDocument): boolean =>
  history && round === 1 && (status === 'registered' || status === 'accepted');

/** The document with what follows from its other fields. */
export const settled = (doc: DeskDocument, rules: DeskRules): DeskDocument => {
  const { nextTimer: _, nextTimerOn: __, followUpOn: ___, ...rest } = doc;
  const open = OPEN.includes(doc.status);
  const running = open && !doc.history ? doc.due : undefined;
  return {
    ...rest,
    open,
    ...callBack(doc, rules),
    outcomeUnrecorded: outcomeUnrecorded(doc),
    extensionPending: open && doc.extension !== undefined,
    provisional: running?.provisional ?? false,
    ...(running && nextTimer(doc)),
  };
};

/** The first document of a case. */
export const firstDocument = (rules: Rules, event: Registered): DeskDocument => {
  const { at } = momentOf(event);
  const { data } = event;
  return {
    ...(data as typeof data & { object?: JsonObject }),
    status: 'registered',
    cameAt: at,
    cameOn: rules.day(at),
    registeredAt: event.meta.recordedAt,
    round: 1,
    rated: false,
    open: false,
    toFollowUp: false,
    outcomeUnrecorded: false,
    extensionPending: false,
    provisional: false,
    terms: bigrams(data.summary),
  } as DeskDocument;
};

/** The document with another summary or reply, and the terms it is then found by. */
export const reworded = (
  doc: DeskDocument,
  texts: { readonly summary?: string; readonly reply?: string },
): DeskDocument => {
  const { summary, reply } = { ...doc, ...texts };
  return { ...doc, ...texts, terms: bigrams(summary, reply) };
};

const BOXES_OF: Readonly<Record<Part, readonly Boxed[]>> = {
  caller: ['caller', 'statement', 'comment'],
  subject: ['subject'],
};

/** The document without the boxes of these parts: what is erased is so for every reader at once, whether or not its key still lives. */
export const erased = (doc: DeskDocument, parts: readonly Part[]): DeskDocument => {
  const gone = parts.flatMap((part) => BOXES_OF[part]).filter((name) => doc[name] !== undefined);
  const boxes = Object.fromEntries(gone.map((name) => [name, { state: 'erased' } as const]));
  return { ...doc, ...boxes, contactable: doc.contactable && !parts.includes('caller') };
};
