import { extended } from './consultation-plan.js';
import type { MatterPlan, Planning } from './matter-plan.js';

/** What the person says when called back. */
export type CallBack = 'satisfied' | 'dissatisfied' | 'redone' | 'unreached' | 'unrated' | 'not-contactable';

const LATE = 0.015;

const daysToDraft = ({ chance }: Planning): number => (chance.happens(LATE) ? chance.int(13, 18) : chance.int(1, 8));

const returnedFirst = (plan: MatterPlan): void => {
  plan
    .after(0)
    .byUnit('ReturnAssignment', { ground: 'other-unit-leads', note: '职责在其他单位。' })
    .minutes(20)
    .assign();
};

/** From registered to the delivered answer. */
export const handled = (plan: MatterPlan, planning: Planning): MatterPlan => {
  const { chance } = planning;
  plan.minutes(chance.int(3, 30)).assign();
  if (chance.happens(0.03)) returnedFirst(plan);
  plan.after(0).byUnit('SignAssignment');
  if (chance.happens(0.06)) extended(plan, planning, chance.int(3, 8));
  return answered(plan, planning, daysToDraft(planning));
};

const answered = (plan: MatterPlan, { chance }: Planning, days: number): MatterPlan => {
  plan.after(days).draft();
  if (chance.happens(0.06)) plan.after(0).byReviewer('SendBackReply', { reason: '请补充处理结果。' }).after(1).draft();
  return plan.after(0).byReviewer('ApproveReply').after(0).byOperator('DeliverReply', { how: 'phone' });
};

const GOOD = { 5: 86, 4: 11, 3: 3 };
const BAD = { 2: 8, 1: 2 };

const rated = (plan: MatterPlan, level: number): MatterPlan =>
  plan.after(1).byOperator('AttemptFollowUp', {
    outcome: 'reached',
    level,
    ...(level <= 2 && { comment: { text: '问题没有真正解决。' } }),
  });

const unreached = (plan: MatterPlan, { chance }: Planning): MatterPlan => {
  const outcome = chance.weighted({ 'no-answer': 8, 'wrong-number': 1, refused: 1 });
  plan.after(1).byOperator('AttemptFollowUp', { outcome });
  return outcome === 'no-answer' ? plan.after(1).byOperator('AttemptFollowUp', { outcome: 'no-answer' }) : plan;
};

/** The call-back and the closing; where the unit was at fault it is handled once more first. */
export const followedUp = (plan: MatterPlan, planning: Planning, callBack: CallBack): MatterPlan => {
  const { chance } = planning;
  if (callBack === 'satisfied') rated(plan, Number(chance.weighted(GOOD)));
  if (callBack === 'dissatisfied') rated(plan, Number(chance.weighted(BAD)));
  if (callBack === 'unreached') unreached(plan, planning);
  if (callBack === 'unrated') plan.after(1).byOperator('AttemptFollowUp', { outcome: 'reached' });
  if (callBack === 'redone') {
    rated(plan, Number(chance.weighted(BAD)))
      .minutes(10)
      .byReviewer('RedoCase', { reason: '应解决而未解决，责令重办。' });
    rated(answered(plan, planning, chance.int(2, 5)), Number(chance.weighted(GOOD)));
  }
  return plan.minutes(15).byOperator('CloseCase');
};
