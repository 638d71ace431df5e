import type { ReadStore } from '@sunlit/kernel';
import { namesOf, type Foldable } from './engine.js';
import type { Pause } from './pause.js';
import type { Attempt, RunnerState, State } from './state.js';

/** How often a rebuild of another worker is looked at, and after how many looks at which nothing had moved nobody is at it, in ms. */
const BETWEEN_LOOKS = 2_000;
const LOOKS = 15;

export interface Watching {
  readonly readStore: ReadStore;
  readonly projection: Foldable;
  readonly state: State;
  /** This runner. */
  readonly by: string;
  readonly signal: AbortSignal;
  readonly pause: Pause;
}

/** The rebuild that another runner is at, or was. */
export const othersIn = ({ rebuild }: RunnerState, by: string): Attempt | null =>
  rebuild && rebuild.by !== by ? rebuild : null;

/**
 * Watches the rebuild of another runner: null when it is over (or the signal aborted), its id when nothing of it has moved for half a minute:
 * then its worker is gone.
 */
export const watchOther = async ({ readStore, projection, state, by, signal, pause }: Watching) => {
  const { checkpoint } = namesOf(projection, true);
  let seen = '';
  for (let still = 0; !signal.aborted; await pause(BETWEEN_LOOKS, signal)) {
    const other = othersIn(await state.look(), by);
    if (!other) return null;
    const now = JSON.stringify([other, ...(await readStore.checkpoints(checkpoint))]);
    still = now === seen ? still + 1 : 0;
    seen = now;
    if (still === LOOKS) return other.id;
  }
  return null;
};
