import type { CaseStatus } from '@sunlit/contracts';
import type { Json } from '@sunlit/kernel';
import { DEADLINES, lastOf, type Step } from './case-file.js';
import { suspensionFacts } from './standstill.js';
import { orderQueue } from './order-facts.js';
import { unitFacts } from './task-facts.js';

/** The status that a case has from an event of the type on. */
const BRINGS: Readonly<Record<string, CaseStatus>> = {
  CaseRegistered: 'registered',
  CaseAccepted: 'accepted',
  CaseDeclined: 'declined',
  CaseAssigned: 'assigned',
  AssignmentSigned: 'signed',
  AssignmentReturned: 'returned',
  ReplyDrafted: 'drafted',
  ReplySentBack: 'sent-back',
  ReplyApproved: 'approved',
  ReplyDelivered: 'answered',
  AnswerRecorded: 'answered',
  AnsweredAtFirstContact: 'answered',
  CaseClosed: 'closed',
  CaseHandedOver: 'handed-over',
  CaseWithdrawn: 'withdrawn',
  CaseVoided: 'voided',
  CaseJoined: 'joined',
  OrderTakenBack: 'taken-back',
  CaseDeclinedAsAnswered: 'declined',
  ReplyTakenOver: 'approved',
};

export const ANSWERS = ['ReplyDelivered', 'AnswerRecorded', 'AnsweredAtFirstContact'];
export const AGAIN = ['CaseReopened', 'CaseRedone'];
/** What undoes an event of another type: the case stands where it stood before that. */
const UNDOES: Readonly<Record<string, string>> = {
  HandoverRefused: 'CaseHandedOver',
  CaseUnjoined: 'CaseJoined',
  OrderSentAgain: 'OrderTakenBack',
};
const TURNS = [...Object.keys(BRINGS), ...AGAIN, ...Object.keys(UNDOES)];
const TO_BE_ANSWERED: readonly CaseStatus[] = [
  'accepted',
  'assigned',
  'signed',
  'returned',
  'drafted',
  'sent-back',
  'approved',
];

/** The unit that leads: that of the last assignment, unless it was given back since. */
export const unitOf = (steps: readonly Step[]): Json | undefined =>
  lastOf(steps, 'CaseAssigned', 'AssignmentReturned')?.data['unit'];

/** Where a case stands, by the last event that moved it. */
export const statusOf = (steps: readonly Step[]): CaseStatus | undefined => {
  const turn = steps.findLastIndex(({ type }) => TURNS.includes(type));
  if (turn < 0) return undefined;
  const { type } = steps[turn]!;
  const before = steps.slice(0, turn);
  if (type === 'OrderSentAgain' && statusOf(before) !== 'taken-back') return statusOf(before);
  if (UNDOES[type])
    return statusOf(
      before.slice(
        0,
        before.findLastIndex((step) => step.type === UNDOES[type]),
      ),
    );
  if (!AGAIN.includes(type)) return BRINGS[type];
  if (unitOf(before)) return 'assigned';
  return lastOf(before, 'CaseAccepted') ? 'accepted' : 'registered';
};

/** A detail as last put right. */
export const detailOf = (steps: readonly Step[], name: string): Json | undefined =>
  (steps.findLast(({ type, data }) => type === 'DetailsCorrected' && data[name] !== undefined) ?? steps[0])?.data[name];

/** When the person came. */
export const cameAtOf = (steps: readonly Step[]): string =>
  (detailOf(steps, 'cameAt') as string | undefined) ?? steps[0]!.at;

/** What happened since the case was last taken up again. */
const thisRound = (steps: readonly Step[]): readonly Step[] =>
  steps.slice(steps.findLastIndex(({ type }) => AGAIN.includes(type)) + 1);

const reachable = (steps: readonly Step[]): boolean => {
  const said = steps.findLast(
    ({ type, data }) =>
      data['contactable'] !== undefined ||
      type === 'FollowUpNumberMissing' ||
      (type === 'PersonalDataErased' && (data['parts'] as readonly string[]).includes('caller')),
  );
  return said?.data['contactable'] === true;
};

const asks = (round: readonly Step[]): boolean => {
  const asked = round.findLastIndex(({ type }) => type === 'ExtensionRequested');
  const ends = (step: Step): boolean =>
    ['ExtensionRefused', ...ANSWERS].includes(step.type) || step.data['because'] === 'extended';
  return asked >= 0 && !round.slice(asked).some(ends);
};

/** Whether enough was tried: somebody was spoken to, cannot be, or was given up. */
const calledEnough = (round: readonly Step[]): boolean =>
  lastOf(round, 'FollowUpGivenUp') !== undefined ||
  round.some(({ type, data }) => type === 'FollowUpAttempted' && data['outcome'] !== 'no-answer');

/** `everybody`: who was not passed over is called; else who was selected, until enough was tried. */
const isChosen = (round: readonly Step[], everybody: boolean): boolean => {
  const said = lastOf(round, 'FollowUpSelected', 'FollowUpPassedOver')?.type;
  return everybody ? said !== 'FollowUpPassedOver' : said === 'FollowUpSelected' && !calledEnough(round);
};

/** Somebody who can be called, of a matter of our own time, and is to be. */
const isToBeCalled = (steps: readonly Step[], round: readonly Step[], everybody: boolean): boolean =>
  !steps[0]!.data['history'] && reachable(steps) && isChosen(round, everybody);

/** What follows for the desk's queues. */
const queues = (steps: readonly Step[], everybody: boolean) => {
  const status = statusOf(steps)!;
  const open = TO_BE_ANSWERED.includes(status);
  const round = thisRound(steps);
  const rated = lastOf(round, 'FollowUpRated', 'CaseRated') !== undefined;
  const called = status === 'answered' && isToBeCalled(steps, round, everybody) && !rated;
  return {
    ...{ open, toFollowUp: called, extensionPending: open && asks(round) },
    ...suspensionFacts(round, open),
    orderQueue: orderQueue(steps, status),
    ...unitFacts(steps, lastOf(steps, ...AGAIN)?.data['round'] ?? 1, open),
  };
};

const DETAILS = ['kind', 'category', 'source', 'medium', 'urgency', 'callerType', 'servicePoint'];

/** What the registration said and what was put right since. */
const details = (steps: readonly Step[], dayOf: (instant: string) => string) => {
  const registered = steps[0]!;
  const { number, externalNumber, history, receivedBy } = registered.data;
  return {
    ...Object.fromEntries(DETAILS.map((name) => [name, detailOf(steps, name)])),
    number,
    externalNumber,
    history,
    receivedBy: receivedBy ?? steps.find(({ type }) => type === 'CaseAssigned')?.data['unit'],
    registeredAt: registered.recordedAt,
    cameAt: cameAtOf(steps),
    cameOn: dayOf(cameAtOf(steps)),
  };
};

/** How often the person chased it up; nothing where they never came again. */
const chaseUpsOf = (steps: readonly Step[]): number | undefined => {
  const again = steps.filter(({ type }) => type === 'ContactAdded');
  return again.length === 0 ? undefined : again.filter(({ data }) => data['purpose'] === 'chase-up').length;
};

/** What the desk's document of a case has to say, field by field, found by last occurrences. `everybody`: it calls whoever was not passed over. */
export const deskFacts = (
  steps: readonly Step[],
  dayOf: (instant: string) => string,
  everybody: boolean,
): Readonly<Record<string, Json | undefined>> => {
  const round = thisRound(steps);
  const last = (of: readonly Step[], ...types: readonly string[]): Partial<Step> => lastOf(of, ...types) ?? {};
  const said = (of: readonly Step[], field: string, ...types: readonly string[]) => last(of, ...types).data?.[field];
  return {
    ...details(steps, dayOf),
    status: statusOf(steps),
    unit: unitOf(steps),
    acceptedAt: last(steps, 'CaseAccepted').at,
    answeredAt: last(round, ...ANSWERS).at,
    closedAt: last(round, 'CaseClosed').at,
    dueOn: said(round, 'on', ...DEADLINES),
    round: said(steps, 'round', ...AGAIN) ?? 1,
    level: said(round, 'level', 'FollowUpRated', 'CaseRated'),
    handedOverTo: said(steps, 'to', 'CaseHandedOver', 'HandoverRefused'),
    joinedInto: said(steps, 'into', 'CaseJoined', 'CaseUnjoined'),
    linkedUnder: said(steps, 'under', 'CaseLinked', 'CaseUnlinked'),
    follows: said(steps, 'under', 'CaseLinked', 'CaseUnlinked') !== undefined,
    chaseUps: chaseUpsOf(steps),
    ...queues(steps, everybody),
  };
};
