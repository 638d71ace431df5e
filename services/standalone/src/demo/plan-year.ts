import { chanceFrom, type Chance } from './chance.js';
import { followedUp, handled, handledAtOnce, reopened, type CallBack } from './complaint-plan.js';
import { answeredAtOnce, referred, referredToUnit, reopenedLater } from './consultation-plan.js';
import type { DemoAction, PlanOptions } from './demo.types.js';
import { GRIEVANCES, matterPlan, type MatterPlan, type Planning } from './matter-plan.js';
import { officeDays } from './office-days.js';
import { themeFor } from './texts/index.js';
import { personBy } from './texts/people.js';
import { isAnsweredGrievance, orderNumber, wishesOf, type Turn } from './year-wishes.js';

/** What call-backs come to: of those rated, three in four hundred stay dissatisfied. */
const callBacks = (chance: Chance, count: number): CallBack[] => {
  const share = (of: number) => Math.round(count * of);
  const rated = count - share(0.08) - share(0.04) - share(0.02);
  const bad = Math.round(rated * 0.0075);
  const redone = share(0.02);
  const list: [CallBack, number][] = [
    ['unreached', share(0.08)],
    ['unrated', share(0.04)],
    ['not-contactable', share(0.02)],
    ['dissatisfied', bad],
    ['redone', redone],
    ['satisfied', rated - bad - redone],
  ];
  return chance.shuffled(list.flatMap(([what, times]) => Array<CallBack>(times).fill(what)));
};

const GROUNDS = ['not-transport', 'litigation', 'petition', 'no-facts', 'disclosure'];

type Play = (plan: MatterPlan, planning: Planning) => unknown;

/** What ends a matter of either service before anybody answers it. */
const ENDED: Readonly<Partial<Record<Turn, Play>>> = {
  declined: (plan, { chance }) =>
    plan
      .register({ accept: false })
      .minutes(9)
      .byOperator('DeclineCase', { ground: chance.pick(GROUNDS) }),
  voided: (plan) =>
    plan
      .register()
      .minutes(30)
      .byReviewer('VoidCase', { reason: plan.remark('voided') }),
  withdrawn: (plan) =>
    plan
      .register()
      .minutes(40)
      .byOperator('WithdrawCase', { reason: plan.remark('withdrawn') }),
};

const plainly: Play = (plan, planning) =>
  planning.chance.happens(plan.arrival.medium === 'phone' ? referred.phone : referred.other)
    ? referredToUnit(plan, planning)
    : answeredAtOnce(plan);

const correctedTo = (plan: MatterPlan, changes: { readonly category: string } | { readonly kind: string }) =>
  plan.after(1).byOperator('CorrectDetails', { changes, reason: plan.remark('corrected') });

const CONSULTATIONS: Readonly<Partial<Record<Turn, Play>>> = {
  ...ENDED,
  urgent: (plan) => plan.register({ urgency: 'urgent', answer: plan.answer }),
  reopened: reopenedLater,
  corrected: (plan, planning) => {
    plainly(plan, planning);
    correctedTo(plan, { category: themeFor(planning.chance, plan.arrival.kind).category });
  },
  reclassified: (plan, planning) => {
    plainly(plan, planning);
    correctedTo(plan, { kind: 'help' });
  },
};

const registered = (plan: MatterPlan, { chance }: Planning, turn: Turn, callBack: CallBack): MatterPlan => {
  if (turn === 'handedOver') return plan.register().minutes(chance.int(10, 60)).handOver().after(1);
  plan.register({}, callBack !== 'not-contactable');
  if (turn !== 'corrected') return plan;
  const { caller } = personBy(chance, true);
  return plan.minutes(3).byOperator('CorrectCaller', { caller, reason: plan.remark('corrected') });
};

/** A complaint that was a consultation, or whose caller is corrected, has a number in the end. */
const reachable = (turn: Turn, callBack: CallBack): CallBack =>
  turn !== 'plain' && callBack === 'not-contactable' ? 'satisfied' : callBack;

const complaint = (plan: MatterPlan, planning: Planning, turn: Turn, given: CallBack): void => {
  const callBack = reachable(turn, given);
  if (turn === 'urgent') followedUp(handledAtOnce(plan), planning, callBack);
  else followedUp(handled(registered(plan, planning, turn, callBack), planning, callBack), planning, callBack);
  if (turn === 'reopened') reopened(plan, planning);
};

/** The report's year as commands in the order of time; the same seed gives the same year. */
export const planYear = ({ seed, office, calendar, year }: PlanOptions & { readonly year: number }): DemoAction[] => {
  const chance = chanceFrom(seed);
  const days = officeDays(office, calendar, chance);
  const planning: Planning = { chance, days };
  const wishes = wishesOf(planning, year);
  const backs = callBacks(chance, wishes.filter(isAnsweredGrievance).length);
  const actions = wishes.flatMap((wish, index) => {
    const { turn } = wish;
    const arrival = { ...wish.arrival, ...orderNumber(wish.arrival, days.dayOf(wish.arrival.at), index + 1) };
    const kind = turn === 'handedOver' ? 'complaint' : arrival.kind;
    const plan = matterPlan(planning, `${year}-${index}`, arrival, themeFor(chance, kind));
    if (isAnsweredGrievance(wish)) complaint(plan, planning, turn, backs.pop()!);
    else ((GRIEVANCES.has(kind) ? ENDED : CONSULTATIONS)[turn] ?? plainly)(plan, planning);
    return plan.actions;
  });
  return actions.sort((a, b) => a.at - b.at);
};
