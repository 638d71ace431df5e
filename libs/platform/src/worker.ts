import { setMaxListeners } from 'node:events';
import { Refused, Unavailable, type JsonObject, type Operations, type PolicyCommand } from '@sunlit/kernel';
import { runErasures } from '@sunlit/privacy';
import { pause, runTimers, timerRound, type PolicyRunner, type ProjectionRunner } from '@sunlit/runner';
import { busProgress, logProgress, progressOperations, type Progress } from './progress.js';
import { runnersOf, type RunnersOptions } from './runners.js';
import type { ServiceDefinition } from './service.js';
import type { Stores } from './stores.js';
import { supervised } from './supervised.js';
import type { TaskRunner } from './task-runner.js';

export interface WorkerOptions extends RunnersOptions {
  /** How often timers are asked, in ms; null: only by `timers`. */
  readonly timersEvery: number | null;
  /** Told of everything that failed and begins again. */
  readonly onFailure?: (name: string) => void;
}

/** The worker role of some services, running. */
export interface Worker {
  /** Resolves when all that stands in the log is folded and every policy followed, also what these appended; `Unavailable` where that fails again and again. */
  caughtUp(): Promise<void>;
  /** One round of every timer, as of `now` (ms since 1970). */
  timers(now: number): Promise<void>;
  /** Operations for administrators: `checkpoints`, `caughtUp`, `setAside`, `timers` (a round of each now), `retry`, `rebuild`. */
  readonly operations: Operations;
  stop(): Promise<void>;
}

/** How many failures in a row make `caughtUp` give up: a passing one is over by then. */
const GIVE_UP_AFTER = 4;
/** How long `caughtUp` waits between two looks, in ms: at first, and at most on files and on servers, which others ask too. */
const LOOK_AGAIN = { first: 2, onFiles: 4, onServers: 100 };

type Troubles = ReturnType<typeof troublesOf>;

/** What has failed since somebody began to wait, so that whoever waits for it is told why, instead of waiting on. */
const troublesOf = () => {
  const times = new Map<string, number>();
  return {
    add: (name: string, error: unknown): Unavailable | null => {
      times.set(name, (times.get(name) ?? 0) + 1);
      if (times.get(name)! < GIVE_UP_AFTER) return null;
      return new Unavailable(`${name} 无法继续 cannot go on: ${String((error as Error).message)}`, { cause: error });
    },
    clear: (): void => times.clear(),
  };
};

interface Waiting {
  readonly options: WorkerOptions;
  readonly signal: AbortSignal;
  readonly erasedTo: () => number;
  readonly troubles: Troubles;
  readonly stuck: () => Unavailable | null;
}

/** The question, where a store that does not answer it now counts as a yes, unless it did so again and again. */
const passingOver = (question: () => Promise<boolean>) => {
  let failed = 0;
  return async (): Promise<boolean> => {
    try {
      const answer = await question();
      failed = 0;
      return answer;
    } catch (error) {
      if (!(error instanceof Unavailable) || ++failed === GIVE_UP_AFTER) throw error;
      return true;
    }
  };
};

const caughtUp = async ({ options, signal, erasedTo, troubles, stuck }: Waiting): Promise<void> => {
  const { context, definitions, broker } = options;
  const reading = { context, definitions, relayed: broker?.version ?? null };
  const longest = broker ? LOOK_AGAIN.onServers : LOOK_AGAIN.onFiles;
  const until = async (behind: () => Promise<boolean>): Promise<void> => {
    const patient = passingOver(behind);
    for (let ms = LOOK_AGAIN.first; !signal.aborted && (await patient()); ms = Math.min(longest, ms * 2)) {
      const trouble = stuck();
      if (trouble) throw trouble;
      await pause(ms, signal);
    }
  };
  const any = (all: ReadonlyMap<string, Progress>): boolean => [...all.values()].some(({ lag }) => lag > 0);
  troubles.clear();
  for (;;) {
    const head = await context.store.head();
    await until(async () => erasedTo() < head || any(await logProgress(reading, head)));
    // What the relays have sent is on the bus by now.
    await until(async () => any(await busProgress(reading)));
    if (signal.aborted || (await context.store.head()) === head) return;
  }
};

/** How often timers are asked what is due, and a log's write-ahead file is folded in, in ms. */
const TIMERS_EVERY = 60_000;
const TIDY_EVERY = 2_000;

/** The worker role of a process that serves: `startWorker`, with timers and tidying of the stores for as long as it runs. */
export const startServingWorker = (
  options: Omit<WorkerOptions, 'timersEvery'>,
  stores: Pick<Stores, 'tidy'>,
): Worker => {
  const worker = startWorker({ ...options, timersEvery: TIMERS_EVERY });
  const tidying = setInterval(() => stores.tidy(), TIDY_EVERY);
  return {
    ...worker,
    stop: async () => {
      clearInterval(tidying);
      await worker.stop();
    },
  };
};

/** Starts the worker role: every relay, projection, consumer, policy, timer, task and the erasures. */
export const startWorker = (options: WorkerOptions): Worker => {
  const { definitions, context, logger, timersEvery, broker } = options;
  const { store, keys, rpc, clock } = context;
  const ending = new AbortController();
  const { signal } = ending;
  // Every runner listens to it: there is no leak to warn of.
  setMaxListeners(0, signal);
  const running = runnersOf(options, signal);
  const { holidayTables } = context;
  const takeUp = async (): Promise<readonly PolicyCommand[]> => {
    await holidayTables?.refresh();
    return [];
  };
  // Tables added elsewhere are taken up first, so that the dates that waited for them are set anew in the same round.
  const timers = [
    ...(holidayTables ? [{ name: 'holiday-tables.v1', due: takeUp }] : []),
    ...definitions.flatMap((definition) => definition.timers),
  ];
  const timerOptions = ({ name, due }: (typeof timers)[number]) => ({
    name,
    due,
    rpc,
    clock,
    onFailure: (_: unknown, error: unknown) => logger.error({ timer: name, error: String(error) }, 'timer failed'),
  });
  const isErasure = (event: Parameters<ServiceDefinition['erases']>[0]) =>
    definitions.flatMap(({ erases }) => erases(event));

  let erasedTo = 0;
  let stuck: Unavailable | null = null;
  const troubles = troublesOf();
  const onFailure = (name: string, error: unknown): void => {
    stuck = troubles.add(name, error) ?? stuck;
    options.onFailure?.(name);
  };
  const takeStuck = (): Unavailable | null => {
    const found = stuck;
    stuck = null;
    return found;
  };
  const keep = (name: string, run: () => Promise<void>) => supervised({ name, run, signal, logger, onFailure });
  const all = [
    ...[...running.relays, ...running.projections, ...running.policies, ...running.tasks].map(([name, runner]) =>
      keep(name, () => runner.run()),
    ),
    keep('erasures', () =>
      runErasures({ store, keys, signal, isErasure, onProgress: ({ position }) => (erasedTo = position) }),
    ),
    ...(timersEvery === null
      ? []
      : timers.map((timer) => runTimers({ ...timerOptions(timer), everyMs: timersEvery, signal }))),
  ];

  const found = <T>(name: string, among: ReadonlyMap<string, T>): T => {
    if (among.has(name)) return among.get(name)!;
    throw new Refused('InvalidInput', { field: 'projection', problem: `is none of ${[...among.keys()].join(', ')}` });
  };
  const retriable = new Map<string, ProjectionRunner | PolicyRunner>([...running.projections, ...running.policies]);
  const rebuildable = new Map<string, ProjectionRunner | TaskRunner>([...running.projections, ...running.tasks]);
  const waiting: Waiting = { options, signal, troubles, erasedTo: () => erasedTo, stuck: takeStuck };

  return {
    caughtUp: () => caughtUp(waiting),
    operations: {
      ...progressOperations({ context, definitions, relayed: broker?.version ?? null }),
      caughtUp: async () => {
        await caughtUp(waiting);
        return {};
      },
      timers: async () => {
        for (const timer of timers) await timerRound(timerOptions(timer));
        return {};
      },
      retry: async ({ projection, stream }: { projection: string; stream: string }) =>
        (await found(projection, retriable).retry(stream)) as unknown as JsonObject,
      rebuild: async ({ projection }: { projection: string }) => {
        await found(projection, rebuildable).rebuild();
        return { projection };
      },
    },
    timers: async (now) => {
      for (const timer of timers) await timerRound({ ...timerOptions(timer), clock: () => now });
    },
    stop: async () => {
      ending.abort();
      await Promise.allSettled(all);
    },
  };
};
