import { z } from 'zod';
import { followUpEvents } from '../follow-up/follow-up.events.js';
import { orderEvents } from '../order/order.events.js';
import { joiningEvents } from '../beside/joining.events.js';
import { namingEvents } from '../content/naming.events.js';
import { restrictionEvents } from '../person/restriction.events.js';
import { sharingEvents } from '../person/sharing.events.js';
import { secrecyEvents } from '../person/secrecy.events.js';
import { unitsEvents } from '../handling/units.events.js';
import {
  PARTS,
  attemptOutcome,
  box,
  callerType,
  caseStream,
  code,
  day,
  instant,
  knowledgeStream,
  level,
  object,
  origin,
  urgency,
} from '@sunlit/contracts';

// Stored for good: a changed shape gets a new name and an upcast from the old one. Every field has a class: what is personal is a box
// (`caller`, `statement`, `subject`, `comment`), everything else is official text, a code, a day or a number.

const empty = z.strictObject({});
const round = z.int().min(1);
const text = z.string();
const languages = z.strictObject({ zh: text, en: text });

export const callerBox = box('caller.v1');
export const statementBox = box('statement.v1');
export const subjectBox = box('subject.v1');
export const commentBox = box('comment.v1');

/** A moment with the precision its source knows it in. */
export const moment = z.strictObject({ at: instant, precision: z.enum(['day', 'minute', 'second']) });

/** A due date with the ledger that explains it. */
export const due = z.strictObject({
  on: day,
  start: day,
  workingDays: z.int(),
  policy: text,
  calendar: text,
  provisional: z.boolean(),
  warnOn: day,
  remindOn: day,
  /** Of limits in office hours, calendar days or of the same day; and of those that count from something else than receipt. */
  at: instant.optional(),
  limit: z
    .strictObject({ unit: z.enum(['working-hours', 'calendar-days', 'same-day', 'that-day']), count: z.int() })
    .optional(),
  since: instant.optional(),
  countsFrom: z.enum(['dispatch', 'signing']).optional(),
  steps: z.array(
    z.strictObject({
      what: z.enum([
        'start',
        'stop',
        'resume',
        'restart',
        'extend',
        'holiday',
        'make-up',
        'due',
        'warn',
        'remind',
        'provisional',
        'worked',
      ]),
      on: day,
      from: day.optional(),
      to: day.optional(),
      days: z.int().optional(),
      at: instant.optional(),
      minutes: z.int().optional(),
      why: languages,
      rule: text,
      source: text.optional(),
    }),
  ),
});

const details = {
  kind: code,
  category: code,
  source: code,
  medium: code,
  urgency,
  callerType,
  summary: text,
  servicePoint: code.optional(),
  object: object.optional(),
};

/** What a case is about and how it came, without the person. */
export const caseDetails = z.strictObject(details);

/** The facts of a case that both services record, by type. */
export const caseworkEvents = {
  CaseRegistered: z.strictObject({
    ...details,
    number: text,
    externalNumber: text.optional(),
    contactable: z.boolean(),
    receivedBy: code.optional(),
    history: z.boolean(),
    origin: origin.optional(),
    caller: callerBox,
    statement: statementBox.optional(),
    subject: subjectBox.optional(),
  }),
  CaseAccepted: empty,
  CaseDeclined: z.strictObject({ ground: code, note: text.optional() }),
  CaseAssigned: z.strictObject({ unit: code, from: code.optional(), round, note: text.optional() }),
  AssignmentSigned: z.strictObject({ unit: code }),
  AssignmentReturned: z.strictObject({ unit: code, ground: code, note: text.optional() }),
  ReplyDrafted: z.strictObject({ unit: code.optional(), round, text }),
  /** The reply or answer written just before is this one of the knowledge base, in this edition. */
  KnowledgeUsed: z.strictObject({ knowledge: knowledgeStream, edition: z.int().min(1) }),
  ReplySentBack: z.strictObject({ round, reason: text }),
  ReplyApproved: z.strictObject({ round }),
  ReplyDelivered: z.strictObject({ how: code, round }),
  DeadlineSet: z.strictObject({
    due,
    from: day.optional(),
    because: z.enum(['accepted', 'extended', 'calendar', 'corrected', 'reopened', 'redone']),
  }),
  /** The latest of this and `DeadlineSet` counts. */
  DeadlineMoved: z.strictObject({ due, from: day, by: z.int(), because: z.enum(['suspended']) }),
  /** The same: the clock counts from the lead unit's signing, or a platform's dispatch, instead of receipt. */
  DeadlineStarted: z.strictObject({ due, from: day.optional(), because: z.enum(['signed', 'dispatched']) }),
  ExtensionRequested: z.strictObject({ workingDays: z.int(), reason: text }),
  ExtensionRefused: z.strictObject({ reason: text }),
  DeadlineWarned: z.strictObject({ dueOn: day }),
  DeadlineReminded: z.strictObject({ dueOn: day, superviseOn: day }),
  DeadlineSupervised: z.strictObject({ dueOn: day }),
  DetailsCorrected: z.strictObject({
    changes: z.strictObject({ ...details, cameAt: instant }).partial(),
    reason: text,
  }),
  /** New boxes in place of the old; `contactable` where the caller's box is new. */
  CallerCorrected: z.strictObject({
    caller: callerBox.optional(),
    statement: statementBox.optional(),
    subject: subjectBox.optional(),
    contactable: z.boolean().optional(),
    reason: text,
  }),
  CaseVoided: z.strictObject({ reason: text }),
  CaseWithdrawn: z.strictObject({ reason: text }),
  CaseReopened: z.strictObject({ round, reason: text }),
  /** `keys` are destroyed by the log's erasure consumer; `linked` is the case it was handed over to or came from. */
  PersonalDataErased: z.strictObject({
    parts: z.array(z.enum(PARTS)),
    keys: z.array(text),
    linked: caseStream.optional(),
  }),
  AnswerRecorded: z.strictObject({ text, how: code.optional() }),
  ...joiningEvents,
  FollowUpAttempted: z.strictObject({ outcome: attemptOutcome, round, comment: commentBox.optional() }),
  FollowUpRated: z.strictObject({ level, round }),
  ...followUpEvents,
  ...unitsEvents,
  ...secrecyEvents,
  ...restrictionEvents,
  ...sharingEvents,
  ...orderEvents,
  ...namingEvents,
} as const;

/** What the streams of case numbers hold (`complaintnumbers-2021`): blocks of numbers given out, never public. */
export const caseNumberEvents = {
  CaseNumbersLeased: z.strictObject({ year: z.int(), from: z.int().min(1), to: z.int().min(1) }),
} as const;

/** The facts of a table of schemas: a type with its data. */
export type Facts<T extends Readonly<Record<string, z.ZodType>>> = {
  [K in keyof T & string]: { readonly type: K; readonly data: z.output<T[K]> };
}[keyof T & string];

export type CaseworkFact = Facts<typeof caseworkEvents>;
export type CaseDetails = z.output<typeof caseDetails>;
