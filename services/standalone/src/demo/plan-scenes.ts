import { followedUp, handled, redone } from './complaint-plan.js';
import { answeredAtOnce, extended, referredToUnit } from './consultation-plan.js';
import type { MatterPlan, Planning } from './matter-plan.js';

/** How many working days before today it began, what it is, and how far it has come. */
export interface Scene {
  readonly name: string;
  /** Absent: by chance. */
  readonly source?: string;
  readonly kind: 'consultation' | 'complaint' | 'report';
  /** What it turns out to be about. */
  readonly becomes?: 'complaint';
  readonly ago: readonly number[];
  readonly play: (plan: MatterPlan, planning: Planning) => unknown;
}

const assigned = (plan: MatterPlan) => plan.register().minutes(12).assign();
const signed = (plan: MatterPlan) => assigned(plan).after(0).byUnit('SignAssignment');
const approved = (plan: MatterPlan) => signed(plan).after(1).draft().after(0).byReviewer('ApproveReply');

const toldMeanwhile = (plan: MatterPlan) =>
  signed(plan)
    .after(1)
    .byUnit('GiveInterimReply', { text: '您反映的情况已收到，正在核查，办结后再答复您。', how: 'phone' });
const suspensionAsked = (plan: MatterPlan) =>
  signed(plan).after(1).byUnit('AskSuspension', { ground: 'waits-on-authority', reason: '待公安交管部门函复。' });
const suspended = (plan: MatterPlan) => suspensionAsked(plan).after(0).byReviewer('ApproveSuspension');
const assisted = (plan: MatterPlan) =>
  signed(plan).after(0).assist('请核查该企业证照。').after(0).byAssistant('SignTask');

/** Every queue, and the turns of one matter alone. */
export const SCENES: readonly Scene[] = [
  { name: 'answered at once', kind: 'consultation', ago: [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0], play: answeredAtOnce },
  { name: 'referred and answered', kind: 'consultation', ago: [10, 8, 6, 5], play: referredToUnit },
  { name: 'to be accepted', kind: 'consultation', ago: [1, 0, 0], play: (plan) => plan.register({ accept: false }) },
  { name: 'to be assigned', kind: 'consultation', ago: [1, 0], play: (plan) => plan.register() },
  {
    name: 'chased up',
    kind: 'complaint',
    ago: [5, 3],
    play: (plan) =>
      signed(plan).after(1).byOperator('AddContact', { purpose: 'chase-up', source: '2959600', medium: 'phone' }),
  },
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
      plan
        .register()
        .minutes(12)
        .assign('wrong')
        .after(0)
        .byUnit('ReturnAssignment', { ground: 'not-ours', note: '属公安交警职责，请核。' }),
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
    play: (plan) => approved(plan).after(1).byOperator('DeliverReply', { how: 'phone' }),
  },
  {
    name: 'closed',
    kind: 'complaint',
    ago: [10, 10, 9],
    play: (plan, planning) => followedUp(handled(plan.register(), planning, 'satisfied'), planning, 'satisfied'),
  },
  {
    name: 'redone',
    kind: 'complaint',
    ago: [10],
    play: (plan, planning) => redone(approved(plan).after(0).byOperator('DeliverReply', { how: 'phone' }), planning),
  },
  {
    name: 'handed over',
    kind: 'consultation',
    becomes: 'complaint',
    ago: [6, 3, 1],
    play: (plan) => plan.register().minutes(25).handOver(),
  },
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
  { name: 'told meanwhile', kind: 'complaint', ago: [4], play: toldMeanwhile },
  { name: 'suspension asked', kind: 'complaint', ago: [3], play: suspensionAsked },
  { name: 'suspended', kind: 'complaint', ago: [7], play: suspended },
  {
    name: 'resumed',
    kind: 'complaint',
    ago: [9],
    play: (plan) => suspended(plan).after(3).byUnit('ResumeCase', { note: '已收到函复。' }),
  },
  { name: 'assisted', kind: 'complaint', ago: [5], play: assisted },
  {
    name: 'assisted, told the lead',
    kind: 'complaint',
    ago: [8],
    play: (plan) =>
      assisted(plan)
        .after(1)
        .passTaskDown()
        .after(0)
        .byAssistant('SignTask')
        .after(1)
        .byAssistant('FinishTask', { text: '经核查，该企业证照齐全，已提醒其规范经营。' }),
  },
];
