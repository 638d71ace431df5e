import type { BusBatch, EventBus, EventStore, JsonObject, LogBatch, PublicEvent, StoredEvent } from '@sunlit/kernel';

/** Calls waiting for something to be said. */
const bell = () => {
  let waiting: (() => void)[] = [];
  const ring = (): void => {
    const woken = waiting;
    waiting = [];
    woken.forEach((wake) => wake());
  };
  const heard = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  return { ring, heard };
};

const meta = (position: number) => ({
  commandId: `c${position}`,
  digest: '',
  by: { account: 'a', role: 'operator' },
  recordedAt: new Date(Date.UTC(2021, 3, 12) + position * 1000).toISOString(),
  correlation: '',
  causation: '',
});

/** A log in memory: `say` adds an event; positions leave gaps. */
export const fakeLog = () => {
  const events: StoredEvent[] = [];
  const { ring, heard } = bell();
  const head = () => events.at(-1)?.position ?? 0;
  const say = (stream: string, type: string, data: JsonObject = {}): StoredEvent => {
    const revision = events.filter((event) => event.stream === stream).length;
    const position = head() + 1 + (events.length % 3);
    const event = { id: `${stream}@${revision}`, stream, revision, position, type, data, meta: meta(position) };
    events.push(event);
    ring();
    return event;
  };
  const batchAfter = (after: number, categories: readonly string[] | undefined, size: number): LogBatch => {
    const next = events.filter(({ position }) => position > after).slice(0, size);
    const position = next.at(-1)?.position ?? after;
    const ours = next.filter(({ stream }) => !categories || categories.includes(stream.slice(0, stream.indexOf('-'))));
    return { events: ours, position, caughtUp: position === head() };
  };
  const store: EventStore = {
    read: async (stream, from = 0) => events.filter((event) => event.stream === stream && event.revision >= from),
    append: async () => Promise.reject(new Error('Say it.')),
    async *subscribe({ after, categories, signal, batch = 1000 }) {
      let at = after;
      while (!signal.aborted) {
        if (at >= head()) await heard(signal);
        else {
          const next = batchAfter(at, categories, batch);
          at = next.position;
          yield next;
        }
      }
    },
    head: async () => head(),
    close: async () => undefined,
  };
  return { store, events, say, head };
};

/** What a bus says of a stored event. */
export const publicEvent = (event: StoredEvent, source = 'cases'): PublicEvent => ({
  id: event.id,
  source,
  type: event.type,
  subject: event.stream,
  sequence: event.revision,
  time: event.meta.recordedAt,
  stated: false,
  recordedat: event.meta.recordedAt,
  data: event.data as JsonObject,
});

/** A bus in memory, from offset 0 in each partition; `sizes` says how long each batch is, in turn. */
export const fakeBus = (partitions: readonly (readonly PublicEvent[])[], sizes: readonly number[] = [3]) => {
  const { heard } = bell();
  const bus: EventBus = {
    partitions: async () => [...partitions.keys()],
    ends: async () => new Map(partitions.map((all, partition) => [partition, all.length - 1])),
    async *subscribe({ after, signal }): AsyncGenerator<BusBatch> {
      const next = partitions.map((_, partition) => (after.get(partition) ?? -1) + 1);
      let turn = 0;
      const batchOf = (partition: number): BusBatch => {
        const [all, from] = [partitions[partition]!, next[partition]!];
        const to = Math.min(all.length, from + (sizes[turn++ % sizes.length] ?? 1));
        const messages = all.slice(from, to).map((event, at) => ({ offset: from + at, event }));
        next[partition] = to;
        return { partition, messages, offset: to - 1, caughtUp: to === all.length };
      };
      for (let round = 0; round === 0 || partitions.some((all, at) => next[at]! < all.length); round++)
        for (const partition of partitions.keys())
          if (signal.aborted) return;
          else if (round === 0 || next[partition]! < partitions[partition]!.length) yield batchOf(partition);
      while (!signal.aborted) await heard(signal);
    },
    close: async () => undefined,
  };
  return bus;
};
