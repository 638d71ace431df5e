import { z } from 'zod';
import { PARTS } from './marks.js';
import { caseStream, day } from './terms.js';

const part = z.enum(PARTS);
/** The fact by which an identity became secret, or personal data restricted: its id is the same in every case that knows it. */
const fact = z.string().min(1).max(60);

/** What is the person's, not the case's: by which facts it is secret and restricted, which of these are over. */
export const personShared = {
  secrecies: z.array(z.strictObject({ id: fact, because: z.enum(['asked', 'kind']) })),
  restrictions: z.array(z.strictObject({ id: fact, ground: z.string(), until: day.optional(), erases: z.array(part) })),
  ended: z.array(fact),
};

/** Commands between the cases of one person and matter; policies alone send them. */
export const sharingCommands = {
  /** What another case of the same person and matter knows of the person. */
  TakeOverPerson: z.strictObject({ from: caseStream, ...personShared, erased: z.array(part) }),
} as const;
