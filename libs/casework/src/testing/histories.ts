import type { CommandAnswer } from '@sunlit/contracts';
import { Refused, derivedId, type Actor, type JsonObject, type StoredEvent } from '@sunlit/kernel';
import type { ServiceContext, ServiceDefinition } from '@sunlit/platform';
import fc from 'fast-check';
import type { z } from 'zod';
import { caseNumberEvents } from '../case/casework.events.js';
import { orderNumberEvents } from '../order/order.events.js';
import { CANARY, NEXT, commands } from './history.commands.js';
import { numberAtRandom, orderCommandsAtRandom, streamAtRandom } from './order.commands.js';
import { checkPersons, textForUnitsFirst } from './person.turns.js';
import { officeAtWork, type Sent } from './office-at-work.js';
import type { memoryEventStore } from './stores.js';
import { unitsCommandsAtRandom } from './units.commands.js';

interface Step {
  /** Tried one after the other until one does something; an empty one: what comes next. */
  readonly types: readonly string[];
  readonly seed: number;
  readonly by: Actor;
  readonly which: number;
  readonly hours: number;
  readonly how: 'plain' | 'lost' | 'twice at once' | 'raced';
  /** Whether everything that follows from what was done comes to its end before the next step, and timers run. */
  readonly settled: boolean;
}

export interface HistoryOptions {
  readonly service: string;
  readonly kind: string;
  readonly make: (context: ServiceContext) => ServiceDefinition;
  readonly schemas: Readonly<Record<string, z.ZodType>>;
  readonly publicSchemas: Readonly<Record<string, z.ZodType>>;
  /** Told the log of each history: for counting what histories hold. */
  readonly onLog?: (log: readonly StoredEvent[]) => void;
  /** What stands in the log before a history begins. */
  readonly before?: (office: ReturnType<typeof officeAtWork>) => Promise<void>;
}

const nextType = (history: readonly StoredEvent[], known: (type: string) => boolean, seed: number): string => {
  const last = history.findLast(({ type }) => type in NEXT);
  const types = NEXT[last?.type ?? '']?.filter(known) ?? [];
  return textForUnitsFirst(history, types[seed % types.length] ?? 'RegisterCase');
};

/** What ends a case for good, or nearly: tried now and then, or no history would get anywhere. */
const ENDS = ['VoidCase', 'DeclineCase', 'WithdrawCase', 'DeclineAsAnswered', 'NoteOrderTakenBack'];

/** A step of what comes next in its case, or of anything that it may do. */
const stepOf = (kind: string, known: (type: string) => boolean): fc.Arbitrary<Step> => {
  const someOf = (table: object, only: (type: string) => boolean = (type) => !ENDS.includes(type)) =>
    fc.uniqueArray(fc.constantFrom(...Object.keys(table).filter((type) => known(type) && only(type))), {
      ...{ minLength: 1, maxLength: 8, size: 'max' },
    });
  return fc.record({
    types: fc.oneof(
      { weight: 30, arbitrary: fc.constant(['', '', '']) },
      { weight: 10, arbitrary: someOf(commands(kind)) },
      { weight: 5, arbitrary: someOf(orderCommandsAtRandom) },
      { weight: 5, arbitrary: someOf(unitsCommandsAtRandom) },
      { weight: 1, arbitrary: someOf(commands(kind), (type) => ENDS.includes(type)) },
    ),
    seed: fc.nat(),
    by: fc.constantFrom<Actor>({ account: 'r', role: 'reviewer' }, { account: 'o', role: 'operator', unit: 'hotline' }),
    which: fc.constantFrom(0, 0, 1),
    hours: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 30 })),
    how: fc.constantFrom<Step['how']>('plain', 'plain', 'plain', 'plain', 'lost', 'twice at once', 'raced'),
    settled: fc.nat(11).map((one) => one === 0),
  });
};

const refusalOf = (error: unknown): { readonly refused: JsonObject } => {
  if (!(error instanceof Refused)) throw error;
  return { refused: { code: error.code, details: error.details } };
};

/** Sends a step in its way and gives what became of the command, after its last answer. */
const carriedOut = async (office: ReturnType<typeof officeAtWork>, service: string, sent: Sent, how: Step['how']) => {
  const send = (one: Sent) => office.send(service, one).catch(refusalOf);
  if (how === 'lost') {
    (office.store as ReturnType<typeof memoryEventStore>).lose();
    await office.send(service, sent).catch(() => undefined);
    (office.store as ReturnType<typeof memoryEventStore>).keep();
  }
  if (how === 'twice at once') {
    const [one, other] = await Promise.all([send(sent), send(sent)]);
    if (!('refused' in one) && !('refused' in other)) expect(one).toEqual(other);
  }
  if (how === 'raced') {
    const rival = { ...sent, commandId: office.freshId(), type: 'CorrectCaller', data: { caller: {}, reason: '同时' } };
    const [mine] = await Promise.all([send(sent), send(rival)]);
    return mine;
  }
  return send(sent);
};

const checkLog = (log: readonly StoredEvent[], { schemas }: HistoryOptions): void => {
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  const next = new Map<string, number>();
  for (const { stream, revision, type, data } of log) {
    expect(revision).toBe(next.get(stream) ?? 0);
    next.set(stream, revision + 1);
    expect({ ...schemas, ...caseNumberEvents, ...orderNumberEvents }[type]!.parse(data)).toEqual(data);
  }
};

const sentBy = (step: Step, index: number, type: string, kind: string): Sent => ({
  commandId: derivedId(type, index),
  type,
  stream: streamAtRandom(kind, step.which),
  data: {
    ...(JSON.parse(JSON.stringify(fc.sample(commands(kind)[type]!, { numRuns: 1, seed: step.seed })[0])) as JsonObject),
    ...(type === 'RegisterCase' && { externalNumber: numberAtRandom(step.which) }),
  },
  // What a timer sends nobody else may.
  by: /Deadline$|^(EndSuspension|WarnTask|RemindTask|TakeOverPerson)$/.test(type)
    ? { account: 'system', role: 'system' }
    : step.by,
});

/** A repeat gives the first outcome, another body is refused, the log holds exactly what was told. */
const checkRepeat = async (
  office: ReturnType<typeof officeAtWork>,
  service: string,
  sent: Sent,
  outcome: CommandAnswer,
) => {
  expect(await office.send(service, sent)).toEqual(outcome);
  const mine = (await office.store.read(sent.stream!)).filter(({ meta }) => meta.commandId === sent.commandId);
  expect(mine.map(({ type }) => type)).toEqual(outcome.events);
  const other = { ...sent, data: { ...sent.data, reason: '另一内容' } };
  await expect(office.send(service, other)).rejects.toThrow(/CommandIdReused|InvalidInput/);
};

/** What became of a step: of the first of its commands that did something, else of the last. */
const taken = async (
  office: ReturnType<typeof officeAtWork>,
  { service, kind }: HistoryOptions,
  step: Step,
  { index, known }: { readonly index: number; readonly known: (type: string) => boolean },
): Promise<unknown> => {
  let outcome: unknown;
  for (const [attempt, named] of step.types.entries()) {
    const history = await office.store.read(streamAtRandom(kind, step.which));
    const seed = step.seed + attempt;
    const type = named || nextType(history, known, seed);
    const sent = sentBy({ ...step, seed }, index, type, kind);
    const answer = await carriedOut(office, service, sent, step.how);
    outcome = answer;
    if ('refused' in answer || answer.events.length === 0) continue;
    await checkRepeat(office, service, sent, answer);
    break;
  }
  return outcome;
};

/** The handler with this service's decider: over any history a repeat gives the first outcome, another body is refused, nothing is lost. */
export const anyHistory = (options: HistoryOptions, known: (type: string) => boolean) =>
  fc.asyncProperty(
    fc.array(fc.noBias(stepOf(options.kind, known)), { minLength: 30, maxLength: 90, size: 'max' }),
    async (steps) => {
      const office = officeAtWork([options.make]);
      await options.before?.(office);
      let now = Date.parse('2021-04-12T02:00:00.000Z');
      const told: unknown[] = [];
      for (const [index, step] of steps.entries()) {
        now += step.hours * 3_600_000;
        office.at(new Date(now).toISOString());
        told.push(await taken(office, options, step, { index, known }));
        if (!step.settled) continue;
        await office.settle();
        await office.tick();
      }
      await office.settle();
      const log = await office.wholeLog();
      checkLog(log, options);
      await checkCanaries(office, log, told, options);
      await checkPersons(office, options.kind);
      options.onLog?.(log);
    },
  );

const checkCanaries = async (
  office: ReturnType<typeof officeAtWork>,
  log: readonly StoredEvent[],
  told: readonly unknown[],
  { service, kind, publicSchemas }: HistoryOptions,
): Promise<void> => {
  const definition = office.definitions.get(service)!;
  const said = log.flatMap((event) => definition.publishes[event.stream.split('-')[0]!]!(event) ?? []);
  for (const { type, data } of said) expect(publicSchemas[type]!.parse(data)).toEqual(data);
  const documents = await Promise.all(
    [`${kind}-desk.v2`, `${kind}-lookup.v1`].map((name) => office.readStore.list(name, { first: 100 })),
  );
  for (const everything of [log, said, documents, told]) expect(JSON.stringify(everything)).not.toContain(CANARY);
};
