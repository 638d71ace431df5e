import type { InProcessRpc } from '@sunlit/rpc/in-process';
import {
  openStores,
  originOf,
  systemClock,
  type Configuration,
  type Logger,
  type StoreOrigin,
  type Stores,
} from '@sunlit/platform';
import { listSetAside } from '@sunlit/runner';
import type { JsonObject } from '@sunlit/kernel';
import { assemble, type Assembly } from './assemble.js';
import { officeOf } from './data-folder.js';
import { loggedRpc } from './logged-rpc.js';

/** The services for reading: queries answer from what is there, nothing is written, no lock is needed. */
export interface Reader extends Assembly {
  readonly rpc: InProcessRpc;
  readonly stores: Stores;
  readonly origin: StoreOrigin | null;
  close(): Promise<void>;
}

/** Opens the data folder's stores for reading, beside whoever writes them. */
export const openReader = async (options: { configuration: Configuration; logger: Logger }): Promise<Reader> => {
  const { configuration, logger } = options;
  const office = officeOf(configuration);
  const stores = await openStores(configuration, []);
  const rpc = loggedRpc(logger);
  const assembly = await assemble({ stores, office, clock: systemClock, rpc, logger, data: configuration.data });
  for (const { name, operations } of assembly.definitions) rpc.register(name, operations);
  rpc.register('worker', {
    setAside: async () => ({ items: (await listSetAside(stores.readStore)) as unknown as JsonObject[] }),
  });
  return { ...assembly, rpc, stores, origin: await originOf(stores.store), close: () => stores.close() };
};
