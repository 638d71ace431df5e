import { publicEventTexts, type Text } from '@sunlit/contracts';

const publicTitles: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.entries(publicEventTexts).map(([type, { title }]) => [type, title]),
);

/** What a step of a case's story is called, by the type of its event; all types of both services. */
export const stepTitles: Readonly<Record<string, Text>> = {
  ...publicTitles,
  SecrecyGiven: { zh: '为来件人保密', en: 'Identity kept secret' },
  SecrecyLifted: { zh: '解除保密', en: 'Secrecy lifted' },
  TextForUnitsWritten: { zh: '写明供承办单位阅看的内容', en: 'Text written for units' },
  IdentityOpened: { zh: '查看来件人身份', en: 'Identity opened' },
  ContactOpened: { zh: '来电来访记录', en: 'The contact it came in by' },
  DuplicateGone: { zh: '并案已解除', en: 'The duplicate is on its own again' },
  FollowerGone: { zh: '关联已解除', en: 'The following case is on its own again' },
  HoldCalledOff: { zh: '并案或关联未成', en: 'Not joined or linked after all' },
  ReplyNotTaken: { zh: '关联事项未采用答复', en: 'A following case did not take the reply over' },
  PersonFlagged: { zh: '来电人标记', en: 'A flag on the person' },
  FlagRemoved: { zh: '取消来电人标记', en: 'The flag on the person is removed' },
  OrderCarriedOver: { zh: '平台工单随移交延续', en: 'The order goes on from where it stood' },
  PersonTakenOver: { zh: '与关联事项一致处理个人信息', en: 'Personal data kept as in the linked case' },
  CaseRestricted: { zh: '个人信息封存', en: 'Personal data restricted' },
  RestrictionLifted: { zh: '解除封存', en: 'Restriction lifted' },
  PersonalDataExported: { zh: '向本人提供个人信息', en: 'Personal data given to the person' },
  CallerCorrected: { zh: '更正个人信息', en: 'Personal details corrected' },
};

/** What stands in place of an outcome that imported history does not tell. */
export const outcomeUnrecorded: Text = { zh: '历史导入:办理结果未记录', en: 'Imported history: outcome not recorded' };

/** The steps a citizen sees of their own case; the office's inner ones are left out. */
export const STEPS_FOR_CITIZENS: ReadonlySet<string> = new Set([
  'CaseRegistered',
  'CaseAccepted',
  'CaseDeclined',
  'CaseDeclinedAsAnswered',
  'ContactAdded',
  'CaseJoined',
  'CaseUnjoined',
  'CaseAssigned',
  'InterimReplyGiven',
  'CaseSuspended',
  'CaseResumed',
  'DeadlineMoved',
  'DeadlineStarted',
  'ReplyDelivered',
  'AnsweredAtFirstContact',
  'AnswerRecorded',
  'DeadlineSet',
  'CaseWithdrawn',
  'CaseReopened',
  'FollowUpAttempted',
  'CaseClosed',
  'CaseRedone',
  'CaseHandedOver',
  'OrderTakenBack',
  'OrderSentAgain',
  'PersonalDataErased',
]);
