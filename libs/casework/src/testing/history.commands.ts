import { derivedId, type JsonObject } from '@sunlit/kernel';
import fc from 'fast-check';
import { joiningCommandsAtRandom } from './joining.commands.js';
import { namingCommandsAtRandom } from './naming.commands.js';
import { orderAtRandom, orderCommandsAtRandom } from './order.commands.js';
import { personCommandsAtRandom } from './person.commands.js';
import { NEXT_OF_UNITS, unitsCommandsAtRandom } from './units.commands.js';

/** The answer of the knowledge base that histories of consultations give, where `before` has published it. */
export const HISTORY_ANSWER = `knowledge-${derivedId('history', 'answer')}`;

/** Stands in every personal field that is sent; must stand nowhere else. */
export const CANARY = '金丝雀';

const caller = { name: `${CANARY}甲`, phone: `139 0000 0000 ${CANARY}`, address: `${CANARY}路` };
const comment = { text: `${CANARY}说好` };
const level = fc.integer({ min: 1, max: 5 });
const just = (data: JsonObject) => fc.constant(data);

const registration = (kind: string) =>
  fc.record({
    kind: fc.constantFrom(...(kind === 'complaint' ? ['complaint', 'report'] : ['consultation', 'help'])),
    category: fc.constantFrom('bus', 'taxi'),
    source: fc.constantFrom('12328', '12328', 'bureau-line'),
    medium: fc.constantFrom('phone', 'web'),
    urgency: fc.constantFrom('normal', 'urgent'),
    summary: fc.constantFrom('公交越站', '出租车绕行'),
    accept: fc.boolean(),
    caller: fc.constantFrom(caller, {}),
    statement: just({ text: `${CANARY}原话`, place: `${CANARY}站` }),
    subject: just({ plate: `豫K${CANARY}`, driver: CANARY }),
    contact: fc.option(just({ callId: '20210412-0001' }), { nil: undefined }),
    order: fc.option(orderAtRandom, { nil: undefined }),
  });

/** What may be sent of each type of command, at random. */
export const commands = (kind: string): Readonly<Record<string, fc.Arbitrary<object>>> => ({
  RegisterCase: registration(kind),
  AcceptCase: just({}),
  DeclineCase: just({ ground: 'not-transport' }),
  AssignCase: fc.record({ unit: fc.constantFrom('buses', 'roads', 'transit') }),
  SignAssignment: just({}),
  ReturnAssignment: just({ ground: 'not-ours' }),
  DraftReply: fc.record({ text: fc.constantFrom('已整改', '已教育') }),
  SendBackReply: just({ reason: '请补充' }),
  ApproveReply: just({}),
  DeliverReply: just({ how: 'phone' }),
  RequestExtension: fc.record({ workingDays: fc.integer({ min: 1, max: 4 }), reason: fc.constant('核查') }),
  GrantExtension: just({}),
  RefuseExtension: just({ reason: '不必' }),
  RemindDeadline: fc.record({ dueOn: fc.constantFrom('2021-04-15', '2021-04-28', '2021-04-12') }),
  CorrectDetails: fc.record({
    changes: fc.constantFrom<object>(
      { urgency: 'urgent' },
      { urgency: 'normal' },
      { category: 'taxi' },
      { kind: kind === 'complaint' ? 'report' : 'help' },
      { cameAt: '2021-04-09T02:00:00.000Z' },
    ),
    reason: fc.constant('改'),
  }),
  CorrectCaller: just({ caller: { ...caller, name: `${CANARY}乙` }, reason: '改' }),
  WithdrawCase: just({ reason: '撤' }),
  ReopenCase: just({ reason: '再办' }),
  ErasePersonalData: fc.record({ part: fc.constantFrom('caller', 'subject', 'all') }),
  VoidCase: just({ reason: '误登记' }),
  RecordAnswer: just({ text: '已答复' }),
  CloseCase: just({}),
  GiveSecrecy: just({}),
  LiftSecrecy: just({ reason: '本人同意' }),
  WriteTextForUnits: just({ text: '反映某线路越站' }),
  OpenIdentity: just({ reason: '回访' }),
  RestrictCase: fc.record({
    ground: fc.constantFrom('争议', '留存'),
    until: fc.constantFrom('2021-06-30', '2031-06-30'),
    erases: fc.constantFrom(['caller'], ['caller', 'subject']),
  }),
  LiftRestriction: just({ reason: '已了' }),
  ExportPerson: fc.record({ part: fc.constantFrom('caller', 'subject'), purpose: fc.constant('本人查阅') }),
  RedoCase: just({ reason: '重办' }),
  AnswerAtFirstContact: fc.constantFrom({ text: '答复' }, { text: '答复', knowledge: HISTORY_ANSWER }),
  RateCase: fc.record({ level, comment: just(comment) }),
  ...orderCommandsAtRandom,
  ...namingCommandsAtRandom(comment),
  ...unitsCommandsAtRandom,
  ...joiningCommandsAtRandom(kind, `${CANARY}又来电`),
  ...personCommandsAtRandom(kind),
});

/** What comes next after the last of these facts, so that histories get somewhere. */
export const NEXT: Readonly<Record<string, readonly string[]>> = {
  CaseRegistered: ['AcceptCase'],
  CaseAccepted: ['AssignCase'],
  CaseAssigned: ['SignAssignment', 'SignAssignment', 'ReturnAssignment'],
  ExtensionRequested: ['GrantExtension', 'RefuseExtension'],
  AssignmentSigned: ['DraftReply', 'DraftReply', 'AskSuspension', 'GiveTask', 'RequestExtension', 'PassAssignmentDown'],
  AssignmentReturned: ['AssignCase'],
  ReplyDrafted: ['ApproveReply', 'ApproveReply', 'SendBackReply'],
  ReplySentBack: ['DraftReply'],
  ReplyApproved: ['DeliverReply'],
  ReplyDelivered: ['AttemptFollowUp', 'AttemptFollowUp', 'RateBy', 'ReportOrder', 'RateCase'],
  FollowUpPassedOver: ['SelectForFollowUp'],
  FollowUpSelected: ['AttemptFollowUp'],
  FollowUpAttempted: ['CloseCase', 'RedoCase', 'ReportOrder'],
  FollowUpRated: ['SetRatingAside', 'CloseCase', 'RedoCase'],
  RatingSetAside: ['RestoreRating'],
  CaseRedone: ['SignAssignment'],
  CaseReopened: ['AssignCase', 'SignAssignment'],
  ...NEXT_OF_UNITS,
  OrderReceived: ['SignOrder'],
  OrderSigned: ['AcceptCase'],
  OrderReturnAsked: ['NoteOrderInsisted', 'NoteOrderInsisted', 'NoteOrderTakenBack'],
  OrderTakenBack: ['NoteOrderSentAgain'],
  OrderExtensionAsked: ['NoteOrderExtension', 'NoteOrderExtension', 'AssignCase'],
  CaseClosed: ['ReportOrder'],
  CaseRated: ['ReportOrder'],
  OrderReported: ['NoteReportBounced', 'NoteReportTaken', 'RecordPlatformRating'],
  OrderReportTaken: ['RecordPlatformRating'],
  OrderReportBounced: ['AssignCase', 'SignAssignment'],
  DuplicateHeld: ['ReleaseDuplicate'],
  FollowerHeld: ['ReleaseFollower', 'AssignCase'],
  SecrecyGiven: ['WriteTextForUnits', 'OpenIdentity', 'AcceptCase', 'AssignCase'],
  PersonFlagged: ['RemoveFlag', 'AssignCase', 'DraftReply'],
};
