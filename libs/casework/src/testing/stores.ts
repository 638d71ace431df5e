import { randomBytes } from 'node:crypto';
import {
  WrongExpectedRevision,
  categoryOf,
  type EventStore,
  type KeyStore,
  type LogBatch,
  type NewEvent,
  type StoredEvent,
} from '@sunlit/kernel';

/** A log in memory, as the port says; after `lose` the next append happens but its answer is lost, until `keep`. */
export const memoryEventStore = (): EventStore & {
  readonly log: readonly StoredEvent[];
  lose: () => void;
  keep: () => void;
} => {
  const log: StoredEvent[] = [];
  const waiting = new Set<() => void>();
  let losing = false;
  const streamOf = (stream: string) => log.filter((event) => event.stream === stream);

  const append = async (stream: string, events: readonly NewEvent[], expected: number) => {
    const present = streamOf(stream);
    const there = present.slice(expected + 1, expected + 1 + events.length);
    const again = there.length === events.length && there.every(({ id }, index) => id === events[index]!.id);
    if (!again && present.length - 1 !== expected)
      throw new WrongExpectedRevision(stream, expected, present.length - 1);
    if (!again)
      for (const [index, event] of events.entries())
        log.push({ ...structuredClone(event), stream, revision: expected + 1 + index, position: log.length + 1 });
    for (const wake of waiting) wake();
    const last = streamOf(stream)[expected + events.length]!;
    if (losing) {
      losing = false;
      throw new Error('the answer was lost');
    }
    return { revision: last.revision, position: last.position };
  };

  async function* subscribe(options: Parameters<EventStore['subscribe']>[0]): AsyncGenerator<LogBatch> {
    let { after } = options;
    while (!options.signal.aborted) {
      const fresh = log.slice(after);
      after = log.length;
      const events = fresh.filter(({ stream }) => options.categories?.includes(categoryOf(stream)) ?? true);
      yield { events, position: after, caughtUp: true };
      // Aborted while the batch was worked on: nobody will wake this up.
      if (log.length > after || options.signal.aborted) continue;
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
        options.signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }

  return {
    log,
    lose: () => void (losing = true),
    keep: () => void (losing = false),
    read: async (stream, from = 0) => streamOf(stream).slice(from),
    append,
    subscribe,
    head: async () => log.length,
    close: async () => undefined,
  };
};

/** Keys in memory. */
export const memoryKeyStore = (): KeyStore => {
  const keys = new Map<string, Buffer>();
  let upTo = 0;
  const made = (id: string): Buffer => {
    const key = keys.get(id) ?? randomBytes(32);
    keys.set(id, key);
    return key;
  };
  return {
    take: async () => {
      const id = randomBytes(12).toString('hex');
      return { id, key: made(id) };
    },
    get: async (ids) => ids.map((id) => keys.get(id) ?? null),
    destroy: async (ids, position) => {
      for (const id of ids) keys.delete(id);
      upTo = position;
    },
    destroyedUpTo: async () => upTo,
    permanent: async (purpose) => made(`permanent ${purpose}`),
    close: async () => undefined,
  };
};
