import { z } from 'zod';
import { solved } from './follow-up.commands.js';
import { code, instant, level } from './terms.js';

const platform = code.describe('平台(来源)代码。 Code of the platform, a source.');
const dispatchedAt = instant.describe('平台派单时刻。 When the platform dispatched it.');
const dueAt = instant.describe('平台要求的办结时刻。 By when the platform wants it.');

/** What both services say publicly of a platform's order. */
export const orderPublicEvents = {
  /** The case came as an order. */
  OrderReceived: z.strictObject({
    platform,
    number: z.string().describe("平台的工单编号。 The platform's own number."),
    dispatchedAt,
    dueAt: dueAt.optional(),
    signedAt: instant.describe('移交前已签收的时刻。 When it was signed for where the case came from.').optional(),
  }),
  OrderSigned: z.strictObject({}),
  OrderReturnAsked: z.strictObject({ ground: code.describe('退单理由代码。 Code of the ground.') }),
  OrderTakenBack: z.strictObject({}),
  OrderInsisted: z.strictObject({}),
  OrderSentAgain: z.strictObject({ dispatchedAt, dueAt: dueAt.optional() }),
  OrderExtensionAsked: z.strictObject({ dueAt }),
  OrderExtensionGranted: z.strictObject({ dueAt }),
  OrderExtensionRefused: z.strictObject({}),
  OrderReported: z.strictObject({ round: z.int().describe('第几轮办理,从 1 起。 The round of handling, from 1.') }),
  OrderReportTaken: z.strictObject({}),
  OrderReportBounced: z.strictObject({ dueAt: dueAt.optional() }),
  PlatformRated: z.strictObject({
    platform,
    level: level.describe(
      '平台回访的满意度,5 非常满意至 1 非常不满意。 From 5, very satisfied, to 1, very dissatisfied.',
    ),
    solved: solved.describe('是否解决。 Whether it is solved.').optional(),
  }),
} as const;
