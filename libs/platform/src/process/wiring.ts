import { SERVICE_NAMES } from '@sunlit/contracts';
import type { InProcessRpc } from '@sunlit/rpc/in-process';
import { rpcAddressOf } from '../addresses.js';
import { systemClock } from '../clock.js';
import { ConfigurationError, placeOf, type Configuration } from '../configuration.js';
import type { Logger } from '../logging.js';
import { officeOf } from '../office/index.js';
import { openOrigin, originOf, recordProfile } from '../origin.js';
import { openStores } from '../stores.js';
import { noTracing, tracedCalls, type Tracing } from '../tracing/index.js';
import type { OpenedStores, ServiceProcess } from './service-process.js';

type Closing = () => Promise<void> | void;

/** How long a service that cannot be reached is tried before its caller is told, in ms. */
const PATIENCE = 2000;

/** Operations that only read: a lost one may be asked again. */
const READS = [
  ...['case', 'cases', 'counts', 'byNumber', 'bySource', 'byPhone', 'timeline', 'progress', 'progressOf'],
  ...['personalForHandover', 'definitions', 'statistics', 'figure', 'digest', 'events', 'restated'],
  ...['positions', 'checkpoints', 'caughtUp', 'setAside', 'personCases', 'personCase'],
];

/** Sends the calls of every service there may be over TCP, but for those registered here; gives what ends that. */
export const reachOthers = async (
  rpc: InProcessRpc,
  { distribution }: Configuration,
  tracing: Tracing = noTracing,
): Promise<Closing> => {
  if (!distribution.rpc) {
    throw new ConfigurationError(
      'SUNLIT_RPC is not set: a service in a process of its own must know how to reach the others, as tcp://{service}-{role}:7000.',
    );
  }
  const { repeatable, tcpRpc, tlsFrom } = await import('./tcp.js');
  const others = tcpRpc({
    addressOf: rpcAddressOf(distribution.rpc),
    trace: tracing.current,
    idempotent: repeatable(READS),
    patience: PATIENCE,
    ...tlsFrom(distribution),
  });
  for (const name of SERVICE_NAMES)
    for (const service of [name, `${name}.api`, `${name}.worker`]) rpc.forward(service, others);
  return () => others.close();
};

/** Answers other processes; gives what ends that, when what is under way is answered. */
export const answerOthers = async (
  rpc: InProcessRpc,
  { distribution }: Configuration,
  { logger, tracing }: { readonly logger: Logger; readonly tracing: Tracing },
) => {
  const { serveTcp, tlsFrom } = await import('./tcp.js');
  const server = await serveTcp({
    ...distribution.listen,
    rpc,
    around: tracedCalls(tracing),
    ...tlsFrom(distribution),
  });
  logger.info({ address: server.address }, 'rpc');
  return (): Promise<void> => server.close();
};

/** Holds a log that is a file for this one writer; throws `UnusableFile` where another process has it. */
export const holdFile = async (eventStore: Configuration['eventStore'], process: ServiceProcess): Promise<Closing> => {
  const { scheme, rest } = placeOf(eventStore, process.service);
  if (scheme !== 'sqlite' || !process.roles.includes('api')) return () => undefined;
  const { holdExclusively } = await import('@sunlit/event-store/sqlite');
  const held = holdExclusively(`${rest}.lock`);
  return () => held.release();
};

/** Opens the stores; an api makes an empty log its own and records the office's profile in it. */
export const openAll = async (
  { service, roles }: ServiceProcess,
  configuration: Configuration,
  logger: Logger,
): Promise<OpenedStores> => {
  const warn = (what: object, message: string): void => logger.warn(what, message);
  const stores = await openStores(configuration, { service, roles, warn });
  try {
    if (roles.includes('api')) {
      await openOrigin(stores.store, systemClock, { kind: 'live' });
      await recordProfile(stores.store, systemClock, officeOf(configuration));
    }
    return { ...stores, origin: (await originOf(stores.store)) ?? { kind: 'live' } };
  } catch (error) {
    await stores.close();
    throw error;
  }
};
