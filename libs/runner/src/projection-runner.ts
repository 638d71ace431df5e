import { randomUUID } from 'node:crypto';
import { openEngine, type Engine, type Foldable } from './engine.js';
import { exclusively } from './exclusive.js';
import { othersIn, watchOther } from './other-worker.js';
import { pause } from './pause.js';
import { finishSwitch, leftSwitching, rebuildBeside, stopped, takeSwitch, type RebuildOptions } from './rebuild.js';
import { unobserved } from './observe.js';
import type { ProjectionRunner, ProjectionRunnerOptions } from './projection-runner.types.js';
import { sawOf, unasked, type RebuildRequest, type RetryRequest, type Run } from './run.js';
import { sourcesOf, type SourceBatch } from './source.js';
import { openState, type RunnerState } from './state.js';

/** Makes the runner of a projection; `run` starts it. */
export const projectionRunner = (options: ProjectionRunnerOptions): ProjectionRunner => {
  const { readStore, failpoint = () => undefined, onProgress, observe = unobserved, cache = 2_000 } = options;
  const projection = options.projection as unknown as Foldable;
  const sources = sourcesOf(options);
  const exclusive = exclusively();
  const requests: RetryRequest[] = [];
  let rebuilds: RebuildRequest[] = [];
  let current: Run | null = null;
  const settings = { projection, readStore, failpoint, cache };
  const by = randomUUID();

  const answer = async (run: Run, request: RetryRequest): Promise<void> => {
    try {
      const outcome = await run.engine.retry(request.stream, run.state);
      run.saw = sawOf(run.state.get());
      request.resolve(outcome);
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

  const reopen = async (run: Run): Promise<void> => {
    run.saw = sawOf(await run.state.look());
    run.engine = await openEngine({ ...settings, beside: false });
    run.reading.abort();
    run.reading = new AbortController();
    run.engine.positions.forEach((position, partition) => onProgress?.(position, partition));
  };

  /** Whether another worker puts other documents in place of those the engine knows, or has, or applied what it knows to wait. */
  const isMoved = ({ saw }: Run, now: RunnerState): boolean =>
    sawOf(now) !== saw || othersIn(now, by)?.is === 'switching';

  /** Where another worker put other documents in place, goes on with those; true where it did. */
  const moved = async (run: Run, now: RunnerState): Promise<boolean> => {
    if (!isMoved(run, now)) return false;
    if (othersIn(now, by)?.is === 'switching' && (await watchOther(rebuildOptions(run)))) throw leftSwitching();
    if (!run.signal.aborted) await reopen(run);
    return true;
  };

  /** Folds the batch; false where the documents were replaced by another worker, and reading begins anew. */
  const fold = async (run: Run, batch: SourceBatch, before: number | undefined): Promise<boolean> => {
    const known = batch.position <= (before ?? -1) ? run.state.get() : await run.state.look();
    if (await moved(run, known)) return false;
    await process(run.engine, batch, before);
    if (!othersIn(known, by) || !isMoved(run, await run.state.look())) return true;
    // What was written just now may be in the new documents, without what came before it: they are filled once more.
    rebuilds.push(unasked(false));
    startRebuild(run);
    return true;
  };

  const take = async (run: Run, reading: AbortController, batch: SourceBatch): Promise<void> => {
    if (reading.signal.aborted) return;
    const before = run.engine.positions.get(batch.partition);
    if (!(await fold(run, batch, before))) return;
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
    by,
    pause: options.pause ?? pause,
    signal: run.signal,
    standstill: (work) =>
      exclusive(async () => {
        if (run.signal.aborted) throw stopped();
        await work(run.engine.positions);
        await reopen(run);
      }),
  });

  /** One rebuild for all who asked before it began. */
  const rebuildAll = async (run: Run): Promise<void> => {
    while (rebuilds.length > 0 && !run.signal.aborted) {
      const asked = rebuilds;
      rebuilds = [];
      const resume = asked.every((one) => one.resume);
      await rebuildBeside(rebuildOptions(run), resume).then(
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
    const run: Run = {
      state,
      engine,
      saw: sawOf(state.get()),
      signal,
      fail,
      caughtUp: new Set(),
      reading: new AbortController(),
    };
    if (await takeSwitch({ state, by })) {
      await finishSwitch(rebuildOptions(run));
      await reopen(run);
    }
    await run.engine.resume(state);
    run.saw = sawOf(state.get());
    if (state.get().rebuild) rebuilds.push(unasked(true));
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
        rebuilds.push({ resume: false, resolve, reject });
        if (current) startRebuild(current);
      }),
    position: () => new Map(current?.engine.positions),
  };
};

/** Runs a projection for which neither retries nor rebuilds are wanted; see `projectionRunner`. */
export const runProjection = (options: ProjectionRunnerOptions): Promise<void> => projectionRunner(options).run();
