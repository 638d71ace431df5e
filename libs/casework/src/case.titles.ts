import type { Text } from '@sunlit/contracts';

/** What a step of a case's story is called, by the type of its event; all types of both services. */
export const stepTitles: Readonly<Record<string, Text>> = {
  CaseRegistered: { zh: '登记', en: 'Registered' },
  CaseAccepted: { zh: '受理', en: 'Accepted' },
  CaseDeclined: { zh: '不予受理', en: 'Declined' },
  CaseAssigned: { zh: '派单', en: 'Assigned to a unit' },
  AssignmentSigned: { zh: '签收', en: 'Signed for by the unit' },
  AssignmentReturned: { zh: '退单', en: 'Given back by the unit' },
  ReplyDrafted: { zh: '拟写答复', en: 'Reply drafted' },
  ReplySentBack: { zh: '答复退回修改', en: 'Reply sent back' },
  ReplyApproved: { zh: '答复审核通过', en: 'Reply approved' },
  ReplyDelivered: { zh: '答复来电人', en: 'Reply delivered to the person' },
  DeadlineSet: { zh: '确定办理期限', en: 'Deadline set' },
  ExtensionRequested: { zh: '申请延期', en: 'Extension asked for' },
  ExtensionRefused: { zh: '不同意延期', en: 'Extension refused' },
  DeadlineWarned: { zh: '临期预警', en: 'Warned that the deadline is near' },
  DeadlineReminded: { zh: '催办', en: 'Reminded: the deadline has passed' },
  DeadlineSupervised: { zh: '督办', en: 'Put under supervision' },
  DetailsCorrected: { zh: '更正登记内容', en: 'Details corrected' },
  CallerCorrected: { zh: '更正个人信息', en: 'Personal details corrected' },
  CaseVoided: { zh: '作废', en: 'Voided' },
  CaseWithdrawn: { zh: '来电人撤回', en: 'Withdrawn by the person' },
  CaseReopened: { zh: '重新办理', en: 'Reopened' },
  PersonalDataErased: { zh: '删除个人信息', en: 'Personal data erased' },
  AnswerRecorded: { zh: '答复(历史记录)', en: 'Answer, as recorded in the past' },
  FollowUpAttempted: { zh: '回访', en: 'Called back' },
  FollowUpRated: { zh: '回访评价', en: 'Rated by the person' },
  CaseClosed: { zh: '办结', en: 'Closed' },
  CaseRedone: { zh: '重办', en: 'To be handled again' },
  AnsweredAtFirstContact: { zh: '即时答复', en: 'Answered at first contact' },
  CaseRated: { zh: '评价', en: 'Rated by the person' },
  CaseHandedOver: { zh: '转为投诉办理', en: 'Handed over as a complaint' },
  HandoverRefused: { zh: '转办未成,退回', en: 'Not taken over: it stays here' },
};

/** What stands in place of an outcome that imported history does not tell. */
export const outcomeUnrecorded: Text = { zh: '历史导入:办理结果未记录', en: 'Imported history: outcome not recorded' };

/** The steps a citizen sees of their own case; the office's inner ones are left out. */
export const STEPS_FOR_CITIZENS: ReadonlySet<string> = new Set([
  'CaseRegistered',
  'CaseAccepted',
  'CaseDeclined',
  'CaseAssigned',
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
  'PersonalDataErased',
]);
