import type { Due } from '@sunlit/calendar';
import type { CaseStatus, CaseView } from '@sunlit/contracts';
import type { Box, FieldType, JsonObject, StoredEvent } from '@sunlit/kernel';
import { bigrams } from './bigrams.js';
import { OPEN, momentOf } from './case.state.js';
import type { CaseworkFact } from './casework.events.js';
import type { Rules } from './rules.js';

type Boxed = 'caller' | 'statement' | 'subject' | 'comment';

/** What the desk keeps of a case: its view with the boxes closed, and what it is listed by. */
export interface DeskDocument extends Omit<CaseView, 'stream' | 'revision' | 'due' | Boxed> {
  readonly due?: Due;
  readonly caller: Box;
  readonly statement?: Box;
  readonly subject?: Box;
  readonly comment?: Box;
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
  extensionPending: 'flag',
  provisional: 'flag',
  nextTimerOn: 'day',
  terms: 'terms',
};

type Registered = StoredEvent & Extract<CaseworkFact, { type: 'CaseRegistered' }>;
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

/** The document with what follows from its other fields. */
export const settled = (doc: DeskDocument, followUps: boolean): DeskDocument => {
  const { nextTimer: _, nextTimerOn: __, ...rest } = doc;
  const open = OPEN.includes(doc.status);
  const running = open && !doc.history ? doc.due : undefined;
  return {
    ...rest,
    open,
    toFollowUp: followUps && toFollowUp(doc),
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
