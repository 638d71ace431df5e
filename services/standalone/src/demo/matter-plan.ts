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
  /** By which other matters name it. */
  readonly key: string;
  readonly actions: readonly DemoAction[];
  readonly arrival: Arrival;
  /** The answer of its theme. */
  readonly answer: string;
  /** `names`: other matters it is about, by the field of its data; their registrations are of an earlier day. */
  byOperator(type: string, data?: JsonObject, names?: DemoAction['names']): MatterPlan;
  byUnit(type: string, data?: JsonObject): MatterPlan;
  byReviewer(type: string, data?: JsonObject, names?: DemoAction['names']): MatterPlan;
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
  /** What units read of a secret matter. */
  forUnits(): MatterPlan;
  /** To the unit that usually leads, or to another one by mistake; one of a kind kept secret has its text for units then. */
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
  const send = (type: string, data: JsonObject, by: DemoAction['by'], names?: DemoAction['names']): MatterPlan => {
    actions.push({ at: now, matter: key, service, type, data, by, ...(names && { names }) });
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
    key,
    actions,
    arrival,
    answer,
    byOperator: (type, data = {}, names) => send(type, data, operator, names),
    byUnit: (type, data = {}) => send(type, data, { account: `handler-${unit}`, role: 'unit-handler', unit }),
    byReviewer: (type, data = {}, names) =>
      send(type, data, { account: chance.pick(REVIEWERS), role: 'reviewer' }, names),
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
    forUnits: () => plan.byOperator('WriteTextForUnits', { text: `${summary}。来件人要求保密，请就事核查。` }),
    assign: (which = 'right') => {
      const right = days.unitFor(category, days.dayOf(now));
      unit = which === 'right' ? right : chance.pick(WRONG_UNITS.filter((code) => code !== right));
      const secret = arrival.kind === 'report' && actions.every(({ type }) => type !== 'WriteTextForUnits');
      return (secret ? plan.forUnits() : plan).byOperator('AssignCase', { unit });
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
