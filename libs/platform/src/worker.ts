import { setMaxListeners } from 'node:events';
import { Refused, Unavailable, type JsonObject, type Operations } from '@sunlit/kernel';
import { runErasures } from '@sunlit/privacy';
import {
  listSetAside,
  policyRunner,
  projectionRunner,
  runTimers,
  timerRound,
  type PolicyRunner,
  type ProjectionRunner,
} from '@sunlit/runner';
import type { Logger } from './logging.js';
import type { ServiceContext, ServiceDefinition, Task } from './service.js';
import { supervised } from './supervised.js';
import { taskRunner, type TaskRunner } from './task-runner.js';

export interface WorkerOptions {
  readonly definitions: readonly ServiceDefinition[];
  readonly context: ServiceContext;
  readonly logger: Logger;
  /** How often timers are asked, in ms; null: only by `timers`. */
  readonly timersEvery: number | null;
  /** Told after each write of a projection how far it has come. */
  readonly onProgress?: (projection: string, position: number) => void;
}

/** The worker role of some services, running. */
export interface Worker {
  /** Resolves when all that stands in the log is folded and every policy followed, also what these appended; `Unavailable` where that fails again and again. */
  caughtUp(): Promise<void>;
  /** One round of every timer, as of `now` (ms since 1970). */
  timers(now: number): Promise<void>;
  /** Operations for administrators: `checkpoints`, `caughtUp`, `setAside`, `retry`, `rebuild`. */
  readonly operations: Operations;
  stop(): Promise<void>;
}

interface Running {
  readonly projections: ReadonlyMap<string, ProjectionRunner>;
  readonly policies: ReadonlyMap<string, PolicyRunner>;
  readonly tasks: ReadonlyMap<string, TaskRunner>;
}

const named = <T extends { readonly name: string }, R>(of: readonly T[], make: (one: T) => R): Map<string, R> =>
  new Map(of.map((one) => [one.name, make(one)]));

const tasksOf = (definitions: readonly ServiceDefinition[]): readonly Task[] =>
  definitions.flatMap(({ tasks = [] }) => tasks);

const runnersOf = ({ definitions, context, logger, onProgress }: WorkerOptions, signal: AbortSignal): Running => {
  const { readStore, store, bus, rpc } = context;
  const progress = (name: string) => (position: number) => onProgress?.(name, position);
  const projections = definitions.flatMap((definition) => [
    ...definition.projections.map((projection) => ({ projection, source: { log: store } as const })),
    ...definition.consumers.map((projection) => ({ projection, source: { bus } as const })),
  ]);
  const onSetAside = (row: { projection: string; stream: string; reason: string }) =>
    logger.error({ projection: row.projection, stream: row.stream }, `set aside: ${row.reason}`);
  return {
    projections: new Map(
      projections.map(({ projection, source }) => {
        const { name } = projection;
        return [name, projectionRunner({ projection, source, readStore, signal, onProgress: progress(name) })];
      }),
    ),
    policies: named(
      definitions.flatMap(({ policies }) => policies),
      (policy) =>
        policyRunner({ policy, store, rpc, readStore, signal, onSetAside, onProgress: progress(policy.name) }),
    ),
    tasks: named(tasksOf(definitions), (task) => taskRunner(task, readStore, signal)),
  };
};

/** How many failures in a row make `caughtUp` give up: a passing one is over by then. */
const GIVE_UP_AFTER = 4;

/** Starts the worker role: every projection, consumer, policy, timer, task and the erasures. */
export const startWorker = (options: WorkerOptions): Worker => {
  const { definitions, context, logger, timersEvery } = options;
  const { readStore, store, keys, rpc, clock } = context;
  const ending = new AbortController();
  const { signal } = ending;
  // Every runner listens to it: there is no leak to warn of.
  setMaxListeners(0, signal);
  const running = runnersOf(options, signal);
  const timers = definitions.flatMap((definition) => definition.timers);
  const timerFailed = (name: string) => (_: unknown, error: unknown) =>
    logger.error({ timer: name, error: String(error) }, 'timer failed');
  const timerOptions = ({ name, due }: (typeof timers)[number]) => ({
    name,
    due,
    rpc,
    clock,
    onFailure: timerFailed(name),
  });
  const isErasure = (event: Parameters<ServiceDefinition['erases']>[0]) =>
    definitions.flatMap(({ erases }) => erases(event));

  let erasedTo = 0;
  const troubles = new Map<string, { readonly times: number; readonly error: unknown }>();
  const onFailure = (name: string, error: unknown): void =>
    void troubles.set(name, { times: (troubles.get(name)?.times ?? 0) + 1, error });
  const keep = (name: string, run: () => Promise<void>) => supervised({ name, run, signal, logger, onFailure });
  const all = [
    ...[...running.projections, ...running.policies, ...running.tasks].map(([name, runner]) =>
      keep(name, () => runner.run()),
    ),
    keep('erasures', () =>
      runErasures({ store, keys, signal, isErasure, onProgress: ({ position }) => (erasedTo = position) }),
    ),
    ...(timersEvery === null
      ? []
      : timers.map((timer) => runTimers({ ...timerOptions(timer), everyMs: timersEvery, signal }))),
  ];

  const positions = async (): Promise<ReadonlyMap<string, number>> => {
    const checkpoints = [...running.projections.keys(), ...running.policies.keys()];
    const tasks = tasksOf(definitions).map(({ name, rebuild }) => [name, rebuild.checkpoint] as const);
    const read = [...checkpoints.map((name) => [name, name] as const), ...tasks].map(async ([name, checkpoint]) => {
      const partitions = [...(await readStore.checkpoints(checkpoint)).values()];
      return [name, partitions.length ? Math.min(...partitions) : 0] as const;
    });
    return new Map(await Promise.all(read));
  };

  const behind = async (head: number): Promise<boolean> =>
    [...(await positions()).values(), erasedTo].some((position) => position < head);

  /** Whoever waits for something that has failed again and again is told why, instead of waiting on. */
  const checkTroubles = (): void => {
    for (const [name, { times, error }] of troubles) {
      if (times < GIVE_UP_AFTER) continue;
      troubles.clear();
      throw new Unavailable(`${name} 无法继续 cannot go on: ${String((error as Error).message)}`, { cause: error });
    }
  };

  const caughtUp = async (): Promise<void> => {
    troubles.clear();
    for (;;) {
      const head = await store.head();
      while ((await behind(head)) && !signal.aborted) {
        checkTroubles();
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      if (signal.aborted || (await store.head()) === head) return;
    }
  };

  const found = <T>(name: string, among: ReadonlyMap<string, T>): T => {
    if (among.has(name)) return among.get(name)!;
    throw new Refused('InvalidInput', { field: 'projection', problem: `is none of ${[...among.keys()].join(', ')}` });
  };
  const retriable = new Map<string, ProjectionRunner | PolicyRunner>([...running.projections, ...running.policies]);
  const rebuildable = new Map<string, ProjectionRunner | TaskRunner>([...running.projections, ...running.tasks]);

  const operations: Operations = {
    checkpoints: async () => ({ checkpoints: Object.fromEntries(await positions()), head: await store.head() }),
    caughtUp: async () => {
      await caughtUp();
      return {};
    },
    setAside: async () => ({ items: (await listSetAside(readStore)) as unknown as JsonObject[] }),
    retry: async ({ projection, stream }: { projection: string; stream: string }) =>
      (await found(projection, retriable).retry(stream)) as unknown as JsonObject,
    rebuild: async ({ projection }: { projection: string }) => {
      await found(projection, rebuildable).rebuild();
      return { projection };
    },
  };

  return {
    caughtUp,
    operations,
    timers: async (now) => {
      for (const timer of timers) await timerRound({ ...timerOptions(timer), clock: () => now });
    },
    stop: async () => {
      ending.abort();
      await Promise.allSettled(all);
    },
  };
};
