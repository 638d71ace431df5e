import { code, contactFields, invalidReason } from '@sunlit/contracts';
import type { Facts } from '@sunlit/casework';
import { z } from 'zod';

// Stored for good: a changed shape gets a new name and an upcast from the old one. Nothing here is of a person: nobody came about anything.

/** The facts of a contact that opened no matter; `taker` is an account. */
export const contactEvents = {
  InvalidContact: z.strictObject({
    source: code,
    medium: code,
    why: invalidReason,
    ...contactFields,
    taker: z.string(),
  }),
  InvalidContactVoided: z.strictObject({ reason: z.string() }),
} as const;

export type ContactFact = Facts<typeof contactEvents>;
