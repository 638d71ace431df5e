import { PARTS, caseStream, day } from '@sunlit/contracts';
import { z } from 'zod';

// Stored for good: a changed shape gets a new name and an upcast from the old one. Official text only; nothing here is personal.

const text = z.string();
const part = z.enum(PARTS);

/** The facts of a case whose personal data is restricted (封存), and of what a person was given; none of them is public. */
export const restrictionEvents = {
  /** `until` its last day; `erases`: what is erased after it; `linked`: the case it was handed over to or came from. */
  CaseRestricted: z.strictObject({
    ground: text,
    until: day.optional(),
    erases: z.array(part).optional(),
    linked: caseStream.optional(),
  }),
  RestrictionLifted: z.strictObject({ reason: text }),
  PersonalDataExported: z.strictObject({ part, purpose: text }),
} as const;

/** Their rows of a service's public mapping. */
export const restrictionPublic = {
  CaseRestricted: null,
  RestrictionLifted: null,
  PersonalDataExported: null,
} as const satisfies Readonly<Record<keyof typeof restrictionEvents, null>>;
