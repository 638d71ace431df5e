import { z } from 'zod';
import { contactPurpose, invalidReason } from './contact.commands.js';
import { caseStream, code } from './terms.js';

const round = z.int().describe('第几轮办理,从 1 起。 The round of handling, from 1.');
const duplicate = caseStream.describe('并入的重复件。 The duplicate.');
const follower = caseStream.describe('随同办理的事项。 The case that follows.');
const kept = caseStream.describe('保留办理的事项。 The case that stays.');
const leading = caseStream.describe('牵头办理的事项。 The leading case.');
const refusal = z
  .string()
  .describe('未成的原因代码;人工解除时无。 Code of the refusal; absent where somebody released it.');

/** What both services say publicly of contacts, and of several cases about one matter. */
export const joiningPublicEvents = {
  /** The person came again about the same matter. */
  ContactAdded: z.strictObject({
    purpose: contactPurpose.describe('催办、补充事实、撤回。 To chase it up, to add facts, to withdraw it.'),
    source: code,
    medium: code,
  }),
  /** The kept case records its duplicate first. */
  DuplicateHeld: z.strictObject({ duplicate }),
  DuplicateReleased: z.strictObject({ duplicate, code: refusal.optional() }),
  CaseJoined: z.strictObject({ into: kept }),
  CaseUnjoined: z.strictObject({ from: kept }),
  FollowerHeld: z.strictObject({ follower }),
  FollowerReleased: z.strictObject({ follower, code: refusal.optional() }),
  CaseLinked: z.strictObject({ under: leading }),
  CaseUnlinked: z.strictObject({ from: leading }),
  /** The leading case's approved reply is this one's: still to be delivered to this person. */
  ReplyTakenOver: z.strictObject({ round, from: leading }),
  CaseDeclinedAsAnswered: z.strictObject({
    answered: caseStream.describe('此前已答复的事项。 The case that was answered before.'),
  }),
} as const;

/** Contacts that open no matter, each a stream of its own (`contact-…`). */
export const contactPublicEvents = {
  InvalidContact: z.strictObject({
    source: code,
    medium: code,
    why: invalidReason.describe('无声、测试、骚扰。 Nobody spoke; a test; to harass.'),
  }),
  InvalidContactVoided: z.strictObject({}),
} as const;
