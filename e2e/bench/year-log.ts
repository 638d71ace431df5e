import { addDays } from '@sunlit/calendar';
import { derivedId, type EventStore, type NewEvent } from '@sunlit/kernel';
import { FIRST_DAY, PLACEHOLDERS, matterTemplates, type Template } from './matter-templates.js';

/** What a matter is told apart by. */
export interface Matter {
  readonly result: Template['result'];
  readonly class: 'complaint' | 'inquiry';
  readonly category: string;
  readonly unit: string;
  readonly medium: string;
  readonly source: string;
  readonly district: string;
  readonly month: string;
}

const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, number) => `${prefix}${String(number + 1).padStart(3, '0')}`);

/** An office larger than any that is known: 24 units, 300 categories, every medium and source taken in turn. */
export const CODES = {
  category: numbered('category.', 300),
  unit: numbered('unit-', 24),
  medium: ['phone', 'visit', 'letter', 'website', 'wechat', 'email', 'app', 'fax'],
  source: ['2959600', '12345', '12328', 'mayor', 'petition', 'website'],
  district: ['weidu', 'jianan', 'yuzhou', 'changge', 'yanling', 'xiangcheng'],
} as const;
type Coded = keyof typeof CODES;

const DAYS = 365;

/** A number below `count` that looks like chance and is the same each time: which matter has which code. */
const drawn = (matter: number, salt: number, count: number): number => {
  let hash = Math.imul(matter + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % count;
};

/** The text of an event cut where a matter's own values stand: ids, days, the codes. */
interface Cut {
  readonly literals: readonly string[];
  readonly slots: readonly string[];
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const DAY = /20\d\d-\d\d-\d\d/;
const quoted = Object.values(PLACEHOLDERS).map((code) => `"${code}"`);
const VALUE = new RegExp(`${ID.source}|${DAY.source}|[A-Z]{2}-2021-\\d{6}|${quoted.join('|')}`, 'g');

const cut = (text: string): Cut => {
  const slots = text.match(VALUE) ?? [];
  return { literals: text.split(VALUE), slots };
};

const joined = ({ literals, slots }: Cut, value: (slot: string) => string): string => {
  let text = literals[0]!;
  for (let at = 0; at < slots.length; at++) text += value(slots[at]!) + literals[at + 1]!;
  return text;
};

/** Makes matters of a template, each with values of its own in place of the template's. */
const stamp = ({ events }: Template) => {
  const cuts = events.map(({ type, data, meta, id }) => cut(JSON.stringify({ id, type, data, meta })));
  const byCode = new Map<string, Coded>(
    Object.entries(PLACEHOLDERS).map(([name, code]) => [`"${code}"`, name as Coded]),
  );
  return (number: number, day: number, codes: Readonly<Record<Coded, string>>): readonly NewEvent[] => {
    const known = new Map<string, string>();
    const made = (slot: string): string => {
      const code = byCode.get(slot);
      if (code) return `"${codes[code]}"`;
      if (ID.test(slot)) return derivedId(String(number), slot);
      if (DAY.test(slot) && slot.length === 10) return addDays(slot, day);
      return `${slot.slice(0, 8)}${String(number).padStart(7, '0')}`;
    };
    const value = (slot: string): string => {
      const found = known.get(slot) ?? made(slot);
      known.set(slot, found);
      return found;
    };
    return cuts.map((one) => JSON.parse(joined(one, value)) as NewEvent);
  };
};

/** A year of matters of a large office, as many as come to so many events; made without the commands, told matter by matter. */
export const yearOfMatters = async (events: number) => {
  const templates = (await matterTemplates()).map((template) => ({ ...template, stamp: stamp(template) }));
  const perTurn = templates.reduce((sum, template) => sum + template.events.length, 0);
  const matters = Math.max(templates.length, Math.round((events / perTurn) * templates.length));
  const one = (number: number) => {
    const template = templates[number % templates.length]!;
    const day = Math.floor((number / matters) * DAYS) - 59;
    const codes = Object.fromEntries(
      Object.entries(CODES).map(([name, all], salt) => [name, all[drawn(number, salt, all.length)]!]),
    ) as Record<Coded, string>;
    const matter: Matter = {
      ...codes,
      // Answered at first contact, before any unit had it.
      unit: template.result === 'first-contact' ? 'none' : codes.unit,
      result: template.result,
      class: template.service === 'complaints' ? 'complaint' : 'inquiry',
      month: addDays(FIRST_DAY, day).slice(0, 7),
    };
    const category = template.service === 'complaints' ? 'complaint' : 'consultation';
    const stream = `${category}-${derivedId(String(number), 'bench', 'matter')}`;
    return { matter, stream, events: template.stamp(number, day, codes) };
  };
  const eventsOf = Object.fromEntries(templates.map(({ result, events: own }) => [result, own.length]));
  return { matters, one, eventsOf: eventsOf as Readonly<Record<Template['result'], number>> };
};

/** What was put in: the matters, and how many events they came to. */
export interface FilledYear {
  readonly events: number;
  readonly matters: readonly Matter[];
  /** How many events a matter of each kind of life has. */
  readonly eventsOf: Readonly<Record<Template['result'], number>>;
}

const AT_ONCE = 250;

/** Appends a year of about so many events. */
export const fillYear = async (store: EventStore, events: number): Promise<FilledYear> => {
  const { matters, one, eventsOf } = await yearOfMatters(events);
  const told: Matter[] = [];
  let written = 0;
  for (let from = 0; from < matters; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, matters - from) }, (_, at) => one(from + at));
    await Promise.all(some.map((made) => store.append(made.stream, made.events, -1)));
    for (const { matter, events: own } of some) {
      told.push(matter);
      written += own.length;
    }
  }
  return { events: written, matters: told, eventsOf };
};

/** Matters by the value they have there. */
export const talliedBy = (matters: readonly Matter[], name: keyof Matter): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const matter of matters) counts[matter[name]] = (counts[matter[name]] ?? 0) + 1;
  return counts;
};
