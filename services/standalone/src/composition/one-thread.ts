import type { Clock } from '@sunlit/kernel';
import { inProcessRpc, type InProcessRpc } from '@sunlit/rpc/in-process';
import {
  openOrigin,
  openStores,
  recordProfile,
  startWorker,
  systemClock,
  type Configuration,
  type Logger,
  type Role,
  type StoreOrigin,
  type Stores,
  type Worker,
} from '@sunlit/platform';
import { assemble, type Assembly } from './assemble.js';
import { officeOf } from './data-folder.js';
import { announcer } from './progress.js';

/** Both roles in this thread: for the command line, the demo's making and tests. */
export interface OneThread extends Assembly {
  readonly rpc: InProcessRpc;
  readonly stores: Stores;
  readonly worker: Worker;
  readonly origin: StoreOrigin;
  close(): Promise<void>;
}

export interface OneThreadOptions {
  readonly configuration: Configuration;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** What an empty store becomes, default live. */
  readonly origin?: StoreOrigin;
}

const ROLES: readonly Role[] = ['api', 'worker'];

/** Opens the data folder's stores for writing and runs every service on them; the caller holds the folder's lock. */
export const openOneThread = async (options: OneThreadOptions): Promise<OneThread> => {
  const { configuration, logger, clock = systemClock, origin: wanted = { kind: 'live' } } = options;
  const office = officeOf(configuration);
  const stores = await openStores(configuration, ROLES);
  const origin = await openOrigin(stores.store, clock, wanted);
  await recordProfile(stores.store, clock, office);
  const rpc = inProcessRpc((error, operation) => logger.error({ operation, error: String(error) }, 'unexpected error'));
  const assembly = await assemble({ stores, office, clock, rpc, logger, data: configuration.data });
  const progress = announcer(configuration.data);
  const { context, definitions } = assembly;
  const worker = startWorker({ definitions, context, logger, timersEvery: null, onProgress: progress.announce });
  for (const { name, operations } of definitions) rpc.register(name, operations);
  rpc.register('worker', worker.operations);
  return {
    ...assembly,
    rpc,
    stores,
    worker,
    origin,
    close: async () => {
      await worker.stop();
      progress.close();
      await stores.close();
    },
  };
};
