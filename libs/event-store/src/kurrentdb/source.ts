import type { Transform } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { KurrentDBClient, Position, ResolvedEvent } from '@kurrent/kurrentdb-client';
import { Unavailable, type StoredEvent } from '@sunlit/kernel';
import { failureOf } from './failures.js';
import { filterOf, placeOf, positionOf, storedEvent } from './stored-event.js';

/** Events held ready at most; the server waits when they are not taken. */
const ROOM = 256;
/** How long a replay is given to bring more before what is there is taken. */
const GATHER_MS = 2;

/** Stands between the events: all of the filter's up to here came before it. */
interface Marker {
  readonly passed: number;
  readonly live: boolean;
}

const isMarker = (item: ResolvedEvent | Marker): item is Marker => 'passed' in item;

export interface Taken {
  readonly events: readonly StoredEvent[];
  /** How far the log was gone through with them. */
  readonly position: number;
}

/**
 * A subscription to `$all` behind a filter, from which is taken what is there: pulled, so that an unread rest holds the server back.
 *
 * The client tells checkpoints and "caught up" out of turn, before events that wait in its buffer. Pushed into that same buffer where
 * they are told (it is filled one after the other) they stand at their place among the events, and only so they are believed.
 */
export const openSource = (
  client: KurrentDBClient,
  where: string,
  from: { readonly after: number; readonly categories: readonly string[] | undefined },
) => {
  let failure: Error | undefined;
  let live = false;
  let tell = (): void => undefined;

  const mark = (marker: Marker): void => void stream.push(marker);
  const filter = {
    ...filterOf(from.categories),
    checkpointReached: (_: unknown, { commit }: Position) => mark({ passed: positionOf(commit), live: false }),
  };
  const subscription = client.subscribeToAll({ fromPosition: placeOf(from.after), filter }, { highWaterMark: ROOM });
  const stream = subscription as unknown as Transform;

  const fail = (error: Error): void => {
    failure ??= error;
    tell();
  };
  stream.on('caughtUp', () => mark({ passed: 0, live: true }));
  stream.on('error', (error: unknown) => fail(failureOf(where, error)));
  for (const end of ['end', 'close'])
    stream.on(end, () => fail(new Unavailable(`${where}: 订阅中断。 The subscription was ended by the server.`)));
  stream.on('readable', () => tell());

  return {
    /** What is there after a position, up to `limit` events; throws what ended the subscription once nothing is left. */
    take: (after: number, limit: number): Taken => {
      const events: StoredEvent[] = [];
      let position = after;
      while (events.length < limit) {
        const item = stream.read() as ResolvedEvent | Marker | null;
        if (item === null) break;
        if (isMarker(item)) {
          live ||= item.live;
          position = Math.max(position, item.passed);
          continue;
        }
        const event = storedEvent(item);
        if (event.position <= position) continue;
        events.push(event);
        position = event.position;
      }
      if (position === after && failure) throw failure;
      return { events, position };
    },
    /** Resolves when a batch is there, or nothing more comes at the moment: a replay arrives event by event, and batches of one are slow. */
    gathered: async (limit: number): Promise<void> => {
      for (let before = -1; before < stream.readableLength && stream.readableLength < Math.min(limit, ROOM);) {
        before = stream.readableLength;
        await delay(GATHER_MS);
      }
    },
    /** Whether the server had no more to replay, once. */
    live: (): boolean => live,
    /** Calls `wake` when there may be something to take. The function given back calls that off. */
    onNews: (wake: () => void): (() => void) => {
      tell = wake;
      return () => {
        tell = () => undefined;
      };
    },
    close: (): void => {
      failure ??= new Unavailable(`${where}: 订阅已结束。 The subscription was ended.`);
      // Ending what never reached the server fails: there is nothing to end.
      subscription.unsubscribe().catch(() => undefined);
      stream.destroy();
    },
  };
};

export type Source = ReturnType<typeof openSource>;
