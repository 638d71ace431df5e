import { z } from 'zod';
import { attemptOutcome, callerType, caseStream, code, day, instant, level, object, origin, urgency } from './terms.js';

const empty = z.strictObject({});
const reasoned = z.strictObject({ round: z.int() });

/** A due date as others may know it (the ledger that explains it stays in the service). */
export const publicDue = z.strictObject({
  on: day,
  policy: z.string(),
  calendar: z.string(),
  provisional: z.boolean(),
});

/** The changed details of a correction: only what statistics go by. */
const changes = z
  .strictObject({
    kind: code,
    category: code,
    source: code,
    medium: code,
    urgency,
    callerType,
    servicePoint: code,
    object,
    cameAt: instant,
    contactable: z.boolean(),
  })
  .partial();

/**
 * What the two services say to everybody: every type with the schema of its data. Stored for good on topics: a changed shape gets a
 * new name. No personal data, no account, no free text.
 */
export const casePublicEvents = {
  CaseRegistered: z.strictObject({
    number: z.string(),
    kind: code,
    category: code,
    source: code,
    medium: code,
    urgency,
    callerType,
    externalNumber: z.string().optional(),
    servicePoint: code.optional(),
    object: object.optional(),
    /** Whether the person can be called back. */
    contactable: z.boolean(),
    /** The unit that received it first and stays answerable for tracking it. */
    receivedBy: code.optional(),
    /** Imported history: never timed; without an outcome it is in neither part of a share of outcomes. */
    history: z.boolean(),
    origin: origin.optional(),
  }),
  CaseAccepted: empty,
  CaseDeclined: z.strictObject({ ground: code }),
  CaseAssigned: z.strictObject({ unit: code, from: code.optional(), round: z.int() }),
  AssignmentSigned: z.strictObject({ unit: code }),
  AssignmentReturned: z.strictObject({ unit: code, ground: code }),
  ReplyDrafted: z.strictObject({ unit: code.optional(), round: z.int() }),
  ReplySentBack: reasoned,
  ReplyApproved: reasoned,
  /** The approved reply reached the person: the matter is answered. */
  ReplyDelivered: z.strictObject({ how: code, round: z.int() }),
  DeadlineSet: z.strictObject({
    due: publicDue,
    from: day.optional(),
    because: z.enum(['accepted', 'extended', 'calendar', 'corrected', 'reopened', 'redone']),
  }),
  ExtensionRequested: z.strictObject({ workingDays: z.int() }),
  ExtensionRefused: empty,
  DeadlineWarned: z.strictObject({ dueOn: day }),
  DeadlineReminded: z.strictObject({ dueOn: day, superviseOn: day }),
  DeadlineSupervised: z.strictObject({ dueOn: day }),
  DetailsCorrected: z.strictObject({ changes }),
  CaseVoided: empty,
  CaseWithdrawn: empty,
  CaseReopened: z.strictObject({ round: z.int() }),
  PersonalDataErased: z.strictObject({ parts: z.array(z.enum(['caller', 'subject'])) }),
  /** Imported history: it was answered. */
  AnswerRecorded: z.strictObject({ how: code.optional() }),
} as const;

export const complaintPublicEvents = {
  ...casePublicEvents,
  FollowUpAttempted: z.strictObject({ outcome: attemptOutcome, round: z.int() }),
  FollowUpRated: z.strictObject({ level, round: z.int() }),
  CaseClosed: empty,
  CaseRedone: reasoned,
} as const;

export const consultationPublicEvents = {
  ...casePublicEvents,
  /** Answered in the contact in which it came. */
  AnsweredAtFirstContact: empty,
  CaseRated: z.strictObject({ level }),
  /** It is a complaint now: `to` is the case it becomes. */
  CaseHandedOver: z.strictObject({ to: caseStream, kind: code }),
  HandoverRefused: z.strictObject({ code: z.string() }),
} as const;

/** All public events by service, for schemas and tests. */
export const publicEvents = {
  complaints: complaintPublicEvents,
  consultations: consultationPublicEvents,
} as const;

export type PublicData<T extends keyof typeof complaintPublicEvents | keyof typeof consultationPublicEvents> = z.output<
  (typeof complaintPublicEvents & typeof consultationPublicEvents)[T]
>;
