import { MessageChannel, Worker } from 'node:worker_threads';
import type { InProcessRpc } from '@sunlit/rpc/in-process';
import { serveLocalSocket } from '@sunlit/rpc/local-socket';
import { threadRpc } from '@sunlit/rpc/thread';
import { errorLog, startGateway } from '@sunlit/gateway';
import { ensureAdministrator } from '@sunlit/gateway/service';
import { Unavailable } from '@sunlit/kernel';
import {
  EVERY_SERVICE,
  failingStore,
  failpointFrom,
  loggedRpc,
  metrics,
  nestLogger,
  officeOf,
  openOrigin,
  openStores,
  recordProfile,
  systemClock,
  type Configuration,
  type Logger,
  type StoreOrigin,
} from '@sunlit/platform';
import { assemble } from './assemble.js';
import { addressFile, takeDataFolder } from './data-folder.js';
import { operationalRoutes } from './operational-routes.js';

/** A server that answers. */
export interface Serving {
  readonly url: string;
  readonly origin: StoreOrigin;
  /** The first administrator with their password, the one time it is made. */
  readonly firstAccount: { readonly account: string; readonly password: string } | null;
  /** Takes no more requests, answers those under way, folds what it can and lets go of every file. */
  close(): Promise<void>;
}

interface WorkerThread {
  readonly rpc: ReturnType<typeof threadRpc>;
  readonly ready: Promise<void>;
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/** Starts the worker role in a thread of its own. */
const startThread = (configuration: Configuration, answering: InProcessRpc): WorkerThread => {
  const { port1, port2 } = new MessageChannel();
  const thread = new Worker(new URL('./worker-thread.js', import.meta.url), {
    workerData: { configuration, port: port2 },
    transferList: [port2],
  });
  const told = (what: string) =>
    new Promise<void>((resolve) => {
      const listen = (message: unknown): void => {
        if (message !== what) return;
        thread.off('message', listen);
        resolve();
      };
      thread.on('message', listen);
    });
  let stopping = false;
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  const failed = new Promise<never>((_, reject) => {
    thread.once('error', reject);
    void ended.then(() => stopping || reject(new Unavailable('The worker thread ended by itself.')));
  });
  failed.catch(() => undefined);
  return {
    rpc: threadRpc(port1, answering),
    ready: Promise.race([told('ready'), failed]),
    failed,
    stop: async () => {
      stopping = true;
      thread.postMessage('stop');
      await ended;
      port1.close();
    },
  };
};

/** Serves a data folder: gateway, commands and queries on this thread, the worker role on another. `onWorkerLost` is told if that one dies. */
export const serve = async (options: {
  readonly configuration: Configuration;
  readonly logger: Logger;
  readonly origin?: StoreOrigin;
  readonly onWorkerLost?: (error: unknown) => void;
}): Promise<Serving> => {
  const { configuration, logger, origin: wanted = { kind: 'live' } } = options;
  const office = officeOf(configuration);
  const lock = takeDataFolder(configuration);
  const undo: (() => Promise<void>)[] = [async () => lock.release()];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const opened = await openStores(configuration, { service: EVERY_SERVICE, roles: ['api'] });
    undo.push(() => opened.close());
    const stores = { ...opened, store: failingStore(opened.store, failpointFrom(configuration.fail)) };
    const origin = await openOrigin(stores.store, systemClock, wanted);
    await recordProfile(stores.store, systemClock, office);
    const rpc = loggedRpc(logger);
    const thread = startThread(configuration, rpc);
    undo.push(() => thread.stop());
    void thread.failed.catch((error: unknown) => options.onWorkerLost?.(error));
    const measure = metrics(thread.rpc);
    const context = {
      stores: { ...stores, store: measure.measuredStore(stores.store) },
      office,
      clock: systemClock,
      rpc: measure.measured(rpc),
      logger,
      data: configuration.data,
    };
    const [assembly] = await Promise.all([assemble(context), thread.ready]);
    for (const { name, operations } of assembly.definitions) rpc.register(name, operations);
    rpc.forward('worker', thread.rpc);
    rpc.register('server', { about: async () => ({ demo: origin.kind === 'demo', pid: process.pid }) });
    const firstAccount = await ensureAdministrator(assembly.context);
    const gateway = await startGateway({
      context: assembly.context,
      demo: origin.kind === 'demo',
      ...(origin.kind === 'demo' && { year: origin.year }),
      host: configuration.host,
      port: configuration.port,
      trustProxy: configuration.trustProxy,
      logger: nestLogger(logger),
      logError: errorLog(logger),
      routes: operationalRoutes({ rpc, store: stores.store, metrics: measure }),
    });
    undo.push(() => gateway.close());
    const socket = await serveLocalSocket({ file: addressFile(configuration), rpc });
    undo.push(() => socket.close());
    return { url: gateway.url, origin, firstAccount, close };
  } catch (error) {
    await close();
    throw error;
  }
};
