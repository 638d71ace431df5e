import type { KurrentDBClient, ResolvedEvent } from '@kurrent/kurrentdb-client';
import { Unavailable, type StoredEvent } from '@sunlit/kernel';
import { isStreamNotFound } from './failures.js';
import type { Guard } from './guard.js';
import { eventPosition, filterOf, placeOf, storedEvent } from './stored-event.js';

/** Events of a stream asked for at once. */
const PAGE = 500;
/** Looking through what a filter leaves out may take longer than a command can wait. */
const PROOF_DEADLINES = 10;

const collected = async (events: AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> => {
  const all: ResolvedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
};

/**
 * Reads, through the client's native bridge. Once that could not reach the server it fails for ever without trying again, and what it is
 * doing has no deadline: so each read is guarded, and after one that found the server away the next is made on a new client.
 */
export const logReader = (connect: () => KurrentDBClient, guard: Guard) => {
  let client: KurrentDBClient | undefined;

  const read = async (what: (client: KurrentDBClient) => AsyncIterable<ResolvedEvent>, deadlines = 1) => {
    const used = (client ??= connect());
    try {
      return await guard(() => collected(what(used)), { deadlines, answers: isStreamNotFound });
    } catch (error) {
      if (isStreamNotFound(error)) return [];
      if (error instanceof Unavailable && client === used) client = undefined;
      throw error;
    }
  };

  const page = async (stream: string, from: number, count: number): Promise<StoredEvent[]> => {
    const fromRevision = BigInt(from);
    return (await read((reader) => reader.readStream(stream, { fromRevision, maxCount: count }))).map(storedEvent);
  };

  return {
    page,
    /** The stream's events from a revision; none for an unknown stream. */
    stream: async (stream: string, from: number): Promise<StoredEvent[]> => {
      const events = await page(stream, from, PAGE);
      for (let full = events.length === PAGE; full;) {
        const next = await page(stream, from + events.length, PAGE);
        events.push(...next);
        full = next.length === PAGE;
      }
      return events;
    },
    /** The position of the last event of this program, as the leader has it; 0 where there is none. */
    head: async (): Promise<number> => {
      const [last] = await read((reader) =>
        reader.readAll({
          direction: 'backwards',
          fromPosition: 'end',
          maxCount: 1,
          filter: filterOf(undefined),
          requiresLeader: true,
        }),
      );
      return last ? eventPosition(last) : 0;
    },
    /** The position of the first event of these categories after a position, as the leader has it. */
    firstAfter: async (position: number, categories: readonly string[] | undefined): Promise<number | undefined> => {
      if (categories?.length === 0) return undefined;
      // The read begins at the position itself: of two events the second is past it.
      const next = await read(
        (reader) =>
          reader.readAll({
            fromPosition: placeOf(position),
            maxCount: 2,
            filter: filterOf(categories),
            requiresLeader: true,
          }),
        PROOF_DEADLINES,
      );
      return next.map(eventPosition).find((found) => found > position);
    },
  };
};

export type LogReader = ReturnType<typeof logReader>;
