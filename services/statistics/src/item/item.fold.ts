import type { contactPublicEvents, publicEvents } from '@sunlit/contracts';
import type { PublicEvent } from '@sunlit/kernel';
import type { z } from 'zod';
import { followUpChanges } from './follow-up.js';
import { UNTOUCHED, type Closing, type Item, type Mark, type Round } from './item.js';
import { invalidContact } from './invalid-contact.js';
import { begun, orderChanges } from './order.js';
import { paused, resumed } from './pauses.js';

/** What folding needs to know of the office: fixed for as long as the documents live. */
export interface Terms {
  /** The office's day of an instant. */
  readonly dayOf: (instant: string) => string;
  /** The report class of a kind; `none` for an unknown one. */
  readonly classOf: (kind: string) => string;
  /** Whole working hours between two instants; null where the calendar does not reach. */
  readonly hoursBetween: (from: string, to: string) => number | null;
}

type Schemas = (typeof publicEvents)['complaints'] & (typeof publicEvents)['consultations'];
type PublicType = keyof Schemas;
type PublicData<T extends PublicType> = z.output<Schemas[T]>;
type Change<T extends PublicType> = (item: Item, now: Moment<T>) => Item;

/** An event being folded: its data, its mark, its envelope and the office's terms. */
interface Moment<T extends PublicType> {
  readonly data: PublicData<T>;
  readonly mark: Mark;
  readonly event: PublicEvent;
  readonly terms: Terms;
}

/** What a stream begins with. */
type Beginning = 'CaseRegistered' | keyof Pick<typeof contactPublicEvents, 'InvalidContact'>;
/** Nobody comes about one matter more often. */
const MOST = 1000;

/** More rounds or leads than any real case has; the newest are kept, so no stream makes its item grow without end. */
const CAP = 60;

const same = (item: Item): Item => item;

const isOpen = (round: Round | undefined): round is Round => round !== undefined && !round.closed;

const inLastRound = (item: Item, change: (round: Round) => Round): Item => {
  const last = item.rounds.at(-1);
  return last ? { ...item, rounds: [...item.rounds.slice(0, -1), change(last)] } : item;
};

const opened = (before: Item, mark: Mark): Item => {
  if (isOpen(before.rounds.at(-1))) return before;
  const { item, round } = begun(before, { opened: mark });
  // The first round is kept whatever happens: a figure of its own asks for it.
  return { ...item, rounds: [...item.rounds.slice(0, 1), ...item.rounds.slice(1).slice(1 - CAP), round] };
};

const handledBy = ({ accepted }: Item, { event, terms }: Moment<PublicType>): Item['handled'] => {
  const hours = accepted && terms.hoursBetween(accepted.at, event.time);
  return hours === null ? null : { event: event.id, hours };
};

const closed =
  (how: Closing['how']) =>
  (item: Item, now: Moment<PublicType>): Item => {
    if (!isOpen(item.rounds.at(-1))) return item;
    const done = inLastRound(item, (round) => ({
      ...round,
      closed: { ...now.mark, how, stated: now.event.stated, at: now.event.time },
    }));
    return how === 'withdrawn' || item.handled ? done : { ...done, handled: handledBy(item, now) };
  };

/** Due by the end of the day, or by an instant of it. */
const due = (item: Item, { data, event }: Moment<'DeadlineSet' | 'DeadlineMoved' | 'DeadlineStarted'>): Item => {
  const { on, at } = data.due;
  return inLastRound(item, (round) => ({
    ...round,
    due: { event: event.id, day: on, ...(at !== undefined && { at }) },
  }));
};

const led = (item: Item, day: string, unit: string | null): Item => ({
  ...item,
  leads: [...item.leads.filter(({ from }) => from < day), { from: day, unit }].slice(-CAP),
});

/** Opened again: whatever had ended it no longer holds. */
const again = (item: Item, { mark }: Moment<PublicType>): Item =>
  item.accepted ? opened({ ...item, declined: false }, mark) : { ...item, declined: false };

const corrected: Change<'DetailsCorrected'> = (item, { data: { changes }, terms }) => ({
  ...item,
  kind: changes.kind ?? item.kind,
  class: changes.kind === undefined ? item.class : terms.classOf(changes.kind),
  category: changes.category ?? item.category,
  source: changes.source ?? item.source,
  medium: changes.medium ?? item.medium,
  contactable: changes.contactable ?? item.contactable,
  cameOn: changes.cameAt === undefined ? item.cameOn : terms.dayOf(changes.cameAt),
});

const registered = (_: Item | null, { data, mark, event, terms }: Moment<'CaseRegistered'>): Item => ({
  stream: event.subject,
  number: data.number,
  cameOn: mark.day,
  kind: data.kind,
  class: terms.classOf(data.kind),
  category: data.category,
  source: data.source,
  medium: data.medium,
  ...UNTOUCHED,
  contactable: data.contactable,
  history: data.history,
  origin: data.origin?.stream ?? null,
  registered: event.id,
});

/** What each public event of both services does to an item that is there; one that changes no figure keeps it as it is. */
const changes: { readonly [T in Exclude<PublicType, Beginning>]: Change<T> } = {
  CaseAccepted: (item, { mark, event }) =>
    opened({ ...item, accepted: item.accepted ?? { ...mark, at: event.time }, declined: false }, mark),
  CaseDeclined: (item) => ({ ...item, declined: true }),
  CaseAssigned: (item, { data, mark }) => led(item, mark.day, data.unit),
  AssignmentSigned: same,
  AssignmentReturned: (item, { mark }) => led(item, mark.day, null),
  ReplyDrafted: same,
  ReplySentBack: same,
  KnowledgeUsed: same,
  ReplyApproved: same,
  ReplyDelivered: closed('answered'),
  DeadlineSet: due,
  DeadlineMoved: due,
  DeadlineStarted: due,
  InterimReplyGiven: (item, { mark }) => ({ ...item, told: [...(item.told ?? []), mark].slice(-MOST) }),
  SuspensionAsked: same,
  SuspensionRefused: same,
  CaseSuspended: (item, { data }) => paused(item, data.on),
  CaseResumed: (item, { data }) => resumed(item, data.on),
  AssignmentPassedDown: same,
  TaskGiven: same,
  TaskSigned: same,
  TaskReturned: same,
  TaskPassedDown: same,
  TaskFinished: same,
  TaskCancelled: same,
  TaskWarned: same,
  TaskReminded: same,
  ExtensionRequested: same,
  ExtensionRefused: same,
  DeadlineWarned: same,
  DeadlineReminded: same,
  DeadlineSupervised: same,
  DetailsCorrected: corrected,
  CaseVoided: (item) => ({ ...item, voided: true }),
  CaseWithdrawn: closed('withdrawn'),
  CaseReopened: again,
  PersonalDataErased: same,
  AnswerRecorded: closed('answered'),
  ...followUpChanges,
  ...orderChanges,
  CaseClosed: same,
  CaseRedone: again,
  AnsweredAtFirstContact: closed('first-contact'),
  CaseRated: same,
  CaseHandedOver: (item) => ({ ...item, handedOver: true }),
  HandoverRefused: (item) => ({ ...item, handedOver: false }),
  ContactAdded: (item, { data, mark }) => ({
    ...item,
    contacts: [...item.contacts, { ...mark, ...data }].slice(-MOST),
  }),
  CaseJoined: (item, { mark }) => ({ ...item, joined: mark }),
  // As if it had never been joined.
  CaseUnjoined: (item) => ({ ...item, joined: null }),
  DuplicateHeld: same,
  DuplicateReleased: same,
  FollowerHeld: same,
  FollowerReleased: same,
  CaseLinked: same,
  CaseUnlinked: same,
  ReplyTakenOver: same,
  CaseDeclinedAsAnswered: (item) => ({ ...item, declined: true }),
  InvalidContactVoided: (item) => ({ ...item, voided: true }),
};

export type ItemRow = (item: Item | null, event: PublicEvent) => Item | null;

/** One row for every public type of both services; an event of a stream whose registration was not seen leaves nothing. */
export const itemRows = (terms: Terms): Readonly<Record<PublicType, ItemRow>> => {
  const moment = (event: PublicEvent): Moment<never> => ({
    data: event.data as never,
    mark: { event: event.id, day: terms.dayOf(event.time) },
    event,
    terms,
  });
  const rows = Object.entries(changes).map(([type, change]): [string, ItemRow] => [
    type,
    change === same ? (item) => item : (item, event) => item && (change as Change<never>)(item, moment(event)),
  ]);
  const table = Object.fromEntries(rows) as Record<PublicType, ItemRow>;
  return {
    ...table,
    CaseRegistered: (item, event) => item ?? registered(item, moment(event)),
    InvalidContact: (item, event) => item ?? invalidContact(moment(event)),
  };
};
