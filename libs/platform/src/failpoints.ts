import type { EventStore } from '@sunlit/kernel';
import type { Failpoint } from '@sunlit/runner';

/** Ends the process as a power cut would, at the n-th pass of the named failpoint (`relay:after-publish:3`); undefined for null. For tests of faults. */
export const failpointFrom = (
  setting: string | null,
  kill: () => void = () => void process.kill(process.pid, 'SIGKILL'),
): Failpoint | undefined => {
  if (setting === null) return undefined;
  const at = setting.lastIndexOf(':');
  const name = setting.slice(0, at);
  let left = Number(setting.slice(at + 1));
  return async (passed) => {
    if (passed !== name || --left !== 0) return;
    kill();
    // The signal takes a moment: nothing more happens in this process.
    await new Promise(() => undefined);
  };
};

/** The store with failpoints around its appends: `append:before`, `append:after` (it is stored, nobody was told). */
export const failingStore = (store: EventStore, failpoint: Failpoint | undefined): EventStore =>
  failpoint
    ? {
        ...store,
        append: async (...args) => {
          await failpoint('append:before');
          const appended = await store.append(...args);
          await failpoint('append:after');
          return appended;
        },
      }
    : store;
