import { of, type Chance } from './chance.js';
import type { Sent } from './composed.js';

/** What may be sent to a case of either service. */
export const COMMON: readonly ((chance: Chance) => Sent)[] = [
  () => ({ type: 'AcceptCase' }),
  () => ({ type: 'DeclineCase', data: { ground: 'not-transport' } }),
  (chance) => ({ type: 'AssignCase', data: { unit: of(['buses', 'roads'], chance) } }),
  (chance) => ({ type: 'AssignCase', data: { unit: of(['buses', 'roads', 'transit'], chance) } }),
  () => ({ type: 'SignAssignment' }),
  () => ({ type: 'ReturnAssignment', data: { ground: 'not-ours' } }),
  (chance) => ({ type: 'DraftReply', data: { text: `答复${chance(9)}` } }),
  (chance) => ({ type: 'DraftReply', data: { text: `答复${chance(9)}` } }),
  () => ({ type: 'SendBackReply', data: { reason: '不清楚' } }),
  () => ({ type: 'ApproveReply' }),
  () => ({ type: 'ApproveReply' }),
  () => ({ type: 'DeliverReply', data: { how: 'phone' } }),
  () => ({ type: 'DeliverReply', data: { how: 'phone' } }),
  (chance) => ({ type: 'RequestExtension', data: { workingDays: 1 + chance(3), reason: '情况复杂' } }),
  () => ({ type: 'GrantExtension', by: { account: 'r', role: 'reviewer' } }),
  () => ({ type: 'RefuseExtension', data: { reason: '不必' }, by: { account: 'r', role: 'reviewer' } }),
  () => ({ type: 'GiveInterimReply', data: { text: '已收到,已转承办单位', how: 'phone' } }),
  () => ({ type: 'AskSuspension', data: { ground: 'waits-on-person', reason: '待来件人补充' } }),
  () => ({ type: 'ApproveSuspension', by: { account: 'r', role: 'reviewer' } }),
  () => ({ type: 'RefuseSuspension', data: { reason: '不必' }, by: { account: 'r', role: 'reviewer' } }),
  () => ({ type: 'ResumeCase' }),
  () => ({ type: 'PassAssignmentDown', data: { to: 'buses' } }),
  (chance) => ({ type: 'GiveTask', data: { unit: of(['transit', 'roads', 'hotline'], chance) } }),
  (chance) => ({ type: 'GiveTask', data: { unit: of(['transit', 'roads', 'hotline'], chance) } }),
  (chance) => ({ type: 'SignTask', data: { unit: of(['transit', 'roads', 'buses'], chance) } }),
  (chance) => ({ type: 'ReturnTask', data: { unit: of(['buses', 'roads'], chance), ground: 'not-ours' } }),
  () => ({ type: 'PassTaskDown', data: { unit: 'transit', to: 'buses' } }),
  (chance) => ({ type: 'FinishTask', data: { unit: of(['transit', 'roads', 'buses'], chance), text: '已查明' } }),
  (chance) => ({ type: 'FinishTask', data: { unit: of(['transit', 'roads', 'hotline'], chance), text: '已处理' } }),
  (chance) => ({ type: 'CancelTask', data: { unit: of(['transit', 'roads', 'buses'], chance), reason: '不再需要' } }),
  () => ({ type: 'WithdrawCase', data: { reason: '不再需要' } }),
  () => ({ type: 'ReopenCase', data: { reason: '又有问题' } }),
  () => ({ type: 'ErasePersonalData' }),
  () => ({ type: 'GiveSecrecy' }),
  () => ({ type: 'LiftSecrecy', data: { reason: '本人同意' }, by: { account: 'r', role: 'reviewer' } }),
  () => ({ type: 'WriteTextForUnits', data: { text: '反映某线路越站' } }),
  () => ({ type: 'OpenIdentity', data: { reason: '核实' }, by: { account: 'r', role: 'reviewer' } }),
  () => ({ type: 'RemoveFlag', data: { flag: 'needs-care' } }),
  () => ({ type: 'RestrictCase', data: { ground: '争议' }, by: { account: 'r', role: 'reviewer' } }),
  () => ({ type: 'LiftRestriction', data: { reason: '已了' }, by: { account: 'a', role: 'administrator' } }),
  () => ({ type: 'CorrectCaller', data: { caller: { name: '李四' }, reason: '更正' } }),
  () => ({ type: 'RecordAnswer', data: { text: '已答复' } }),
  (chance) => ({
    type: 'CorrectDetails',
    data: {
      changes: of<object>(
        [{ medium: 'web' }, { category: 'taxi' }, { category: 'bus.route' }, { cameAt: '2021-03-01T02:00:00.000Z' }],
        chance,
      ),
      reason: '更正',
    },
  }),
  (chance) => ({
    type: 'CorrectDetails',
    data: { changes: { urgency: of(['normal', 'urgent'], chance) }, reason: '更正' },
  }),
];

/** What a matter names, and how it is rated without a call. */
export const NAMED: readonly ((chance: Chance) => Sent)[] = [
  (chance) => ({
    type: 'SetAttributes',
    data: { attributes: { field: 'city', line: of(['bus-5', 'bus-6'], chance) } },
  }),
  (chance) => ({
    type: 'RateBy',
    data: { medium: of(['message', 'device'], chance), level: 1 + chance(5) },
  }),
];

/** What may be sent to the cases of one service only. */
export const OWN: Readonly<Record<string, readonly ((chance: Chance) => Sent)[]>> = {
  consultations: [
    (chance) => ({
      type: 'CorrectDetails',
      data: { changes: { kind: of(['consultation', 'help'], chance) }, reason: '更正' },
    }),
    () => ({ type: 'AnswerAtFirstContact', data: { text: '当场答复' } }),
    (chance) => ({ type: 'RateCase', data: { level: 1 + chance(5) } }),
    () => ({ type: 'HandOver', data: { kind: 'complaint', reason: '实为投诉' } }),
    () => ({ type: 'HandOver', data: { kind: 'complaint', reason: '实为投诉' } }),
    () => ({ type: 'SelectForFollowUp', data: { reason: '抽查' }, by: { account: 'r', role: 'reviewer' } }),
    (chance) => ({
      type: 'AttemptFollowUp',
      data: chance(2) === 0 ? { outcome: 'no-answer' } : { outcome: 'reached', level: 1 + chance(5) },
    }),
    () => ({ type: 'SetRatingAside', data: { ground: 'mistaken' }, by: { account: 'r', role: 'reviewer' } }),
    () => ({ type: 'RestoreRating', data: { reason: '复核' }, by: { account: 'r', role: 'reviewer' } }),
  ],
  complaints: [
    (chance) => ({ type: 'AttemptFollowUp', data: { outcome: of(['no-answer', 'reached', 'no-number'], chance) } }),
    (chance) => ({
      type: 'AttemptFollowUp',
      data: { outcome: 'reached', level: 1 + chance(5), solved: of(['partly', 'no'], chance), reason: 'slow' },
    }),
    () => ({ type: 'SelectForFollowUp', data: { reason: '抽查' }, by: { account: 'r', role: 'reviewer' } }),
    (chance) => ({
      type: 'SetRatingAside',
      data: { ground: 'mistaken', ...(chance(3) === 0 && { round: 1 }) },
      by: { account: 'r', role: 'reviewer' },
    }),
    () => ({ type: 'RestoreRating', data: { reason: '复核' }, by: { account: 'r', role: 'reviewer' } }),
    (chance) => ({ type: 'AttemptFollowUp', data: { outcome: 'reached', level: 1 + chance(5) } }),
    (chance) => ({ type: 'AttemptFollowUp', data: { outcome: 'reached', level: 1 + chance(5) } }),
    () => ({ type: 'CloseCase' }),
    () => ({ type: 'RedoCase', data: { reason: '单位有责' } }),
  ],
};
