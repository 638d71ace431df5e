import { publicEventOf } from '@sunlit/event-bus';
import {
  policyRunner,
  projectionRunner,
  relayRunner,
  type Failpoint,
  type Observe,
  type PolicyRunner,
  type ProjectionRunner,
} from '@sunlit/runner';
import type { Logger } from './logging.js';
import { relayOf } from './progress.js';
import type { ServiceContext, ServiceDefinition, Task } from './service.js';
import type { Broker } from './stores.js';
import { taskRunner, type TaskRunner } from './task-runner.js';
import { observedBy, tracedPolicies, tracedProjections, tracedPublisher, type Tracing } from './tracing/index.js';

export interface RunnersOptions {
  readonly definitions: readonly ServiceDefinition[];
  readonly context: ServiceContext;
  readonly logger: Logger;
  /** Where relays put public events; null: the bus is the log itself. */
  readonly broker: Pick<Broker, 'publisher' | 'version'> | null;
  /** Told after each write of a projection how far it has come. */
  readonly onProgress?: (projection: string, position: number) => void;
  readonly failpoint?: Failpoint;
  /** What is told of every event taken; nothing by default. */
  readonly observing?: { readonly tracing: Tracing; readonly written: Observe };
}

/** What the worker role keeps running, by name. */
export interface Runners {
  readonly projections: ReadonlyMap<string, ProjectionRunner>;
  readonly policies: ReadonlyMap<string, PolicyRunner>;
  readonly tasks: ReadonlyMap<string, TaskRunner>;
  readonly relays: ReadonlyMap<string, { run(): Promise<void> }>;
}

const named = <T extends { readonly name: string }, R>(of: readonly T[], make: (one: T) => R): Map<string, R> =>
  new Map(of.map((one) => [one.name, make(one)]));

/** Every task of these services. */
export const tasksOf = (definitions: readonly ServiceDefinition[]): readonly Task[] =>
  definitions.flatMap(({ tasks = [] }) => tasks);

const projectionsOf = (options: RunnersOptions, signal: AbortSignal): Runners['projections'] => {
  const { definitions, context, onProgress, failpoint, observing } = options;
  const { store, bus, readStore, clock } = context;
  const observe = observing && observedBy(tracedProjections(observing.tracing, clock), observing.written);
  const all = definitions.flatMap(({ projections, consumers }) => [
    ...projections.map((projection) => ({ name: projection.name, projection, source: { log: store } as const })),
    ...consumers.map((projection) => ({ name: projection.name, projection, source: { bus } as const })),
  ]);
  return named(all, ({ name, projection, source }) =>
    projectionRunner({
      projection,
      source,
      readStore,
      signal,
      onProgress: (position) => onProgress?.(name, position),
      ...(observe && { observe }),
      ...(failpoint && { failpoint }),
    }),
  );
};

const policiesOf = (options: RunnersOptions, signal: AbortSignal): Runners['policies'] => {
  const { definitions, context, logger, onProgress, failpoint, observing } = options;
  const { store, rpc, readStore } = context;
  const observe = observing && tracedPolicies(observing.tracing);
  return named(
    definitions.flatMap(({ policies }) => policies),
    (policy) =>
      policyRunner({
        policy,
        store,
        rpc,
        readStore,
        signal,
        onSetAside: ({ projection, stream, reason }) => logger.error({ projection, stream }, `set aside: ${reason}`),
        onProgress: (position) => onProgress?.(policy.name, position),
        onUnavailable: (error) => logger.warn({ policy: policy.name, error: error.message }, 'waits'),
        ...(observe && { observe }),
        ...(failpoint && { failpoint }),
      }),
  );
};

const relaysOf = (options: RunnersOptions, signal: AbortSignal): Runners['relays'] => {
  const { definitions, context, logger, broker, failpoint, observing } = options;
  const { store, readStore, clock } = context;
  if (!broker) return new Map();
  const { publisher, version } = broker;
  const traced = observing ? tracedPublisher(publisher, observing.tracing, clock) : publisher;
  const publishing = definitions.filter(({ publishes }) => Object.keys(publishes).length > 0);
  return new Map(
    publishing.map(({ name: service, publishes }) => {
      const name = relayOf(service, version);
      const entries = Object.entries(publishes).map(
        ([category, toPublic]) => [category, { service, toPublic }] as const,
      );
      const mappings = Object.fromEntries(entries);
      const relay = relayRunner({
        name,
        store,
        categories: Object.keys(publishes),
        publicOf: (event) => publicEventOf(mappings, event),
        publisher: traced,
        readStore,
        signal,
        onUnavailable: (error) => logger.warn({ relay: name, error: error.message }, 'waits'),
        ...(failpoint && { failpoint }),
      });
      return [name, relay] as const;
    }),
  );
};

/** Makes the runner of everything the services' worker role does by itself; nothing runs yet. */
export const runnersOf = (options: RunnersOptions, signal: AbortSignal): Runners => ({
  projections: projectionsOf(options, signal),
  policies: policiesOf(options, signal),
  relays: relaysOf(options, signal),
  tasks: named(tasksOf(options.definitions), (task) => taskRunner(task, options.context.readStore, signal)),
});
