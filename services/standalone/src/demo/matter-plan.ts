import type { JsonObject } from '@sunlit/kernel';
import type { Chance } from './chance.js';
import type { CaseServiceName, DemoAction } from './demo.types.js';
import type { OfficeDays } from './office-days.js';
import { COMPANIES, fill, slotsOf, type Slots, type Topic } from './texts/index.js';
import { personBy, subjectBy } from './texts/people.js';

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

/** Kinds whose matters the complaints service takes. */
export const GRIEVANCES: ReadonlySet<string> = new Set(['complaint', 'report']);

/** One matter being planned: each step is a command at a time that only moves on. */
export class MatterPlan {
  readonly actions: DemoAction[] = [];
  readonly slots: Slots;
  private readonly operator: string;
  private service: CaseServiceName;
  private unit = '';
  private now: number;

  constructor(
    private readonly planning: Planning,
    readonly key: string,
    readonly arrival: Arrival,
    readonly topic: Topic,
  ) {
    this.slots = slotsOf(planning.chance);
    this.operator = planning.chance.pick(OPERATORS);
    this.service = GRIEVANCES.has(arrival.kind) ? 'complaints' : 'consultations';
    this.now = arrival.at;
  }

  /** The text with this matter's slots. */
  text(templates: readonly string[]): string {
    return fill(this.planning.chance.pick(templates), this.slots);
  }

  get at(): number {
    return this.now;
  }

  private send(type: string, data: JsonObject, by: DemoAction['by']): this {
    this.actions.push({ at: this.now, matter: this.key, service: this.service, type, data, by });
    return this;
  }

  byOperator(type: string, data: JsonObject = {}): this {
    return this.send(type, data, { account: this.operator, role: 'operator' });
  }

  byUnit(type: string, data: JsonObject = {}): this {
    return this.send(type, data, { account: `handler-${this.unit}`, role: 'unit-handler', unit: this.unit });
  }

  byReviewer(type: string, data: JsonObject = {}): this {
    return this.send(type, data, { account: this.planning.chance.pick(REVIEWERS), role: 'reviewer' });
  }

  /** Moves on by that many working days; 0 is later the same day. */
  after(days: number): this {
    this.now = this.planning.days.later(this.now, days);
    return this;
  }

  /** Moves on by minutes. */
  minutes(count: number): this {
    this.now += count * 60_000;
    return this;
  }

  register(more: JsonObject = {}, contactable = true): this {
    const { chance } = this.planning;
    const { at: _, ...arrival } = this.arrival;
    const grievance = this.service === 'complaints';
    const summary = this.text(grievance ? this.topic.grievances : this.topic.questions);
    const person = personBy(chance, contactable);
    return this.byOperator('RegisterCase', {
      ...arrival,
      category: this.topic.category,
      summary,
      ...person,
      statement: { text: `${summary}，请帮忙处理。`, ...(grievance && { place: this.slots('place') }) },
      ...(grievance && /^(taxi|bus|ride)/.test(this.topic.category) && { subject: subjectBy(chance) }),
      ...(chance.happens(0.3) && { object: { company: chance.pick(COMPANIES) } }),
      ...more,
    });
  }

  assign(unit = this.planning.days.unitFor(this.topic.category, this.planning.days.dayOf(this.now))): this {
    this.unit = unit;
    return this.byOperator('AssignCase', { unit });
  }

  /** From here on it is a complaint. */
  handOver(): this {
    this.byOperator('HandOver', { kind: 'complaint', reason: '来电人实为投诉，转投诉办理。' });
    this.service = 'complaints';
    return this;
  }

  draft(): this {
    return this.byUnit('DraftReply', {
      text: this.text(this.service === 'complaints' ? this.topic.replies : this.topic.answers),
    });
  }
}
