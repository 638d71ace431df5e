import { memoryEventStore, memoryKeyStore, testOffice } from '@sunlit/casework/testing';
import { chinaCalendar, type Calendar } from '@sunlit/calendar';
import { complaints } from '@sunlit/complaints';
import { consultations } from '@sunlit/consultations';
import type { CommandAnswer } from '@sunlit/contracts';
import {
  timeOrderedId,
  type Actor,
  type Clock,
  type EventStore,
  type JsonObject,
  type KeyStore,
  type Moment,
  type ReadStore,
} from '@sunlit/kernel';
import { loggerFor, openOrigin, publish, serviceContext, startWorker, type Office } from '@sunlit/platform';
import { memoryReadStore } from '@sunlit/read-store/memory';
import { inProcessRpc } from '@sunlit/rpc/in-process';
import { statistics } from '@sunlit/statistics';
import { doctor } from '../doctor.js';
import type { DoctorOptions, Report } from '../doctor.types.js';

export interface Sent {
  readonly stream?: string;
  readonly type: string;
  readonly data?: object;
  readonly by?: Actor;
  readonly occurredAt?: Moment;
}

const OPERATOR: Actor = { account: 'op', role: 'operator' };

/** What an office may be given in place of its own. */
interface Given {
  /** The log of an office before this one, to go on with. */
  readonly memory?: ReturnType<typeof memoryEventStore>;
  readonly store?: EventStore;
  readonly readStore?: ReadStore;
  readonly keys?: KeyStore;
  readonly office?: Office;
  readonly calendar?: Calendar;
  readonly clock?: Clock;
}

/** The three services with their worker on stores in memory, under a clock that stands until it is moved. */
export const composed = async (given: Given = {}) => {
  let now = Date.parse('2021-03-01T01:00:00.000Z');
  const { memory, readStore, keys, office, calendar, clock, ...others } = {
    ...{ memory: memoryEventStore(), readStore: memoryReadStore(), keys: memoryKeyStore() },
    ...{ office: testOffice, calendar: chinaCalendar, clock: () => now },
    ...given,
  };
  const store = others.store ?? memory;
  let sent = 0;
  const rpc = inProcessRpc();
  const stores = { store, readStore, keys, broker: null };
  await openOrigin(store, clock, { kind: 'live' });
  const made = serviceContext({ stores, office, calendar, clock, rpc });
  const definitions = [consultations, complaints, statistics].map((make) => make(made.context));
  publish(made.mappings, definitions);
  for (const { name, operations } of definitions) rpc.register(name, operations);
  const logger = loggerFor('silent', 'test');
  const worker = startWorker({ definitions, context: made.context, logger, broker: null, timersEvery: null });
  return {
    store,
    memory,
    log: memory.log,
    readStore,
    keys,
    office,
    calendar,
    rpc,
    worker,
    definitions,
    now: clock,
    at: (ms: number): void => void (now = ms),
    send: async (service: string, command: Sent): Promise<CommandAnswer> => {
      const commandId = timeOrderedId(now, Buffer.from(String(++sent).padStart(10, '0')));
      const payload = { data: {}, by: OPERATOR, ...command, commandId } as unknown as JsonObject;
      return (await rpc.call(service, 'command', payload)) as unknown as CommandAnswer;
    },
    /** The doctor on what is there, or on other stores in its place. */
    examine: ({
      store: log = store,
      ...others
    }: { readonly store?: EventStore } & Partial<
      Pick<DoctorOptions, 'readStore' | 'rpc' | 'keys'>
    > = {}): Promise<Report> =>
      doctor({
        logs: [{ store: log, categories: ['consultation', 'complaint', 'contact'] }],
        figuresTake: null,
        keys,
        readStore,
        rpc,
        office,
        calendar,
        ...others,
      }),
  };
};

export type Composed = Awaited<ReturnType<typeof composed>>;
