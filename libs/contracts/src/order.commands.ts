import { z } from 'zod';
import { solved } from './follow-up.commands.js';
import { caseStream, code, givenInstant as moment, level, officialText } from './terms.js';

const reason = officialText(500);
const note = reason.optional();

/** What a platform says of its order when it sends it; `kind` is its own word. */
export const orderGiven = z.strictObject({
  dispatchedAt: moment,
  kind: officialText(60).optional(),
  dueAt: moment.optional(),
});

/** Commands on the order a case came as (12345, 12328): both services take them. */
export const orderCommands = {
  SignOrder: z.strictObject({}),
  /** Asks the platform to take it back, for a ground of its list and within its limit; only before an answer was delivered. */
  ReturnOrder: z.strictObject({ ground: code, note }),
  /** The platform took it back: nothing more is done about it here. */
  NoteOrderTakenBack: z.strictObject({ note }),
  /** The platform wants it handled here all the same: no second return. */
  NoteOrderInsisted: z.strictObject({ note }),
  /** It came again under its number, taken back before or not: the same matter goes on, to be signed for anew; clocks from dispatch begin again. */
  NoteOrderSentAgain: orderGiven,
  /** Asks the platform for more time, up to `dueAt`. */
  AskOrderExtension: z.strictObject({ dueAt: moment, reason }),
  /** The platform's decision; granted up to `dueAt`, or as asked where it names no other time. */
  NoteOrderExtension: z.strictObject({ granted: z.boolean(), dueAt: moment.optional(), note }),
  /** What became of it goes back. `answered`: of a joined case the one it is joined into, whose answer it has. */
  ReportOrder: z.strictObject({ answered: caseStream.optional(), note }),
  NoteReportTaken: z.strictObject({}),
  /** The platform does not take the report: handled once more, up to `dueAt` where the platform says so. */
  NoteReportBounced: z.strictObject({ reason, dueAt: moment.optional() }),
  /** What the person told the platform: kept under its name, never counted as told to the office. One for each report. */
  RecordPlatformRating: z.strictObject({ level, solved: solved.optional() }),
} as const;
