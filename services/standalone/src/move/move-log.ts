import type { EventStore, NewEvent, StoredEvent } from '@sunlit/kernel';

/** The target holds something else: nothing was written to it. */
export class NotEmpty extends Error {
  constructor(stream: string) {
    super(
      `目标事件库不为空,且不是这次迁移的一部分(${stream})。请换一个空库。 ` +
        `The target log is not empty and holds what is no part of this move (${stream}): move into an empty one.`,
    );
    this.name = 'NotEmpty';
  }
}

/** How far a move has come. */
export interface Moved {
  readonly events: number;
  /** How many of them an earlier, stopped move had copied. */
  readonly already: number;
  readonly position: number;
  readonly head: number;
}

export interface LogMove {
  readonly from: EventStore;
  readonly to: EventStore;
  readonly onProgress?: (moved: Moved) => void;
}

/** Events that were appended together, or one after another to one stream: they go over in one append. */
const runsOf = (events: readonly StoredEvent[]): readonly (readonly StoredEvent[])[] => {
  const runs: StoredEvent[][] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (last?.[0]!.stream === event.stream && last.length < LONGEST_RUN) last.push(event);
    else runs.push([event]);
  }
  return runs;
};

/** So that an append stays far below what a store takes at once: 3 events of the largest size. */
const LONGEST_RUN = 3;

const asNew = ({ id, type, data, meta }: StoredEvent): NewEvent => ({ id, type, data, meta });

/** The number of events of the stream that stand in the target already, which must be the same ones. */
const standing = async (to: EventStore, from: EventStore, stream: string): Promise<number> => {
  const there = await to.read(stream);
  if (there.length === 0) return 0;
  const here = await from.read(stream);
  const same = ({ id, meta }: StoredEvent, at: number): boolean =>
    here[at]?.id === id && here[at].meta.recordedAt === meta.recordedAt;
  if (!there.every(same)) throw new NotEmpty(stream);
  return there.length;
};

/** Throws `NotEmpty` where the target begins with another event than the source, or with one the source does not have. */
const checkBeginning = async ({ from, to }: LogMove): Promise<void> => {
  if ((await to.head()) === 0) return;
  const stop = new AbortController();
  for await (const { events, caughtUp } of to.subscribe({ after: 0, signal: stop.signal, batch: 1 })) {
    if (events[0]) await standing(to, from, events[0].stream);
    if (events[0] || caughtUp) return;
  }
};

/**
 * Copies a log into an empty one: every stream with its revisions, every event with its id, type, data and metadata, in the same order. What a
 * stopped move has copied is met again and left as it is. The source must not be written meanwhile. Throws `NotEmpty`.
 */
export const moveLog = async (move: LogMove): Promise<Moved> => {
  const { from, to, onProgress } = move;
  const head = await from.head();
  await checkBeginning(move);
  const resumes = (await to.head()) > 0;
  const known = new Map<string, number>();
  let moved: Moved = { events: 0, already: 0, position: 0, head };

  const copy = async (run: readonly StoredEvent[]): Promise<void> => {
    const { stream } = run[0]!;
    if (resumes && !known.has(stream)) known.set(stream, await standing(to, from, stream));
    const rest = run.filter((event) => event.revision >= (known.get(stream) ?? 0));
    if (rest.length > 0) await to.append(stream, rest.map(asNew), rest[0]!.revision - 1);
    const already = moved.already + run.length - rest.length;
    moved = { ...moved, events: moved.events + run.length, already };
  };

  if (head === 0) return moved;
  const stop = new AbortController();
  for await (const { events, position, caughtUp } of from.subscribe({ after: 0, signal: stop.signal })) {
    for (const run of runsOf(events)) await copy(run);
    moved = { ...moved, position };
    onProgress?.(moved);
    if (position >= head || caughtUp) break;
  }
  return moved;
};
