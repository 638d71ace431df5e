import { addDays, type Due } from '@sunlit/calendar';
import type { CaseStatus } from '@sunlit/contracts';
import { type Fact, type JsonObject, type StoredEvent } from '@sunlit/kernel';
import { momentOf } from '../case/case.state.js';
import type { CaseworkFact } from '../case/casework.events.js';
import {
  erased,
  firstDocument,
  reworded,
  settled,
  unrestricted,
  type DeskDocument,
  type DeskRules,
} from './desk.document.js';
import type { joiningEvents } from '../beside/joining.events.js';
import type { followUpEvents } from '../follow-up/follow-up.events.js';
import { followUpRows } from '../follow-up/follow-up.rows.js';
import { joiningRows } from '../beside/joining.rows.js';
import type { namingEvents } from '../content/naming.events.js';
import { namingRows } from '../content/naming.rows.js';
import type { orderEvents } from '../order/order.events.js';
import { orderRows } from '../order/order.rows.js';
import type { unitsEvents } from '../handling/units.events.js';
import { unitsRows } from '../handling/units.rows.js';
import type { Rules } from '../case/rules.js';

export type DeskRow<F extends Fact> = (doc: DeskDocument | null, event: StoredEvent & F) => DeskDocument | null;
type RowsOf<F extends Fact> = { readonly [T in F['type']]: DeskRow<Extract<F, { type: T }>> };
type Change<F extends Fact> = (doc: DeskDocument, event: StoredEvent & F) => DeskDocument;

const drop = <K extends keyof DeskDocument>(doc: DeskDocument, ...names: K[]): Omit<DeskDocument, K> =>
  Object.fromEntries(Object.entries(doc).filter(([name]) => !names.includes(name as K))) as Omit<DeskDocument, K>;

/** What the desk lists of a case, row by row; a service adds the rows of its own facts with `row`. */
export const deskRows = (rules: Rules) => {
  const desk: DeskRules = {
    followUpOn: (answeredAt) => rules.followUpOn(rules.day(answeredAt)),
    callAgainOn: (calledOn, kind) => addDays(calledOn, rules.daysBetweenAttempts(kind)),
    everybody: rules.callsEverybody,
  };
  const row =
    <F extends Fact>(change: Change<F>): DeskRow<F> =>
    (doc, event) =>
      doc && settled(change(doc, event), desk);
  const to = (status: CaseStatus, more: (event: StoredEvent) => Partial<DeskDocument> = () => ({})) =>
    row((doc, event) => ({ ...doc, ...more(event), status }));
  const at = (event: StoredEvent) => momentOf(event).at;
  const answered = (doc: DeskDocument, event: StoredEvent, text = doc.reply): DeskDocument => {
    const {
      extension: _,
      suspension: __,
      ...rest
    } = text === undefined || text === doc.reply ? doc : reworded(doc, { reply: text });
    return { ...rest, status: 'answered', answeredAt: at(event), ...(text !== undefined && { delivered: text }) };
  };
  const newRound = row<Fact<string, { readonly round: number }>>((doc, { data }) => {
    const again = drop(
      doc,
      'due',
      'dueOn',
      'dueSetBy',
      'warnOn',
      'notices',
      'extension',
      'suspension',
      'suspendedBy',
      'passedTo',
      'answeredAt',
      'closedAt',
      'level',
      'comment',
      'followUp',
      'lastCalledOn',
      'concluded',
      'solved',
      'ratingSetAside',
    );
    return {
      ...again,
      status: doc.unit ? 'assigned' : doc.acceptedAt ? 'accepted' : 'registered',
      round: data.round,
      rated: false,
    };
  });
  const notice = (change: (event: StoredEvent) => DeskDocument['notices']) =>
    row((doc, event) => ({ ...doc, notices: { ...doc.notices, ...change(event) } }));

  const rows: RowsOf<
    Exclude<
      CaseworkFact,
      {
        type:
          | keyof typeof joiningEvents
          | keyof typeof unitsEvents
          | keyof typeof namingEvents
          | keyof typeof orderEvents
          | keyof typeof followUpEvents
          | 'FollowUpAttempted'
          | 'FollowUpRated'
          | 'DeadlineMoved';
      }
    >
  > = {
    CaseRegistered: (_, event) => settled(firstDocument(rules, event), desk),
    CaseAccepted: row((doc, event) => ({
      ...drop(doc, 'declinedGround', 'answeredBefore'),
      status: 'accepted',
      acceptedAt: at(event),
    })),
    CaseDeclined: row((doc, { data }) => ({ ...doc, status: 'declined', declinedGround: data.ground })),
    CaseAssigned: row((doc, { data: { unit } }) => ({
      ...(drop(doc, 'passedTo') as DeskDocument),
      status: 'assigned',
      unit,
      receivedBy: doc.receivedBy ?? unit,
    })),
    AssignmentSigned: to('signed'),
    AssignmentReturned: row((doc) => ({ ...drop(doc, 'unit', 'passedTo'), status: 'returned' })),
    ReplyDrafted: row((doc, { data }) => ({ ...reworded(doc, { reply: data.text }), status: 'drafted' })),
    KnowledgeUsed: row((doc) => doc),
    ReplySentBack: to('sent-back'),
    ReplyApproved: to('approved'),
    ReplyDelivered: row(answered),
    AnswerRecorded: row((doc, event) => answered(doc, event, event.data.text)),
    DeadlineSet: row((doc, { id, data }) => {
      const due = data.due as Due;
      // What was issued for a due day holds as long as that day does.
      const kept = doc.dueOn === due.on ? doc : drop(doc, 'notices');
      const rest = data.because === 'extended' ? drop(kept as DeskDocument, 'extension') : kept;
      return { ...(rest as DeskDocument), due, dueOn: due.on, dueSetBy: id, warnOn: due.warnOn };
    }),
    DeadlineStarted: row((doc, { id, data }) => {
      const due = data.due as Due;
      const kept = (doc.dueOn === due.on ? doc : drop(doc, 'notices')) as DeskDocument;
      return { ...kept, due, dueOn: due.on, dueSetBy: id, warnOn: due.warnOn };
    }),
    ExtensionRequested: row((doc, event) => ({ ...doc, extension: { ...event.data, askedAt: at(event) } })),
    ExtensionRefused: row((doc) => drop(doc, 'extension')),
    DeadlineWarned: notice(() => ({ warned: true })),
    DeadlineReminded: notice(({ data }) => ({ superviseOn: data['superviseOn'] as string })),
    DeadlineSupervised: notice(() => ({ supervised: true })),
    DetailsCorrected: row((doc, { data: { changes } }) => {
      const { summary, cameAt, ...details } = changes;
      const came = cameAt === undefined ? {} : { cameAt, cameOn: rules.day(cameAt) };
      const corrected = { ...doc, ...(details as JsonObject), ...came } as DeskDocument;
      return summary === undefined ? corrected : reworded(corrected, { summary });
    }),
    CallerCorrected: row((doc, { data: { reason: _, ...changes } }) => ({
      ...doc,
      ...(changes as Partial<DeskDocument>),
    })),
    CaseVoided: to('voided'),
    CaseWithdrawn: to('withdrawn'),
    CaseReopened: newRound,
    PersonalDataErased: row((doc, { data }) => unrestricted(erased(doc, data.parts), data.parts)),
    CaseRestricted: row((doc, { data: { linked: _, ...restricted } }) => ({ ...doc, restricted }) as DeskDocument),
    RestrictionLifted: row((doc) => drop(doc, 'restricted') as DeskDocument),
    PersonalDataExported: row((doc) => doc),
    SecrecyGiven: row((doc, { data }) => reworded({ ...doc, secrecy: data.because })),
    SecrecyLifted: row((doc) => reworded(drop(doc, 'secrecy', 'textForUnits') as DeskDocument)),
    TextForUnitsWritten: row((doc, { data }) => reworded({ ...doc, textForUnits: data.text })),
    IdentityOpened: row((doc) => doc),
    PersonTakenOver: row((doc) => doc),
  };
  return {
    rows: {
      ...rows,
      ...joiningRows(row, at),
      ...unitsRows(row, at, rules),
      ...followUpRows(row, rules),
      ...namingRows(row),
      ...orderRows(row, at),
    },
    row,
    to,
    at,
    answered,
    newRound,
  };
};
