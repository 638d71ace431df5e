import { addDays, type Due } from '@sunlit/calendar';
import type {
  CaseStatus,
  CaseView,
  InterimReplyView,
  OrderView,
  Part,
  SuspensionView,
  TaskView,
} from '@sunlit/contracts';
import type { Box, JsonObject, StoredEvent } from '@sunlit/kernel';
import { bigrams } from './bigrams.js';
import { OPEN, momentOf } from '../case/case.state.js';
import { namesAnObject } from './desk.clusters.js';
import type { CaseworkFact } from '../case/casework.events.js';
import type { DeskContact } from '../beside/joining.rows.js';
import type { Rules } from '../case/rules.js';
import { orderQueueOf, type OrderQueue } from '../order/order.rows.js';
import { NOTHING_OF_UNITS, unitsSettled } from '../handling/units.rows.js';

/** What stands for a box once its part was erased: known from the log, before its key is destroyed. */
export interface Erased {
  readonly state: 'erased';
}

type Boxed = 'caller' | 'statement' | 'subject' | 'comment';
type Nested = 'order' | 'contacts' | 'flags' | 'interimReplies' | 'suspension' | 'tasks';

/** What the desk keeps of a case: its view with the boxes closed, and what it is listed by. */
export interface DeskDocument extends Omit<CaseView, 'stream' | 'revision' | 'due' | Boxed | Nested> {
  readonly due?: Due;
  readonly caller: Box | Erased;
  readonly statement?: Box | Erased;
  readonly subject?: Box | Erased;
  readonly comment?: Box | Erased;
  readonly interimReplies?: readonly InterimReplyView[];
  readonly suspension?: SuspensionView;
  readonly tasks?: readonly TaskView[];
  readonly order?: OrderView;
  /** What is to be done about the order; where the case stood before it was taken back. */
  readonly orderQueue?: OrderQueue;
  readonly beforeTakenBack?: CaseStatus;
  /** The newest times the person came again. */
  readonly contacts?: readonly DeskContact[];
  /** What to know of the person, and until when; lapsed ones too. */
  readonly flags?: readonly { readonly flag: string; readonly until: string }[];
  /** Where it stood before it was joined into another. */
  readonly beforeJoined?: CaseStatus;
  /** The last day of the round on which the person was called. */
  readonly lastCalledOn?: string;
  /** The calls came to something that no further one changes. */
  readonly concluded?: boolean;
  /** The day the person is to be called back, as long as that is to be done. */
  readonly followUpOn?: string;
  /** Imported history of which nobody knows what became of it, and that nobody has taken up since. */
  readonly outcomeUnrecorded: boolean;
  /** The id of the event that set the deadline. */
  readonly dueSetBy?: string;
  readonly contactable: boolean;
  /** It names an object. */
  readonly named: boolean;
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
  /** Open, and its clock stands still; the id of the event since which it does. */
  readonly suspended: boolean;
  readonly suspendedBy?: string;
  readonly suspensionPending: boolean;
  /** Handled under another case: it is given to no unit itself. */
  readonly follows: boolean;
  /** Whose handlers see it; those with something to do for the lead. */
  readonly units: readonly string[];
  readonly taskUnits: readonly string[];
  /** The day from which something is to be said of one of their tasks. */
  readonly taskNoticeOn?: string;
  readonly warnOn?: string;
  readonly nextTimer?: 'warn' | 'remind' | 'supervise' | 'resume';
  readonly nextTimerOn?: string;
  readonly terms: readonly string[];
}

type Registered = StoredEvent & Extract<CaseworkFact, { type: 'CaseRegistered' }>;
/** What the desk knows of the office's rules of calling back. */
export interface DeskRules {
  /** When a person answered at that instant is called back. */
  readonly followUpOn: (answeredAt: string) => string;
  /** The first day on which somebody called in vain may be called again. */
  readonly callAgainOn: (calledOn: string, kind: string) => string;
  /** Everybody who was not passed over is called, until the case is closed; else those who were selected, until it came to something. */
  readonly everybody: boolean;
}
type Timer = Pick<DeskDocument, 'nextTimer' | 'nextTimerOn'>;

/** The next notice of a running clock, and from which day. */
const nextTimer = ({ due, suspension, notices = {} }: DeskDocument): Timer => {
  if (suspension?.until !== undefined) return { nextTimer: 'resume', nextTimerOn: addDays(suspension.until, 1) };
  if (!due || notices.supervised) return {};
  if (notices.superviseOn) return { nextTimer: 'supervise', nextTimerOn: notices.superviseOn };
  if (notices.warned) return { nextTimer: 'remind', nextTimerOn: due.remindOn };
  return { nextTimer: 'warn', nextTimerOn: due.warnOn };
};

const isSelected = ({ followUp, concluded = false }: DeskDocument, { everybody }: DeskRules): boolean =>
  everybody ? followUp !== 'passed-over' : (followUp === 'rule' || followUp === 'hand') && !concluded;

const toFollowUp = (doc: DeskDocument, rules: DeskRules): boolean =>
  doc.status === 'answered' && !doc.history && doc.contactable && !doc.rated && isSelected(doc, rules);

/** The later of the day that follows from the answer and the one that follows from the last call. */
const nextCallOn = ({ answeredAt, lastCalledOn, kind }: DeskDocument, rules: DeskRules): string => {
  const on = rules.followUpOn(answeredAt!);
  const again = lastCalledOn === undefined ? '' : rules.callAgainOn(lastCalledOn, kind);
  return again > on ? again : on;
};

/** The day of the call that is to be made. */
const callBack = (doc: DeskDocument, rules: DeskRules): Pick<DeskDocument, 'toFollowUp' | 'followUpOn'> =>
  toFollowUp(doc, rules) && doc.answeredAt !== undefined
    ? { toFollowUp: true, followUpOn: nextCallOn(doc, rules) }
    : { toFollowUp: false };

const outcomeUnrecorded = ({ history, status, round }: DeskDocument): boolean =>
  history && round === 1 && (status === 'registered' || status === 'accepted');

/** The document with what follows from its other fields. */
export const settled = (doc: DeskDocument, rules: DeskRules): DeskDocument => {
  const { nextTimer: _, nextTimerOn: __, followUpOn: ___, orderQueue: ____, taskNoticeOn: _____, ...rest } = doc;
  const open = OPEN.includes(doc.status);
  const running = open && !doc.history ? doc.due : undefined;
  return {
    ...rest,
    open,
    ...callBack(doc, rules),
    outcomeUnrecorded: outcomeUnrecorded(doc),
    extensionPending: open && doc.extension !== undefined,
    provisional: running?.provisional ?? false,
    ...unitsSettled(doc, open),
    named: namesAnObject(doc),
    follows: doc.linkedUnder !== undefined,
    ...orderQueueOf(doc),
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
    named: false,
    ...NOTHING_OF_UNITS,
    follows: false,
    terms: bigrams(data.summary),
  } as DeskDocument;
};

/** The document with another summary or reply, and the terms it is then found by: a secret one by its text for units, whoever searches. */
export const reworded = (
  doc: DeskDocument,
  texts: { readonly summary?: string; readonly reply?: string } = {},
): DeskDocument => {
  const { summary, reply, secrecy, textForUnits } = { ...doc, ...texts };
  const terms = secrecy === undefined ? bigrams(summary, reply) : bigrams(textForUnits, reply);
  return { ...doc, ...texts, terms };
};

const BOXES_OF: Readonly<Record<Part, readonly Boxed[]>> = {
  caller: ['caller', 'statement', 'comment'],
  subject: ['subject'],
};

/** A restriction that only waited for parts to be erased is over when they are. */
export const unrestricted = (doc: DeskDocument, parts: readonly Part[]): DeskDocument => {
  const { restricted, ...rest } = doc;
  const waits = restricted?.erases?.filter((part) => !(parts as readonly string[]).includes(part));
  if (!restricted || !waits) return doc;
  return waits.length === 0 ? rest : { ...rest, restricted: { ...restricted, erases: waits } };
};

const withoutWords = (contact: DeskContact): DeskContact =>
  contact.said ? { ...contact, said: { state: 'erased' } } : contact;

/** The document without the boxes of these parts: what is erased is so for every reader at once, whether or not its key still lives. */
export const erased = (doc: DeskDocument, parts: readonly Part[]): DeskDocument => {
  const gone = parts.flatMap((part) => BOXES_OF[part]).filter((name) => doc[name] !== undefined);
  const boxes = Object.fromEntries(gone.map((name) => [name, { state: 'erased' } as const]));
  const said = parts.includes('caller') && doc.contacts && { contacts: doc.contacts.map(withoutWords) };
  const { flags, ...rest } = doc;
  const known = flags && !parts.includes('caller') && { flags };
  return { ...rest, ...known, ...boxes, ...said, contactable: doc.contactable && !parts.includes('caller') };
};
