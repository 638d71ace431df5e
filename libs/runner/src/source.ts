import type { EventBus, EventStore, Projected } from '@sunlit/kernel';
import type { ProjectionRunnerOptions } from './projection-runner.types.js';

/** A stretch of one partition, from a log or a bus alike. */
export interface SourceBatch {
  readonly partition: number;
  readonly items: readonly { readonly position: number; readonly event: Projected }[];
  /** Everything up to here has been seen, also what was left out. */
  readonly position: number;
  readonly caughtUp: boolean;
}

/** Something to read events from, resumable by position in each partition. */
export interface Source {
  readonly partitions: () => Promise<readonly number[]>;
  /** What lies after these positions, then what comes, until the signal aborts; at least one batch a partition is caught up. */
  readonly read: (after: ReadonlyMap<number, number>, signal: AbortSignal) => AsyncIterable<SourceBatch>;
}

/** The own log, these categories of it: one partition, 0. */
export const logSource = (store: EventStore, categories: readonly string[], batch = 1000) => ({
  partitions: async () => [0],
  async *read(positions: ReadonlyMap<number, number>, signal: AbortSignal) {
    const after = Math.max(0, positions.get(0) ?? 0);
    if ((await store.head()) <= after) yield { partition: 0, items: [], position: after, caughtUp: true };
    for await (const { events, position, caughtUp } of store.subscribe({ after, categories, signal, batch }))
      yield { partition: 0, items: events.map((event) => ({ position: event.position, event })), position, caughtUp };
  },
});

/** What these services say on the bus, read as the group `group`. */
export const busSource = (bus: EventBus, services: readonly string[], group: string): Source => ({
  partitions: () => bus.partitions(services),
  async *read(after, signal) {
    for await (const { partition, messages, offset, caughtUp } of bus.subscribe({ group, services, after, signal })) {
      const items = messages.map(({ offset: position, event }) => ({ position, event }));
      yield { partition, items, position: offset, caughtUp };
    }
  },
});

/** Where a projection is read from: as it is kept up, and while it is filled beside. */
export const sourcesOf = ({ projection, source, batch }: ProjectionRunnerOptions): { live: Source; beside: Source } => {
  const { name, categories } = projection;
  if ('bus' in source)
    return {
      live: busSource(source.bus, categories, name),
      beside: busSource(source.bus, categories, `${name}~rebuild`),
    };
  const log = logSource(source.log, categories, batch);
  return { live: log, beside: log };
};
