import { existsSync } from 'node:fs';
import { categoryOf, Unavailable, type EventStore } from '@sunlit/kernel';
import type { InProcessRpc } from '@sunlit/rpc/in-process';
import { SERVICE_NAMES } from '@sunlit/contracts';
import {
  EVERY_SERVICE,
  isPerService,
  loggedRpc,
  officeOf,
  openEventStore,
  openStores,
  originOf,
  placeOf,
  progressOperations,
  systemClock,
  type Configuration,
  type Logger,
  type ServiceDefinition,
  type StoreOrigin,
  type Stores,
} from '@sunlit/platform';
import { assemble, type Assembly } from './assemble.js';

/** A log and whose it is. */
export interface Log {
  readonly services: readonly string[];
  readonly store: EventStore;
}

/** The services for reading: queries answer from what is there, nothing is written, no lock is needed. */
export interface Reader extends Assembly {
  readonly rpc: InProcessRpc;
  readonly stores: Pick<Stores, 'store' | 'readStore' | 'keys' | 'broker'>;
  /** Every log there is: one, or one of each service. */
  readonly logs: readonly Log[];
  readonly origin: StoreOrigin | null;
  close(): Promise<void>;
}

interface Opening {
  readonly configuration: Configuration;
  readonly logger: Logger;
}

/** The logs of the services that have one of their own, for reading. */
const logsOfServices = async ({ configuration }: Opening): Promise<readonly Log[]> => {
  const logs: Log[] = [];
  for (const service of SERVICE_NAMES) {
    const { scheme, rest } = placeOf(configuration.eventStore, service);
    if (scheme === 'sqlite' && !existsSync(rest)) continue;
    const { store } = await openEventStore({ configuration, service, roles: [] });
    logs.push({ services: [service], store });
  }
  return logs;
};

/** Streams read each from the log of the service that owns it; there is no order over several logs, so nothing else can be asked. */
const routed = (logs: readonly Log[], definitions: () => readonly ServiceDefinition[]): EventStore => {
  const ownerOf = (stream: string): EventStore | undefined => {
    const owner = definitions().find(({ publishes }) => Object.hasOwn(publishes, categoryOf(stream)))?.name;
    // What the office recorded of itself stands in every log.
    if (owner === undefined) return categoryOf(stream) === 'office' ? logs[0]?.store : undefined;
    return logs.find(({ services }) => services.includes(owner))?.store;
  };
  const none = async (): Promise<never> => {
    throw new Unavailable('The services have a log each: ask them one by one.');
  };
  return {
    read: async (stream, from) => (await ownerOf(stream)?.read(stream, from)) ?? [],
    append: none,
    head: none,
    // eslint-disable-next-line require-yield -- there is nothing to give
    async *subscribe() {
      await none();
    },
    close: async () => void (await Promise.all(logs.map(({ store }) => store.close()))),
  };
};

const originIn = async (logs: readonly Log[]): Promise<StoreOrigin | null> =>
  logs[0] ? originOf(logs[0].store) : null;

/** Opens every store for reading, beside whoever writes them. */
export const openReader = async (opening: Opening): Promise<Reader> => {
  const { configuration, logger } = opening;
  const office = officeOf(configuration);
  let definitions: readonly ServiceDefinition[] = [];
  const own = isPerService(configuration.eventStore) ? await logsOfServices(opening) : null;
  const store = own && routed(own, () => definitions);
  const stores = await openStores(configuration, { service: EVERY_SERVICE, roles: [], ...(store && { store }) });
  const rpc = loggedRpc(logger);
  const assembly = await assemble({ stores, office, clock: systemClock, rpc, logger, data: configuration.data });
  ({ definitions } = assembly);
  for (const { name, operations } of definitions) rpc.register(name, operations);
  const relayed = stores.broker?.version ?? null;
  rpc.register('worker', progressOperations({ context: assembly.context, definitions, relayed }));
  const logs = own ?? [{ services: SERVICE_NAMES, store: stores.store }];
  return { ...assembly, rpc, stores, logs, origin: await originIn(logs), close: () => stores.close() };
};
