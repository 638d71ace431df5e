import type { JsonObject } from '@sunlit/kernel';
import type { Chance } from './chance.js';
import type { CaseServiceName, DemoAction } from './demo.types.js';
import type { OfficeDays } from './office-days.js';
import { fill, slotsOf, type Theme } from './texts/index.js';
import { personBy, subjectBy } from './texts/people.js';
import { objectOf, REMARKS, said, SUPPLEMENTS } from './texts/remarks.js';

/** How and when somebody comes. */
export interface Arrival {
  readonly at: number;
  readonly kind: string;
  readonly source: string;
  readonly medium: string;
  readonly externalNumber?: string;
  readonly servicePoint?: string;
}

export interface Planning {
  readonly chance: Chance;
  readonly days: OfficeDays;
}

const OPERATORS = ['operator', 'operator-2', 'operator-3', 'operator-4', 'operator-5'];
const REVIEWERS = ['reviewer', 'reviewer-2'];
/** Whom a matter is given to by mistake. */
const WRONG_UNITS = ['transport', 'safety', 'construction', 'legal'];

/** Units that assist, each with one below it. */
const ASSISTANTS = [
  ['approvals', 'civic-window'],
  ['general-office', 'openness-office'],
] as const;

/** Kinds whose matters the complaints service takes. */
export const GRIEVANCES: ReadonlySet<string> = new Set(['complaint', 'report']);

/** What is said in a reply: the answer itself, more of it, or the outcome of another round. */
type Draft = 'first' | 'completed' | 'again';

/** One matter being planned: each step is a command at a time that only moves on. */
export interface MatterPlan {
  readonly actions: readonly DemoAction[];
  readonly arrival: Arrival;
  /** The answer of its theme. */
  readonly answer: string;
  byOperator(type: string, data?: JsonObject): MatterPlan;
  byUnit(type: string, data?: JsonObject): MatterPlan;
  byReviewer(type: string, data?: JsonObject): MatterPlan;
  /** Asks another unit to assist; `byAssistant` is that unit then. */
  assist(note: string): MatterPlan;
  byAssistant(type: string, data?: JsonObject): MatterPlan;
  /** The unit below it takes the task over. */
  passTaskDown(): MatterPlan;
  /** A reason somebody writes down for such a step. */
  remark(what: keyof typeof REMARKS): string;
  /** Moves on by that many working days; 0 is later the same day. */
  after(days: number): MatterPlan;
  minutes(count: number): MatterPlan;
  register(more?: JsonObject, contactable?: boolean): MatterPlan;
  /** To the unit that usually leads, or to another one by mistake. */
  assign(which?: 'right' | 'wrong'): MatterPlan;
  /** From here on it is a complaint. */
  handOver(): MatterPlan;
  draft(what?: Draft): MatterPlan;
}

/** Begins the plan of a matter that comes so and is about this. */
export const matterPlan = ({ chance, days }: Planning, key: string, arrival: Arrival, theme: Theme): MatterPlan => {
  const slots = slotsOf(chance);
  const operator = { account: chance.pick(OPERATORS), role: 'operator' };
  const summary = fill(theme.summary, slots);
  const answer = fill(theme.answer, slots);
  const { category } = theme;
  const actions: DemoAction[] = [];
  let service: CaseServiceName = GRIEVANCES.has(arrival.kind) ? 'complaints' : 'consultations';
  let [now, unit, assistant] = [arrival.at, '', ''];

  const moved = (to: number): MatterPlan => {
    now = to;
    return plan;
  };
  const send = (type: string, data: JsonObject, by: DemoAction['by']): MatterPlan => {
    actions.push({ at: now, matter: key, service, type, data, by });
    return plan;
  };
  const details = (): JsonObject => {
    const grievance = GRIEVANCES.has(arrival.kind);
    const object = chance.happens(0.6) ? objectOf(category, slots, chance.pick) : null;
    const { at: _, ...came } = arrival;
    return {
      ...came,
      category,
      summary,
      statement: { text: said(chance.pick, summary), ...(grievance && { place: slots('place') }) },
      ...(grievance && /^(taxi|bus|ride)/.test(category) && { subject: subjectBy(chance) }),
      ...(object && { object }),
    };
  };

  const plan: MatterPlan = {
    actions,
    arrival,
    answer,
    byOperator: (type, data = {}) => send(type, data, operator),
    byUnit: (type, data = {}) => send(type, data, { account: `handler-${unit}`, role: 'unit-handler', unit }),
    byReviewer: (type, data = {}) => send(type, data, { account: chance.pick(REVIEWERS), role: 'reviewer' }),
    assist: (note) => {
      [assistant] = ASSISTANTS.find((pair) => !pair.some((one) => one === unit)) ?? ASSISTANTS[0];
      return plan.byUnit('GiveTask', { unit: assistant, note });
    },
    byAssistant: (type, data = {}) =>
      send(
        type,
        { unit: assistant, ...data },
        { account: `handler-${assistant}`, role: 'unit-handler', unit: assistant },
      ),
    passTaskDown: () => {
      const to = ASSISTANTS.find(([above]) => above === assistant)![1];
      plan.byAssistant('PassTaskDown', { to });
      assistant = to;
      return plan;
    },
    remark: (what) => chance.pick<string>(REMARKS[what]),
    after: (count) => moved(days.later(now, count)),
    minutes: (count) => moved(now + count * 60_000),
    register: (more = {}, contactable = true) =>
      plan.byOperator('RegisterCase', { ...details(), ...personBy(chance, contactable), ...more }),
    assign: (which = 'right') => {
      const right = days.unitFor(category, days.dayOf(now));
      unit = which === 'right' ? right : chance.pick(WRONG_UNITS.filter((code) => code !== right));
      return plan.byOperator('AssignCase', { unit });
    },
    handOver: () => {
      plan.byOperator('HandOver', { kind: 'complaint', reason: plan.remark('handedOver') });
      service = 'complaints';
      return plan;
    },
    draft: (what = 'first') => {
      const texts = {
        first: () => answer,
        completed: () => answer + chance.pick(SUPPLEMENTS.completed),
        again: () => chance.pick(SUPPLEMENTS.again) + answer,
      };
      return plan.byUnit('DraftReply', { text: texts[what]() });
    },
  };
  return plan;
};
