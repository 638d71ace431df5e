import fc from 'fast-check';
import { memoryReadStore, readMemory } from '@sunlit/read-store/memory';
import type { ReadStore } from '@sunlit/kernel';
import { projectionRunner } from '../projection-runner.js';
import type { ProjectionRunner, ProjectionRunnerOptions } from '../projection-runner.types.js';
import { fakeLog } from './log.js';

/** A memory store whose writes can be made to stop after n: what was written before stays, as without transactions. */
export const stoppingStore = () => {
  let left = Infinity;
  const store = memoryReadStore(readMemory(), () => {
    if (--left <= 0) throw new Error('stop');
  });
  return { store, stopAfter: (writes: number) => void (left = writes) };
};

type Options = Omit<ProjectionRunnerOptions, 'signal'>;

const reachedAll = (runner: ProjectionRunner, until: ReadonlyMap<number, number>): boolean =>
  [...until].every(([partition, position]) => (runner.position().get(partition) ?? -1) >= position);

/** Runs it until it has come to `until` and `work` is done; rejects as the run does. */
export const runUntil = async (
  options: Options,
  until: ReadonlyMap<number, number>,
  work: (runner: ProjectionRunner) => Promise<unknown> = async () => undefined,
): Promise<void> => {
  const control = new AbortController();
  const pause = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const runner = projectionRunner({ pause, ...options, signal: control.signal });
  let over = false;
  const run = runner.run().finally(() => (over = true));
  const end = run.catch(() => undefined);
  const standing = async (): Promise<void> => {
    while (!over && !reachedAll(runner, until)) await new Promise((resolve) => setImmediate(resolve));
  };
  let failure: unknown;
  const worked = standing()
    .then(() => (over ? undefined : work(runner)))
    .catch((error: unknown) => (failure = error));
  await Promise.race([worked, end]);
  control.abort();
  await run;
  if (failure) throw failure;
};

/** Runs it again and again, stopped after 1, 2, 3 … writes, until a run ends untouched. Gives how often it was stopped. */
export const stoppedEverywhere = async (
  stopAfter: (writes: number) => void,
  attempt: () => Promise<void>,
): Promise<number> => {
  for (let writes = 1; ; writes++) {
    stopAfter(writes);
    const stopped = await attempt().then(
      () => false,
      (error: Error) => {
        if (error.message !== 'stop') throw error;
        return true;
      },
    );
    stopAfter(Infinity);
    if (!stopped) return writes - 1;
  }
};

/** Random histories of a few streams: which stream, what happens. */
export const histories = fc.array(
  fc.record({
    stream: fc.integer({ min: 0, max: 4 }),
    what: fc.constantFrom('Opened', 'Moved', 'Moved', 'Noted', 'Removed'),
    unit: fc.constantFrom('roads', 'buses', 'taxis'),
    other: fc.boolean(),
  }),
  { maxLength: 30 },
);

/** A log with that history; now and then somebody else's event. */
export const logOf = (history: readonly HistoryItem[]) => {
  const log = fakeLog();
  for (const { stream, what, unit, other } of history) {
    if (other) log.say('other-1', 'Unheard');
    log.say(`case-${stream}`, what, { unit });
  }
  return log;
};

/** One step of a history. */
export interface HistoryItem {
  readonly stream: number;
  readonly what: string;
  readonly unit: string;
  readonly other: boolean;
}

/** The log's own end, as `runUntil` takes it. */
export const endOf = (log: ReturnType<typeof fakeLog>): ReadonlyMap<number, number> => new Map([[0, log.head()]]);

/** A store nothing is in yet. */
export const freshStore = (): ReadStore => memoryReadStore();
