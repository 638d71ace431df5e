import { z } from 'zod';
import { PARTS } from './marks.js';
import { officialText } from './terms.js';

const reason = officialText(500);
const part = z.enum(PARTS);

/** Commands on personal data that is kept and shown to nobody (封存), and on what a person is given of their own (PIPL Art 45, 47). */
export const restrictionCommands = {
  /** From now on nobody sees the person's data, but an administrator who says why. `until` its last day; `erases`: what is erased after it. */
  RestrictCase: z.strictObject({
    ground: reason,
    until: z.iso.date().optional(),
    erases: z.array(part).min(1).max(2).optional(),
  }),
  LiftRestriction: z.strictObject({ reason }),
  /** A person is given what is held about them. */
  ExportPerson: z.strictObject({ part: part.default('caller'), purpose: reason }),
} as const;
