import { z } from 'zod';
import { contactPublicEvents, joiningPublicEvents } from './joining.events.js';
import { PARTS } from './marks.js';
import { attributePublicEvents } from './attributes.js';
import { followUpPublicEvents, ratingPublicEvents } from './follow-up.events.js';
import { unitsPublicEvents } from './units.events.js';
import { orderPublicEvents } from './order.events.js';
import { attemptOutcome, callerType, caseStream, code, day, instant, knowledgeStream } from './terms.js';
import { level, object, origin, urgency } from './terms.js';

const empty = z.strictObject({});
const round = z
  .int()
  .describe(
    '第几轮办理,从 1 起;重办或重新办理时加一。 The round of handling, from 1; one more each time it is handled again.',
  );
const reasoned = z.strictObject({ round });
const dueOn = day.describe('到期日。 The day it was due.');
const unit = code.describe('承办单位代码。 Code of the unit.');
const ground = code.describe('理由代码。 Code of the ground.');
const satisfaction = level.describe(
  '满意度,5 非常满意至 1 非常不满意。 From 5, very satisfied, to 1, very dissatisfied.',
);
const contactable = z.boolean().describe('能否回访。 Whether the person can be called back.');

/** A due date as others may know it (the ledger that explains it stays in the service). */
export const publicDue = z.strictObject({
  on: dueOn,
  policy: z.string().describe('依据的期限规则。 The rule it comes from.'),
  calendar: z.string().describe('所用工作日历的版本。 The version of the calendar of working days.'),
  provisional: z
    .boolean()
    .describe(
      '该年放假安排尚未公布,日期可能调整。 Whether the holidays of that year are not yet known, so that it may move.',
    ),
  at: instant
    .describe(
      '到期时刻:以工作小时计或当日办结的期限才有;没有的,到期日当日结束前。 The instant it is due by, of a limit in office hours or of the same day; without it, by the end of the day.',
    )
    .optional(),
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
    cameAt: instant.describe('来电时刻。 When the person came.'),
    contactable,
  })
  .partial();

/**
 * What the two services say to everybody: every type with the schema of its data. Stored for good on topics: a changed shape gets a
 * new name. No personal data, no account, no free text.
 */
export const casePublicEvents = {
  CaseRegistered: z.strictObject({
    number: z.string().describe('事项编号。 The number people know the case by.'),
    kind: code,
    category: code,
    source: code,
    medium: code,
    urgency,
    callerType,
    externalNumber: z.string().describe('来源系统的编号。 Its number in the system it came from.').optional(),
    servicePoint: code.optional(),
    object: object.optional(),
    contactable,
    receivedBy: code
      .describe('首接单位,负责跟踪。 The unit that received it first and stays answerable for tracking it.')
      .optional(),
    history: z
      .boolean()
      .describe(
        '导入的历史记录:不计时;结果未记录的不进入结果比率。 Imported history: never timed; without an outcome it is in neither part of a share of outcomes.',
      ),
    origin: origin.describe('转办而来时的原事项。 The case it was handed over from.').optional(),
  }),
  CaseAccepted: empty,
  CaseDeclined: z.strictObject({ ground }),
  CaseAssigned: z.strictObject({ unit, from: code.describe('此前的承办单位。 The unit before.').optional(), round }),
  AssignmentSigned: z.strictObject({ unit }),
  AssignmentReturned: z.strictObject({ unit, ground }),
  ReplyDrafted: z.strictObject({ unit: unit.optional(), round }),
  ReplySentBack: reasoned,
  ReplyApproved: reasoned,
  /** The approved reply reached the person: the matter is answered. */
  ReplyDelivered: z.strictObject({ how: code.describe('送达方式代码。 Code of the medium.'), round }),
  DeadlineSet: z.strictObject({
    due: publicDue,
    from: day.describe('此前的到期日。 The day it was due before.').optional(),
    because: z
      .enum(['accepted', 'extended', 'calendar', 'corrected', 'reopened', 'redone'])
      .describe('何以确定:受理、延期、放假安排公布、更正、重新办理、重办。 What set it.'),
  }),
  /** The due date moved; the latest of this and `DeadlineSet` counts. */
  DeadlineMoved: z.strictObject({
    due: publicDue,
    from: day.describe('此前的到期日。 The day it was due before.'),
    by: z.int().describe('顺延的工作日数。 By how many working days.'),
    because: z.enum(['suspended']).describe('何以顺延:挂起。 What moved it.'),
  }),
  /** The clock counts from what has just happened; the latest of this, `DeadlineSet` and `DeadlineMoved` counts. */
  DeadlineStarted: z.strictObject({
    due: publicDue,
    from: day.describe('此前的到期日。 The day it was due before.').optional(),
    because: z
      .enum(['signed', 'dispatched'])
      .describe(
        '自何时起算:承办单位签收、平台派单。 What it counts from: the lead unit signed; a platform dispatched.',
      ),
  }),
  ExtensionRequested: z.strictObject({ workingDays: z.int().describe('申请的工作日数。 How many working days more.') }),
  ExtensionRefused: empty,
  DeadlineWarned: z.strictObject({ dueOn }),
  DeadlineReminded: z.strictObject({
    dueOn,
    superviseOn: day.describe('届时未办结即督办。 From when it is supervised.'),
  }),
  DeadlineSupervised: z.strictObject({ dueOn }),
  DetailsCorrected: z.strictObject({ changes }),
  CaseVoided: empty,
  CaseWithdrawn: empty,
  CaseReopened: reasoned,
  PersonalDataErased: z.strictObject({
    parts: z.array(z.enum(PARTS)).describe('来电人、被反映人。 Whose: who came; whom it is about.'),
  }),
  /** Imported history: it was answered. */
  AnswerRecorded: z.strictObject({ how: code.describe('答复方式代码。 Code of the medium.').optional() }),
  ...joiningPublicEvents,
  ...unitsPublicEvents,
  ...orderPublicEvents,
  FollowUpAttempted: z.strictObject({
    outcome: attemptOutcome.describe('接通、无人接听、号码有误、拒绝。 What it came to.'),
    round,
  }),
  FollowUpRated: z.strictObject({ level: satisfaction, round }),
  ...followUpPublicEvents,
  ...ratingPublicEvents,
  ...attributePublicEvents,
} as const;

export const complaintPublicEvents = {
  ...casePublicEvents,
  /** The reply drafted or taken over just before is an answer of the knowledge base, whose uses are counted where that is kept. */
  KnowledgeUsed: z.strictObject({
    knowledge: knowledgeStream.describe('知识库答复的标识。 The answer of the knowledge base.'),
    edition: z.int().describe('第几版。 Its edition.'),
  }),
  CaseClosed: empty,
  CaseRedone: reasoned,
} as const;

export const consultationPublicEvents = {
  ...casePublicEvents,
  /** Answered in the contact in which it came. */
  AnsweredAtFirstContact: empty,
  CaseRated: z.strictObject({ level: satisfaction }),
  /** It is a complaint now: `to` is the case it becomes. */
  CaseHandedOver: z.strictObject({
    to: caseStream.describe('转成的事项。 The case it becomes.'),
    kind: code.describe('转成的类别代码。 Code of the kind it becomes.'),
  }),
  HandoverRefused: z.strictObject({ code: z.string().describe('未接的原因代码。 Code of the refusal.') }),
} as const;

/** All public events by service, for schemas and tests. */
export const publicEvents = {
  complaints: complaintPublicEvents,
  consultations: { ...consultationPublicEvents, ...contactPublicEvents },
} as const;

export type PublicData<T extends keyof typeof complaintPublicEvents | keyof typeof consultationPublicEvents> = z.output<
  (typeof complaintPublicEvents & typeof consultationPublicEvents)[T]
>;
