import { workingDays } from '@sunlit/calendar';
import { chanceFrom } from './chance.js';
import { followedUp, handled } from './complaint-plan.js';
import { answeredAtOnce, extended, referredToUnit } from './consultation-plan.js';
import type { DemoAction, PlanOptions } from './demo.types.js';
import { MatterPlan, type Planning } from './matter-plan.js';
import { officeDays } from './office-days.js';
import { TOPICS } from './texts/index.js';

/** How many working days before today it began, what it is, and how far it has come. */
interface Scene {
  readonly name: string;
  readonly kind: 'consultation' | 'complaint';
  readonly ago: readonly number[];
  readonly play: (plan: MatterPlan, planning: Planning) => unknown;
}

const assigned = (plan: MatterPlan) => plan.register().minutes(12).assign();
const signed = (plan: MatterPlan) => assigned(plan).after(0).byUnit('SignAssignment');

/** Every turn and every queue, some sixty matters in all. */
const SCENES: readonly Scene[] = [
  { name: 'answered at once', kind: 'consultation', ago: [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0], play: answeredAtOnce },
  { name: 'referred and answered', kind: 'consultation', ago: [10, 8, 6, 5], play: referredToUnit },
  { name: 'to be accepted', kind: 'consultation', ago: [1, 0, 0], play: (plan) => plan.register({ accept: false }) },
  { name: 'to be assigned', kind: 'consultation', ago: [1, 0], play: (plan) => plan.register() },
  { name: 'to be assigned', kind: 'complaint', ago: [1, 0], play: (plan) => plan.register() },
  { name: 'to be signed for', kind: 'consultation', ago: [1], play: assigned },
  { name: 'to be signed for', kind: 'complaint', ago: [3, 1, 1], play: assigned },
  { name: 'due soon', kind: 'consultation', ago: [3, 2, 2], play: signed },
  { name: 'under way', kind: 'complaint', ago: [10, 9, 7, 5, 4], play: signed },
  { name: 'overdue, reminded', kind: 'consultation', ago: [7, 6, 5], play: signed },
  { name: 'overdue, under supervision', kind: 'consultation', ago: [10, 10], play: signed },
  {
    name: 'extension asked',
    kind: 'complaint',
    ago: [8, 6],
    play: (plan) => signed(plan).after(1).byUnit('RequestExtension', { workingDays: 5, reason: '需等待检测报告。' }),
  },
  { name: 'extended', kind: 'complaint', ago: [10, 9], play: (plan, planning) => extended(signed(plan), planning, 6) },
  {
    name: 'returned',
    kind: 'complaint',
    ago: [2, 1],
    play: (plan) =>
      assigned(plan).after(0).byUnit('ReturnAssignment', { ground: 'not-ours', note: '属公安交警职责，请核。' }),
  },
  { name: 'to be reviewed', kind: 'consultation', ago: [2], play: (plan) => signed(plan).after(1).draft() },
  { name: 'to be reviewed', kind: 'complaint', ago: [6, 5, 4], play: (plan) => signed(plan).after(2).draft() },
  {
    name: 'sent back',
    kind: 'complaint',
    ago: [5],
    play: (plan) => signed(plan).after(1).draft().after(0).byReviewer('SendBackReply', { reason: '请附处理依据。' }),
  },
  {
    name: 'to be delivered',
    kind: 'complaint',
    ago: [7, 5],
    play: (plan) => signed(plan).after(2).draft().after(1).byReviewer('ApproveReply'),
  },
  {
    name: 'to be called back',
    kind: 'complaint',
    ago: [9, 8, 7, 6],
    play: (plan) =>
      signed(plan)
        .after(1)
        .draft()
        .after(0)
        .byReviewer('ApproveReply')
        .after(1)
        .byOperator('DeliverReply', { how: 'phone' }),
  },
  {
    name: 'closed',
    kind: 'complaint',
    ago: [10, 10, 9],
    play: (plan, planning) => followedUp(handled(plan.register(), planning), planning, 'satisfied'),
  },
  {
    name: 'redone',
    kind: 'complaint',
    ago: [10],
    play: (plan) =>
      signed(plan)
        .after(1)
        .draft()
        .after(0)
        .byReviewer('ApproveReply')
        .after(0)
        .byOperator('DeliverReply', { how: 'phone' })
        .after(1)
        .byOperator('AttemptFollowUp', { outcome: 'reached', level: 2, comment: { text: '没有解决。' } })
        .minutes(20)
        .byReviewer('RedoCase', { reason: '应解决而未解决。' }),
  },
  { name: 'handed over', kind: 'consultation', ago: [6, 3, 1], play: (plan) => plan.register().minutes(25).handOver() },
  {
    name: 'declined',
    kind: 'consultation',
    ago: [4, 2],
    play: (plan) => plan.register({ accept: false }).minutes(8).byOperator('DeclineCase', { ground: 'not-transport' }),
  },
  {
    name: 'withdrawn',
    kind: 'consultation',
    ago: [3],
    play: (plan) => plan.register().minutes(60).byOperator('WithdrawCase', { reason: '来电人已自行解决。' }),
  },
  {
    name: 'voided',
    kind: 'consultation',
    ago: [5],
    play: (plan) => plan.register().minutes(20).byReviewer('VoidCase', { reason: '误登记。' }),
  },
  {
    name: 'urgent',
    kind: 'complaint',
    ago: [1, 0],
    play: (plan) => plan.register({ urgency: 'urgent' }).minutes(6).assign(),
  },
];

const SOURCES = { '12328': 5, '12345': 3, '2959600': 2 };

/** What the ten working days before `now` (ISO instant) hold; nothing of it lies after `now`. */
export const planRecent = (options: PlanOptions & { readonly now: string }): DemoAction[] => {
  const chance = chanceFrom(options.seed + 1);
  const days = officeDays(options.office, options.calendar, chance);
  const now = Date.parse(options.now);
  const today = days.dayOf(now);
  const planning: Planning = { chance, days };
  const startOf = (ago: number): number => {
    const day =
      ago === 0 && options.calendar.isWorkingDay(today)
        ? today
        : workingDays.subtract(options.calendar, today, Math.max(1, ago));
    const at = days.within(day, 'office');
    return at < now ? at : now - chance.int(20, 60) * 60_000;
  };
  const actions = SCENES.flatMap(({ name, kind, ago, play }) =>
    ago.flatMap((back, index) => {
      const topics = TOPICS.filter(({ asked, grieved }) => (kind === 'complaint' ? grieved : asked) > 1);
      const arrival = { at: startOf(back), kind, source: chance.weighted(SOURCES), medium: 'phone' };
      const plan = new MatterPlan(planning, `${name}, ${kind} ${index}`, arrival, chance.pick(topics));
      play(plan, planning);
      return plan.actions;
    }),
  );
  return actions.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
};
