import { memoryReadStore } from '@sunlit/read-store/memory';
import type { Task } from './service.js';
import { taskRunner } from './task-runner.js';

const CHECKPOINT = { name: 'list', partition: 0, position: 7 };

describe('a task', () => {
  it('begins anew from nothing when it is rebuilt, and ends with the signal', async () => {
    const readStore = memoryReadStore();
    await readStore.declare([{ name: 'list', index: {} }]);
    const began: number[] = [];
    const task: Task = {
      name: 'list',
      rebuild: { collections: ['list'], checkpoint: 'list' },
      run: async (signal) => {
        began.push((await readStore.checkpoints('list')).get(0) ?? 0);
        await readStore.write({
          writes: [{ collection: 'list', documents: [{ key: `${began.length}`, version: 0, doc: {} }] }],
          checkpoint: CHECKPOINT,
        });
        await new Promise<void>((resolve) =>
          signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve()),
        );
      },
    };
    const ending = new AbortController();
    const runner = taskRunner(task, readStore, ending.signal);
    const run = runner.run();
    await runner.rebuild();
    while (began.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(began).toEqual([0, 0]);
    expect(await readStore.get('list', ['1'])).toEqual([null]);
    ending.abort();
    await run;
  });
});
