import type { CommandAnswer } from '@sunlit/contracts';
import { Refused, derivedId, type Actor, type JsonObject, type StoredEvent } from '@sunlit/kernel';
import type { ServiceContext, ServiceDefinition } from '@sunlit/platform';
import fc from 'fast-check';
import type { z } from 'zod';
import { caseNumberEvents } from '../case/casework.events.js';
import { orderNumberEvents } from '../order/order.events.js';
import { CANARY, NEXT, commands } from './history.commands.js';
import { numberAtRandom, streamAtRandom } from './order.commands.js';
import { officeAtWork, type Sent } from './office-at-work.js';
import type { memoryEventStore } from './stores.js';

interface Step {
  /** Empty: what comes next. */
  readonly type: string;
  readonly seed: number;
  readonly by: Actor;
  readonly which: number;
  readonly hours: number;
  readonly how: 'plain' | 'lost' | 'twice at once' | 'raced';
}

export interface HistoryOptions {
  readonly service: string;
  readonly kind: string;
  readonly make: (context: ServiceContext) => ServiceDefinition;
  readonly schemas: Readonly<Record<string, z.ZodType>>;
  readonly publicSchemas: Readonly<Record<string, z.ZodType>>;
  /** What stands in the log before a history begins. */
  readonly before?: (office: ReturnType<typeof officeAtWork>) => Promise<void>;
}

const nextType = (log: readonly StoredEvent[], stream: string, known: (type: string) => boolean): string => {
  const last = log.findLast((event) => event.stream === stream && event.type in NEXT);
  return NEXT[last?.type ?? '']?.find(known) ?? 'RegisterCase';
};

/** A step of what comes next in its case, or now and then of anything. */
const stepOf = (kind: string, known: (type: string) => boolean): fc.Arbitrary<Step> =>
  fc.record({
    type: fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom(...Object.keys(commands(kind)).filter(known)) },
    ),
    seed: fc.nat(),
    by: fc.constantFrom<Actor>({ account: 'r', role: 'reviewer' }, { account: 'o', role: 'operator', unit: 'hotline' }),
    which: fc.constantFrom(0, 0, 1),
    hours: fc.nat({ max: 30 }),
    how: fc.constantFrom<Step['how']>('plain', 'plain', 'lost', 'twice at once', 'raced'),
  });

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
  by: type.endsWith('Deadline') || type === 'EndSuspension' ? { account: 'system', role: 'system' } : step.by,
});

/** A repeat gives the first outcome, another body is refused, the log holds exactly what was told. */
const checkRepeat = async (
  office: ReturnType<typeof officeAtWork>,
  service: string,
  sent: Sent,
  outcome: CommandAnswer,
) => {
  expect(await office.send(service, sent)).toEqual(outcome);
  const mine = (await office.wholeLog()).filter(({ meta }) => meta.commandId === sent.commandId);
  expect(mine.map(({ type }) => type)).toEqual(outcome.events);
  const other = { ...sent, data: { ...sent.data, reason: '另一内容' } };
  await expect(office.send(service, other)).rejects.toThrow(/CommandIdReused|InvalidInput/);
};

/** The handler with this service's decider: over any history a repeat gives the first outcome, another body is refused, nothing is lost. */
export const anyHistory = (options: HistoryOptions, known: (type: string) => boolean) =>
  fc.asyncProperty(fc.array(stepOf(options.kind, known), { minLength: 4, maxLength: 40 }), async (steps) => {
    const office = officeAtWork([options.make]);
    const { service, kind } = options;
    await options.before?.(office);
    let now = Date.parse('2021-04-12T02:00:00.000Z');
    const told: unknown[] = [];
    for (const [index, step] of steps.entries()) {
      now += step.hours * 3_600_000;
      office.at(new Date(now).toISOString());
      const type = step.type || nextType(await office.wholeLog(), streamAtRandom(kind, step.which), known);
      const sent = sentBy(step, index, type, kind);
      const outcome = await carriedOut(office, service, sent, step.how);
      told.push(outcome);
      if (!('refused' in outcome) && outcome.events.length > 0) await checkRepeat(office, service, sent, outcome);
    }
    const log = await office.wholeLog();
    checkLog(log, options);
    await office.settle();
    await checkCanaries(office, log, told, options);
  });

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
