import type { CaseStatus, ContactView } from '@sunlit/contracts';
import type { Box, Fact, StoredEvent } from '@sunlit/kernel';
import type { CaseworkFact } from '../case/casework.events.js';
import { reworded, type DeskDocument, type Erased } from '../desk/desk.document.js';
import type { DeskRow } from '../desk/desk.rows.js';
import type { joiningEvents } from './joining.events.js';

/** One time the person came again, as the desk keeps it: with its box closed. */
export interface DeskContact extends Omit<ContactView, 'said'> {
  readonly said?: Box | Erased;
}

type Own = Extract<CaseworkFact, { type: keyof typeof joiningEvents }>;
type Rows = { readonly [T in Own['type']]: DeskRow<Extract<Own, { type: T }>> };
type Row = <F extends Fact>(change: (doc: DeskDocument, event: StoredEvent & F) => DeskDocument) => DeskRow<F>;

/** The desk shows the newest; all are in the timeline. */
const MOST = 50;

const and = (list: readonly string[] | undefined, one: string): readonly string[] => [
  ...(list ?? []).filter((other) => other !== one),
  one,
];
const butNot = (list: readonly string[] | undefined, one: string): readonly string[] =>
  (list ?? []).filter((other) => other !== one);

const contactOf = ({ data }: { readonly data: object }, at: string): DeskContact => ({ ...data, at }) as DeskContact;

/** The document without these members. */
const less = <K extends keyof DeskDocument>(doc: DeskDocument, ...names: readonly K[]): DeskDocument =>
  Object.fromEntries(Object.entries(doc).filter(([name]) => !names.includes(name as K))) as unknown as DeskDocument;

/** What the desk lists of contacts, of other cases about the same matter, and of flags. */
export const joiningRows = (row: Row, at: (event: StoredEvent) => string): Rows => {
  const same = row<Fact>((doc) => doc);
  return {
    ContactOpened: row((doc, event) => ({ ...doc, opening: contactOf(event, at(event)) as never })),
    ContactAdded: row((doc, event) => ({
      ...doc,
      contacts: [...(doc.contacts ?? []), contactOf(event, at(event))].slice(-MOST),
      chaseUps: (doc.chaseUps ?? 0) + (event.data.purpose === 'chase-up' ? 1 : 0),
    })),
    DuplicateHeld: row((doc, { data }) => ({ ...doc, duplicates: and(doc.duplicates, data.duplicate) })),
    DuplicateReleased: row((doc, { data }) => ({ ...doc, duplicates: butNot(doc.duplicates, data.duplicate) })),
    DuplicateGone: same,
    CaseJoined: row((doc, { data }) => ({
      ...doc,
      status: 'joined',
      joinedInto: data.into,
      beforeJoined: doc.status,
    })),
    CaseUnjoined: row((doc) => ({
      ...less(doc, 'joinedInto', 'beforeJoined'),
      status: (doc.beforeJoined ?? doc.status) as CaseStatus,
    })),
    FollowerHeld: row((doc, { data }) => ({ ...doc, followers: and(doc.followers, data.follower) })),
    FollowerReleased: row((doc, { data }) => ({ ...doc, followers: butNot(doc.followers, data.follower) })),
    FollowerGone: same,
    CaseLinked: row((doc, { data }) => ({ ...doc, linkedUnder: data.under })),
    CaseUnlinked: row((doc) => less(doc, 'linkedUnder')),
    ReplyTakenOver: row((doc, { data }) => ({ ...reworded(doc, { reply: data.text }), status: 'approved' })),
    ReplyNotTaken: same,
    HoldCalledOff: same,
    CaseDeclinedAsAnswered: row((doc, { data }) => ({ ...doc, status: 'declined', answeredBefore: data.answered })),
    PersonFlagged: row((doc, { data: { flag, until } }) => ({
      ...doc,
      flags: [...(doc.flags ?? []).filter((one) => one.flag !== flag), { flag, until }],
    })),
    FlagRemoved: row((doc, { data: { flag } }) => ({
      ...doc,
      flags: (doc.flags ?? []).filter((one) => one.flag !== flag),
    })),
  };
};
