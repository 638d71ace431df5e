import 'reflect-metadata';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { InProcessRpc } from '@sunlit/rpc/in-process';
import { systemClock } from '../clock.js';
import { declareCollections, publish, serviceContext } from '../composition.js';
import type { Configuration } from '../configuration.js';
import { failingStore, failpointFrom } from '../failpoints.js';
import { holidayTables } from '../holiday-tables.js';
import { loggedRpc } from '../logged-rpc.js';
import { nestLogger, type Logger } from '../logging.js';
import { metrics, type Metrics } from '../metrics.js';
import { officeOf } from '../office/index.js';
import { PlatformModule } from '../platform.module.js';
import { progressOperations } from '../progress.js';
import type { ServiceContext, ServiceDefinition } from '../service.js';
import type { Stores } from '../stores.js';
import { noTracing, openTracing, tracedRpc, tracedStore, type Tracing } from '../tracing/index.js';
import { startServingWorker } from '../worker.js';
import { operationsServer } from './operations-server.js';
import { patiently } from './patience.js';
import { unreadinessOf } from './readiness.js';
import { Undo, type OpenedStores, type ServiceProcess } from './service-process.js';
import { answerOthers, holdFile, openAll, reachOthers } from './wiring.js';

/** A process that was started; it may still be waiting for its stores. */
export interface StartedProcess {
  /** Resolves when it serves, to false where it was closed before; rejects with what only a person can mend. */
  readonly serving: Promise<boolean>;
  /** Takes no more, answers what is under way, and lets go of everything. */
  close(): Promise<void>;
}

@Module({})
class ServiceProcessModule {
  static for(context: ServiceContext, service: Type): DynamicModule {
    return { module: ServiceProcessModule, imports: [PlatformModule.for(context), service] };
  }
}

interface Starting {
  readonly process: ServiceProcess;
  readonly configuration: Configuration;
  readonly logger: Logger;
  readonly rpc: InProcessRpc;
  readonly measure: Metrics;
  readonly tracing: Tracing;
}

const define = async ({ process, logger }: Starting, context: ServiceContext): Promise<ServiceDefinition> => {
  const app = await NestFactory.createApplicationContext(ServiceProcessModule.for(context, process.module), {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  return app.get<ServiceDefinition>(process.definition, { strict: false });
};

interface Defined {
  readonly stores: Stores;
  readonly context: ServiceContext;
  readonly definitions: readonly [ServiceDefinition];
}

const answer = ({ process, rpc }: Starting, { stores, context, definitions }: Defined): void => {
  const { service } = process;
  rpc.register(service, definitions[0].operations);
  rpc.register(`${service}.api`, progressOperations({ context, definitions, relayed: stores.broker?.version ?? null }));
};

const work = (starting: Starting, defined: Defined, undo: Undo): void => {
  const { process, rpc, logger, configuration, measure, tracing } = starting;
  const { stores, context, definitions } = defined;
  const failpoint = failpointFrom(configuration.fail);
  const options = {
    definitions,
    context,
    logger,
    broker: stores.broker,
    onFailure: measure.onFailure,
    observing: { tracing, written: measure.written(systemClock) },
    ...(failpoint && { failpoint }),
  };
  const worker = startServingWorker(options, stores);
  rpc.register(`${process.service}.worker`, worker.operations);
  undo.add(() => worker.stop());
};

/** Everything that needs the stores; `undo` is given what ends it. */
const begin = async (starting: Starting, stores: OpenedStores, undo: Undo): Promise<void> => {
  const { configuration, rpc, measure, logger, process, tracing } = starting;
  const failing = failingStore(stores.store, failpointFrom(configuration.fail));
  const tables = await holidayTables(stores.store, systemClock);
  const { context, mappings } = serviceContext({
    stores: { ...stores, store: tracedStore(measure.measuredStore(failing), tracing) },
    office: officeOf(configuration),
    calendar: tables.calendar,
    holidayTables: tables,
    clock: systemClock,
    rpc: tracedRpc(measure.measured(rpc), tracing),
  });
  const definition = await define(starting, context);
  publish(mappings, [definition]);
  await declareCollections(stores.readStore, [definition]);
  const defined: Defined = { stores, context, definitions: [definition] };
  if (process.roles.includes('api')) answer(starting, defined);
  if (process.roles.includes('worker')) work(starting, defined, undo);
  const served = await process.serve?.({ configuration, logger, context, rpc, origin: stores.origin, tracing });
  if (served) undo.add(() => served.close());
};

/** One attempt: all of it, or nothing is left of it. */
const attempt = async (starting: Starting, undo: Undo): Promise<Stores> => {
  try {
    const stores = await openAll(starting.process, starting.configuration, starting.logger);
    undo.add(() => stores.close());
    await begin(starting, stores, undo);
    return stores;
  } catch (error) {
    await undo.run();
    throw error;
  }
};

const tracingOf = async (
  { service, roles }: ServiceProcess,
  { tracing }: Configuration,
  logger: Logger,
): Promise<Tracing> => {
  if (!tracing) return noTracing;
  const onTrouble = (spans: number): void => logger.warn({ spans }, 'traces were not taken by their collector');
  return openTracing({ ...tracing, service, role: roles.join('+'), onTrouble });
};

/** What the process's own role says of its progress, for `/metrics`. */
const ownProgress = (rpc: InProcessRpc, { service, roles }: ServiceProcess): Parameters<typeof metrics>[0] => {
  const asked = `${service}.${roles.includes('worker') ? 'worker' : 'api'}`;
  return { call: (_, operation, payload, options) => rpc.call(asked, operation, payload, options) };
};

/**
 * Starts a service in a process of its own: health and metrics at once, rpc at once (answering `Unavailable` until it can), everything else
 * when its stores answer, however long that takes.
 */
export const startProcess = async (
  process: ServiceProcess,
  configuration: Configuration,
  logger: Logger,
): Promise<StartedProcess> => {
  const rpc = loggedRpc(logger);
  const tracing = await tracingOf(process, configuration, logger);
  const ending = new AbortController();
  const [undo, ofStores, drains] = [new Undo(), new Undo(), new Undo()];
  let state: string | Stores = 'starting';
  const unreadiness = async () => (typeof state === 'string' ? state : unreadinessOf(state, process.roles));
  const measure = metrics(ownProgress(rpc, process), { ready: async () => (await unreadiness()) === null });
  const starting: Starting = { process, configuration, logger, rpc, measure, tracing };
  const { operations: at } = configuration.distribution;
  undo.add(() => tracing.shutdown());
  const operations = await operationsServer({ ...at, unreadiness, metrics: measure });
  undo.add(() => operations.close());
  logger.info({ url: operations.url }, 'health and metrics');

  const serve = async (): Promise<boolean> => {
    undo.add(await reachOthers(rpc, configuration, tracing));
    undo.add(await holdFile(configuration.eventStore, process));
    drains.add(await answerOthers(rpc, configuration, { logger, tracing }));
    const onWait = ({ message }: Error): void => {
      if (state !== message) logger.warn({ error: message }, 'waits for its stores');
      state = message;
    };
    const stores = await patiently(() => attempt(starting, ofStores), { signal: ending.signal, onWait });
    if (!stores) return false;
    state = stores;
    logger.info('ready');
    return true;
  };
  const serving = serve();
  serving.catch(() => undefined);
  return {
    serving,
    close: async () => {
      ending.abort();
      state = 'stopping';
      for (const steps of [drains, ofStores, undo]) await steps.run();
    },
  };
};
