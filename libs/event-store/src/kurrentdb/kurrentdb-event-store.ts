import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { KurrentDBClient, NO_STREAM } from '@kurrent/kurrentdb-client';
// Not `client.appendToStream`: where the server offers it that sends everything on one call without a deadline, and when the server
// goes away while appends queue up there, it rejects promises nobody can catch, which ends the process.
import { append as appendCall } from '@kurrent/kurrentdb-client/dist/streams/appendToStream/append.js';
import { Unavailable, WrongExpectedRevision, type Appended, type EventStore } from '@sunlit/kernel';
import { checkedAppend, type CheckedEvent } from '../checked-append.js';
import { actualRevision } from './failures.js';
import { following } from './follow.js';
import { guarding } from './guard.js';
import { headWatch } from './head-watch.js';
import { logReader } from './log-reader.js';
import { openSource } from './source.js';
import { newEvent, positionOf } from './stored-event.js';

const DEADLINE_MS = 3_000;
const READ_AGAIN_MS = 5;

export interface KurrentdbEventStoreOptions {
  /** `kurrentdb://user:password@host:2113?tls=true`, as KurrentDB's clients take it; several hosts are a cluster. */
  readonly connectionString: string;
  /** How long an append or a read may take before it is `Unavailable`, default 3,000. */
  readonly deadlineMs?: number;
}

interface Append {
  readonly stream: string;
  readonly events: readonly CheckedEvent[];
  readonly expected: number;
}

/** The address as it may stand in messages: neither account nor password, nor options. */
const placeIn = (connectionString: string): string =>
  connectionString.replace(/^([^:]+:\/\/)(?:[^@/]*@)?([^/?]*).*$/s, '$1$2');

const connecting = (connectionString: string) => (): KurrentDBClient => {
  try {
    return KurrentDBClient.connectionString(connectionString);
  } catch {
    // The client's message repeats the address, and with it a password.
    throw new Error(
      'KurrentDB 地址无效。 The address of the event store is none KurrentDB’s client takes: write kurrentdb://user:password@host:2113?tls=true, and check the files it names.',
    );
  }
};

/** Ends what the client holds open; it offers no way of its own to close its connection. */
const disconnect = async (client: KurrentDBClient): Promise<void> => {
  await client.dispose();
  const { getChannel } = client as unknown as { getChannel(): Promise<{ close(): void }> };
  (await getChannel()).close();
};

/**
 * The event store on KurrentDB. Appends always state a revision. Positions are commit positions. Nothing is asked of the server before it is
 * needed, so the store opens while the server is away: then requests fail with `Unavailable` soon, and subscriptions wait for it.
 * Throws an Error for an address that is none; operations throw `InvalidEvent` like every store, and an Error where access is denied.
 */
export const kurrentdbEventStore = ({
  connectionString,
  deadlineMs = DEADLINE_MS,
}: KurrentdbEventStoreOptions): EventStore => {
  const connect = connecting(connectionString);
  const where = placeIn(connectionString);
  const client = connect();
  const closing = new AbortController();
  // One listener a request under way, as many as there are.
  setMaxListeners(0, closing.signal);
  const guard = guarding(where, deadlineMs, closing.signal);
  const reader = logReader(connect, guard);
  const heads = headWatch(reader.head);
  // The furthest position met: an append answered with no later one did not write anything new.
  let met = 0;
  const meet = (position: number): number => (met = Math.max(met, position));

  const call = async ({ stream, events, expected }: Append) =>
    appendCall.call(client, stream, events.map(newEvent), {
      streamState: expected < 0 ? NO_STREAM : BigInt(expected),
      deadline: deadlineMs,
      batchAppendSize: Number.MAX_SAFE_INTEGER,
    });

  /**
   * The outcome of an append whose events stand at their place; undefined where others do. The server answers by what it is writing, and
   * shows it a moment later: so up to `readable` the stream is waited for, and whoever lost a race reads what it was lost to.
   */
  const standing = async ({ stream, events, expected }: Append, readable: number): Promise<Appended | undefined> => {
    const until = performance.now() + deadlineMs;
    const wanted = Math.min(events.length, readable - expected);
    let found = await reader.page(stream, expected + 1, events.length);
    while (found.length < wanted && performance.now() < until) {
      await pause(READ_AGAIN_MS, undefined, { signal: closing.signal }).catch(() => undefined);
      found = await reader.page(stream, expected + 1, events.length);
    }
    const last = found.at(-1);
    return last && found.length === events.length && found.every(({ id }, index) => id === events[index]!.id)
      ? { revision: last.revision, position: last.position }
      : undefined;
  };

  const append = async (wanted: Append): Promise<Appended> => {
    const before = met;
    const answers = (error: unknown): boolean => actualRevision(error) !== undefined;
    const outcome = await guard(() => call(wanted), { answers }).then(
      ({ success, position, nextExpectedRevision }) =>
        success ? { position: position && positionOf(position.commit) } : { actual: Number(nextExpectedRevision) },
      (error: unknown) => {
        const actual = actualRevision(error);
        if (actual === undefined) throw error;
        return { actual };
      },
    );
    if ('position' in outcome && outcome.position !== undefined && outcome.position > before)
      return { revision: wanted.expected + wanted.events.length, position: meet(outcome.position) };
    // Refused, or taken as one that stood there: then the server need not tell its position. Both are settled by what is there.
    const last = 'actual' in outcome ? outcome.actual : wanted.expected + wanted.events.length;
    const first = await standing(wanted, last);
    if (first) return first;
    if ('actual' in outcome) throw new WrongExpectedRevision(wanted.stream, wanted.expected, outcome.actual);
    throw new Unavailable(
      `${where}: 写入结果未知,请重试。 An append was taken but cannot be read back yet: try again.`,
    );
  };

  return {
    read: async (stream, from = 0) => reader.stream(stream, from),
    append: async (stream, events, expected) =>
      append({ stream, events: checkedAppend(stream, events, expected), expected }),
    subscribe: following({
      reader,
      heads,
      where,
      closing: closing.signal,
      open: (after, categories) =>
        categories?.length === 0 ? undefined : openSource(client, where, { after, categories }),
    }),
    head: async () => meet(await reader.head()),
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort();
      heads.stop();
      await disconnect(client);
    },
  };
};
