import type { Engine, RetryOutcome } from './engine.js';
import type { RunnerState, State } from './state.js';

/** A retry of a set-aside stream that somebody waits for. */
export interface RetryRequest {
  readonly stream: string;
  readonly resolve: (outcome: RetryOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** A rebuild somebody waits for. */
export interface RebuildRequest {
  /** Only what was begun: nobody asked for it now. */
  readonly resume: boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A rebuild nobody waits for. */
export const unasked = (resume: boolean): RebuildRequest => ({
  resume,
  resolve: () => undefined,
  reject: () => undefined,
});

/** Which documents, and which set-aside streams, the state says there are: the last rebuild's, after the last retries. */
export const sawOf = ({ rebuilt, retriedAt }: RunnerState): string =>
  JSON.stringify([rebuilt, Object.entries(retriedAt).sort()]);

/** What one run knows; nothing of it outlives the run. */
export interface Run {
  readonly state: State;
  readonly signal: AbortSignal;
  readonly fail: (error: unknown) => void;
  readonly caughtUp: Set<number>;
  engine: Engine;
  /** What the engine opened, or did itself since: see `sawOf`. */
  saw: string;
  /** Aborted when the engine was replaced, so that reading begins anew behind the new one's positions. */
  reading: AbortController;
}
