import type { EventBus, EventStore, ReadStore } from '@sunlit/kernel';
import type { AnyProjection, Failpoint, RetryOutcome } from './engine.js';
import type { Observe } from './observe.js';
import type { Pause } from './pause.js';

export interface ProjectionRunnerOptions {
  /** The projection; any of `projection(...)`'s. */
  readonly projection: AnyProjection;
  readonly readStore: ReadStore;
  /** Its own log (the projection's categories), or a bus (its categories are services; the group is the projection's name). */
  readonly source: { readonly log: EventStore } | { readonly bus: EventBus };
  readonly signal: AbortSignal;
  /** Told after each write how far a partition has been read: wake those who wait. */
  readonly onProgress?: (position: number, partition: number) => void;
  /** Events read at once from a log, default 1000. */
  readonly batch?: number;
  readonly failpoint?: Failpoint;
  /** Put around each batch that is folded and written for the first time; not around rebuilds. */
  readonly observe?: Observe | undefined;
  /** Documents kept in memory, default 10000. */
  readonly cache?: number;
  readonly pause?: Pause;
}

/** A projection being kept up: the only writer of its documents. */
export interface ProjectionRunner {
  /** Reads on from the checkpoint until the signal aborts. Rejects when a store fails: run it again, nothing is lost or done twice. */
  run(): Promise<void>;
  /** Applies in order what waits of a set-aside stream, when the runner has come to the end of what there is; all or nothing. */
  retry(stream: string): Promise<RetryOutcome>;
  /**
   * Fills the documents anew beside the old ones, which go on being kept up, and puts them in their place in one step; after the one that
   * another worker is at, if there is one.
   */
  rebuild(): Promise<void>;
  /** How far each partition has been read and written. */
  position(): ReadonlyMap<number, number>;
}
