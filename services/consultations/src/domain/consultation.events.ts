import { caseDetails, caseworkEvents, commentBox, moment, type Facts } from '@sunlit/casework';
import { caseStream, code, level } from '@sunlit/contracts';
import { z } from 'zod';

// Stored for good: a changed shape gets a new name and an upcast from the old one. The only personal field here is `comment`, a box.

const text = z.string();

/** The facts of a consultation, by type. */
export const consultationEvents = {
  ...caseworkEvents,
  AnsweredAtFirstContact: z.strictObject({ text }),
  CaseRated: z.strictObject({ level, comment: commentBox.optional() }),
  /** All that the receiving service registers, but for the person's fields, which it asks for. */
  CaseHandedOver: z.strictObject({
    to: caseStream,
    kind: code,
    reason: text,
    number: text,
    came: moment,
    accepted: z.boolean(),
    history: z.boolean(),
    externalNumber: text.optional(),
    receivedBy: code.optional(),
    details: caseDetails,
  }),
  HandoverRefused: z.strictObject({ code: text }),
} as const;

export type ConsultationFact = Facts<typeof consultationEvents>;
