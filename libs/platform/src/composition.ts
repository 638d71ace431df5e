import { collectionsOf, Refused, type Clock, type EventBus, type ReadStore, type Rpc } from '@sunlit/kernel';
import type { Calendar } from '@sunlit/calendar';
import { embeddedEventBus } from '@sunlit/event-bus/embedded';
import { waitFor, type WakeUp } from '@sunlit/runner';
import type { HolidayTables } from './holiday-tables.js';
import type { Office } from './office/index.js';
import type { ServiceContext, ServiceDefinition } from './service.js';
import type { Stores } from './stores.js';

/** How long a query waits for its own write, in ms. */
const SEEN_WITHIN = 5000;

/** The public forms of events by category, filled once the services are made: the bus is among what they are made from. */
export type Mappings = Record<string, { service: string; toPublic: ServiceDefinition['publishes'][string] }>;

export interface ContextOptions {
  readonly stores: Pick<Stores, 'store' | 'readStore' | 'keys' | 'broker'>;
  readonly office: Office;
  readonly calendar: Calendar;
  readonly holidayTables?: HolidayTables;
  readonly clock: Clock;
  readonly rpc: Rpc;
  /** Wakes those who wait for a projection, where its worker can tell them. */
  readonly wake?: WakeUp;
}

/** What services are given, and where their public mappings are then to be put. */
export const serviceContext = (options: ContextOptions): { context: ServiceContext; mappings: Mappings } => {
  const { stores, wake, ...rest } = options;
  const { store, readStore, keys, broker } = stores;
  const mappings: Mappings = {};
  const bus: EventBus = broker?.bus ?? embeddedEventBus({ store, mappings });
  const seen = async (projection: string, position: number): Promise<void> => {
    const waiting = { readStore, projection, position, timeoutMs: SEEN_WITHIN, ...(wake && { wake }) };
    if (!(await waitFor(waiting))) throw new Refused('StillCatchingUp');
  };
  return { context: { ...rest, store, readStore, keys, bus, seen }, mappings };
};

/** Puts what the services say of their events where the bus finds it. */
export const publish = (mappings: Mappings, definitions: readonly ServiceDefinition[]): void => {
  for (const { name, publishes } of definitions)
    for (const [category, toPublic] of Object.entries(publishes)) mappings[category] = { service: name, toPublic };
};

/** Makes known to a reader every collection that the services' projections write. */
export const declareCollections = async (
  readStore: ReadStore,
  definitions: readonly ServiceDefinition[],
): Promise<void> => {
  const projections = definitions.flatMap(({ projections, consumers }) => [...projections, ...consumers]);
  await readStore.declare(projections.flatMap((projection) => collectionsOf(projection)));
};
