import { jsonEvent, type Filter, type JSONEventData, type ResolvedEvent } from '@kurrent/kurrentdb-client';
import type { EventMeta, JsonObject, StoredEvent } from '@sunlit/kernel';
import type { CheckedEvent } from '../checked-append.js';

/** Names of this program's streams, never a system stream's `$`. */
const OURS = '^[a-z][A-Za-z0-9]*-';
/** A checkpoint comes after so many times the server's search window (32 events). */
const CHECKPOINT_INTERVAL = 32;

/** What the server lets pass: streams of these categories, or of all categories. None is no filter a server knows. */
export const filterOf = (categories: readonly string[] | undefined): Filter => ({
  filterOn: 'streamName',
  checkpointInterval: CHECKPOINT_INTERVAL,
  ...(categories ? { prefixes: [...new Set(categories)].map((category) => `${category}-`) } : { regex: OURS }),
});

/** The client's event. Made from the checked texts, so that what the caller does to its objects afterwards changes nothing. */
export const newEvent = ({ id, type, data, meta }: CheckedEvent): JSONEventData =>
  jsonEvent({
    id,
    type,
    data: JSON.parse(data) as Record<string, unknown>,
    metadata: JSON.parse(meta) as Record<string, unknown>,
  });

/** A place in the server's log as a number; an Error past 2^53 (a log of 9 petabytes). */
export const positionOf = (commit: bigint): number => {
  if (commit > BigInt(Number.MAX_SAFE_INTEGER))
    throw new Error(
      `KurrentDB: 位置超出 2^53。 The position ${commit} is beyond 2^53, more than this program can keep exactly: move to a new log.`,
    );
  return Number(commit);
};

/** Where a read of the whole log starts. Positions of what is appended to one stream are commit and prepare position alike. */
export const placeOf = (position: number) =>
  position <= 0 ? ('start' as const) : { commit: BigInt(position), prepare: BigInt(position) };

const foreign = (stream: string, revision: bigint, why: string): Error =>
  new Error(
    `KurrentDB: ${stream} #${revision} 不是本程序写入的事件。 Event ${revision} of ${stream} ${why}: keep other programs' events in streams of other names.`,
  );

/** Where an event stands in the whole log. */
export const eventPosition = ({ event, commitPosition }: ResolvedEvent): number => {
  const commit = event?.position?.commit ?? commitPosition;
  if (commit === undefined || !event) throw new Error('KurrentDB gave an event without a position: update the server.');
  // Events of a transaction over several streams share a commit position, which one number cannot tell apart.
  if (event.position && event.position.prepare !== event.position.commit)
    throw foreign(event.streamId, event.revision, 'was appended in a transaction over several streams');
  return positionOf(commit);
};

/** An event as the port gives it, or an Error where another program wrote it into a stream of ours. */
export const storedEvent = (resolved: ResolvedEvent): StoredEvent => {
  const { event } = resolved;
  if (!event) throw new Error('KurrentDB gave a link in place of an event: links were not asked for.');
  if (!event.isJson) throw foreign(event.streamId, event.revision, 'is no JSON');
  if (!event.metadata) throw foreign(event.streamId, event.revision, 'has no metadata');
  return {
    id: event.id,
    stream: event.streamId,
    revision: Number(event.revision),
    position: eventPosition(resolved),
    type: event.type,
    data: event.data as unknown as JsonObject,
    meta: event.metadata as unknown as EventMeta,
  };
};
