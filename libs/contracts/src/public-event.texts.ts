import type { complaintPublicEvents, consultationPublicEvents } from './case.events.js';
import type { contactPublicEvents } from './joining.events.js';
import type { Text } from './case.rpc.js';
import { joiningEventTexts } from './joining.texts.js';
import { followUpEventTexts } from './follow-up.texts.js';
import { unitsEventTexts } from './units.texts.js';
import { orderEventTexts } from './order.texts.js';

/** Every type of event that a service says publicly. */
export type PublicEventType =
  keyof typeof complaintPublicEvents | keyof typeof consultationPublicEvents | keyof typeof contactPublicEvents;

/** What a public event is called, and what it says to those who know the office only by its topics. */
export interface PublicEventText {
  readonly title: Text;
  readonly description: Text;
}

const text = (title: readonly [zh: string, en: string], zh: string, en: string): PublicEventText => ({
  title: { zh: title[0], en: title[1] },
  description: { zh, en },
});

/** The texts of every public event type, in the order of a case's life. */
export const publicEventTexts: Readonly<Record<PublicEventType, PublicEventText>> = {
  CaseRegistered: text(
    ['登记', 'Registered'],
    '事项来到本单位并登记编号,是每件事的第一个事件。',
    'A matter came in and got its number: the first event of every case.',
  ),
  CaseAccepted: text(['受理', 'Accepted'], '单位受理该事项。', 'The office takes the matter on.'),
  CaseDeclined: text(
    ['不予受理', 'Declined'],
    '不予受理,附理由代码;更正后仍可受理。',
    'The office does not take the matter on, for this ground; put right, it may still be accepted.',
  ),
  CaseAssigned: text(
    ['派单', 'Assigned to a unit'],
    '派给承办单位,或改派给另一单位。',
    'A unit is to handle the matter, for the first time or in place of another.',
  ),
  AssignmentSigned: text(['签收', 'Signed for by the unit'], '承办单位签收。', 'The unit has taken it in hand.'),
  AssignmentReturned: text(
    ['退单', 'Given back by the unit'],
    '承办单位退单,附理由代码,需重新派单。',
    'The unit gave it back, for this ground; it is to be assigned anew.',
  ),
  ReplyDrafted: text(['拟写答复', 'Reply drafted'], '答复已拟好,待审核。', 'A reply stands, to be reviewed.'),
  ReplySentBack: text(
    ['答复退回修改', 'Reply sent back'],
    '审核未通过,退回修改。',
    'The review asks for another reply.',
  ),
  ReplyApproved: text(['答复审核通过', 'Reply approved'], '审核通过,待送达。', 'The reply may go out.'),
  ReplyDelivered: text(
    ['答复来电人', 'Reply delivered to the person'],
    '答复已送达来电人:该事项已答复。',
    'The approved reply reached the person: the matter is answered.',
  ),
  DeadlineSet: text(
    ['确定办理期限', 'Deadline set'],
    '办理期限确定或更改;以最近一次为准。',
    'The day it is due was set or set anew; the latest counts.',
  ),
  DeadlineMoved: text(
    ['办理期限顺延', 'Deadline moved'],
    '因挂起,到期日顺延挂起的工作日数;与 DeadlineSet 一样,以最近一次为准。',
    'The due date moved by the working days of the suspension; as with DeadlineSet, the latest counts.',
  ),
  DeadlineStarted: text(
    ['期限起算', 'Deadline counted anew'],
    '办理期限改自承办单位签收或平台派单之时起算;与 DeadlineSet 一样,以最近一次为准。',
    'The deadline now counts from the lead unit’s signing or a platform’s dispatch; as with DeadlineSet, the latest counts.',
  ),
  ExtensionRequested: text(
    ['申请延期', 'Extension asked for'],
    '申请延期若干工作日;同意时另有 DeadlineSet。',
    'More working days were asked for; where they are granted a DeadlineSet follows.',
  ),
  ExtensionRefused: text(['不同意延期', 'Extension refused'], '不同意延期,期限不变。', 'The deadline stays as it is.'),
  DeadlineWarned: text(['临期预警', 'Warned that the deadline is near'], '期限将至。', 'The deadline is near.'),
  DeadlineReminded: text(
    ['催办', 'Reminded: the deadline has passed'],
    '已逾期,催办。',
    'The deadline has passed; the unit was reminded.',
  ),
  DeadlineSupervised: text(
    ['督办', 'Put under supervision'],
    '催办后仍未办结,转督办。',
    'It was still open after the reminder and is under supervision.',
  ),
  DetailsCorrected: text(
    ['更正登记内容', 'Details corrected'],
    '登记内容更正;只列出改动的字段,统计按更正后的值。',
    'What was registered was wrong: the changed fields alone, which hold from the beginning.',
  ),
  CaseVoided: text(
    ['作废', 'Voided'],
    '登记有误,作废,不计入统计。',
    'It should not have been registered and counts nowhere.',
  ),
  CaseWithdrawn: text(['来电人撤回', 'Withdrawn by the person'], '来电人撤回。', 'The person withdrew the matter.'),
  CaseReopened: text(
    ['重新办理', 'Reopened'],
    '已结束的事项重新办理,进入新一轮。',
    'A matter that had ended is handled again, in a new round.',
  ),
  PersonalDataErased: text(
    ['删除个人信息', 'Personal data erased'],
    '个人信息已删除;公开事件本不含个人信息,统计不变。',
    'The personal data of these parts is erased; public events never held any, so no figure changes.',
  ),
  AnswerRecorded: text(
    ['答复(历史记录)', 'Answer, as recorded in the past'],
    '导入的历史记录:当时已答复。',
    'Imported history: it was answered then.',
  ),
  FollowUpAttempted: text(
    ['回访', 'Called back'],
    '回访一次及其结果。',
    'One attempt to reach the person, and its outcome.',
  ),
  FollowUpRated: text(
    ['回访评价', 'Rated by the person'],
    '回访时来电人的满意度评价。',
    'How satisfied the person was when called back.',
  ),
  CaseClosed: text(['办结', 'Closed'], '事项办结。', 'The matter is closed.'),
  KnowledgeUsed: text(
    ['引用知识库答复', 'An answer of the knowledge base is used'],
    '此前拟写或采用的答复引自知识库的这一条;送达后计一次使用。',
    'The reply drafted or taken over just before is this answer of the knowledge base; it counts as a use once delivered.',
  ),
  CaseRedone: text(
    ['重办', 'To be handled again'],
    '承办不当,重新办理,进入新一轮。',
    'The unit was at fault: it is handled again, in a new round.',
  ),
  AnsweredAtFirstContact: text(
    ['即时答复', 'Answered at first contact'],
    '当场答复。',
    'It was answered in the contact in which it came.',
  ),
  CaseRated: text(['评价', 'Rated by the person'], '来电人的满意度评价。', 'How satisfied the person was.'),
  CaseHandedOver: text(
    ['转为投诉办理', 'Handed over as a complaint'],
    '实为投诉,转交投诉服务;to 为转成的事项。',
    'It is a complaint: the complaints service registers it as the case `to`.',
  ),
  HandoverRefused: text(
    ['转办未成,退回', 'Not taken over: it stays here'],
    '投诉服务未接,事项仍在咨询服务。',
    'The complaints service did not take it: it is open here again.',
  ),
  ...joiningEventTexts,
  ...unitsEventTexts,
  ...orderEventTexts,
  ...followUpEventTexts,
};
