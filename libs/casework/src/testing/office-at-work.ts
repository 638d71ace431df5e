import { chinaCalendar, type Calendar } from '@sunlit/calendar';
import type { CaseOperations, CommandAnswer } from '@sunlit/contracts';
import {
  applyEvent,
  categoryOf,
  policyCommandId,
  derivedId,
  Refused,
  timeOrderedId,
  type Actor,
  type EventStore,
  type JsonObject,
  type KeyStore,
  type Moment,
  type Rpc,
  type StoredEvent,
} from '@sunlit/kernel';
import type { Office, ServiceContext, ServiceDefinition } from '@sunlit/platform';
import { erasuresUpTo } from '@sunlit/privacy';
import { memoryReadStore } from '@sunlit/read-store/memory';
import { testOffice } from './office.js';
import { memoryEventStore, memoryKeyStore } from './stores.js';

export interface Sent {
  readonly stream?: string;
  readonly type: string;
  readonly data?: JsonObject;
  readonly by?: Actor;
  readonly commandId?: string;
  readonly occurredAt?: Moment;
}

const OPERATOR: Actor = { account: 'op', role: 'operator' };

/** What a service that stands alone hears of the other one: it has no case, and no number. */
const alone: Rpc['call'] = async (service, operation, payload) => {
  if (operation === 'claimNumber') return payload;
  if (operation === 'bySource') return { stream: null };
  throw new Error(`There is no ${service}.${operation} in this test.`);
};

/** Services on stores in memory, under a clock that stands until it is moved: what runs beside them is run by `settle`, to its end. */
export const officeAtWork = (
  makers: readonly ((context: ServiceContext) => ServiceDefinition)[],
  given: {
    readonly store?: EventStore;
    readonly keys?: KeyStore;
    readonly calendar?: Calendar;
    readonly office?: Office;
    readonly rpc?: Rpc['call'];
  } = {},
) => {
  const { store = memoryEventStore(), keys = memoryKeyStore(), calendar = chinaCalendar } = given;
  const readStore = memoryReadStore();
  let now = Date.parse('2021-04-12T02:00:00.000Z');
  let counter = 0;
  const definitions = new Map<string, ServiceDefinition>();
  const call: Rpc['call'] = async (service, operation, payload) => {
    const found = definitions.get(service)?.operations[operation];
    if (!found) return (given.rpc ?? alone)(service, operation, payload);
    return JSON.parse(JSON.stringify(await found(JSON.parse(JSON.stringify(payload)) as never))) as JsonObject;
  };
  const context: ServiceContext = {
    store,
    keys,
    readStore,
    calendar,
    bus: null as never,
    rpc: { call },
    clock: () => now,
    office: given.office ?? testOffice,
    seen: async () => undefined,
  };
  for (const maker of makers) {
    const definition = maker(context);
    definitions.set(definition.name, definition);
  }

  const wholeLog = async (): Promise<readonly StoredEvent[]> => {
    const stop = new AbortController();
    const events: StoredEvent[] = [];
    const head = await store.head();
    if (head === 0) return [];
    for await (const batch of store.subscribe({ after: 0, signal: stop.signal })) {
      events.push(...batch.events);
      if (batch.position >= head) break;
    }
    stop.abort();
    return events;
  };

  const project = async (events: readonly StoredEvent[]): Promise<void> => {
    for (const projection of [...definitions.values()].flatMap(({ projections }) => projections)) {
      await readStore.declare([{ name: projection.name, index: projection.index }]);
      const documents = new Map<string, { key: string; version: number; doc: JsonObject | null }>();
      for (const event of events.filter(({ stream }) => projection.categories.includes(categoryOf(stream)))) {
        const doc = applyEvent(
          projection as never,
          documents.get(event.stream)?.doc ?? null,
          event,
        ) as JsonObject | null;
        documents.set(event.stream, { key: event.stream, version: event.revision, doc });
      }
      await readStore.write({ writes: [{ collection: projection.name, documents: [...documents.values()] }] });
    }
  };

  const carryOut = async (events: readonly StoredEvent[]): Promise<void> => {
    for (const policy of [...definitions.values()].flatMap(({ policies }) => policies))
      for (const event of events.filter(({ stream }) => policy.categories.includes(categoryOf(stream)))) {
        const command = policy.on[event.type]?.(event, policyCommandId(policy.name, event.id));
        if (!command) continue;
        const refusal = await context.rpc.call(command.service, command.operation, command.payload).then(
          () => null,
          (error: unknown) => {
            if (!(error instanceof Refused)) throw error;
            return policy.refused?.(event, { code: error.code }, derivedId(event.id, policy.name, 'refused')) ?? null;
          },
        );
        if (refusal) await call(refusal.service, refusal.operation, refusal.payload);
      }
  };

  const runTasks = async (): Promise<void> => {
    const head = await store.head();
    for (const { name, run } of [...definitions.values()].flatMap(({ tasks = [] }) => tasks)) {
      const stop = new AbortController();
      const running = run(stop.signal);
      while (((await readStore.checkpoints(name)).get(0) ?? 0) < head) await new Promise(setImmediate);
      stop.abort();
      await running;
    }
  };

  const erase = async (): Promise<void> => {
    const isErasure = (event: StoredEvent) => [...definitions.values()].flatMap(({ erases }) => erases(event));
    await erasuresUpTo({ store, keys, isErasure });
  };

  return {
    context,
    store,
    readStore,
    definitions,
    wholeLog,
    /** Moves the clock to an instant. */
    at: (instant: string): void => void (now = Date.parse(instant)),
    freshId: (): string => timeOrderedId(now, Buffer.from(String(++counter).padStart(10, '0'))),
    send: async (service: string, sent: Sent): Promise<CommandAnswer> => {
      const commandId = sent.commandId ?? timeOrderedId(now, Buffer.from(String(++counter).padStart(10, '0')));
      const payload = { data: {}, by: OPERATOR, ...sent, commandId } as unknown as JsonObject;
      return (await call(service, 'command', payload)) as unknown as CommandAnswer;
    },
    ask: <O extends keyof CaseOperations>(service: string, operation: O, payload: Parameters<CaseOperations[O]>[0]) =>
      call(service, operation, payload as unknown as JsonObject) as unknown as ReturnType<CaseOperations[O]>,
    /** Runs policies, projections, tasks and erasures over the whole log, until nothing more follows. */
    settle: async (): Promise<void> => {
      for (let before = -1; before !== (await store.head());) {
        before = await store.head();
        await carryOut(await wholeLog());
      }
      await erase();
      await project(await wholeLog());
      await runTasks();
    },
    /** One round of every timer. */
    tick: async (): Promise<void> => {
      for (const timer of [...definitions.values()].flatMap(({ timers }) => timers))
        for (const { service, operation, payload } of await timer.due(now))
          await context.rpc.call(service, operation, payload);
    },
  };
};
