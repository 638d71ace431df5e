import { z } from 'zod';
import { personal } from './marks.js';
import { code, givenInstant, officialText } from './terms.js';

/** What is known of a call, visit or message beside when, from whom and how: the telephone system's id, and from when to when it lasted. */
export const contactFields = {
  callId: z.string().trim().min(1).max(80).optional(),
  startedAt: givenInstant.optional(),
  endedAt: givenInstant.optional(),
};

/** The contact in which a matter came in. */
export const openingContact = z.strictObject(contactFields);

/** Why somebody comes again: to ask how it stands, to add facts, to withdraw it. */
export const contactPurpose = z.enum(['chase-up', 'new-facts', 'withdrawal']);

/** Why a contact opens nothing: nobody spoke, it was a test, it was to harass. */
export const invalidReason = z.enum(['silent', 'test', 'harassing']);

/** Commands of both services on who came again, and in what mood. */
export const contactCommands = {
  /** Another call, visit or message about a matter that is here. It restarts no clock; a withdrawal withdraws the matter where that may be. */
  AddContact: z.strictObject({
    source: code,
    medium: code,
    purpose: contactPurpose,
    ...contactFields,
    note: officialText(500).optional(),
    said: personal('said.v1', 'caller', z.strictObject({ text: z.string().max(20000) })),
  }),
  /** Something to know when this person comes again, until a day. */
  FlagPerson: z.strictObject({ flag: code, until: z.iso.date(), note: officialText(500).optional() }),
  RemoveFlag: z.strictObject({ flag: code }),
} as const;

/** The command of a contact that opens no matter: of streams of their own, in the consultations service. Nothing personal is kept of it. */
export const invalidContactCommands = {
  RecordInvalidContact: z.strictObject({ source: code, medium: code, why: invalidReason, ...contactFields }),
  /** It was recorded by mistake. */
  VoidInvalidContact: z.strictObject({ reason: officialText(500) }),
} as const;
