import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const cores = availableParallelism();

const pin = (pid: number, to: string): void =>
  void execFileSync('taskset', ['-a', '-c', '-p', to, String(pid)], { stdio: 'ignore' });

const possible = ((): boolean => {
  try {
    pin(process.pid, `0-${cores - 1}`);
    return cores > 1;
  } catch {
    return false;
  }
})();

/** Core of the program under load, and of what loads it; what stands beside both (PostgreSQL) has every core. */
const [PROGRAM, LOAD] = ['0', '1'];

/** How programs and load are kept apart, to be said beside figures. */
export const PINNED = possible
  ? `pinned (taskset): the Node process under load to core ${PROGRAM}, the load generator to core ${LOAD}; databases are free to use both`
  : 'NOT pinned: there is one core, or no taskset';

/** Keeps a running program, with all of its threads, to the core of those under load. */
export const pinProgram = (pid: number): void => {
  if (possible) pin(pid, PROGRAM!);
};

/** Runs the work while this process, the load generator, has its own core. What it starts meanwhile has that core too, until pinned elsewhere. */
export const asLoad = async <T>(work: () => Promise<T>): Promise<T> => {
  if (!possible) return work();
  pin(process.pid, LOAD!);
  try {
    return await work();
  } finally {
    pin(process.pid, `0-${cores - 1}`);
  }
};
