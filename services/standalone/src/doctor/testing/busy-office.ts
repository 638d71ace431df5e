import { Refused } from '@sunlit/kernel';
import { betweenCases, everyTurnTogether, invalidContact } from './between-cases.js';
import type { Composed, Sent } from './composed.js';
import { betweenOfficeAndPlatform, orderOf } from './orders-at-work.js';

const HOUR = 3_600_000;

/** A sequence of whole numbers from a seed (mulberry32). */
const seeded = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

type Chance = ReturnType<typeof seeded>;
const of = <T>(list: readonly T[], chance: Chance): T => list[chance(list.length)]!;

const COMMON: readonly ((chance: Chance) => Sent)[] = [
  () => ({ type: 'AcceptCase' }),
  () => ({ type: 'DeclineCase', data: { ground: 'not-transport' } }),
  (chance) => ({ type: 'AssignCase', data: { unit: of(['buses', 'roads'], chance) } }),
  (chance) => ({ type: 'AssignCase', data: { unit: of(['buses', 'roads', 'transit'], chance) } }),
  () => ({ type: 'SignAssignment' }),
  () => ({ type: 'ReturnAssignment', data: { ground: 'not-ours' } }),
  (chance) => ({ type: 'DraftReply', data: { text: `答复${chance(9)}` } }),
  (chance) => ({ type: 'DraftReply', data: { text: `答复${chance(9)}` } }),
  () => ({ type: 'SendBackReply', data: { reason: '不清楚' } }),
  () => ({ type: 'ApproveReply' }),
  () => ({ type: 'ApproveReply' }),
  () => ({ type: 'DeliverReply', data: { how: 'phone' } }),
  () => ({ type: 'DeliverReply', data: { how: 'phone' } }),
  (chance) => ({ type: 'RequestExtension', data: { workingDays: 1 + chance(3), reason: '情况复杂' } }),
  () => ({ type: 'GrantExtension', by: { account: 'r', role: 'reviewer' } }),
  () => ({ type: 'RefuseExtension', data: { reason: '不必' }, by: { account: 'r', role: 'reviewer' } }),
  () => ({ type: 'GiveInterimReply', data: { text: '已收到,已转承办单位', how: 'phone' } }),
  () => ({ type: 'AskSuspension', data: { ground: 'waits-on-person', reason: '待来件人补充' } }),
  () => ({ type: 'ApproveSuspension', by: { account: 'r', role: 'reviewer' } }),
  () => ({ type: 'RefuseSuspension', data: { reason: '不必' }, by: { account: 'r', role: 'reviewer' } }),
  () => ({ type: 'ResumeCase' }),
  () => ({ type: 'PassAssignmentDown', data: { to: 'buses' } }),
  (chance) => ({ type: 'GiveTask', data: { unit: of(['transit', 'roads', 'hotline'], chance) } }),
  (chance) => ({ type: 'GiveTask', data: { unit: of(['transit', 'roads', 'hotline'], chance) } }),
  (chance) => ({ type: 'SignTask', data: { unit: of(['transit', 'roads', 'buses'], chance) } }),
  (chance) => ({ type: 'ReturnTask', data: { unit: of(['buses', 'roads'], chance), ground: 'not-ours' } }),
  () => ({ type: 'PassTaskDown', data: { unit: 'transit', to: 'buses' } }),
  (chance) => ({ type: 'FinishTask', data: { unit: of(['transit', 'roads', 'buses'], chance), text: '已查明' } }),
  () => ({ type: 'WithdrawCase', data: { reason: '不再需要' } }),
  () => ({ type: 'ReopenCase', data: { reason: '又有问题' } }),
  () => ({ type: 'ErasePersonalData' }),
  () => ({ type: 'RestrictCase', data: { ground: '争议' }, by: { account: 'r', role: 'reviewer' } }),
  () => ({ type: 'LiftRestriction', data: { reason: '已了' }, by: { account: 'a', role: 'administrator' } }),
  () => ({ type: 'CorrectCaller', data: { caller: { name: '李四' }, reason: '更正' } }),
  () => ({ type: 'RecordAnswer', data: { text: '已答复' } }),
  (chance) => ({ type: 'CorrectDetails', data: { changes: { medium: of(['phone', 'web'], chance) }, reason: '更正' } }),
  (chance) => ({
    type: 'CorrectDetails',
    data: { changes: { urgency: of(['normal', 'urgent'], chance) }, reason: '更正' },
  }),
];

/** What a matter names, and how it is rated without a call. */
const NAMED: readonly ((chance: Chance) => Sent)[] = [
  (chance) => ({
    type: 'SetAttributes',
    data: { attributes: { field: 'city', line: of(['bus-5', 'bus-6'], chance) } },
  }),
  (chance) => ({
    type: 'RateBy',
    data: { medium: of(['message', 'device'], chance), level: 1 + chance(5) },
  }),
];

const OWN: Readonly<Record<string, readonly ((chance: Chance) => Sent)[]>> = {
  consultations: [
    (chance) => ({
      type: 'CorrectDetails',
      data: { changes: { kind: of(['consultation', 'help'], chance) }, reason: '更正' },
    }),
    () => ({ type: 'AnswerAtFirstContact', data: { text: '当场答复' } }),
    (chance) => ({ type: 'RateCase', data: { level: 1 + chance(5) } }),
    () => ({ type: 'HandOver', data: { kind: 'complaint', reason: '实为投诉' } }),
  ],
  complaints: [
    (chance) => ({ type: 'AttemptFollowUp', data: { outcome: of(['no-answer', 'reached', 'no-number'], chance) } }),
    (chance) => ({
      type: 'AttemptFollowUp',
      data: { outcome: 'reached', level: 1 + chance(5), solved: of(['partly', 'no'], chance), reason: 'slow' },
    }),
    () => ({ type: 'SelectForFollowUp', data: { reason: '抽查' }, by: { account: 'r', role: 'reviewer' } }),
    (chance) => ({
      type: 'SetRatingAside',
      data: { ground: 'mistaken', ...(chance(3) === 0 && { round: 1 }) },
      by: { account: 'r', role: 'reviewer' },
    }),
    () => ({ type: 'RestoreRating', data: { reason: '复核' }, by: { account: 'r', role: 'reviewer' } }),
    (chance) => ({ type: 'AttemptFollowUp', data: { outcome: 'reached', level: 1 + chance(5) } }),
    (chance) => ({ type: 'AttemptFollowUp', data: { outcome: 'reached', level: 1 + chance(5) } }),
    () => ({ type: 'CloseCase' }),
    () => ({ type: 'RedoCase', data: { reason: '单位有责' } }),
  ],
};

const registration = (service: string, chance: Chance, now: number): Sent => {
  const complaint = service === 'complaints';
  const history = chance(8) === 0;
  const source = of(['12328', '12328', 'bureau-line'], chance);
  return {
    type: 'RegisterCase',
    data: {
      kind: of(complaint ? ['complaint', 'report'] : ['consultation', 'help'], chance),
      category: of(['bus.route', 'taxi'], chance),
      source,
      ...orderOf(source, chance, now),
      medium: of(['phone', 'phone', 'web'], chance),
      summary: '询问公交线路',
      caller: chance(3) ? { name: '张三', phone: '13800138000' } : {},
      accept: chance(3) > 0,
      history,
      ...(!complaint && chance(3) === 0 && { answer: '当场答复' }),
    },
    ...(history && { by: { account: 'i', role: 'importer' } }),
  };
};

/** Timers ask the desks, which have to be as far as the log. */
const runTimers = async ({ worker, now }: Composed): Promise<void> => {
  await worker.caughtUp();
  await worker.timers(now());
};

const holderOf = (stream: string): string => (stream.startsWith('complaint-') ? 'complaints' : 'consultations');

const nextCommand = (service: string, recent: readonly string[], chance: Chance, now: number): Sent =>
  of(
    chance(6) === 0 ? betweenOfficeAndPlatform(now) : [...COMMON, ...NAMED, ...OWN[service]!, ...betweenCases(recent)],
    chance,
  )(chance);

/** One in four says when it happened. */
const statedNowAndThen = (chance: Chance, now: number): Pick<Sent, 'occurredAt'> | false =>
  chance(4) === 0 && {
    occurredAt: { at: new Date(now - chance(60) * HOUR).toISOString(), precision: 'minute' as const },
  };

/** What a busy office does: the same for the same seed. What is refused has not happened. */
export const busyOffice = async (office: Composed, seed: number, steps: number): Promise<void> => {
  const chance = seeded(seed);
  const cases: { readonly stream: string; readonly service: string; readonly since: number }[] = [];
  const attempt = async (service: string, command: Sent): Promise<string | null> => {
    try {
      return (await office.send(service, command)).stream;
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  };
  for (let step = 0; step < steps; step++) {
    office.at(office.now() + chance(5) * HOUR);
    const service = of(['consultations', 'complaints'], chance);
    const back = statedNowAndThen(chance, office.now());
    const known = cases.filter((one) => one.service === service);
    if (known.length === 0 || chance(12) === 0) {
      const stream = await attempt(service, { ...registration(service, chance, office.now()), ...back });
      if (stream) cases.push({ stream, service: holderOf(stream), since: office.now() });
      continue;
    }
    if (chance(40) === 0) await runTimers(office);
    const { stream } = of(known.slice(-8), chance);
    await invalidContact(office, chance, step);
    const recent = cases.slice(-8).map((one) => one.stream);
    const command = nextCommand(service, recent, chance, office.now());
    await attempt(service, { stream, ...command, ...back });
    if (chance(60) === 0) await attempt(service, { stream, type: 'VoidCase', data: { reason: '重复录入' } });
  }
  await everyTurnTogether(office);
  await office.worker.caughtUp();
};
