import type { JsonObject, PublicEvent } from '@sunlit/kernel';
import fc from 'fast-check';
import {
  HOUR,
  MOVES,
  dueSet,
  iso,
  isComplaint,
  pick,
  type Case,
  type Facts,
  type Move,
  type Writing,
} from './moves.js';
import { registration } from './story.js';

/** One step of a random year: which case, which of what may happen to it next, how, and hours until then. */
interface Step {
  readonly which: number;
  readonly what: number;
  readonly how: number;
  readonly hours: number;
}

const say = (one: Case, facts: Facts, occurred: number, { log, now }: Writing): void => {
  for (const [type, data] of facts) {
    const event: PublicEvent = {
      id: `${one.stream}#${one.events.length}`,
      source: isComplaint(one) ? 'complaints' : 'consultations',
      type,
      subject: one.stream,
      sequence: one.events.length,
      time: iso(occurred),
      stated: occurred !== now,
      recordedat: iso(now),
      data: data as JsonObject,
    };
    one.events.push(event);
    log.push(event);
  }
};

/** What the receiving service does once a case was handed over: the same matter, from when the person came. */
const received = (one: Case, cases: Case[], writing: Writing): void => {
  const stream = one.stream.replace('consultation', 'complaint');
  if (cases.some((other) => other.stream === stream)) return;
  const taken: Case = { ...one, stream, events: [], state: 'open', round: 1 };
  const origin = { stream: one.stream, event: one.events.at(-1)!.id, number: one.stream };
  const data = registration({ ...(one.events[0]!.data as object), kind: 'complaint', number: stream, origin });
  say(
    taken,
    [['CaseRegistered', data], ['CaseAccepted', {}], dueSet(taken, 3, writing, 'accepted')],
    one.came,
    writing,
  );
  cases.push(taken);
};

const caseOf = (cases: Case[], { which, how }: Step): Case => {
  const at = which % 12;
  const stream = at >= 10 ? `contact-n${at}` : `${at % 2 ? 'complaint' : 'consultation'}-n${at}`;
  const found = cases[which % Math.max(cases.length, 12)] ?? cases.find((other) => other.stream === stream);
  if (found) return found;
  const made: Case = { stream, events: [], state: 'unregistered', round: 1, history: how % 4 === 0, came: 0, due: '' };
  cases.push(made);
  return made;
};

/** Now, or, for a late fact, between what it answers and now. */
const occurred = ({ events }: Case, how: number, now: number): number => {
  const earliest = events.length ? Math.max(...events.map(({ time }) => Date.parse(time))) : now - 72 * HOUR;
  return how % 3 ? now : earliest + Math.floor(((now - earliest) * (how % 10)) / 10);
};

const make = (one: Case, move: Move, how: number, writing: Writing): void => {
  const at = occurred(one, how, writing.now);
  if (one.state === 'unregistered') one.came = at;
  say(one, move.facts(one, how, writing), at, writing);
  one.state = move.to ?? one.state;
};

const play = (steps: readonly Step[]): readonly PublicEvent[] => {
  const writing: Writing = { log: [], now: Date.UTC(2021, 0, 30, 3) };
  const cases: Case[] = [];
  for (const step of steps) {
    writing.now += step.hours * HOUR;
    const one = caseOf(cases, step);
    const moves = MOVES[one.state].filter(({ when }) => !when || when(one));
    if (moves.length === 0) continue;
    make(one, pick(moves, step.what), step.how, writing);
    if (one.state === 'handed-over' && step.how % 2) received(one, cases, writing);
  }
  return writing.log;
};

const step = fc.record({
  which: fc.nat(1000),
  what: fc.nat(1000),
  how: fc.nat(1000),
  hours: fc.integer({ min: 0, max: 60 }),
});

/** Random histories of both services in a realistic order: corrections, voids, handovers, reopenings, late facts. Unbiased: small numbers alone get nowhere. */
export const randomLog = (size = 120): fc.Arbitrary<readonly PublicEvent[]> =>
  fc.noBias(fc.array(step, { minLength: Math.floor(size / 2), maxLength: size, size: 'max' })).map(play);
