import { openEngine, type Engine, type Foldable, type RetryOutcome } from './engine.js';
import { exclusively } from './exclusive.js';
import { finishSwitch, rebuildBeside, stopped, type RebuildOptions } from './rebuild.js';
import { unobserved } from './observe.js';
import type { ProjectionRunner, ProjectionRunnerOptions } from './projection-runner.types.js';
import { busSource, logSource, type Source, type SourceBatch } from './source.js';
import { openState, type State } from './state.js';

interface Request {
  readonly stream: string;
  readonly resolve: (outcome: RetryOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** What one run knows; nothing of it outlives the run. */
interface Run {
  readonly state: State;
  readonly signal: AbortSignal;
  readonly fail: (error: unknown) => void;
  readonly caughtUp: Set<number>;
  engine: Engine;
  /** Aborted when the engine was replaced, so that reading begins anew behind the new one's positions. */
  reading: AbortController;
}

const sourcesOf = ({ projection, source, batch }: ProjectionRunnerOptions): { live: Source; beside: Source } => {
  const { name, categories } = projection;
  if ('bus' in source)
    return {
      live: busSource(source.bus, categories, name),
      beside: busSource(source.bus, categories, `${name}~rebuild`),
    };
  const log = logSource(source.log, categories, batch);
  return { live: log, beside: log };
};

/** Makes the runner of a projection; `run` starts it. */
export const projectionRunner = (options: ProjectionRunnerOptions): ProjectionRunner => {
  const { readStore, failpoint = () => undefined, onProgress, observe = unobserved, cache = 10_000 } = options;
  const projection = options.projection as unknown as Foldable;
  const sources = sourcesOf(options);
  const exclusive = exclusively();
  const requests: Request[] = [];
  let rebuilds: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  let current: Run | null = null;
  const settings = { projection, readStore, failpoint, cache };

  const answer = async (run: Run, request: Request): Promise<void> => {
    try {
      request.resolve(await run.engine.retry(request.stream, run.state));
    } catch (error) {
      request.reject(error);
      throw error;
    }
  };

  const mayRetry = ({ engine, caughtUp }: Run, stream: string): boolean => {
    const row = engine.book.rowOf(stream);
    return row ? caughtUp.has(row.partition) : caughtUp.size > 0;
  };

  const retryAll = async (run: Run): Promise<void> => {
    for (const request of requests.filter(({ stream }) => mayRetry(run, stream))) {
      requests.splice(requests.indexOf(request), 1);
      await answer(run, request);
    }
  };

  /** Work between two batches; where it fails, nobody knows what stands in the store, so the run ends. */
  const between = async (run: Run, work: () => Promise<void>): Promise<void> => {
    if (run.signal.aborted) return;
    await work().catch((error: unknown) => run.fail(error));
  };

  /** Folds and writes the batch, observed where it brings something. */
  const process = (engine: Engine, batch: SourceBatch, before = -1): Promise<void> => {
    const work = () => engine.process(batch);
    if (batch.items.length === 0 || batch.position <= before) return work();
    return observe(
      projection.name,
      batch.items.map(({ event }) => event),
      work,
    );
  };

  const take = async (run: Run, reading: AbortController, batch: SourceBatch): Promise<void> => {
    if (reading.signal.aborted) return;
    const before = run.engine.positions.get(batch.partition);
    await process(run.engine, batch, before);
    if (batch.caughtUp) run.caughtUp.add(batch.partition);
    const position = run.engine.positions.get(batch.partition);
    if (position !== undefined && position !== before) onProgress?.(position, batch.partition);
    await retryAll(run);
  };

  const follow = async (run: Run): Promise<void> => {
    while (!run.signal.aborted) {
      const reading = run.reading;
      const signal = AbortSignal.any([run.signal, reading.signal]);
      for await (const batch of sources.live.read(run.engine.positions, signal))
        await exclusive(() => between(run, () => take(run, reading, batch)));
      if (!reading.signal.aborted) return;
    }
  };

  const rebuildOptions = (run: Run): RebuildOptions => ({
    ...settings,
    source: sources.beside,
    state: run.state,
    signal: run.signal,
    standstill: (work) =>
      exclusive(async () => {
        if (run.signal.aborted) throw stopped();
        await work(run.engine.positions);
        run.engine = await openEngine({ ...settings, beside: false });
        run.reading.abort();
        run.reading = new AbortController();
        run.engine.positions.forEach((position, partition) => onProgress?.(position, partition));
      }),
  });

  /** One rebuild for all who asked before it began. */
  const rebuildAll = async (run: Run): Promise<void> => {
    while (rebuilds.length > 0 && !run.signal.aborted) {
      const asked = rebuilds;
      rebuilds = [];
      await rebuildBeside(rebuildOptions(run)).then(
        () => asked.forEach(({ resolve }) => resolve()),
        (error: unknown) => {
          asked.forEach(({ reject }) => reject(error));
          if (!run.signal.aborted) run.fail(error);
        },
      );
    }
  };

  let rebuilding: Promise<void> = Promise.resolve();
  const startRebuild = (run: Run): void => {
    rebuilding = rebuilding.then(() => rebuildAll(run));
  };

  const begin = async (signal: AbortSignal, fail: (error: unknown) => void): Promise<Run> => {
    const state = await openState(readStore, projection.name);
    const engine = await openEngine({ ...settings, beside: false });
    const run: Run = { state, engine, signal, fail, caughtUp: new Set(), reading: new AbortController() };
    if (state.get().rebuild === 'switching') {
      await finishSwitch(rebuildOptions(run));
      run.engine = await openEngine({ ...settings, beside: false });
    }
    await run.engine.resume(state);
    if (state.get().rebuild === 'filling') rebuilds.push({ resolve: () => undefined, reject: () => undefined });
    return run;
  };

  const end = (error: Error): void => {
    current = null;
    requests.splice(0).forEach(({ reject }) => reject(error));
    rebuilds.splice(0).forEach(({ reject }) => reject(error));
  };

  const run = async (): Promise<void> => {
    if (current) throw new Error(`${projection.name} is running already.`);
    const inner = new AbortController();
    let failure: { error: unknown } | null = null;
    const fail = (error: unknown): void => {
      failure ??= { error };
      inner.abort();
    };
    try {
      current = await begin(AbortSignal.any([options.signal, inner.signal]), fail);
      startRebuild(current);
      await follow(current).catch(fail);
    } finally {
      inner.abort();
      await rebuilding;
      end(stopped());
    }
    if (failure) throw (failure as { error: unknown }).error;
  };

  return {
    run,
    retry: (stream) =>
      new Promise((resolve, reject) => {
        requests.push({ stream, resolve, reject });
        const now = current;
        if (now) void exclusive(() => between(now, () => retryAll(now)));
      }),
    rebuild: () =>
      new Promise((resolve, reject) => {
        rebuilds.push({ resolve, reject });
        if (current) startRebuild(current);
      }),
    position: () => new Map(current?.engine.positions),
  };
};

/** Runs a projection for which neither retries nor rebuilds are wanted; see `projectionRunner`. */
export const runProjection = (options: ProjectionRunnerOptions): Promise<void> => projectionRunner(options).run();
