import { chanceFrom, type Chance } from './chance.js';
import { followedUp, handled, type CallBack } from './complaint-plan.js';
import { answeredAtOnce, referred, referredToUnit } from './consultation-plan.js';
import type { DemoAction, PlanOptions } from './demo.types.js';
import { GRIEVANCES, MatterPlan, type Arrival, type Planning } from './matter-plan.js';
import { daysFrom, officeDays } from './office-days.js';
import { TOPICS, type Topic } from './texts/index.js';

/** How busy each month is: quiet at Spring Festival, busy in summer and around National Day. */
const MONTHS = [1.05, 0.6, 1.05, 1, 1.05, 1.1, 1.25, 1.2, 1.1, 1.0, 0.95, 0.95];

/** Kinds of what is no consultation, and of what comes by other ways than the phone. */
const OTHER_KINDS = { complaint: 58, report: 8, help: 20, suggestion: 8, praise: 3, other: 3 };
const LINES = { '12328': 45, '12345': 35, '2959600': 20 };
const OTHER_WAYS = { window: 42, site: 25, wechat: 23, 'other-office': 10 };
const MEDIUM_OF = { window: 'counter', site: 'web', wechat: 'wechat', 'other-office': 'letter' } as const;
const OTHER_WAY_KINDS = { consultation: 70, complaint: 16, suggestion: 8, help: 4, praise: 2 };

/** How many of each turn a year holds. */
const TURNS = { declined: 38, voided: 9, withdrawn: 12, corrected: 40, handedOver: 36, urgent: 60 };

interface Year extends Planning {
  readonly pickDay: (hours: 'line' | 'office') => string;
  readonly orders: { next: number };
}

/** Days by how busy they are; lines are staffed every day, the office on working days. */
const dayPicker = ({ calendar }: PlanOptions, year: number, chance: Chance) => {
  const days = daysFrom(`${year}-01-01`, `${year}-12-31`).map((day) => {
    const working = calendar.isWorkingDay(day);
    const month = MONTHS[Number(day.slice(5, 7)) - 1]!;
    return { day, office: working ? month : 0, line: month * (working ? 1 : 0.3) };
  });
  const sums = {
    line: days.reduce((sum, { line }) => sum + line, 0),
    office: days.reduce((sum, { office }) => sum + office, 0),
  };
  return (hours: 'line' | 'office'): string => {
    let left = chance.next() * sums[hours];
    return days.find((day) => (left -= day[hours]) < 0)?.day ?? `${year}-12-31`;
  };
};

const byPhone = ({ chance, days, pickDay, orders }: Year, kind: string): Arrival => {
  const source = chance.weighted(LINES);
  const hours = source === '2959600' ? 'office' : 'line';
  const day = pickDay(hours);
  const number = { externalNumber: `XC${day.slice(0, 4)}${String(orders.next++).padStart(7, '0')}` };
  return { at: days.within(day, hours), kind, source, medium: 'phone', ...(source === '12345' && number) };
};

const otherwise = ({ chance, days, pickDay }: Year, kind: string): Arrival => {
  const source = chance.weighted(OTHER_WAYS);
  const at = days.within(pickDay('office'), 'office');
  return { at, kind, source, medium: MEDIUM_OF[source], ...(source === 'window' && { servicePoint: 'civic-centre' }) };
};

const topicFor = (chance: Chance, kind: string): Topic => {
  const weight = ({ asked, grieved }: Topic) => (GRIEVANCES.has(kind) ? grieved : asked);
  const topics =
    kind === 'report' ? TOPICS.filter(({ category }) => /^(enforcement|coach|taxi|ride)/.test(category)) : TOPICS;
  let left = chance.next() * topics.reduce((sum, topic) => sum + weight(topic), 0);
  return topics.find((topic) => (left -= weight(topic)) < 0) ?? topics[0]!;
};

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

type Turn = keyof typeof TURNS | 'plain';

interface Wish {
  readonly arrival: Arrival;
  readonly turn: Turn;
}

const GROUNDS = ['not-transport', 'litigation', 'petition', 'no-facts', 'disclosure'];

const consultation = (year: Year, plan: MatterPlan, turn: Turn): MatterPlan => {
  const { chance } = year;
  if (turn === 'declined')
    return plan
      .register({ accept: false })
      .minutes(9)
      .byOperator('DeclineCase', { ground: chance.pick(GROUNDS) });
  if (turn === 'voided') return plan.register().minutes(30).byReviewer('VoidCase', { reason: '重复登记，作废。' });
  if (turn === 'withdrawn')
    return plan.register().minutes(40).byOperator('WithdrawCase', { reason: '来电人表示已自行解决。' });
  const phone = plan.arrival.medium === 'phone';
  if (turn === 'urgent') return plan.register({ urgency: 'urgent', answer: plan.text(plan.topic.answers) });
  const planned = chance.happens(phone ? referred.phone : referred.other)
    ? referredToUnit(plan, year)
    : answeredAtOnce(plan);
  if (turn !== 'corrected') return planned;
  const { category } = topicFor(chance, plan.arrival.kind);
  return plan.after(1).byOperator('CorrectDetails', { changes: { category }, reason: '归类有误，更正。' });
};

const complaint = (year: Year, plan: MatterPlan, callBack: CallBack): MatterPlan =>
  followedUp(handled(plan.register({}, callBack !== 'not-contactable'), year), year, callBack);

const handedOver = (year: Year, plan: MatterPlan, callBack: CallBack): MatterPlan => {
  plan.register().minutes(year.chance.int(10, 60)).handOver().after(1);
  return followedUp(handled(plan, year), year, callBack === 'not-contactable' ? 'satisfied' : callBack);
};

/** Who comes in the year, and which turn it takes: the counts are the report's, the days are chance. */
const wishes = (year: Year): Wish[] => {
  const { chance } = year;
  const total = chance.int(5315, 5385);
  const consultations = Math.round(total * (0.808 + chance.next() * 0.03));
  const phone = (kind: string, turn: Turn): Wish => ({ arrival: byPhone(year, kind), turn });
  const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const { declined, voided, handedOver: handed, ...within } = TURNS;
  const plain = consultations - within.withdrawn - within.corrected - within.urgent;
  return [
    ...times(plain, () => phone('consultation', 'plain')),
    ...(['withdrawn', 'corrected', 'urgent'] as const).flatMap((turn) =>
      times(within[turn], () => phone('consultation', turn)),
    ),
    ...times(total - consultations - handed, () => phone(chance.weighted(OTHER_KINDS), 'plain')),
    ...times(handed, () => phone('consultation', 'handedOver')),
    ...times(declined, () => phone('consultation', 'declined')),
    ...times(voided, () => phone('consultation', 'voided')),
    ...times(chance.int(392, 408), (): Wish => ({
      arrival: otherwise(year, chance.weighted(OTHER_WAY_KINDS)),
      turn: 'plain',
    })),
  ];
};

/** The report's year as commands in the order of time; the same seed gives the same year. */
export const planYear = (options: PlanOptions & { readonly year: number }): DemoAction[] => {
  const chance = chanceFrom(options.seed);
  const days = officeDays(options.office, options.calendar, chance);
  const year: Year = { chance, days, pickDay: dayPicker(options, options.year, chance), orders: { next: 1 } };
  const all = wishes(year).sort((a, b) => a.arrival.at - b.arrival.at);
  const grievance = ({ arrival, turn }: Wish) => GRIEVANCES.has(arrival.kind) || turn === 'handedOver';
  const backs = callBacks(chance, all.filter(grievance).length);
  const actions = all.flatMap((wish, index) => {
    const kind = wish.turn === 'handedOver' ? 'complaint' : wish.arrival.kind;
    const plan = new MatterPlan(year, `${options.year}-${index}`, wish.arrival, topicFor(chance, kind));
    if (!grievance(wish)) return consultation(year, plan, wish.turn).actions;
    return (wish.turn === 'handedOver' ? handedOver : complaint)(year, plan, backs.pop()!).actions;
  });
  return actions.sort((a, b) => a.at - b.at);
};
