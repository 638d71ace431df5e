import { z } from 'zod';
import { code, day } from './terms.js';

const round = z.int().describe('第几轮办理,从 1 起。 The round of handling, from 1.');
const unit = code.describe('承办单位代码。 Code of the unit.');
const task = z.string().describe('协办任务的标识。 The id of the task.');
const ground = code.describe('理由代码。 Code of the ground.');
const dueOn = day.describe('协办期限。 The day the task is due.');

/** What both services say publicly of interim replies, suspensions and assisting units. */
export const unitsPublicEvents = {
  /** Something was told meanwhile: no answer. */
  InterimReplyGiven: z.strictObject({ round, how: code.describe('告知方式代码。 Code of the medium.').optional() }),
  SuspensionAsked: z.strictObject({ ground }),
  SuspensionRefused: z.strictObject({}),
  CaseSuspended: z.strictObject({
    ground,
    on: day.describe('自此日起挂起,其后各日不计。 The day it stands still from; the days after it do not count.'),
    until: day.describe('最迟到此日恢复。 The last day it may stand still.'),
  }),
  CaseResumed: z.strictObject({
    because: z.enum(['asked', 'limit']).describe('申请恢复、挂起期满。 Somebody asked for it; its limit was reached.'),
    on: day.describe('恢复之日,次日起继续计。 The day it resumed; the day after it counts again.'),
  }),
  AssignmentPassedDown: z.strictObject({
    from: code.describe('仍负责的主办单位。 The lead, which stays answerable.'),
    to: code.describe('交办到的下级单位。 The unit below it.'),
  }),
  TaskGiven: z.strictObject({
    task,
    unit,
    dueOn: day.describe('协办期限。 The day the task is due.').optional(),
    round,
  }),
  TaskSigned: z.strictObject({ task, unit }),
  TaskReturned: z.strictObject({
    task,
    unit,
    to: code
      .describe('退回到交办的上级单位;无则退回主办单位。 The unit that had passed it down; absent: the lead.')
      .optional(),
    ground,
  }),
  TaskPassedDown: z.strictObject({
    task,
    from: code.describe('仍负责的单位。 The unit that stays answerable.'),
    to: code.describe('交办到的下级单位。 The unit below it.'),
  }),
  TaskFinished: z.strictObject({ task, unit }),
  TaskCancelled: z.strictObject({
    task,
    unit,
    because: z
      .enum(['asked', 'leads'])
      .describe(
        '主办单位取消;该单位或交办的上级成为主办单位。 The lead took it back; the unit, or one answerable for it, has become the lead.',
      ),
  }),
  TaskWarned: z.strictObject({ task, unit, dueOn }),
  TaskReminded: z.strictObject({ task, unit, dueOn }),
} as const;
