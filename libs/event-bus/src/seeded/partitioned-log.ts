import { createHash } from 'node:crypto';
import type { BusBatch, PublicEvent } from '@sunlit/kernel';
import { seededRandom } from './random.js';

type Message = BusBatch['messages'][number];

/** The farthest back a repeat reaches. */
const REPEATED = 5;

const partitionOf = (subject: string, partitions: number): number =>
  createHash('sha256').update(subject).digest().readUInt32BE() % partitions;

/** Index of the first message after the offset; offsets rise. */
const indexAfter = (messages: readonly Message[], offset: number): number => {
  let [low, high] = [0, messages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle]!.offset > offset) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** What a broker holds: per partition its messages at rising offsets. */
export const partitionedLog = (partitions: number, seed: number) => {
  const logs: Message[][] = Array.from({ length: partitions }, () => []);
  const random = seededRandom(seed);
  const waiting = new Set<() => void>();
  let caughtUp = false;

  const write = (log: Message[], event: PublicEvent): void => {
    const offset = (log.at(-1)?.offset ?? -1) + (random.onceIn(10) ? 2 : 1);
    log.push({ offset, event });
  };

  const publish = (event: PublicEvent): void => {
    const log = logs[partitionOf(event.subject, partitions)]!;
    write(log, event);
    // A relay that was stopped sends its last messages again, in their order.
    if (random.onceIn(4)) for (const { event: again } of log.slice(-1 - random.below(REPEATED))) write(log, again);
  };

  const bySubject = (events: readonly PublicEvent[]): PublicEvent[][] => {
    const queues = new Map<string, PublicEvent[]>();
    for (const event of events) queues.set(event.subject, [...(queues.get(event.subject) ?? []), event]);
    return [...queues.values()];
  };

  /** Each subject's events in their order, the subjects shuffled into each other. */
  const interleaved = function* (events: readonly PublicEvent[]): Iterable<PublicEvent> {
    const queues = bySubject(events);
    while (queues.length > 0) {
      const index = random.below(queues.length);
      yield queues[index]!.shift()!;
      if (queues[index]!.length === 0) queues.splice(index, 1);
    }
  };

  const wake = (): void => {
    for (const done of [...waiting]) done();
  };

  return {
    partitions,
    caughtUp: (): boolean => caughtUp,
    ends: (): ReadonlyMap<number, number> =>
      new Map(logs.map((log, partition) => [partition, log.at(-1)?.offset ?? -1])),
    /** Up to so many messages after the offset, and whether they are the partition's last. */
    after: (partition: number, offset: number, limit: number): { messages: readonly Message[]; atEnd: boolean } => {
      const log = logs[partition]!;
      const from = indexAfter(log, offset);
      return { messages: log.slice(from, from + limit), atEnd: from + limit >= log.length };
    },
    take: (events: readonly PublicEvent[], atEnd: boolean): void => {
      for (const event of interleaved(events)) publish(event);
      caughtUp = atEnd;
      wake();
    },
    wake,
    /** Resolves at the next change or when the signal aborts. */
    changed: (signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        const done = (): void => {
          waiting.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        waiting.add(done);
        signal.addEventListener('abort', done);
      }),
  };
};

export type PartitionedLog = ReturnType<typeof partitionedLog>;
