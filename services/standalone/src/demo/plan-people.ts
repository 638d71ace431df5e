import { addDays } from '@sunlit/calendar';
import type { JsonObject } from '@sunlit/kernel';
import { answeredAtOnce } from './consultation-plan.js';
import type { MatterPlan } from './matter-plan.js';
import type { Scene } from './plan-scenes.js';

const DAY = 86_400_000;
const dayAfter = ({ arrival }: MatterPlan, days: number): string =>
  addDays(new Date(arrival.at).toISOString().slice(0, 10), days);
const signed = (plan: MatterPlan) => plan.register().minutes(12).assign().after(0).byUnit('SignAssignment');
const delivered = (plan: MatterPlan) =>
  signed(plan)
    .after(1)
    .draft()
    .after(0)
    .byReviewer('ApproveReply')
    .after(0)
    .byOperator('DeliverReply', { how: 'phone' });
const called = (plan: MatterPlan, data: JsonObject) => delivered(plan).after(1).byOperator('AttemptFollowUp', data);
const cameAgain = (plan: MatterPlan, purpose: string, note: string) =>
  signed(plan).after(1).byOperator('AddContact', { purpose, source: '2959600', medium: 'phone', note });

/** What units read in place of the person's own words. */
const forUnits = (plan: MatterPlan) => plan.minutes(3).forUnits();
const reported = (plan: MatterPlan) => {
  plan.register();
  return forUnits(plan).minutes(9).assign().after(0).byUnit('SignAssignment');
};
const reportAnswered = (plan: MatterPlan) =>
  reported(plan)
    .after(1)
    .draft()
    .after(0)
    .byReviewer('ApproveReply')
    .after(0)
    .byOperator('DeliverReply', { how: 'phone' });

const wrongly = (plan: MatterPlan) =>
  called(plan, { outcome: 'reached', level: 1, solved: 'no', reason: 'manner' })
    .minutes(30)
    .byReviewer('SetRatingAside', { ground: 'other-matter', note: '来件人所评为另一件。' });

/** Who the person is and may stay, what they say of the answer, and what is put right afterwards. */
export const PEOPLE_SCENES: readonly Scene[] = [
  {
    name: 'secrecy asked, identity opened',
    kind: 'complaint',
    ago: [4],
    play: (plan) =>
      forUnits(plan.register().minutes(2).byOperator('GiveSecrecy'))
        .minutes(9)
        .assign()
        .after(1)
        .byReviewer('OpenIdentity', { reason: '需向本人核实时间和地点。' }),
  },
  { name: 'report, kept secret', kind: 'report', ago: [5, 2], play: reported },
  {
    name: 'restricted',
    kind: 'complaint',
    ago: [7],
    play: (plan) =>
      signed(plan)
        .after(2)
        .byReviewer('RestrictCase', {
          ground: '来件人对个人信息的使用提出异议，核实期间封存。',
          until: dayAfter(plan, 60),
        }),
  },
  {
    name: 'erased',
    kind: 'consultation',
    ago: [6],
    play: (plan) => answeredAtOnce(plan).after(2).byReviewer('ErasePersonalData', { part: 'all' }),
  },
  {
    name: 'flagged',
    kind: 'consultation',
    ago: [3],
    play: (plan) =>
      answeredAtOnce(plan)
        .minutes(5)
        .byOperator('FlagPerson', { flag: 'needs-care', until: dayAfter(plan, 180), note: '来电人年长，请放慢语速。' }),
  },
  {
    name: 'corrected in day and category',
    kind: 'complaint',
    ago: [5],
    play: (plan) =>
      signed(plan)
        .after(0)
        .byOperator('CorrectDetails', {
          changes: { cameAt: new Date(plan.arrival.at - DAY).toISOString(), category: 'bus.service' },
          reason: '经与来电人核对，来电日期和分类有误。',
        }),
  },
  {
    name: 'reclassified',
    kind: 'consultation',
    ago: [4],
    play: (plan) =>
      answeredAtOnce(plan)
        .after(0)
        .byOperator('CorrectDetails', { changes: { kind: 'help' }, reason: '经核对属求助。' }),
  },
  { name: 'new facts', kind: 'complaint', ago: [4], play: (plan) => cameAgain(plan, 'new-facts', '补充了车牌。') },
  {
    name: 'withdrawn by a call',
    kind: 'complaint',
    ago: [4],
    play: (plan) => cameAgain(plan, 'withdrawal', '来电人表示已协商解决。'),
  },
  { name: 'passed over', kind: 'report', ago: [8], play: reportAnswered },
  {
    name: 'picked by hand, called back',
    kind: 'report',
    ago: [9],
    play: (plan) =>
      reportAnswered(plan)
        .after(1)
        .byReviewer('SelectForFollowUp', { reason: '抽查举报件办理质量。' })
        .after(1)
        .byOperator('AttemptFollowUp', { outcome: 'reached', level: 4, solved: 'yes' }),
  },
  { name: 'rating set aside', kind: 'complaint', ago: [9], play: wrongly },
  {
    name: 'rating restored',
    kind: 'complaint',
    ago: [10],
    play: (plan) => wrongly(plan).after(1).byReviewer('RestoreRating', { reason: '经复核，所评确为本件。' }),
  },
  {
    name: 'partly solved',
    kind: 'complaint',
    ago: [9],
    play: (plan) => called(plan, { outcome: 'reached', level: 3, solved: 'partly', reason: 'slow' }),
  },
  {
    name: 'not reached on two days',
    kind: 'complaint',
    ago: [10],
    play: (plan) =>
      called(plan, { outcome: 'no-answer' }).after(1).byOperator('AttemptFollowUp', { outcome: 'no-answer' }),
  },
  { name: 'wrong number', kind: 'complaint', ago: [8], play: (plan) => called(plan, { outcome: 'wrong-number' }) },
  { name: 'gave no number', kind: 'complaint', ago: [8], play: (plan) => called(plan, { outcome: 'no-number' }) },
  {
    name: 'rated by a message',
    kind: 'complaint',
    ago: [8],
    play: (plan) => delivered(plan).minutes(25).byOperator('RateBy', { medium: 'message', level: 5 }),
  },
];
