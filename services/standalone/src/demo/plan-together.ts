import type { JsonObject } from '@sunlit/kernel';
import { followedUp } from './complaint-plan.js';
import type { MatterPlan, Planning } from './matter-plan.js';
import type { Theme } from './texts/index.js';

/** Begins a matter of the scene, so many working days ago. */
export type Begin = (name: string, ago: number) => MatterPlan;

/** Complaints about the same thing, and what they have to do with each other. */
export interface Together {
  readonly name: string;
  readonly theme: Theme;
  readonly play: (begin: Begin, planning: Planning) => unknown;
}

const signed = (plan: MatterPlan) => plan.register().minutes(12).assign().after(0).byUnit('SignAssignment');
const delivered = (plan: MatterPlan) =>
  plan.after(1).draft().after(0).byReviewer('ApproveReply').after(1).byOperator('DeliverReply', { how: 'phone' });

/** The person of another matter comes with this one too. */
const callerOf = ({ actions }: MatterPlan): JsonObject => {
  const { caller, callerType } = actions[0]!.data;
  return { caller: caller!, callerType: callerType! };
};

/** The same person's second call is found to be the same matter. */
const joined = (begin: Begin) => {
  const kept = signed(begin('kept', 6)).after(3);
  const duplicate = begin('told again', 4);
  duplicate.register(callerOf(kept));
  return kept.byOperator('HoldDuplicate', {}, { duplicate: duplicate.key });
};

/** Another person's case under a leading one, from the third day on. */
const linked = (leading: MatterPlan, follower: MatterPlan): MatterPlan => {
  follower.register();
  return leading.byOperator('HoldFollower', {}, { follower: follower.key }).minutes(2);
};

const PASSENGERS = [6, 5, 4, 3, 2, 1];
const LINE = { field: 'city-passengers', district: 'weidu', line: 'example-line-5' };

/** Joined, linked, both of them undone, declined as answered before, and many persons about one bus line. */
export const TOGETHER: readonly Together[] = [
  {
    name: 'joined',
    theme: {
      category: 'taxi.fare',
      summary: '反映在火车站乘出租车不打表、要价过高',
      answer: '经调取行车记录核实，驾驶员未使用计价器，已责令退还多收车费并按规定处理。',
    },
    play: joined,
  },
  {
    name: 'joined, undone',
    theme: {
      category: 'taxi.refusal',
      summary: '反映出租车在高铁北站拒载短途乘客',
      answer: '经核查，两次反映的是不同车辆，已分别约谈驾驶员。',
    },
    play: (begin) => {
      const kept = joined(begin);
      const { names } = kept.actions.at(-1)!;
      kept.after(1).byOperator('ReleaseDuplicate', { reason: '经核对车牌不同，是两件事。' }, names);
    },
  },
  {
    name: 'linked',
    theme: {
      category: 'bus.route',
      summary: '反映12路公交在春秋广场站甩站不停',
      answer: '经调取车载监控核实，该班次确未进站，已对当班驾驶员教育并扣罚。',
    },
    play: (begin, planning) => {
      const leading = signed(begin('leading', 9)).after(1);
      for (const name of ['follower', 'another follower']) {
        const follower = begin(name, 9);
        linked(leading, follower).minutes(2);
        followedUp(follower.after(6).byOperator('DeliverReply', { how: 'phone' }), planning, 'satisfied');
      }
      followedUp(delivered(leading), planning, 'satisfied');
    },
  },
  {
    name: 'linked, undone',
    theme: {
      category: 'roads.maintenance',
      summary: '反映魏武大道路面坑槽影响通行',
      answer: '已安排养护人员修补，当日恢复通行。',
    },
    play: (begin) => {
      const leading = signed(begin('leading', 5)).after(1);
      const follower = begin('on its own again', 5);
      linked(leading, follower)
        .after(1)
        .byOperator('ReleaseFollower', { reason: '经核对不是同一路段。' }, { follower: follower.key });
    },
  },
  {
    name: 'answered before',
    theme: {
      category: 'bus.schedule',
      summary: '反映9路公交晚高峰候车时间长',
      answer: '9路公交晚高峰已加密至每8分钟一班，自本周起执行。',
    },
    play: (begin, planning) => {
      const before = followedUp(delivered(signed(begin('answered', 10))), planning, 'satisfied');
      begin('told once more', 2)
        .register({ ...callerOf(before), accept: false })
        .minutes(9)
        .byReviewer('DeclineAsAnswered', { note: '没有新的情况，原答复仍然适用。' }, { answered: before.key });
    },
  },
  {
    name: 'many about one line',
    theme: {
      category: 'bus.schedule',
      summary: '反映5路公交早高峰间隔过长、经常等不到车',
      answer: '已责成公交公司早高峰增开区间车，并在站牌公示新的发车时刻。',
    },
    play: (begin) => {
      for (const ago of PASSENGERS) {
        const plan = begin(`passenger ${ago}`, ago).register({}).minutes(6);
        plan.byOperator('SetAttributes', { attributes: LINE }).minutes(4).assign();
      }
    },
  },
];
