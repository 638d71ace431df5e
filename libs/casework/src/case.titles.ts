import { publicEventTexts, type Text } from '@sunlit/contracts';

const publicTitles: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.entries(publicEventTexts).map(([type, { title }]) => [type, title]),
);

/** What a step of a case's story is called, by the type of its event; all types of both services. */
export const stepTitles: Readonly<Record<string, Text>> = {
  ...publicTitles,
  CallerCorrected: { zh: '更正个人信息', en: 'Personal details corrected' },
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
