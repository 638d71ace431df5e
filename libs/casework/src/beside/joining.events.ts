import { box, caseStream, code, contactFields, contactPurpose, day } from '@sunlit/contracts';
import { z } from 'zod';

// Stored for good: a changed shape gets a new name and an upcast from the old one. What is personal is a box (`said`); everything else is
// official text, a code, a day, an instant or a case.

const text = z.string();
const round = z.int().min(1);

export const saidBox = box('said.v1');

const contact = { ...contactFields, taker: text };

/** The facts of contacts, of several cases about one matter, and of what to know of a person; both services record them. */
export const joiningEvents = {
  /** What is known of the call, visit or message in which the case came in: in the append that registers it. `taker` is an account. */
  ContactOpened: z.strictObject(contact),
  ContactAdded: z.strictObject({
    purpose: contactPurpose,
    source: code,
    medium: code,
    ...contact,
    note: text.optional(),
    said: saidBox.optional(),
  }),
  /** First of the two; its id is the `hold` that all that follows names. Until `DuplicateGone` this case is joined into none. */
  DuplicateHeld: z.strictObject({ duplicate: caseStream }),
  /** It is to be let go: by somebody's `reason`, or because it refused with `code`. */
  DuplicateReleased: z.strictObject({
    duplicate: caseStream,
    hold: text,
    reason: text.optional(),
    code: text.optional(),
  }),
  /** It has said that it is free of this hold for good. */
  DuplicateGone: z.strictObject({ duplicate: caseStream, hold: text }),
  CaseJoined: z.strictObject({ into: caseStream, hold: text }),
  CaseUnjoined: z.strictObject({ from: caseStream, hold: text }),
  FollowerHeld: z.strictObject({ follower: caseStream }),
  FollowerReleased: z.strictObject({
    follower: caseStream,
    hold: text,
    reason: text.optional(),
    code: text.optional(),
  }),
  FollowerGone: z.strictObject({ follower: caseStream, hold: text }),
  CaseLinked: z.strictObject({ under: caseStream, hold: text }),
  CaseUnlinked: z.strictObject({ from: caseStream, hold: text }),
  /** A hold ended before it was carried out here: it never will be. */
  HoldCalledOff: z.strictObject({ from: caseStream, hold: text, what: z.enum(['join', 'link']) }),
  ReplyTakenOver: z.strictObject({ round, text, from: caseStream }),
  /** A following case did not take the approved reply over: answered by itself meanwhile, or withdrawn. */
  ReplyNotTaken: z.strictObject({ follower: caseStream, code: text }),
  /** `event` is the answer it had. */
  CaseDeclinedAsAnswered: z.strictObject({ answered: caseStream, number: text, event: text, note: text.optional() }),
  PersonFlagged: z.strictObject({ flag: code, until: day, note: text.optional() }),
  FlagRemoved: z.strictObject({ flag: code }),
} as const;
