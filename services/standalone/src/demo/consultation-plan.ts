import type { MatterPlan, Planning } from './matter-plan.js';

/** What shares of consultations take which way; the rest is answered while the person is on the line. */
export const referred = { phone: 0.27, other: 0.6 };
const LATE = 0.02;

/** Answered at once. */
export const answeredAtOnce = (plan: MatterPlan): MatterPlan => plan.register({ answer: plan.answer });

/** Working days from registration to the draft: mostly within the three there are. */
const daysToDraft = ({ chance }: Planning): number =>
  chance.happens(LATE) ? chance.int(4, 12) : Number(chance.weighted({ 0: 5, 1: 4, 2: 1 }));

const toTheEnd = (plan: MatterPlan, { chance }: Planning, days: number): MatterPlan => {
  plan.after(days).draft();
  if (chance.happens(0.05))
    plan
      .after(0)
      .byReviewer('SendBackReply', { reason: plan.remark('sentBack') })
      .after(0)
      .draft('completed');
  return plan.after(0).byReviewer('ApproveReply').after(0).byOperator('DeliverReply', { how: plan.arrival.medium });
};

/** Given to a unit, answered by it, reviewed and delivered. */
export const referredToUnit = (plan: MatterPlan, planning: Planning): MatterPlan => {
  const { chance } = planning;
  plan.register().minutes(chance.int(3, 25)).assign().after(0).byUnit('SignAssignment');
  if (chance.happens(0.04)) extended(plan, planning);
  toTheEnd(plan, planning, daysToDraft(planning));
  if (chance.happens(0.2))
    plan.after(1).byOperator('RateCase', { level: Number(chance.weighted({ 5: 80, 4: 15, 3: 4, 2: 1 })) });
  return plan;
};

/** Answered at once, but the person comes again: a unit looks into it. */
export const reopenedLater = (plan: MatterPlan, planning: Planning): MatterPlan => {
  answeredAtOnce(plan)
    .after(1)
    .byOperator('ReopenCase', { reason: plan.remark('reopened') });
  plan.minutes(8).assign().after(0).byUnit('SignAssignment');
  return toTheEnd(plan, planning, 1);
};

/** The unit asks for more time before the deadline; mostly it is given. */
export const extended = (plan: MatterPlan, { chance }: Planning, days = 2): MatterPlan => {
  plan
    .minutes(5)
    .byUnit('RequestExtension', { workingDays: days, reason: plan.remark('extension') })
    .minutes(chance.int(5, 30));
  return chance.happens(0.8)
    ? plan.byReviewer('GrantExtension')
    : plan.byReviewer('RefuseExtension', { reason: plan.remark('extensionRefused') });
};
