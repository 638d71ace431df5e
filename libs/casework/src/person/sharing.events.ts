import { caseStream, personShared } from '@sunlit/contracts';
import { z } from 'zod';

// Stored for good: a changed shape gets a new name and an upcast from the old one. Official text and ids of facts only; nothing here is personal.

/** The fact of what a case took over of its person from another case of the same person and matter; not public. */
export const sharingEvents = {
  /** First in its append; the secrecy and restriction that follow in it say what that comes to here, and are no facts of their own. */
  PersonTakenOver: z.strictObject({ from: caseStream, ...personShared }),
} as const;

/** Its row of a service's public mapping. */
export const sharingPublic = { PersonTakenOver: null } as const satisfies Readonly<
  Record<keyof typeof sharingEvents, null>
>;
