import { aCall, aComplaint } from '../harness/matters.js';
import { UNIT } from '../harness/office.js';
import { ASSISTING, BELOW } from './access.people.js';
import { anOrder, answer, at, day, type Made, type SCENES } from './access.scenes.js';

/** The scene in which a mutation can be done, and its input. */
export type Tried = readonly [scene: keyof typeof SCENES, input: (made: Made) => object];

let made = 0;
const plain =
  (more: object = {}) =>
  ({ case: id }: Made) => ({ case: id, ...more });
const reason = plain({ reason: '说明' });
const knowledge =
  (more: object = {}) =>
  ({ knowledge: id }: Made) => ({ knowledge: id, ...more });
const other =
  (name: string, more: object = {}) =>
  (scene: Made) => ({ case: scene.case, [name]: scene[name], ...more });
const account =
  (more: object = {}) =>
  ({ account: name }: Made) => ({ account: name, ...more });
const contact = { source: '2959600', medium: 'phone' };

/** A line a mutation; one without a line is tried on a case in hand, its required fields filled from the schema. */
export const TRIED: Readonly<Record<string, Tried>> = {
  registerConsultation: ['nothing', () => aCall()],
  registerComplaint: ['nothing', () => aComplaint()],
  registerCase: ['nothing', () => aComplaint()],
  receiveOrder: ['nothing', () => anOrder()],
  acceptCase: ['unaccepted', plain()],
  declineCase: ['unaccepted', plain({ ground: 'not-transport' })],
  declineAsAnswered: ['answeredPair', other('answered')],
  assignCase: ['complaint', plain({ unit: UNIT })],
  signAssignment: ['assigned', plain()],
  returnAssignment: ['assigned', plain({ ground: 'not-ours' })],
  passAssignmentDown: ['ofAssisting', plain({ to: BELOW })],
  draftReply: ['signed', plain({ text: '已约谈驾驶员。' })],
  sendBackReply: ['drafted', reason],
  approveReply: ['drafted', plain()],
  deliverReply: ['approved', plain({ how: 'phone' })],
  requestExtension: ['signed', plain({ workingDays: 2, reason: '需核实' })],
  grantExtension: ['extension', plain()],
  refuseExtension: ['extension', reason],
  askSuspension: ['signed', plain({ ground: 'waits-on-person', reason: '等待材料' })],
  approveSuspension: ['suspensionAsked', plain()],
  refuseSuspension: ['suspensionAsked', reason],
  resumeCase: ['suspended', plain()],
  giveInterimReply: ['signed', plain({ text: '正在核查。' })],
  giveTask: ['signed', plain({ unit: ASSISTING })],
  signTask: ['task', plain({ unit: ASSISTING })],
  returnTask: ['task', plain({ unit: ASSISTING, ground: 'not-ours' })],
  passTaskDown: ['taskSigned', plain({ unit: ASSISTING, to: BELOW })],
  cancelTask: ['taskSigned', plain({ unit: ASSISTING, reason: '不再需要' })],
  finishTask: ['taskSigned', plain({ unit: ASSISTING, text: '属实' })],
  correctDetails: ['signed', plain({ changes: { summary: '反映出租车拒载及绕行' }, reason: '更正' })],
  correctCaller: ['signed', plain({ caller: { name: '王大明' }, reason: '更正' })],
  setAttributes: ['signed', plain({ attributes: { district: 'weidu' } })],
  voidCase: ['signed', reason],
  withdrawCase: ['signed', reason],
  reopenCase: ['answered', reason],
  redoCase: ['answered', reason],
  closeCase: ['followed', plain()],
  attemptFollowUp: ['answered', plain({ outcome: 'NO_ANSWER' })],
  selectForFollowUp: ['answered', reason],
  setRatingAside: ['followed', plain({ ground: 'mistaken' })],
  restoreRating: ['setAside', reason],
  rateBy: ['answered', plain({ medium: 'MESSAGE', level: 4 })],
  rateCase: ['answeredAtOnce', plain({ level: 4 })],
  recordAnswer: ['complaint', plain({ text: '已答复。' })],
  answerAtFirstContact: ['consultation', plain({ text: '末班车 21:30。' })],
  handOver: ['consultation', plain({ kind: 'complaint', category: 'bus.service', reason: '实为投诉' })],
  addContact: ['signed', plain({ ...contact, purpose: 'NEW_FACTS', said: { text: '又来电' } })],
  recordInvalidContact: ['nothing', () => ({ ...contact, why: 'SILENT' })],
  voidInvalidContact: ['contact', ({ contact: id }) => ({ contact: id, reason: '误记' })],
  holdDuplicate: ['pair', other('duplicate')],
  releaseDuplicate: ['joinedPair', other('duplicate', { reason: '不是同一事' })],
  holdFollower: ['followerPair', other('follower')],
  releaseFollower: ['linkedPair', other('follower', { reason: '不是同一事' })],
  flagPerson: ['signed', plain({ flag: 'needs-care', until: day(30) })],
  removeFlag: ['flagged', plain({ flag: 'needs-care' })],
  signOrder: ['ordered', plain()],
  returnOrder: ['ordered', plain({ ground: 'not-ours' })],
  noteOrderTakenBack: ['orderReturnAsked', plain()],
  noteOrderInsisted: ['orderReturnAsked', plain()],
  noteOrderSentAgain: ['orderTakenBack', plain({ dispatchedAt: at(0) })],
  askOrderExtension: ['orderSigned', plain({ dueAt: at(120), reason: '需核查' })],
  noteOrderExtension: ['orderExtension', plain({ granted: true })],
  reportOrder: ['orderAnswered', plain()],
  noteReportTaken: ['orderReported', plain()],
  noteReportBounced: ['orderReported', plain({ reason: '未答复诉求' })],
  recordPlatformRating: ['orderReported', plain({ level: 4 })],
  giveSecrecy: ['signed', plain()],
  liftSecrecy: ['secretOne', reason],
  writeTextForUnits: ['secretOne', plain({ text: '反映拒载' })],
  openIdentity: ['secretOne', reason],
  restrictCase: ['signed', plain({ ground: '争议' })],
  liftRestriction: ['restrictedOne', reason],
  erasePersonalData: ['signed', plain({ part: 'SUBJECT' })],
  proposeAnswer: ['nothing', () => ({ ...answer, question: `如何办理${(made += 1)}?` })],
  reviseAnswer: ['proposed', knowledge({ ...answer, answer: '凭证件到网点。' })],
  approveAnswer: ['proposed', knowledge()],
  sendBackAnswer: ['proposed', knowledge({ reason: '请写明' })],
  publishAnswer: ['approvedAnswer', knowledge()],
  retireAnswer: ['published', knowledge({ reason: '已过时' })],
  noteMissingAnswer: ['nothing', () => ({ question: `没有的答案${(made += 1)}?`, category: 'bus' })],
  settleMissingAnswer: ['missing', ({ question, knowledge: id }) => ({ question, knowledge: id })],
  createAccount: [
    'nothing',
    () => ({ account: `new-${(made += 1)}`, password: 'correct horse battery', role: 'ANALYST' }),
  ],
  setPassword: ['account', account({ password: 'another correct horse' })],
  disableAccount: ['account', account()],
  enableAccount: ['account', account()],
};

/** Mutations that take arguments instead of an `input`. */
export const WITH_ARGUMENTS: Readonly<Record<string, string>> = {
  signIn: '(account: "nobody", password: "wrong wrong wrong")',
  retrySetAside: '(projection: "no-such.v1", stream: "complaint-1")',
  rebuildProjection: '(projection: "no-such.v1")',
};
