import {
  NewerThanProgram,
  Refused,
  Unavailable,
  revisionOf,
  streamOf,
  type CollectionSpec,
  type DocumentWrite,
  type JsonObject,
  type Place,
  type Projected,
  type ReadBatch,
  type ReadStore,
} from '@sunlit/kernel';
import { listAll } from './list-all.js';

/** The streams that are set aside: one document a projection (or policy) and stream. */
export const SET_ASIDE = 'set-aside.v1';
/** Their events that wait: one document a projection, stream and revision. */
export const SET_ASIDE_EVENTS = 'set-aside-events.v1';

/** A stream set aside: why, and since which of its events. Holds no personal data. */
export interface SetAside {
  /** The projection or policy that could not take it. */
  readonly projection: string;
  readonly stream: string;
  /** The name of the error, with its message where the error is one of ours. */
  readonly reason: string;
  readonly eventType: string;
  /** The first event that waits. */
  readonly revision: number;
  readonly partition: number;
  readonly position: number;
  /** When that event was recorded, ISO 8601 UTC. */
  readonly since: string;
  /** The last event that waits, and how many do. */
  readonly last: number;
  readonly waiting: number;
}

/** An event that waits, where it stood. */
export interface Waiting {
  readonly place: Place;
  readonly event: Projected;
}

/** Where a book keeps its rows and events: the shared collections, or those of a projection being rebuilt. */
export interface Shelf {
  readonly rows: string;
  readonly events: string;
}

/** Where everybody's set-aside streams are. */
export const SHELF: Shelf = { rows: SET_ASIDE, events: SET_ASIDE_EVENTS };

/** The collections of a shelf, to be declared. */
export const shelfCollections = ({ rows, events }: Shelf): readonly CollectionSpec[] => [
  { name: rows, index: { projection: 'text', stream: 'text', since: 'instant' } },
  { name: events, index: { projection: 'text', stream: 'text', revision: 'number' } },
];

/** A step between two whole positions: exact up to 2^40, so that 4,095 changes fit between an event and the next. */
export const STEP = 2 ** -12;

const OURS = [NewerThanProgram, Refused, Unavailable];

/** What may be written down of an error: a foreign message could quote a document. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'Error';
  return OURS.some((ours) => error instanceof ours) ? `${error.name}: ${error.message}` : error.name;
};

const recordedAt = (event: Projected): string => ('subject' in event ? event.recordedat : event.meta.recordedAt);

interface Row {
  readonly version: number;
  readonly row: SetAside;
}

const added = (name: string, { place, event }: Waiting, error: unknown): SetAside => ({
  projection: name,
  stream: streamOf(event),
  reason: reasonOf(error),
  eventType: event.type,
  revision: revisionOf(event),
  partition: place.partition,
  position: place.position,
  since: recordedAt(event),
  last: revisionOf(event),
  waiting: 1,
});

const asDoc = (value: object): JsonObject => value as JsonObject;

/** The document of an event that waits. */
export const waitingDocument = (name: string, { place, event }: Waiting): { key: string; doc: JsonObject } => ({
  key: `${name}|${streamOf(event)}|${revisionOf(event)}`,
  doc: asDoc({ projection: name, stream: streamOf(event), revision: revisionOf(event), place, event }),
});

/** What a batch adds to the book; nothing is changed until `commit`. */
const stageOn = (name: string, shelf: Shelf, rows: Map<string, Row>) => {
  const changed = new Map<string, Row>();
  const events: DocumentWrite[] = [];
  const present = (stream: string) => changed.get(stream) ?? rows.get(stream);
  return {
    /** Whether this event of the stream has to wait. */
    holds: (stream: string, revision: number): boolean => {
      const row = present(stream)?.row;
      return row !== undefined && revision >= row.revision;
    },
    /** Adds an event to what waits; `error` is why, where it is the first (a message that says no revision may have been met before it). Again is no change. */
    add: (waiting: Waiting, error?: unknown): void => {
      const revision = revisionOf(waiting.event);
      const stream = streamOf(waiting.event);
      const row = present(stream)?.row;
      const waits = row !== undefined && revision >= row.revision;
      if (waits && revision <= row.last) return;
      const begun = waits ? row : added(name, waiting, error);
      const next = { ...begun, last: revision, waiting: row ? row.waiting + 1 : 1 };
      const version = waiting.place.position;
      changed.set(stream, { version, row: next });
      events.push({ ...waitingDocument(name, waiting), version });
    },
    /** The events, then the streams: so no row ever lacks its events. */
    writes: (): ReadBatch['writes'] => {
      if (changed.size === 0) return [];
      const documents = [...changed].map(([stream, { version, row }]) => ({
        key: `${name}|${stream}`,
        version,
        doc: asDoc(row),
      }));
      return [
        { collection: shelf.events, documents: events },
        { collection: shelf.rows, documents },
      ];
    },
    commit: (): void => changed.forEach((row, stream) => rows.set(stream, row)),
  };
};

export type Stage = ReturnType<typeof stageOn>;

/** The set-aside streams of one projection or policy, its only writer; rows are known in memory. */
export const openBook = async (readStore: ReadStore, name: string, shelf: Shelf = SHELF) => {
  const rows = new Map<string, Row>();
  for (const { version, doc } of await listAll(readStore, shelf.rows, { where: { projection: name } }))
    rows.set(doc['stream'] as string, { version, row: doc as unknown as SetAside });
  return {
    rows: (): readonly SetAside[] => [...rows.values()].map(({ row }) => row),
    rowOf: (stream: string): SetAside | undefined => rows.get(stream)?.row,
    stage: (): Stage => stageOn(name, shelf, rows),
    /** Looks again which of these streams wait that did: another worker may have applied what waited since this book was opened. */
    refresh: async (streams: ReadonlySet<string>): Promise<void> => {
      const known = [...rows.keys()].filter((stream) => streams.has(stream));
      if (known.length === 0) return;
      const found = await readStore.get(
        shelf.rows,
        known.map((stream) => `${name}|${stream}`),
      );
      known.forEach((stream, index) => {
        const { version, doc } = found[index] ?? { version: 0, doc: null };
        if (doc) rows.set(stream, { version, row: doc as unknown as SetAside });
        else rows.delete(stream);
      });
    },
    /** The stream's waiting events in order. */
    waiting: async (stream: string): Promise<readonly Waiting[]> => {
      const found = await listAll(readStore, shelf.events, {
        where: { projection: name, stream },
        sort: { field: 'revision' },
      });
      return found.map(({ doc }) => doc as unknown as Waiting);
    },
    /** Writes down why a retried stream has to wait on. */
    failed: async (stream: string, { event }: Waiting, error: unknown): Promise<SetAside> => {
      const { version, row } = rows.get(stream)!;
      const next = { version: version + STEP, row: { ...row, reason: reasonOf(error), eventType: event.type } };
      const documents = [{ key: `${name}|${stream}`, version: next.version, doc: asDoc(next.row) }];
      await readStore.write({ writes: [{ collection: shelf.rows, documents }] });
      rows.set(stream, next);
      return next.row;
    },
    /** The writes that end the waiting, the row last; `version` is above all of theirs. Then call `forget`. */
    release: (stream: string, waiting: readonly Waiting[], at: number): ReadBatch['writes'] => {
      const version = Math.max(at, (rows.get(stream)?.version ?? 0) + STEP);
      const events = waiting.map((one) => ({ key: waitingDocument(name, one).key, version, doc: null }));
      return [
        { collection: shelf.events, documents: events },
        { collection: shelf.rows, documents: [{ key: `${name}|${stream}`, version, doc: null }] },
      ];
    },
    forget: (stream: string): boolean => rows.delete(stream),
  };
};

export type Book = Awaited<ReturnType<typeof openBook>>;

/** Every stream set aside, the longest waiting first; of one projection or policy where `projection` is given. */
export const listSetAside = async (readStore: ReadStore, projection?: string): Promise<readonly SetAside[]> => {
  await readStore.declare(shelfCollections(SHELF));
  const where = projection === undefined ? {} : { projection };
  const found = await listAll(readStore, SET_ASIDE, { where, sort: { field: 'since' } });
  return found.map(({ doc }) => doc as unknown as SetAside);
};
