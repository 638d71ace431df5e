import type { Text } from './case.rpc.js';
import { orderStatusText, statusText } from './status.js';

/** Why something was refused, in both languages; `{name}` is filled from the refusal's details. */
export const refusalTexts = {
  NoSuchCase: { zh: '没有这个事项,或查询码不对。', en: 'There is no such case, or the query code is wrong.' },
  NotRegistered: { zh: '该事项尚未登记。', en: 'This case is not registered.' },
  WrongState: { zh: '事项当前状态为“{status}”,不能进行此操作。', en: 'The case is {status}: this cannot be done now.' },
  CaseVoided: { zh: '该事项已作废。', en: 'This case was voided.' },
  NotYourCase: { zh: '该事项不由本单位承办。', en: 'This case is not assigned to your unit.' },
  UnknownUnit: { zh: '单位“{code}”不存在或当日已撤销。', en: 'There is no unit {code} on that day.' },
  UnknownCode: { zh: '“{field}”没有“{code}”这个代码。', en: '{field}: the office has no code {code}.' },
  WrongService: { zh: '“{kind}”类事项由另一服务受理。', en: 'Matters of kind {kind} are taken by the other service.' },
  PersonalNumberInText: {
    zh: '“{field}”第 {at} 字起含电话、证件号码或车牌,请移到个人信息栏。',
    en: '{field} holds a phone, identity or plate number from character {at}: move it to the personal fields.',
  },
  InTheFuture: { zh: '发生时间 {at} 在将来。', en: 'The stated time {at} is in the future.' },
  BeforeWhatItAnswers: { zh: '发生时间早于它所答复的事项。', en: 'The stated time is before that of what it answers.' },
  TooFarBack: {
    zh: '补录时间超出允许的 {days} 天;更早的请作为历史(history)导入。',
    en: 'The stated time is more than {days} days back: import what is older as history.',
  },
  MayNotStateTime: { zh: '该角色不能补录发生时间。', en: 'This role may not state when something happened.' },
  ExtensionTooLate: { zh: '期限已过,不能再申请延期。', en: 'The deadline has passed: no extension can be asked.' },
  ExtensionTooLong: { zh: '最多可延长 {max} 个工作日。', en: 'At most {max} working days may be added.' },
  ExtensionPending: { zh: '已有待批的延期申请。', en: 'An extension is waiting for a decision.' },
  NoMoreExtensions: { zh: '按规定最多延期 {times} 次。', en: 'The deadline may be extended at most {times} times.' },
  FollowUpFirst: { zh: '请先回访来电人,再办结。', en: 'Call the person back before closing the case.' },
  AnsweredAlready: {
    zh: '该事项已派单,不能再即时答复。',
    en: 'The case was given to a unit: it is no first contact any more.',
  },
  NoExtensionPending: { zh: '没有待批的延期申请。', en: 'No extension is waiting for a decision.' },
  ExtensionNotYours: { zh: '该角色不能批准延期。', en: 'This role may not decide on an extension.' },
  NoDeadline: { zh: '该事项没有办理期限。', en: 'This case has no deadline.' },
  HistoryOnly: { zh: '只有历史导入的事项可以这样登记。', en: 'Only imported history can be recorded so.' },
  RatingNeedsContact: { zh: '只有联系上本人才能记录评价。', en: 'A rating needs a call that reached the person.' },
  AlreadyRated: { zh: '本轮已有评价。', en: 'This round is rated already.' },
  Erased: { zh: '个人信息已删除,不能再录入。', en: 'The personal data was erased: no more may be added.' },
  NoSuchAnswer: { zh: '知识库没有这条答复。', en: 'The knowledge base has no such answer.' },
  NoSuchQuestion: { zh: '没有这个待补充的问题。', en: 'There is no such question without an answer.' },
  AnswerNotInForce: {
    zh: '该答复未发布、已停用或不在有效期内,不能引用。',
    en: 'That answer is not published, is retired or does not hold today: it cannot be given.',
  },
  AnswerRetired: { zh: '该答复已停用。', en: 'This answer is retired.' },
  NothingToReview: { zh: '没有待审核的内容。', en: 'There is nothing to review.' },
  NotApproved: { zh: '审核通过后才能发布。', en: 'It is published once it is approved.' },
  OwnText: { zh: '不能审核自己拟写的内容。', en: 'You cannot review a text you wrote.' },
  TextChangedSince: {
    zh: '内容在您阅读后有改动,请重新审核。',
    en: 'The text was changed since you read it: review it again.',
  },
  HoldsOthers: {
    zh: '该事项并有重复件或牵头其他事项,请先解除。',
    en: 'Other cases are joined into this one or follow it: release them first.',
  },
  SameCase: { zh: '不能与自身并案或关联。', en: 'A case cannot be joined or linked with itself.' },
  Joined: { zh: '该事项已并入另一事项,请在那里办理。', en: 'This case is joined into another one: go on there.' },
  Linked: {
    zh: '该事项已随另一事项办理,请先解除关联。',
    en: 'This case follows another one: release it there first.',
  },
  LettingGo: {
    zh: '上一次并案或关联正在解除,请稍后再试。',
    en: 'It is still being released from the last time: try again in a moment.',
  },
  NotHeld: { zh: '该事项没有并入或关联于此。', en: 'That case is neither joined into this one nor follows it.' },
  NotJoined: { zh: '该事项没有并入那一事项。', en: 'This case is not joined into that one.' },
  NotLinked: { zh: '该事项不随那一事项办理。', en: 'This case does not follow that one.' },
  NotAnswered: {
    zh: '所指事项尚未答复。',
    en: 'The case that is named has no answer yet.',
  },
  TextForUnitsFirst: { zh: '保密件须先写明供单位阅看的内容。', en: 'Kept secret: write the text for units first.' },
  NotSecret: { zh: '该事项未列为保密。', en: 'The identity in this case is not kept secret.' },
  NotFlagged: { zh: '没有这个标记。', en: 'There is no such flag.' },
  FlagTooLong: { zh: '标记最多可保留 {days} 天。', en: 'A flag may last {days} days at most.' },
  Suspended: { zh: '该事项已挂起,请先恢复办理。', en: 'The case is suspended: resume it first.' },
  NotSuspended: { zh: '该事项没有挂起。', en: 'The case is not suspended.' },
  SuspensionPending: { zh: '已有待批的挂起申请。', en: 'A suspension is waiting for a decision.' },
  NoSuspensionPending: { zh: '没有待批的挂起申请。', en: 'No suspension is waiting for a decision.' },
  SuspensionTooLate: {
    zh: '期限已过,不能再挂起。',
    en: 'The deadline has passed: the case cannot be suspended any more.',
  },
  NoMoreSuspensions: {
    zh: '以此理由最多挂起 {times} 次。',
    en: 'On this ground a case may be suspended at most {times} times.',
  },
  NoLead: { zh: '请先派单,确定主办单位。', en: 'Assign the case first: a unit has to lead.' },
  LeadsAlready: { zh: '该单位就是主办单位。', en: 'That unit leads the case.' },
  NotBelow: { zh: '只能交给本单位的下级单位。', en: 'Work is passed down to a unit below only.' },
  TaskExists: { zh: '该单位已有未完成的协办任务。', en: 'That unit has an unfinished task in this case.' },
  NoSuchTask: { zh: '该单位没有未完成的协办任务。', en: 'That unit has no unfinished task in this case.' },
  NotYourTask: { zh: '该协办任务不由本单位承办。', en: 'This task is not with your unit.' },
  TaskTooLate: {
    zh: '协办期限应在今天以后、事项到期日({due})以前。',
    en: 'A task is due no earlier than today and no later than its case ({due}).',
  },
  NotSelected: {
    zh: '按回访规定,本轮未列入回访;确需回访的,请先人工选取并写明原因。',
    en: 'The rule did not select this round for follow-up: pick it by hand first, and say why.',
  },
  SelectedAlready: { zh: '本轮已列入回访。', en: 'This round is selected for follow-up already.' },
  AttemptedThatDay: {
    zh: '与上一次回访须至少相隔 {days} 天。',
    en: 'At least {days} days have to lie from one call to the next.',
  },
  ReasonNeeded: {
    zh: '部分解决、未解决的,须写明原因。',
    en: 'Where it is partly or not solved, a reason has to be given.',
  },
  NoReasonNeeded: {
    zh: '只有部分解决、未解决或不满意的,才写原因。',
    en: 'A reason is given only where it is partly or not solved, or the person is dissatisfied.',
  },
  NotRated: { zh: '该轮没有评价。', en: 'There is no rating of that round.' },
  NotSetAside: { zh: '该轮评价没有被不予采用。', en: 'The rating of that round is not set aside.' },
  AttributeNotDeclared: {
    zh: '该分类不登记“{attribute}”。',
    en: 'Matters of this category name no {attribute}.',
  },
  NotAnOrder: { zh: '该事项不是平台派来的工单。', en: "This case is no platform's order." },
  WrongOrderState: {
    zh: '平台工单当前状态为“{orderStatus}”,不能进行此操作。',
    en: "The platform's order is {orderStatus}: this cannot be done now.",
  },
  OrderReturnTooLate: {
    zh: '平台规定的退单期限({until})已过。',
    en: "The platform's limit for returning orders ({until}) has passed.",
  },
  OrderInsisted: {
    zh: '平台已不同意退单,不能再次申请。',
    en: 'The platform insists: a return cannot be asked again.',
  },
  OrderExtensionPending: {
    zh: '已有待平台答复的延期申请。',
    en: 'An extension asked of the platform is not decided yet.',
  },
  NoOrderExtensionPending: { zh: '没有向平台申请延期。', en: 'No extension was asked of the platform.' },
  NoOrderDueTime: { zh: '平台没有规定这一轮的办结时刻。', en: 'The platform set no due time for this round.' },
  OrderExtensionTooLate: {
    zh: '平台期限已过,不能再申请延期。',
    en: "The platform's due time has passed: no extension can be asked.",
  },
  NotAfterDueTime: {
    zh: '新的办结时刻应晚于现有时刻({dueAt})。',
    en: 'It has to be later than the present due time ({dueAt}).',
  },
  NotFinished: { zh: '尚未办结,不能向平台报结。', en: 'There is nothing to report yet: it is still being handled.' },
  Restricted: {
    zh: '个人信息已封存,只保存、不再使用。',
    en: 'The personal data is restricted: it is kept and used no more.',
  },
  NotRestricted: { zh: '该事项没有封存。', en: 'This case is not restricted.' },
  NothingToCorrect: { zh: '没有要更正的内容。', en: 'There is nothing to correct.' },
  CommandIdReused: { zh: '同一命令编号已用于另一内容。', en: 'This command id was used for something else.' },
  SomeoneElseChangedThis: {
    zh: '刚有其他人修改了该事项,请重试。',
    en: 'Someone else just changed this: please try again.',
  },
  InvalidInput: { zh: '“{field}”有误:{problem}', en: '{field}: {problem}' },
  NotAllowed: { zh: '没有权限。', en: 'You are not allowed to do this.' },
  NotSignedIn: { zh: '请先登录。', en: 'Please sign in.' },
  WrongPassword: { zh: '账号或密码不对。', en: 'The account or the password is wrong.' },
  NoSuchAccount: { zh: '没有这个账号。', en: 'There is no such account.' },
  AccountExists: { zh: '账号“{account}”已存在。', en: 'The account {account} exists already.' },
  NotForThisCase: { zh: '“{command}”不适用于这类事项。', en: '{command} does not apply to this kind of case.' },
  TooManyRequests: {
    zh: '请求过于频繁,请 {seconds} 秒后再试。',
    en: 'Too many requests: try again in {seconds} seconds.',
  },
  UnknownFigure: { zh: '没有“{name}”这个指标。', en: 'There is no figure {name}.' },
  NoCube: {
    zh: '该指标没有含“{dimensions}”的汇总,可用:{cubes}。',
    en: 'No cube of this figure holds {dimensions}; there are: {cubes}.',
  },
  HolidayTableDiffers: {
    zh: '{year} 年放假安排未加入:{problem}。',
    en: 'The holiday table of {year} was not added: {problem}.',
  },
  DemoStore: { zh: '演示数据库不接受导入。', en: 'A demo store takes no import.' },
  StillCatchingUp: {
    zh: '查询尚未跟上刚才的写入,请稍后再试。',
    en: 'The list has not yet caught up with what was written: try again.',
  },
} as const satisfies Record<string, Text>;

export type RefusalCode = keyof typeof refusalTexts;

/** The refusal's text in both languages; an unknown code shows itself. */
export const refusalText = (code: string, details: Readonly<Record<string, unknown>> = {}): Text => {
  const text: Text = Object.hasOwn(refusalTexts, code) ? refusalTexts[code as RefusalCode] : { zh: code, en: code };
  const said = (name: string, language: keyof Text): string => {
    const value = String(details[name] ?? '');
    if (name === 'orderStatus') return orderStatusText(value)[language];
    return name === 'status' ? statusText(value)[language] : value;
  };
  const fill = (language: keyof Text) =>
    text[language].replace(/\{(\w+)\}/g, (_, name: string) => said(name, language));
  return { zh: fill('zh'), en: fill('en') };
};
