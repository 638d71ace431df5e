import { code, day } from '@sunlit/contracts';
import { z } from 'zod';

// Stored for good: a changed shape gets a new name and an upcast from the old one. Nothing here is personal: official text, codes and days.

const text = z.string();
const round = z.int().min(1);
const unit = code;
/** Derived from the command that gave it. */
const task = z.uuid();

/** The facts of interim replies, suspensions and assisting units; both services record them. */
export const unitsEvents = {
  InterimReplyGiven: z.strictObject({ round, unit: unit.optional(), text, how: code.optional() }),
  SuspensionAsked: z.strictObject({ ground: code, reason: text }),
  SuspensionRefused: z.strictObject({ reason: text }),
  CaseSuspended: z.strictObject({ ground: code, on: day, until: day }),
  CaseResumed: z.strictObject({ because: z.enum(['asked', 'limit']), on: day, note: text.optional() }),
  AssignmentPassedDown: z.strictObject({ from: unit, to: unit, note: text.optional() }),
  TaskGiven: z.strictObject({ task, unit, dueOn: day.optional(), round, note: text.optional() }),
  TaskSigned: z.strictObject({ task, unit }),
  /** `to`: the unit that had passed it down; absent: the lead. */
  TaskReturned: z.strictObject({ task, unit, to: unit.optional(), ground: code, note: text.optional() }),
  TaskPassedDown: z.strictObject({ task, from: unit, to: unit, note: text.optional() }),
  TaskFinished: z.strictObject({ task, unit, text }),
  /** `reason` where somebody asked for it; `leads`: the unit, or one answerable for it, has become the lead. */
  TaskCancelled: z.strictObject({ task, unit, because: z.enum(['asked', 'leads']), reason: text.optional() }),
  TaskWarned: z.strictObject({ task, unit, dueOn: day }),
  TaskReminded: z.strictObject({ task, unit, dueOn: day }),
} as const;
