import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { threadRpc } from '@sunlit/rpc/thread';
import {
  EVERY_SERVICE,
  failpointFrom,
  loggedRpc,
  loggerFor,
  officeOf,
  openStores,
  startWorker,
  systemClock,
  type Configuration,
} from '@sunlit/platform';
import { assemble } from './assemble.js';
import { announcer } from './progress.js';

/** How often timers are asked what is due, and the log's write-ahead file is folded in, in ms. */
const TIMERS_EVERY = 60_000;
const TIDY_EVERY = 2_000;

const { configuration, port } = workerData as { configuration: Configuration; port: MessagePort };
const logger = loggerFor(configuration.logLevel, 'worker');
const stores = await openStores(configuration, { service: EVERY_SERVICE, roles: ['worker'] });
const rpc = loggedRpc(logger);
const main = threadRpc(port, rpc);
const { context, definitions } = await assemble({
  stores,
  office: officeOf(configuration),
  clock: systemClock,
  rpc,
  logger,
  data: configuration.data,
});
for (const { name } of definitions) rpc.forward(name, main);
const progress = announcer(configuration.data);
const failpoint = failpointFrom(configuration.fail);
const worker = startWorker({
  definitions,
  context,
  logger,
  broker: stores.broker,
  timersEvery: TIMERS_EVERY,
  onProgress: progress.announce,
  ...(failpoint && { failpoint }),
});
rpc.register('worker', worker.operations);
const tidying = setInterval(() => stores.tidy(), TIDY_EVERY);

parentPort!.on('message', (message: 'stop') => {
  if (message === 'stop') void stop();
});
parentPort!.postMessage('ready');

const stop = async (): Promise<void> => {
  clearInterval(tidying);
  await worker.stop();
  progress.close();
  await stores.close();
  port.close();
  parentPort!.postMessage('stopped');
  parentPort!.close();
};
