import type { complaintPublicEvents, consultationPublicEvents, PublicData } from '@sunlit/contracts';
import type { PublicEvent } from '@sunlit/kernel';
import type { Closing, Item, Mark, Round } from './item.js';

/** What folding needs to know of the office: fixed for as long as the documents live. */
export interface Terms {
  /** The office's day of an instant. */
  readonly dayOf: (instant: string) => string;
  /** The report class of a kind; `none` for an unknown one. */
  readonly classOf: (kind: string) => string;
  /** Whole working hours between two instants; null where the calendar does not reach. */
  readonly hoursBetween: (from: string, to: string) => number | null;
}

type PublicType = keyof typeof complaintPublicEvents | keyof typeof consultationPublicEvents;
type Change<T extends PublicType> = (item: Item, now: Moment<T>) => Item;

/** An event being folded: its data, its mark, its envelope and the office's terms. */
interface Moment<T extends PublicType> {
  readonly data: PublicData<T>;
  readonly mark: Mark;
  readonly event: PublicEvent;
  readonly terms: Terms;
}

/** More rounds or leads than any real case has; the newest are kept, so no stream makes its item grow without end. */
const CAP = 60;

const same = (item: Item): Item => item;

const isOpen = (round: Round | undefined): round is Round => round !== undefined && !round.closed;

const inLastRound = (item: Item, change: (round: Round) => Round): Item => {
  const last = item.rounds.at(-1);
  return last ? { ...item, rounds: [...item.rounds.slice(0, -1), change(last)] } : item;
};

const opened = (item: Item, mark: Mark): Item =>
  isOpen(item.rounds.at(-1))
    ? item
    : // The first round is kept whatever happens: a figure of its own asks for it.
      { ...item, rounds: [...item.rounds.slice(0, 1), ...item.rounds.slice(1).slice(1 - CAP), { opened: mark }] };

const handledBy = ({ accepted }: Item, { event, terms }: Moment<PublicType>): Item['handled'] => {
  const hours = accepted && terms.hoursBetween(accepted.at, event.time);
  return hours === null ? null : { event: event.id, hours };
};

const closed =
  (how: Closing['how']) =>
  (item: Item, now: Moment<PublicType>): Item => {
    if (!isOpen(item.rounds.at(-1))) return item;
    const done = inLastRound(item, (round) => ({ ...round, closed: { ...now.mark, how, stated: now.event.stated } }));
    return how === 'withdrawn' || item.handled ? done : { ...done, handled: handledBy(item, now) };
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
  contactable: data.contactable,
  history: data.history,
  origin: data.origin?.stream ?? null,
  accepted: null,
  declined: false,
  voided: false,
  handedOver: false,
  leads: [],
  rounds: [],
  handled: null,
  since: {},
  moment: { at: '', from: 0 },
});

/** What each public event of both services does to an item that is there; one that changes no figure keeps it as it is. */
const changes: { readonly [T in Exclude<PublicType, 'CaseRegistered'>]: Change<T> } = {
  CaseAccepted: (item, { mark, event }) =>
    opened({ ...item, accepted: item.accepted ?? { ...mark, at: event.time }, declined: false }, mark),
  CaseDeclined: (item) => ({ ...item, declined: true }),
  CaseAssigned: (item, { data, mark }) => led(item, mark.day, data.unit),
  AssignmentSigned: same,
  AssignmentReturned: (item, { mark }) => led(item, mark.day, null),
  ReplyDrafted: same,
  ReplySentBack: same,
  ReplyApproved: same,
  ReplyDelivered: closed('answered'),
  DeadlineSet: (item, { data, event }) =>
    inLastRound(item, (round) => ({ ...round, due: { event: event.id, day: data.due.on } })),
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
  FollowUpAttempted: (item, { data, mark }) =>
    inLastRound(item, (round) => ({
      ...round,
      attempted: round.attempted ?? mark,
      ...(data.outcome === 'reached' && { reached: round.reached ?? mark }),
    })),
  FollowUpRated: (item, { data, mark }) =>
    inLastRound(item, (round) => ({ ...round, rated: { ...mark, level: data.level } })),
  CaseClosed: same,
  CaseRedone: again,
  AnsweredAtFirstContact: closed('first-contact'),
  CaseRated: same,
  CaseHandedOver: (item) => ({ ...item, handedOver: true }),
  HandoverRefused: (item) => ({ ...item, handedOver: false }),
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
  return { ...table, CaseRegistered: (item, event) => item ?? registered(item, moment(event)) };
};
