import {
  Unavailable,
  type EventPublisher,
  type EventStore,
  type PublicEvent,
  type ReadStore,
  type StoredEvent,
} from '@sunlit/kernel';
import type { Failpoint } from './engine.js';
import { persistently, type Pause } from './pause.js';
import { logSource, type SourceBatch } from './source.js';

export interface RelayOptions {
  /** The name of its checkpoint: `relay.complaints`. */
  readonly name: string;
  readonly store: EventStore;
  /** The categories of which something is public. */
  readonly categories: readonly string[];
  /** The public event of a private one, null for one that stays private. Pure: what it throws (`NewerThanProgram`, for one) stops the relay. */
  readonly publicOf: (event: StoredEvent) => PublicEvent | null;
  readonly publisher: EventPublisher;
  /** Where its checkpoint is, in partition 0. */
  readonly readStore: ReadStore;
  readonly signal: AbortSignal;
  /** Events read at once, default 500. */
  readonly batch?: number;
  readonly failpoint?: Failpoint;
  /** Told each time how far all that is public has been acknowledged. */
  readonly onProgress?: (position: number) => void;
  readonly onUnavailable?: (error: Unavailable) => void;
  readonly pause?: Pause;
}

/** What is published of a service's log: at least once, in order. */
export interface RelayRunner {
  /**
   * Publishes what is public after the checkpoint, and then what comes, until the signal aborts. Waits as long as the bus is away. Rejects
   * when a store fails (run it again) and when an event has no public form it could be given: nothing after it is published.
   */
  run(): Promise<void>;
  /** How far all that is public has been acknowledged. */
  position(): number;
}

/** A stretch of the log and what is public of it. */
interface Stretch {
  readonly events: readonly PublicEvent[];
  readonly position: number;
  readonly caughtUp: boolean;
  /** Why nothing can be published after these events. */
  readonly failure?: unknown;
}

/** So many stretches with nothing public may pass before the checkpoint is written all the same. */
const LONGEST_SILENCE = 100;

/** What is public of a stretch; where an event cannot be told, what is before it. */
const publicPart = ({ items, position, caughtUp }: SourceBatch, publicOf: RelayOptions['publicOf']): Stretch => {
  const events: PublicEvent[] = [];
  let reached: number | null = null;
  for (const item of items) {
    try {
      const said = publicOf(item.event as StoredEvent);
      if (said) events.push(said);
      reached = item.position;
    } catch (failure) {
      return { events, position: reached ?? 0, caughtUp: false, failure };
    }
  }
  return { events, position, caughtUp };
};

/** The items, the next one asked for while the present one is worked at; `stop` makes an unanswered question end. */
const ahead = async function* <T>(items: AsyncIterable<T>, stop: () => void): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  const ask = () => {
    const next = iterator.next();
    // Dealt with when its turn comes; without this the process would end over it before.
    next.catch(() => undefined);
    return next;
  };
  try {
    let next = ask();
    for (let { done, value } = await next; !done; { done, value } = await next) {
      next = ask();
      yield value;
    }
  } finally {
    stop();
    await iterator.return?.();
  }
};

/** The checkpoint, written beside what comes next, one write at a time; `stop` is called when it could not be. */
const checkpointing = (write: (position: number) => Promise<void>, from: number, { persist, stop }: Persisting) => {
  let saved = from;
  let saving: Promise<void> = Promise.resolve();
  return {
    /** Resolves when the write before is done and this one has begun. */
    begin: async (position: number): Promise<void> => {
      await saving;
      if (position <= saved) return;
      saving = persist(() => write(position).then(() => void (saved = position)));
      saving.catch(stop);
    },
    /** Waits for the last write. */
    end: (): Promise<void> => saving,
    /** Writes once what is not written yet, where the store is there; else it is published again. */
    close: async (position: number): Promise<void> => {
      await saving;
      if (position <= saved) return;
      await write(position).catch((error: unknown) => {
        if (!(error instanceof Unavailable)) throw error;
      });
    },
  };
};

interface Persisting {
  readonly persist: (work: () => Promise<void>) => Promise<void>;
  readonly stop: () => void;
}

/** Makes the relay of a service's log to the bus; `run` starts it. */
export const relayRunner = (options: RelayOptions): RelayRunner => {
  const { name, store, categories, publicOf, publisher, readStore, failpoint = () => undefined, onProgress } = options;
  let position = 0;
  let running = false;

  const follow = async (signal: AbortSignal, stop: () => void): Promise<void> => {
    const patience = { signal, onUnavailable: options.onUnavailable, pause: options.pause };
    position = (await readStore.checkpoints(name)).get(0) ?? 0;
    let silent = 0;

    const write = async (reached: number): Promise<void> => {
      await readStore.write({ writes: [], checkpoint: { name, partition: 0, position: reached } });
      await failpoint('relay:after-checkpoint');
    };
    const persist = (work: () => Promise<void>) => persistently(work, patience).then(() => undefined);
    const checkpoint = checkpointing(write, position, { persist, stop });

    const publish = async (events: readonly PublicEvent[]): Promise<boolean> => {
      await failpoint('relay:before-publish');
      const sent = await persistently(() => publisher.publish(events).then(() => true), patience);
      if (sent) await failpoint('relay:after-publish');
      return sent ?? false;
    };

    /** Publishes and moves on; false where the signal aborted before the bus had it all. */
    const relay = async ({ events, position: reached, caughtUp }: Stretch): Promise<boolean> => {
      if (events.length > 0 && !(await publish(events))) return false;
      position = Math.max(position, reached);
      silent = events.length > 0 || caughtUp || silent === LONGEST_SILENCE ? 0 : silent + 1;
      if (silent === 0) await checkpoint.begin(position);
      onProgress?.(position);
      return true;
    };

    try {
      const source = logSource(store, categories, options.batch ?? 500);
      for await (const batch of ahead(source.read(new Map([[0, position]]), signal), stop)) {
        const stretch = publicPart(batch, publicOf);
        if (signal.aborted || !(await relay(stretch))) break;
        if ('failure' in stretch) throw stretch.failure;
      }
      await checkpoint.close(position);
    } finally {
      await checkpoint.end();
    }
  };

  return {
    run: async () => {
      if (running) throw new Error(`${name} is running already.`);
      running = true;
      const inner = new AbortController();
      const stop = (): void => inner.abort();
      await follow(AbortSignal.any([options.signal, inner.signal]), stop).finally(() => (running = false));
    },
    position: () => position,
  };
};
