import { caseworkEvents, type Facts } from '@sunlit/casework';
import { z } from 'zod';

// Stored for good: a changed shape gets a new name and an upcast from the old one. Nothing here is personal.

const round = z.int().min(1);
const text = z.string();

/** The facts of a complaint, by type. */
export const complaintEvents = {
  ...caseworkEvents,
  CaseClosed: z.strictObject({ note: text.optional() }),
  CaseRedone: z.strictObject({ round, reason: text }),
} as const;

export type ComplaintFact = Facts<typeof complaintEvents>;
