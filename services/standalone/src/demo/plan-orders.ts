import { followedUp } from './complaint-plan.js';
import type { MatterPlan } from './matter-plan.js';
import type { Scene } from './plan-scenes.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const iso = (at: number): string => new Date(at).toISOString();

/** What the platform says of its order: sent twenty minutes before it is registered here, due when the platform says. */
const ordered = (plan: MatterPlan): MatterPlan => {
  const { at } = plan.arrival;
  return plan.register({ order: { dispatchedAt: iso(at - HOUR / 3), kind: '投诉', dueAt: iso(at + 15 * DAY) } });
};
const signed = (plan: MatterPlan) => ordered(plan).minutes(8).byOperator('SignOrder');
const returned = (plan: MatterPlan) =>
  signed(plan).minutes(30).byOperator('ReturnOrder', { ground: 'not-ours', note: '属公安交管部门职责。' });
const answered = (plan: MatterPlan) =>
  signed(plan)
    .minutes(12)
    .assign()
    .after(0)
    .byUnit('SignAssignment')
    .after(1)
    .draft()
    .after(0)
    .byReviewer('ApproveReply')
    .after(0)
    .byOperator('DeliverReply', { how: 'phone' });
const reported = (plan: MatterPlan) => answered(plan).minutes(15).byOperator('ReportOrder');

/** Orders of the municipal hotline, each turn they take. */
export const ORDER_SCENES: readonly Scene[] = (
  [
    { name: 'order to sign for', ago: [0, 0], play: ordered },
    {
      name: 'order in hand',
      ago: [2],
      play: (plan) => signed(plan).minutes(12).assign().after(0).byUnit('SignAssignment'),
    },
    { name: 'order sent back to the platform', ago: [1], play: returned },
    { name: 'order taken back', ago: [4], play: (plan) => returned(plan).after(1).byOperator('NoteOrderTakenBack') },
    {
      name: 'order insisted on',
      ago: [5],
      play: (plan) =>
        returned(plan).after(1).byOperator('NoteOrderInsisted', { note: '经核属交通运输部门。' }).minutes(20).assign(),
    },
    {
      name: 'order extended',
      ago: [6],
      play: (plan) =>
        signed(plan)
          .minutes(20)
          .assign()
          .after(1)
          .byOperator('AskOrderExtension', { dueAt: iso(plan.arrival.at + 20 * DAY), reason: '需等待检测报告。' })
          .after(1)
          .byOperator('NoteOrderExtension', { granted: true }),
    },
    { name: 'order to report', ago: [10, 9], play: answered },
    { name: 'order reported', ago: [10], play: reported },
    {
      name: 'order report taken, rated by the platform',
      ago: [10, 10],
      play: (plan, planning) =>
        followedUp(answered(plan), planning, 'satisfied')
          .minutes(15)
          .byOperator('ReportOrder')
          .after(0)
          .byOperator('NoteReportTaken')
          .minutes(5)
          .byOperator('RecordPlatformRating', { level: 4, solved: 'yes' }),
    },
    {
      name: 'order bounced',
      ago: [10],
      play: (plan) => reported(plan).minutes(40).byOperator('NoteReportBounced', { reason: '未附整改结果。' }),
    },
  ] satisfies readonly Omit<Scene, 'kind' | 'source'>[]
).map((scene) => ({ ...scene, kind: 'complaint', source: '12345' }));
