import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { threadRpc } from '@sunlit/rpc/thread';
import {
  EVERY_SERVICE,
  failpointFrom,
  loggedRpc,
  loggerFor,
  officeOf,
  openStores,
  startServingWorker,
  systemClock,
  type Configuration,
} from '@sunlit/platform';
import { assemble } from './assemble.js';
import { announcer } from './progress.js';

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
const options = {
  definitions,
  context,
  logger,
  broker: stores.broker,
  onProgress: progress.announce,
  ...(failpoint && { failpoint }),
};
const worker = startServingWorker(options, stores);
rpc.register('worker', worker.operations);

parentPort!.on('message', (message: 'stop') => {
  if (message === 'stop') void stop();
});
parentPort!.postMessage('ready');

const stop = async (): Promise<void> => {
  await worker.stop();
  progress.close();
  await stores.close();
  port.close();
  parentPort!.postMessage('stopped');
  parentPort!.close();
};
