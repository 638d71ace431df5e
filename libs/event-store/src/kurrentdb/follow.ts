import { setTimeout as delay } from 'node:timers/promises';
import { Unavailable, type EventStore, type LogBatch } from '@sunlit/kernel';
import type { HeadWatch } from './head-watch.js';
import type { LogReader } from './log-reader.js';
import type { Source } from './source.js';

const BATCH = 500;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/** Looks at the head (ten a second) for which an event that is there may not have come before the subscription is begun anew. */
const PATIENCE = 50;

interface Place {
  position: number;
  /** Whether the consumer knows that it has everything up to here. */
  told: boolean;
  /** Looks at the head that found an event which had not come. */
  missed: number;
}

export interface Followed {
  readonly reader: LogReader;
  readonly heads: HeadWatch;
  /** Begins a subscription after a position; undefined where no event is asked for. */
  readonly open: (after: number, categories: readonly string[] | undefined) => Source | undefined;
  readonly where: string;
  readonly closing: AbortSignal;
}

/** Waits for news of the subscription (undefined), or for the head where everything replayed has come. */
const idle = ({ heads }: Followed, source: Source | undefined, ends: AbortSignal): Promise<number | undefined> =>
  new Promise((resolve) => {
    if (ends.aborted) return resolve(undefined);
    const leaves: (() => void)[] = [];
    const done = (head?: number): void => {
      for (const leave of leaves) leave();
      resolve(head);
    };
    const stop = (): void => done();
    ends.addEventListener('abort', stop);
    leaves.push(() => ends.removeEventListener('abort', stop));
    if (source) leaves.push(source.onNews(stop));
    if (source?.live() ?? true) leaves.push(heads.next(done));
  });

/** The same, with a replay's events gathered. */
const waited = async (
  followed: Followed,
  source: Source | undefined,
  { ends, batch }: { readonly ends: AbortSignal; readonly batch: number },
): Promise<number | undefined> => {
  const head = await idle(followed, source, ends);
  if (head === undefined && source?.live() === false) await source.gathered(batch);
  return head;
};

/** The first event after a position, or 0 where that cannot be said now. */
const firstAfter = async (reader: LogReader, position: number, categories: readonly string[] | undefined) => {
  try {
    return (await reader.firstAfter(position, categories)) ?? Infinity;
  } catch (error) {
    if (error instanceof Unavailable) return 0;
    throw error;
  }
};

/**
 * Subscriptions that outlive the server's absence. Events come from a filtered subscription to `$all`. That the end was reached is said from
 * reads alone: the head first, then that no event of the filter lies between our position and it. So the position passes what the filter
 * leaves out, and nothing rests on what the server tells beside the events, or on how soon the subscription brings them.
 */
export const following = (followed: Followed): EventStore['subscribe'] => {
  const { reader, open, where, closing } = followed;

  /** What to say at a head: that all is there up to it, or nothing, where that is known already or not so. */
  const atHead = async (place: Place, head: number, categories: readonly string[] | undefined) => {
    if (head <= place.position) return !place.told;
    if ((await firstAfter(reader, place.position, categories)) > head) {
      place.position = head;
      return true;
    }
    if (++place.missed > PATIENCE)
      throw new Unavailable(`${where}: 订阅停滞。 The subscription does not bring what is in the log.`);
    return false;
  };

  const stretch = async function* (
    place: Place,
    source: Source | undefined,
    options: { readonly categories: readonly string[] | undefined; readonly batch: number; readonly ends: AbortSignal },
  ): AsyncGenerator<LogBatch, void, void> {
    while (!options.ends.aborted) {
      const taken = source?.take(place.position, options.batch);
      if (taken && taken.position > place.position) {
        Object.assign(place, { position: taken.position, told: false, missed: 0 });
        yield { ...taken, caughtUp: false };
        continue;
      }
      const head = await waited(followed, source, options);
      if (head === undefined || !(await atHead(place, head, options.categories))) continue;
      place.told = true;
      if (!options.ends.aborted) yield { events: [], position: place.position, caughtUp: true };
    }
  };

  return async function* ({ after, categories, signal, batch = BATCH }) {
    const ends = AbortSignal.any([signal, closing]);
    const place: Place = { position: after, told: false, missed: 0 };
    let pause = FIRST_PAUSE_MS;
    while (!ends.aborted) {
      const source = open(place.position, categories);
      try {
        for await (const found of stretch(place, source, { categories, batch: Math.max(1, batch), ends })) {
          pause = FIRST_PAUSE_MS;
          yield found;
        }
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        place.missed = 0;
        await delay(pause, undefined, { signal: ends }).catch(() => undefined);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      } finally {
        source?.close();
      }
    }
  };
};
