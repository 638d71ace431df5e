import type { JsonObject, StoredEvent } from '@sunlit/kernel';

/** What a recount keeps of an event: no text and no box, so that a year of cases stays small. */
export interface Step {
  readonly type: string;
  readonly id: string;
  readonly revision: number;
  readonly position: number;
  /** When it happened, ISO 8601 UTC. */
  readonly at: string;
  readonly recordedAt: string;
  readonly data: JsonObject;
}

/** A case as the log tells it, event by event. */
export interface CaseFile {
  readonly stream: string;
  readonly category: string;
  readonly steps: readonly Step[];
}

const NOTHING: JsonObject = {};

const DETAILS = ['kind', 'category', 'source', 'medium', 'urgency', 'callerType', 'servicePoint', 'cameAt'];

/** Of each type the fields that something is recounted from. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  CaseRegistered: [...DETAILS, 'number', 'externalNumber', 'contactable', 'receivedBy', 'history', 'origin'],
  CaseAssigned: ['unit'],
  CallerCorrected: ['contactable'],
  PersonalDataErased: ['parts'],
  FollowUpAttempted: ['outcome'],
  FollowUpRated: ['level', 'round'],
  FollowUpSelected: ['by'],
  FollowUpSolved: ['solved'],
  RatingSetAside: ['round'],
  RatingRestored: ['round'],
  RatingReceived: ['by', 'level'],
  AttributesGiven: ['coded'],
  CaseRated: ['level'],
  CaseHandedOver: ['to'],
  ContactAdded: ['purpose'],
  DuplicateHeld: ['duplicate'],
  DuplicateGone: ['duplicate'],
  CaseJoined: ['into'],
  FollowerHeld: ['follower'],
  FollowerGone: ['follower'],
  CaseLinked: ['under'],
  OrderReceived: ['platform', 'dueAt', 'signedAt'],
  OrderSentAgain: ['dueAt'],
  OrderCarriedOver: ['status'],
  OrderExtensionGranted: ['dueAt'],
  OrderReportBounced: ['dueAt'],
  PlatformRated: ['level'],
  CaseReopened: ['round'],
  CaseRedone: ['round'],
  CaseSuspended: ['on'],
  CaseResumed: ['on'],
  AssignmentPassedDown: ['to'],
  TaskGiven: ['task', 'unit', 'round'],
  TaskReturned: ['task', 'to'],
  TaskPassedDown: ['task', 'to'],
  TaskFinished: ['task'],
  TaskCancelled: ['task'],
};

/** What sets the due date: the last of these counts. */
export const DEADLINES: readonly string[] = ['DeadlineSet', 'DeadlineMoved', 'DeadlineStarted'];

const only = (data: JsonObject, fields: readonly string[]): JsonObject =>
  Object.fromEntries(fields.filter((field) => data[field] !== undefined).map((field) => [field, data[field]]));

const keptOf = ({ type, data }: StoredEvent): JsonObject => {
  if (DEADLINES.includes(type)) return { ...only(data['due'] as JsonObject, ['on', 'at']), ...only(data, ['because']) };
  if (type === 'DetailsCorrected') return only(data['changes'] as JsonObject, DETAILS);
  return KEPT[type] ? only(data, KEPT[type]) : NOTHING;
};

export const stepOf = (event: StoredEvent): Step => ({
  type: event.type,
  id: event.id,
  revision: event.revision,
  position: event.position,
  at: event.meta.occurredAt?.at ?? event.meta.recordedAt,
  recordedAt: event.meta.recordedAt,
  data: keptOf(event),
});

/** Up to where a reader has seen a case. */
export interface Cut {
  readonly position: number;
  /** The stream's first revision that waits there; absent: none does. */
  readonly before?: number | undefined;
}

/** The steps a reader has seen. */
export const seenOf = ({ steps }: CaseFile, { position, before = Infinity }: Cut): readonly Step[] =>
  steps.filter((step) => step.position <= position && step.revision < before);

/** The last step of one of the types. */
export const lastOf = (steps: readonly Step[], ...types: readonly string[]): Step | undefined =>
  steps.findLast(({ type }) => types.includes(type));
