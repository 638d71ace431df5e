import type { ReadStore } from '@sunlit/kernel';
import type { Task } from './service.js';

/** A task being run, which can be made to begin anew. */
export interface TaskRunner {
  /** Runs the task until the signal aborts. Rejects when it fails: run it again, it goes on from its checkpoint. */
  run(): Promise<void>;
  /** Empties what the task has written and lets it begin anew; resolves once it has begun. */
  rebuild(): Promise<void>;
}

/** Makes the runner of a task; `run` starts it. */
export const taskRunner = (task: Task, readStore: ReadStore, signal: AbortSignal): TaskRunner => {
  const asked: (() => void)[] = [];
  let round = new AbortController();

  const begunAnew = async (): Promise<void> => {
    const answered = asked.splice(0);
    await readStore.clear(task.rebuild.collections, [task.rebuild.checkpoint]);
    answered.forEach((answer) => answer());
  };

  return {
    run: async () => {
      while (!signal.aborted) {
        if (asked.length > 0) await begunAnew();
        round = new AbortController();
        await task.run(AbortSignal.any([signal, round.signal]));
      }
    },
    rebuild: () =>
      new Promise((resolve) => {
        asked.push(resolve);
        round.abort();
      }),
  };
};
