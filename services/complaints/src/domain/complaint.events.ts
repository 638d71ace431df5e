import { caseworkEvents, commentBox, type Facts } from '@sunlit/casework';
import { attemptOutcome, level } from '@sunlit/contracts';
import { z } from 'zod';
import { followUpEvents } from './follow-up.events.js';

// Stored for good: a changed shape gets a new name and an upcast from the old one. The only personal field here is `comment`, a box.

const round = z.int().min(1);
const text = z.string();

/** The facts of a complaint, by type. */
export const complaintEvents = {
  ...caseworkEvents,
  FollowUpAttempted: z.strictObject({ outcome: attemptOutcome, round, comment: commentBox.optional() }),
  FollowUpRated: z.strictObject({ level, round }),
  ...followUpEvents,
  CaseClosed: z.strictObject({ note: text.optional() }),
  CaseRedone: z.strictObject({ round, reason: text }),
} as const;

export type ComplaintFact = Facts<typeof complaintEvents>;
