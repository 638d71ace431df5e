import type { Text } from './case.rpc.js';
import { statusText } from './status.js';

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
    return name === 'status' ? statusText(value)[language] : value;
  };
  const fill = (language: keyof Text) =>
    text[language].replace(/\{(\w+)\}/g, (_, name: string) => said(name, language));
  return { zh: fill('zh'), en: fill('en') };
};
