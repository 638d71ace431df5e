import { z } from 'zod';
import { code, day, officialText } from './terms.js';

const reason = officialText(500);

/** Commands on who else works at a case, on what the person is told meanwhile, and on waiting for somebody outside. */
export const unitsCommands = {
  /** What the person is told before the answer ("received, passed to X"): no answer, and no clock stops. */
  GiveInterimReply: z.strictObject({ text: officialText(2000), how: code.optional() }),
  /** The case waits for the person or for somebody outside: its clock is to stand still. */
  AskSuspension: z.strictObject({ ground: code, reason }),
  ApproveSuspension: z.strictObject({}),
  RefuseSuspension: z.strictObject({ reason }),
  ResumeCase: z.strictObject({ note: reason.optional() }),
  /** Timer: the suspension was to last no longer than `until`. */
  EndSuspension: z.strictObject({ until: day }),
  /** The lead passes its work down to a unit below it, and stays answerable. */
  PassAssignmentDown: z.strictObject({ to: code, note: reason.optional() }),
  /** Another unit is to assist; due when the case is, where no day is given. A unit has one unfinished task in a case, and is named by it. */
  GiveTask: z.strictObject({ unit: code, dueOn: day.optional(), note: reason.optional() }),
  SignTask: z.strictObject({ unit: code }),
  ReturnTask: z.strictObject({ unit: code, ground: code, note: reason.optional() }),
  PassTaskDown: z.strictObject({ unit: code, to: code, note: reason.optional() }),
  /** What the unit found or did, for the lead. */
  FinishTask: z.strictObject({ unit: code, text: officialText(4000) }),
  /** Whoever may give the unit a task takes it back. */
  CancelTask: z.strictObject({ unit: code, reason }),
  /** Timer: the unit's task, due on this day, is near; passed. */
  WarnTask: z.strictObject({ unit: code, dueOn: day }),
  RemindTask: z.strictObject({ unit: code, dueOn: day }),
} as const;
