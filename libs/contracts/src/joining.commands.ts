import { z } from 'zod';
import { caseStream, knowledgeStream, officialText } from './terms.js';

const reason = officialText(500);
const systemText = z.string().max(60);
/** The event by which a case holds another: each is carried out, and ended, once. */
const hold = z.string().max(60);

/**
 * Commands on several cases about one matter. People send the first two of each, and only to the case that stays; the rest is sent by
 * policies, to the other case and back.
 */
export const joiningCommands = {
  /** The same person told the same matter twice: the other case is joined into this one, and both have one answer. */
  HoldDuplicate: z.strictObject({ duplicate: caseStream }),
  /** They are two after all: the other case goes on as if it had never been joined. */
  ReleaseDuplicate: z.strictObject({ duplicate: caseStream, reason }),
  JoinCase: z.strictObject({ into: caseStream, hold }),
  UnjoinCase: z.strictObject({ from: caseStream, hold }),
  NoteJoinRefused: z.strictObject({ duplicate: caseStream, hold, code: systemText }),
  NoteDuplicateGone: z.strictObject({ duplicate: caseStream, hold }),
  /** Another person told the same matter: handled once, here, and answered, followed up and rated each for themselves. */
  HoldFollower: z.strictObject({ follower: caseStream }),
  ReleaseFollower: z.strictObject({ follower: caseStream, reason }),
  LinkCase: z.strictObject({ under: caseStream, hold }),
  UnlinkCase: z.strictObject({ from: caseStream, hold }),
  NoteLinkRefused: z.strictObject({ follower: caseStream, hold, code: systemText }),
  NoteFollowerGone: z.strictObject({ follower: caseStream, hold }),
  /** The leading case's reply was approved: it is this one's too. */
  TakeOverReply: z.strictObject({
    from: caseStream,
    text: z.string(),
    /** The answer of the knowledge base it is, as the leading case had it. */
    used: z.strictObject({ knowledge: knowledgeStream, edition: z.int().min(1) }).optional(),
  }),
  NoteReplyNotTaken: z.strictObject({ follower: caseStream, code: systemText }),
  /** Answered before, and nothing new is told: declined by somebody who names that answer. */
  DeclineAsAnswered: z.strictObject({ answered: caseStream, note: reason.optional() }),
} as const;
