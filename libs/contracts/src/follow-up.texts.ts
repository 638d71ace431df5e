import type { attributePublicEvents } from './attributes.js';
import type { Text } from './case.rpc.js';
import type { followUpPublicEvents, ratingPublicEvents } from './follow-up.events.js';

const text = (title: readonly [zh: string, en: string], zh: string, en: string) => ({
  title: { zh: title[0], en: title[1] } satisfies Text,
  description: { zh, en } satisfies Text,
});

type Types = keyof typeof followUpPublicEvents | keyof typeof ratingPublicEvents | keyof typeof attributePublicEvents;

/** The texts of public events of follow-up, of ratings received, and of what a matter names. */
export const followUpEventTexts: Readonly<Record<Types, ReturnType<typeof text>>> = {
  FollowUpSelected: text(
    ['列入回访', 'Selected for follow-up'],
    '本轮办理列入回访:按规则选取,或人工选取(另行统计)。',
    'This round is to be followed up: selected by the rule, or picked by hand, which is counted apart.',
  ),
  FollowUpPassedOver: text(
    ['未列入回访', 'Not selected for follow-up'],
    '按规则未选取,本轮办理不回访。',
    'The rule did not select this round: nobody is called.',
  ),
  FollowUpNumberMissing: text(
    ['未留电话', 'No number was given'],
    '来电人未留可回访的电话,未拨打。',
    'The person gave no number to be called back on; no call was made.',
  ),
  FollowUpGivenUp: text(
    ['回访未果', 'Follow-up given up'],
    '已按规定在不同的日子拨打,未能联系上,不再回访。',
    'Called on as many days as the rule has it and never reached: no more is tried.',
  ),
  FollowUpSolved: text(
    ['是否解决', 'Solved or not'],
    '回访时来电人认为是否解决;部分解决、未解决的附原因。',
    'Whether the person says that it is solved; a reason where it is partly or not.',
  ),
  RatingSetAside: text(
    ['评价不予采用', 'Rating set aside'],
    '经审核,该轮评价不予采用;数字同时给出采用前后两种。',
    'A reviewer found the rating of this round not valid; figures are shown with and without it.',
  ),
  RatingRestored: text(
    ['恢复评价', 'Rating restored'],
    '恢复采用该轮评价。',
    'The rating of this round is valid again.',
  ),
  RatingReceived: text(
    ['收到评价', 'Rating received'],
    '来电人经短信链接或窗口评价器作出的评价;单独统计,不作回访。',
    'The person rated by a link in a message or on the device at a window: counted apart, no follow-up.',
  ),
  AttributesGiven: text(
    ['登记属性', 'Attributes given'],
    '登记业务领域、区域和对象(只列清单中的代码)。',
    'The business field, the district and the objects it is about; only codes of the lists.',
  ),
};
