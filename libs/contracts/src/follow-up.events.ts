import { z } from 'zod';
import { ratedBy, solved } from './follow-up.commands.js';
import { code, level } from './terms.js';

const round = z.int().describe('第几轮办理,从 1 起。 The round of handling, from 1.');
const rule = z
  .string()
  .describe(
    '选取规则:all 全部,none 不回访,share-30 抽取 30%。 The rule: all, none, or share-30 for thirty in a hundred.',
  );
const satisfaction = level.describe('满意度,5 至 1。 From 5, very satisfied, to 1, very dissatisfied.');

/** What both services say publicly of ratings that nobody was called for. */
export const ratingPublicEvents = {
  RatingReceived: z.strictObject({
    by: ratedBy.describe('短信链接、窗口评价器。 By a link in a message; on the device at a window.'),
    level: satisfaction,
    round,
  }),
} as const;

/** What is said publicly of whom the office calls back and what they say. */
export const followUpPublicEvents = {
  FollowUpSelected: z.strictObject({
    round,
    by: z.enum(['rule', 'hand']).describe('按规则、人工。 By the rule; picked by hand.'),
    rule: rule.optional(),
  }),
  FollowUpPassedOver: z.strictObject({ round, rule }),
  FollowUpNumberMissing: z.strictObject({ round }),
  FollowUpGivenUp: z.strictObject({
    round,
    attempts: z.int().describe('拨打的次数。 How often the person was called.'),
  }),
  FollowUpSolved: z.strictObject({
    round,
    solved: solved.describe('已解决、部分解决、未解决。 Whether the person says that it is solved.'),
    because: code.describe('原因代码。 Code of the reason.').optional(),
  }),
  RatingSetAside: z.strictObject({ round, ground: code.describe('理由代码。 Code of the ground.') }),
  RatingRestored: z.strictObject({ round }),
} as const;
