import { z } from 'zod';

// Stored for good: a changed shape gets a new name and an upcast from the old one. Official text only; nothing here is personal.

const text = z.string();

/** The facts of a person's secrecy; none of them is public. */
export const secrecyEvents = {
  /** From now on the identity is kept from everybody: `asked` for by the person, or because the kind of case has it. */
  SecrecyGiven: z.strictObject({ because: z.enum(['asked', 'kind']) }),
  SecrecyLifted: z.strictObject({ reason: text }),
  TextForUnitsWritten: z.strictObject({ text }),
  /** Somebody who may has read who the person is. */
  IdentityOpened: z.strictObject({ reason: text }),
} as const;

/** Their rows of a service's public mapping. */
export const secrecyPublic = {
  SecrecyGiven: null,
  SecrecyLifted: null,
  TextForUnitsWritten: null,
  IdentityOpened: null,
} as const satisfies Readonly<Record<keyof typeof secrecyEvents, null>>;
