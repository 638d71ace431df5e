import { extended } from './consultation-plan.js';
import type { MatterPlan, Planning } from './matter-plan.js';

/** What the person says when called back. */
export type CallBack = 'satisfied' | 'dissatisfied' | 'redone' | 'unreached' | 'unrated' | 'not-contactable';

const LATE = 0.015;

/** Working days to the draft: mostly within the thirteen there are; a few so late that they are supervised. */
const daysToDraft = ({ chance }: Planning): number => (chance.happens(LATE) ? chance.int(13, 24) : chance.int(1, 8));

/** Given to the wrong unit, which says so; or the operator sees it. */
const assignedWrongly = (plan: MatterPlan, { chance }: Planning): MatterPlan => {
  plan.assign('wrong');
  return chance.happens(0.6)
    ? plan
        .after(0)
        .byUnit('ReturnAssignment', { ground: 'other-unit-leads', note: plan.remark('returned') })
        .minutes(20)
    : plan.minutes(chance.int(10, 40));
};

/** How the reply is told: a person without a number reads it on the website, with number and query code. */
export const told = (callBack: CallBack): string => (callBack === 'not-contactable' ? 'web' : 'phone');

/** From registered to the delivered answer. */
export const handled = (plan: MatterPlan, planning: Planning, callBack: CallBack): MatterPlan => {
  const { chance } = planning;
  plan.minutes(chance.int(3, 30));
  if (chance.happens(0.05)) assignedWrongly(plan, planning);
  plan.assign().after(0).byUnit('SignAssignment');
  if (chance.happens(0.06)) extended(plan.after(chance.int(1, 5)), planning, chance.int(3, 8));
  return answered(plan, planning, { days: daysToDraft(planning), how: told(callBack) });
};

interface Answer {
  readonly days: number;
  readonly how: string;
  readonly again?: boolean;
}

const answered = (plan: MatterPlan, { chance }: Planning, { days, how, again = false }: Answer): MatterPlan => {
  plan.after(days).draft(again ? 'again' : 'first');
  if (chance.happens(0.06))
    plan
      .after(0)
      .byReviewer('SendBackReply', { reason: plan.remark('sentBack') })
      .after(1)
      .draft('completed');
  return plan.after(0).byReviewer('ApproveReply').after(0).byOperator('DeliverReply', { how });
};

/** Answered the day it comes, or as soon as the unit can. */
export const handledAtOnce = (plan: MatterPlan): MatterPlan => {
  plan.register({ urgency: 'urgent' }).minutes(4).assign().after(0).byUnit('SignAssignment').after(0).draft();
  return plan.minutes(10).byReviewer('ApproveReply').minutes(5).byOperator('DeliverReply', { how: 'phone' });
};

/** Closed, and the trouble is back: another round by the same unit. */
export const reopened = (plan: MatterPlan, planning: Planning): MatterPlan => {
  plan
    .after(planning.chance.int(5, 20))
    .byOperator('ReopenCase', { reason: plan.remark('reopened') })
    .after(0)
    .byUnit('SignAssignment');
  answered(plan, planning, { days: planning.chance.int(1, 4), how: 'phone', again: true });
  return followedUp(plan, planning, 'satisfied');
};

const GOOD = { 5: 86, 4: 11, 3: 3 };
const BAD = { 2: 8, 1: 2 };

const rated = (plan: MatterPlan, { chance }: Planning, levels: typeof GOOD | typeof BAD): MatterPlan => {
  const level = Number(chance.weighted<string>(levels));
  const comment = level <= 2 ? plan.remark('dissatisfied') : chance.happens(0.15) ? plan.remark('satisfied') : null;
  return plan
    .after(1)
    .byOperator('AttemptFollowUp', { outcome: 'reached', level, ...(comment && { comment: { text: comment } }) });
};

const unreached = (plan: MatterPlan, { chance }: Planning): MatterPlan => {
  const outcome = chance.weighted({ 'no-answer': 8, 'wrong-number': 1, refused: 1 });
  plan.after(1).byOperator('AttemptFollowUp', { outcome });
  return outcome === 'no-answer' ? plan.after(1).byOperator('AttemptFollowUp', { outcome: 'no-answer' }) : plan;
};

/** The person is not satisfied and the unit was at fault: once more, and then they are. */
export const redone = (plan: MatterPlan, planning: Planning): MatterPlan =>
  rated(plan, planning, BAD)
    .minutes(10)
    .byReviewer('RedoCase', { reason: plan.remark('redo') });

/** What a call-back comes to, but for the one that says the person has no number. */
const CALLS: Readonly<Record<CallBack, (plan: MatterPlan, planning: Planning) => unknown>> = {
  satisfied: (plan, planning) => rated(plan, planning, GOOD),
  dissatisfied: (plan, planning) => rated(plan, planning, BAD),
  unreached,
  unrated: (plan) => plan.after(1).byOperator('AttemptFollowUp', { outcome: 'reached' }),
  redone: (plan, planning) => {
    redone(plan, planning).after(0).byUnit('SignAssignment');
    const days = planning.chance.int(2, 5);
    return rated(answered(plan, planning, { days, how: 'phone', again: true }), planning, GOOD);
  },
  'not-contactable': () => undefined,
};

/** The call-back and the closing; where the unit was at fault it is handled once more first. */
export const followedUp = (plan: MatterPlan, planning: Planning, callBack: CallBack): MatterPlan => {
  CALLS[callBack](plan, planning);
  return plan.minutes(15).byOperator('CloseCase');
};
