import fc from 'fast-check';

const unit = fc.constantFrom('buses', 'roads', 'transit', 'hotline');
/** When cases of random histories are due, and so their tasks. */
const taskDueOn = fc.constantFrom('2021-04-15', '2021-04-28', '2021-04-12');

/** Commands of random histories: told meanwhile, suspended, and other units that assist. */
export const unitsCommandsAtRandom: Readonly<Record<string, fc.Arbitrary<object>>> = {
  GiveInterimReply: fc.constant({ text: '已收到,已转承办单位', how: 'phone' }),
  AskSuspension: fc.constant({ ground: 'waits-on-person', reason: '待补充' }),
  ApproveSuspension: fc.constant({}),
  RefuseSuspension: fc.constant({ reason: '不必' }),
  ResumeCase: fc.constant({}),
  EndSuspension: fc.record({ until: fc.constantFrom('2021-04-19', '2021-04-20', '2021-04-21') }),
  PassAssignmentDown: fc.record({ to: unit }),
  GiveTask: fc.record({ unit }),
  SignTask: fc.record({ unit }),
  ReturnTask: fc.record({ unit, ground: fc.constant('not-ours') }),
  PassTaskDown: fc.record({ unit: fc.constant('transit'), to: fc.constant('buses') }),
  FinishTask: fc.record({ unit, text: fc.constantFrom('已查明', '已处理') }),
  CancelTask: fc.record({ unit, reason: fc.constant('不再需要') }),
  WarnTask: fc.record({ unit, dueOn: taskDueOn }),
  RemindTask: fc.record({ unit, dueOn: taskDueOn }),
};

/** What comes next after these facts. */
export const NEXT_OF_UNITS: Readonly<Record<string, readonly string[]>> = {
  SuspensionAsked: ['ApproveSuspension', 'ApproveSuspension', 'RefuseSuspension'],
  CaseSuspended: ['ResumeCase'],
  CaseResumed: ['DraftReply'],
  TaskGiven: ['SignTask', 'SignTask', 'CancelTask', 'ReturnTask'],
  TaskSigned: ['FinishTask', 'PassTaskDown', 'DraftReply'],
  TaskFinished: ['DraftReply'],
};
