import { z } from 'zod';
import { attributeCommands, attributes } from './attributes.js';
import { contactCommands, openingContact } from './contact.commands.js';
import { followUpCommands, followUpOutcome, ratingCommands, solvedFields } from './follow-up.commands.js';
import { joiningCommands } from './joining.commands.js';
import { secrecyCommands } from './secrecy.commands.js';
import { unitsCommands } from './units.commands.js';
import { orderCommands, orderGiven } from './order.commands.js';
import { restrictionCommands } from './restriction.commands.js';
import { sharingCommands } from './sharing.commands.js';
import { personal } from './marks.js';
import { knowledgeStream } from './terms.js';
import { callerType, code, givenInstant, level, object, officialText, origin, urgency } from './terms.js';

const reason = officialText(500);
const text = officialText(8000);
/** The answer of the knowledge base that is given. */
const knowledge = knowledgeStream.optional();

export const caller = z.strictObject({
  name: z.string().max(100).optional(),
  phone: z.string().max(40).optional(),
  address: z.string().max(300).optional(),
  email: z.string().max(200).optional(),
  organisation: z.string().max(200).optional(),
  idNumber: z.string().max(40).optional(),
});
export const statement = z.strictObject({ text: z.string().max(20000), place: z.string().max(300).optional() });
export const subject = z.strictObject({
  plate: z.string().max(20).optional(),
  driver: z.string().max(100).optional(),
  description: z.string().max(500).optional(),
});
const comment = z.strictObject({ text: z.string().max(2000) });

const details = {
  kind: code,
  category: code,
  source: code,
  medium: code,
  urgency: urgency.default('normal'),
  summary: officialText(500),
  callerType: callerType.default('person'),
  externalNumber: z.string().trim().min(1).max(80).optional(),
  servicePoint: code.optional(),
  object: object.optional(),
};

const optionalDetails = z
  .strictObject({ ...details, urgency, callerType, cameAt: givenInstant })
  .omit({ externalNumber: true })
  .partial();

/** Commands of both services, by type: the data of each. Personal fields are marked. */
export const caseCommands = {
  /** A matter comes in. `accept` accepts it in the same append; `answer` answers a consultation at first contact. */
  RegisterCase: z.strictObject({
    ...details,
    caller: personal('caller.v1', 'caller', caller, true),
    statement: personal('statement.v1', 'caller', statement),
    subject: personal('subject.v1', 'subject', subject),
    receivedBy: code.optional(),
    accept: z.boolean().default(true),
    answer: text.optional(),
    knowledge,
    history: z.boolean().default(false),
    /** Whether the person's identity is kept secret; absent: as the kind has it. */
    secrecy: z.boolean().optional(),
    origin: origin.optional(),
    /** What it is about, of what its category declares. */
    attributes: attributes.optional(),
    /** What is known of the call, visit or message in which it came. */
    contact: openingContact.optional(),
    /** The platform's order it came as: with a source that is a platform, and its number. */
    order: orderGiven.optional(),
  }),
  AcceptCase: z.strictObject({}),
  DeclineCase: z.strictObject({ ground: code, note: reason.optional() }),
  /** Gives the case to a lead unit, or to another one. */
  AssignCase: z.strictObject({ unit: code, note: reason.optional() }),
  SignAssignment: z.strictObject({}),
  ReturnAssignment: z.strictObject({ ground: code, note: reason.optional() }),
  DraftReply: z.strictObject({ text, knowledge }),
  SendBackReply: z.strictObject({ reason }),
  ApproveReply: z.strictObject({}),
  /** The approved reply reached the person, by this medium. */
  DeliverReply: z.strictObject({ how: code }),
  RequestExtension: z.strictObject({ workingDays: z.int().min(1).max(250), reason }),
  GrantExtension: z.strictObject({}),
  RefuseExtension: z.strictObject({ reason }),
  /** Timer: the deadline `dueOn` is near; passed; still passed after the reminder. */
  WarnDeadline: z.strictObject({ dueOn: z.iso.date() }),
  RemindDeadline: z.strictObject({ dueOn: z.iso.date() }),
  SuperviseDeadline: z.strictObject({ dueOn: z.iso.date() }),
  /** A newer holiday table has the year: a provisional date is set anew. */
  ResetDeadline: z.strictObject({ calendar: z.string() }),
  CorrectDetails: z.strictObject({ changes: optionalDetails, reason }),
  CorrectCaller: z.strictObject({
    caller: personal('caller.v1', 'caller', caller),
    statement: personal('statement.v1', 'caller', statement),
    subject: personal('subject.v1', 'subject', subject),
    reason,
  }),
  VoidCase: z.strictObject({ reason }),
  WithdrawCase: z.strictObject({ reason }),
  ReopenCase: z.strictObject({ reason }),
  ErasePersonalData: z.strictObject({ part: z.enum(['caller', 'subject', 'all']).default('all') }),
  /** Imported history: what was answered, without the way to it. */
  RecordAnswer: z.strictObject({ text, how: code.optional() }),
  ...contactCommands,
  ...joiningCommands,
  ...unitsCommands,
  ...secrecyCommands,
  ...restrictionCommands,
  ...sharingCommands,
  ...orderCommands,
  /** A follow-up call; one that reached the person may bring a rating and whether it is solved. */
  AttemptFollowUp: z.strictObject({
    outcome: followUpOutcome,
    level: level.optional(),
    ...solvedFields,
    comment: personal('comment.v1', 'caller', comment),
  }),
  ...followUpCommands,
  ...ratingCommands,
  ...attributeCommands,
} as const;

export const complaintCommands = {
  ...caseCommands,
  CloseCase: z.strictObject({ note: reason.optional() }),
  /** The unit was at fault: handled again, a new round. */
  RedoCase: z.strictObject({ reason }),
} as const;

export const consultationCommands = {
  ...caseCommands,
  AnswerAtFirstContact: z.strictObject({ text, knowledge }),
  RateCase: z.strictObject({ level, comment: personal('comment.v1', 'caller', comment) }),
  /** It is a complaint: the complaints service takes it over, as this kind. */
  HandOver: z.strictObject({ kind: code, category: code.optional(), reason }),
  /** The complaints service did not take it: it stays here. */
  NoteHandoverRefused: z.strictObject({ code: z.string().max(60) }),
} as const;

export type CommandTable = Readonly<Record<string, z.ZodObject>>;
export type CaseCommandType = keyof typeof caseCommands;
export type ComplaintCommandType = keyof typeof complaintCommands;
export type ConsultationCommandType = keyof typeof consultationCommands;
/** The data of a command as its sender writes it, personal data in the clear. */
export type CommandInput<T extends keyof typeof complaintCommands | keyof typeof consultationCommands> = z.input<
  (typeof complaintCommands & typeof consultationCommands)[T]
>;
