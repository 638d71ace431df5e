import { code, solved } from '@sunlit/contracts';
import { z } from 'zod';

const round = z.int().min(1);
const text = z.string();
/** `all`, `none`, or `share-30` for thirty in a hundred. */
const rule = z.string();

/** Whom the office calls back, and what becomes of ratings: facts beside the calls themselves. */
export const followUpEvents = {
  /** `rule` where the profile's rule selected it, `reason` where somebody picked it by hand. */
  FollowUpSelected: z.strictObject({
    round,
    by: z.enum(['rule', 'hand']),
    rule: rule.optional(),
    reason: text.optional(),
  }),
  FollowUpPassedOver: z.strictObject({ round, rule }),
  FollowUpNumberMissing: z.strictObject({ round }),
  /** Called on as many days as the rule has it, and never reached: of a case that nobody closes. */
  FollowUpGivenUp: z.strictObject({ round, attempts: z.int().min(1) }),
  FollowUpSolved: z.strictObject({ round, solved, because: code.optional(), note: text.optional() }),
  RatingSetAside: z.strictObject({ round, ground: code, note: text.optional() }),
  RatingRestored: z.strictObject({ round, reason: text }),
} as const;
