import { code, instant, level, solved } from '@sunlit/contracts';
import { z } from 'zod';

// Stored for good: a changed shape gets a new name and an upcast from the old one. Nothing here is personal: official text, codes and instants.

const text = z.string();
const note = text.optional();
const moment = z.strictObject({ at: instant, precision: z.enum(['second', 'minute', 'day']) });

/** The facts of the platform's order a case came as; both services record them. */
export const orderEvents = {
  /** In the append of the registration. `kind`: the platform's own word. `…Until`: its limits as they were then. `signedAt`: signed for where the case came from. */
  OrderReceived: z.strictObject({
    platform: code,
    number: text,
    dispatchedAt: instant,
    kind: text.optional(),
    dueAt: instant.optional(),
    signUntil: instant.optional(),
    returnUntil: instant.optional(),
    signedAt: instant.optional(),
  }),
  /** Of a case that was handed over: where its order stood by then, beyond what `OrderReceived` says. `since`: when that came about. */
  OrderCarriedOver: z.strictObject({
    status: z.enum(['to-sign', 'signed', 'return-asked', 'reported', 'taken', 'bounced']),
    since: moment,
    returnGround: code.optional(),
    insisted: z.literal(true).optional(),
    extension: z.strictObject({ dueAt: instant, reason: text, asked: moment }).optional(),
    reported: z.strictObject({ at: moment, round: z.int().min(1), rated: z.boolean() }).optional(),
    bounces: z.int().min(1).optional(),
    bounceReason: text.optional(),
  }),
  OrderSigned: z.strictObject({}),
  OrderReturnAsked: z.strictObject({ ground: code, note }),
  OrderTakenBack: z.strictObject({ note }),
  OrderInsisted: z.strictObject({ note }),
  OrderSentAgain: z.strictObject({
    dispatchedAt: instant,
    kind: text.optional(),
    dueAt: instant.optional(),
    signUntil: instant.optional(),
    returnUntil: instant.optional(),
  }),
  OrderExtensionAsked: z.strictObject({ dueAt: instant, reason: text }),
  OrderExtensionGranted: z.strictObject({ dueAt: instant, note }),
  OrderExtensionRefused: z.strictObject({ note }),
  /** `answered`: of a joined case the one it is joined into, which has the answer that is reported. */
  OrderReported: z.strictObject({ round: z.int().min(1), answered: text.optional(), note }),
  OrderReportTaken: z.strictObject({}),
  /** A new round begins with the `CaseReopened` beside it. Without `dueAt` the platform set no new time. */
  OrderReportBounced: z.strictObject({ reason: text, dueAt: instant.optional() }),
  /** Of the round that was reported last. */
  PlatformRated: z.strictObject({ platform: code, level, solved: solved.optional(), round: z.int().min(1) }),
} as const;

/** What the stream of a source's number (`ordernumber-<uuid>`) holds: who is to register its case. Never public. */
export const orderNumberEvents = {
  OrderNumberClaimed: z.strictObject({ service: z.enum(['complaints', 'consultations']), stream: text }),
} as const;
