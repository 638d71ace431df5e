import { z } from 'zod';
import { officialText } from './terms.js';

const reason = officialText(500);

/** Commands on whose identity is kept secret (GB/T 33358-2016: confidential orders on request). */
export const secrecyCommands = {
  /** The person asks for it. */
  GiveSecrecy: z.strictObject({}),
  LiftSecrecy: z.strictObject({ reason }),
  /** What units and exports read in place of the person's own words. */
  WriteTextForUnits: z.strictObject({ text: officialText(8000) }),
  /** Recorded first; then the identity is opened for whoever asked. */
  OpenIdentity: z.strictObject({ reason }),
} as const;
