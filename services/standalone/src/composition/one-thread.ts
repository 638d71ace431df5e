import type { Clock } from '@sunlit/kernel';
import type { InProcessRpc } from '@sunlit/rpc/in-process';
import {
  EVERY_SERVICE,
  loggedRpc,
  officeOf,
  openOrigin,
  openStores,
  recordProfile,
  startWorker,
  systemClock,
  type Configuration,
  type Logger,
  type Office,
  type Role,
  type StoreOrigin,
  type Stores,
  type Worker,
} from '@sunlit/platform';
import { assemble, type Assembly } from './assemble.js';
import { announcer } from './progress.js';

/** Both roles in this thread: for the command line, the demo's making and tests. */
export interface OneThread extends Assembly {
  readonly rpc: InProcessRpc;
  readonly stores: Stores;
  readonly worker: Pick<Worker, 'caughtUp' | 'timers'>;
  readonly origin: StoreOrigin;
  /** Runs the work while nothing is folded, which then happens in large batches: for work that reads no lists of its own writes. */
  undisturbed<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface OneThreadOptions {
  readonly configuration: Configuration;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** What an empty store becomes, default live. */
  readonly origin?: StoreOrigin;
  /** Default: the profile the configuration names. */
  readonly office?: Office;
}

const ROLES: readonly Role[] = ['api', 'worker'];

/** Opens the data folder's stores for writing and runs every service on them; the caller holds the folder's lock. */
export const openOneThread = async (options: OneThreadOptions): Promise<OneThread> => {
  const { configuration, logger, clock = systemClock, origin: wanted = { kind: 'live' } } = options;
  const { office = officeOf(configuration) } = options;
  const stores = await openStores(configuration, { service: EVERY_SERVICE, roles: ROLES });
  const origin = await openOrigin(stores.store, clock, wanted);
  await recordProfile(stores.store, clock, office);
  const rpc = loggedRpc(logger);
  const assembly = await assemble({ stores, office, clock, rpc, logger, data: configuration.data });
  const progress = announcer(configuration.data);
  const { context, definitions } = assembly;
  const start = (): Worker =>
    startWorker({
      definitions,
      context,
      logger,
      broker: stores.broker,
      timersEvery: null,
      onProgress: progress.announce,
    });
  let worker = start();
  for (const { name, operations } of definitions) rpc.register(name, operations);
  rpc.register('worker', worker.operations);
  return {
    ...assembly,
    rpc,
    stores,
    worker: { caughtUp: () => worker.caughtUp(), timers: (now) => worker.timers(now) },
    origin,
    undisturbed: async (work) => {
      await worker.caughtUp();
      await worker.stop();
      try {
        return await work();
      } finally {
        worker = start();
        rpc.register('worker', worker.operations);
      }
    },
    close: async () => {
      await worker.stop();
      progress.close();
      await stores.close();
    },
  };
};
