import { z } from 'zod';
import { attemptOutcome, code, level, officialText } from './terms.js';

const reason = officialText(500);
const round = z.int().min(1).max(1000);

/** Whether the person says that it is solved. */
export const solved = z.enum(['yes', 'partly', 'no']);
/** How the person rated without being called: by a link in a message, or on the device at a window. */
export const ratedBy = z.enum(['message', 'device']);
/** What a follow-up came to; `no-number`: the person turns out to have given none, so no call was made. */
export const followUpOutcome = z.enum([...attemptOutcome.options, 'no-number']);

/** Fields of `AttemptFollowUp` that say whether it is solved, and why not. */
export const solvedFields = {
  solved: solved.optional(),
  /** Needed where it is partly or not solved (profile `dissatisfactionReasons`). */
  reason: code.optional(),
  note: reason.optional(),
} as const;

/** Commands on ratings that both services take. */
export const ratingCommands = {
  /** The person rated the answer by themselves: kept apart, never counted as the office's follow-up. */
  RateBy: z.strictObject({ medium: ratedBy, level }),
} as const;

/** Commands on the follow-up of answers. */
export const followUpCommands = {
  /** A round that no rule selected is followed up all the same: counted apart. */
  SelectForFollowUp: z.strictObject({ reason }),
  /** A reviewer finds the rating of a round (the last one, where none is named) not valid. */
  SetRatingAside: z.strictObject({ ground: code, note: reason.optional(), round: round.optional() }),
  RestoreRating: z.strictObject({ reason, round: round.optional() }),
} as const;
