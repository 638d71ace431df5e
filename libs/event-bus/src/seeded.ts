import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BusBatch, EventBus, PublicEvent } from '@sunlit/kernel';
import { seededRandom, type Random } from './seeded/random.js';
import { partitionedLog, type PartitionedLog } from './seeded/partitioned-log.js';

export interface SeededBusOptions {
  /** Default 7. */
  readonly partitions?: number;
  /** The same seed over the same events, all there before the first subscription, gives the same partitions. */
  readonly seed: number;
  /** Whose events are read from a source that is a bus; needed there only. */
  readonly services?: readonly string[];
}

const isBus = (source: EventBus | readonly PublicEvent[]): source is EventBus => 'subscribe' in source;

/** Fills the log from the source until the signal aborts. */
const fill = async (
  log: PartitionedLog,
  source: EventBus | readonly PublicEvent[],
  services: readonly string[],
  signal: AbortSignal,
): Promise<void> => {
  if (!isBus(source)) return log.take(source, true);
  for await (const { messages, caughtUp } of source.subscribe({ group: 'seeded', services, after: new Map(), signal }))
    log.take(
      messages.map(({ event }) => event),
      caughtUp,
    );
};

/** What one subscriber reads, a seeded piece of a seeded partition at a time. */
const reader = (
  log: PartitionedLog,
  services: readonly string[],
  after: ReadonlyMap<number, number>,
  random: Random,
) => {
  const reached = Array.from({ length: log.partitions }, (_, partition) => after.get(partition) ?? -1);
  const told = new Set<number>();

  const batchOf = (partition: number): BusBatch | null => {
    const { messages, atEnd } = log.after(partition, reached[partition]!, random.below(20) + 1);
    const caughtUp = log.caughtUp() && atEnd;
    if (messages.length === 0 && (told.has(partition) || !caughtUp)) return null;
    if (caughtUp) told.add(partition);
    else told.delete(partition);
    reached[partition] = messages.at(-1)?.offset ?? reached[partition]!;
    const asked = messages.filter(({ event }) => services.includes(event.source));
    return { partition, messages: asked, offset: reached[partition], caughtUp };
  };

  /** The next batch of any partition, starting at a random one; null where there is nothing new. */
  return (): BusBatch | null => {
    const first = random.below(log.partitions);
    for (let step = 0; step < log.partitions; step++) {
      const batch = batchOf((first + step) % log.partitions);
      if (batch) return batch;
    }
    return null;
  };
};

/**
 * A bus as harsh as a broker may be, for tests: subjects spread over partitions, streams interleaved at random (a subject's own order
 * kept), messages repeated at new offsets, offsets with gaps. It plays the broker: it remembers its partitions, so keep it while
 * subscribers come and go. A source that is a bus is read from its beginning and not closed.
 */
export const seededBus = (source: EventBus | readonly PublicEvent[], options: SeededBusOptions): EventBus => {
  const { partitions = 7, seed, services = [] } = options;
  const log = partitionedLog(partitions, seed);
  const closing = new AbortController();
  let failure: unknown;
  let filling: Promise<void> | undefined;
  let subscribers = 0;

  const start = (): Promise<void> =>
    fill(log, source, services, closing.signal).catch((error: unknown) => {
      failure = error;
      log.wake();
    });

  return {
    partitions: async () => Array.from({ length: partitions }, (_, partition) => partition),
    ends: async () => log.ends(),
    subscribe: async function* ({ services: asked, after, signal }) {
      filling ??= start();
      const until = AbortSignal.any([signal, closing.signal]);
      const next = reader(log, asked, after, seededRandom(seed + ++subscribers));
      while (!until.aborted) {
        if (failure) throw failure;
        const batch = next();
        if (!batch) await log.changed(until);
        else {
          yield batch;
          await nextTurn();
        }
      }
    },
    close: async () => {
      closing.abort();
      await filling;
    },
  };
};
