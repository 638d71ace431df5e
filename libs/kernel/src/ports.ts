import type { JsonObject, NewEvent, StoredEvent } from './event.js';

/** Now, in milliseconds since 1970. The one clock of a process is made in `platform`. */
export type Clock = () => number;

/** Another append came first, or the caller's view is stale: `actual` is the stream's last revision, -1 for none. */
export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`${stream} is at revision ${actual}, not ${expected}.`);
    this.name = 'WrongExpectedRevision';
  }
}

/** A store, bus or service is away, full or too slow: nothing is known to be wrong with the request; try again later. */
export class Unavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Unavailable';
  }
}

/** Where an append ended. */
export interface Appended {
  readonly revision: number;
  readonly position: number;
}

/** A stretch of the log. Everything up to `position` has been seen, also where the filter left it out. */
export interface LogBatch {
  readonly events: readonly StoredEvent[];
  readonly position: number;
  /** Whether the end of the log was reached with this batch. */
  readonly caughtUp: boolean;
}

/** The log: append-only, one total order. Contract: `@sunlit/event-store/contract`. */
export interface EventStore {
  /** The stream's events from revision `from` (default 0), in order; none for an unknown stream. */
  read(stream: string, from?: number): Promise<readonly StoredEvent[]>;
  /**
   * All or nothing, durable when it resolves. `expectedRevision` is the stream's last revision, -1 for a new stream;
   * otherwise `WrongExpectedRevision`, unless exactly these ids stand there already: then the first outcome again.
   */
  append(stream: string, events: readonly NewEvent[], expectedRevision: number): Promise<Appended>;
  /** Replays what lies after the position (0 is the beginning) and then follows, until the signal aborts. Back-pressured: reads on when the consumer does. */
  subscribe(options: {
    readonly after: number;
    readonly categories?: readonly string[];
    readonly signal: AbortSignal;
    readonly batch?: number;
  }): AsyncIterable<LogBatch>;
  /** The position of the last event, 0 for an empty log; `Unavailable` soon where the log is away. */
  head(): Promise<number>;
  close(): Promise<void>;
}

/** A public event on the bus, CloudEvents 1.0 in meaning: no account, no box. */
export interface PublicEvent {
  /** The id of the private event. */
  readonly id: string;
  /** The service that said it: `complaints`. */
  readonly source: string;
  readonly type: string;
  /** The stream. */
  readonly subject: string;
  /** The private event's revision: rising in a subject, with gaps where an event has no public form. */
  readonly sequence: number;
  /** occurredAt, ISO 8601 UTC. */
  readonly time: string;
  /** Whether `time` was stated, not just the moment of recording. */
  readonly stated: boolean;
  readonly recordedat: string;
  /** The unit of who did it, where they have one. */
  readonly unit?: string;
  /** W3C `traceparent` of the command behind it, where that was traced. */
  readonly trace?: string;
  readonly data: JsonObject;
}

/** A stretch of one partition: everything up to `offset` has been seen. */
export interface BusBatch {
  readonly partition: number;
  readonly messages: readonly { readonly offset: number; readonly event: PublicEvent }[];
  readonly offset: number;
  readonly caughtUp: boolean;
}

/** What services say to others. Contract: `@sunlit/event-bus/contract`. */
export interface EventBus {
  /** The partitions in which what these services say is found. A number means the same partition for good; between them there may be gaps. */
  partitions(services: readonly string[]): Promise<readonly number[]>;
  /** The offset of the last message of each of these partitions, -1 for an empty one: who has read up to there has seen all that was published before the call. */
  ends(services: readonly string[]): Promise<ReadonlyMap<number, number>>;
  /**
   * What these services say, from after these offsets (none: from the beginning), at least once, in order per subject, until the signal
   * aborts. The next batch comes when the consumer asks for it, which says that it is done with the one before. Subscribers of one group
   * may share the partitions between them; each partition a subscriber reads is caught up at least once.
   */
  subscribe(options: {
    readonly group: string;
    readonly services: readonly string[];
    readonly after: ReadonlyMap<number, number>;
    readonly signal: AbortSignal;
  }): AsyncIterable<BusBatch>;
  close(): Promise<void>;
}

/** How a relay puts public events on a bus that is no part of the event store. */
export interface EventPublisher {
  /** Resolves when the bus has them for good, in this order for each subject; `Unavailable` otherwise, and then some may be there. */
  publish(events: readonly PublicEvent[]): Promise<void>;
  close(): Promise<void>;
}

/** Typed fields of documents a query may use. `terms` is a list of texts (bigrams) for full text. Days `2021-04-12`, instants ISO 8601 UTC. */
export type FieldType = 'text' | 'number' | 'day' | 'instant' | 'flag' | 'terms';

/** A collection of JSON documents; `index` names top-level fields of the document and their types. */
export interface CollectionSpec {
  readonly name: string;
  readonly index: Readonly<Record<string, FieldType>>;
}

/** `doc: null` is a tombstone. A write replaces only what has a lower version; versions grow per key. */
export interface DocumentWrite {
  readonly key: string;
  readonly version: number;
  readonly doc: JsonObject | null;
}

/**
 * Written strictly in this order, the checkpoint last; in one transaction where the store has them. Stopping between any two is harmless.
 * Neighbours that are both `together` need no order between them.
 */
export interface ReadBatch {
  readonly writes: readonly {
    readonly collection: string;
    readonly documents: readonly DocumentWrite[];
    readonly together?: true;
  }[];
  readonly checkpoint?: { readonly name: string; readonly partition: number; readonly position: number };
}

export type FieldValue = string | number | boolean | null;
/** All conditions hold. `null` matches an absent or null field. Ranges are inclusive. */
export type Where = Readonly<
  Record<
    string,
    | FieldValue
    | { readonly in: readonly FieldValue[] }
    | { readonly from?: string | number; readonly to?: string | number }
    | { readonly any: readonly string[] }
    | { readonly all: readonly string[] }
  >
>;

export interface ListQuery {
  readonly where?: Where;
  /** One declared field; ties and nulls (last) are broken by key. Default: by key. */
  readonly sort?: { readonly field: string; readonly descending?: boolean };
  readonly first: number;
  /** The cursor of the last document of the previous page. */
  readonly after?: string;
}

export interface StoredDocument<D = JsonObject> {
  readonly key: string;
  readonly version: number;
  readonly doc: D;
}

export interface Page<D = JsonObject> {
  readonly items: readonly (StoredDocument<D> & { readonly cursor: string })[];
  readonly hasNext: boolean;
}

/** Documents that can be made anew from the log. No query language of a database leaks out. Contract: `@sunlit/read-store/contract`. */
export interface ReadStore {
  /** Makes collections and their indexes; a changed index of an existing name is an error that says so. */
  declare(specs: readonly CollectionSpec[]): Promise<void>;
  /** The documents of these keys, in their order; null where there is none, and for a tombstone `{version, doc: null}`. */
  get(
    collection: string,
    keys: readonly string[],
  ): Promise<readonly ({ readonly version: number; readonly doc: JsonObject | null } | null)[]>;
  list(collection: string, query: ListQuery): Promise<Page>;
  /** How many documents, by the values of these declared fields (none: one row). */
  count(
    collection: string,
    query: { readonly where?: Where; readonly by?: readonly string[] },
  ): Promise<readonly { readonly values: readonly FieldValue[]; readonly count: number }[]>;
  write(batch: ReadBatch): Promise<void>;
  /** Position per partition of the projection `name`. */
  checkpoints(name: string): Promise<ReadonlyMap<number, number>>;
  /** Empties these collections and forgets these checkpoints. */
  clear(collections: readonly string[], checkpoints: readonly string[]): Promise<void>;
  /**
   * In one step where the store has one (else so that a stop in between is finished by repeating it): `from` collections and checkpoint take the
   * place of the `to` ones, whose old content is dropped. How a rebuilt projection replaces the one it was filled beside.
   */
  replace(
    pairs: readonly { readonly from: string; readonly to: string }[],
    checkpoint: { readonly from: string; readonly to: string },
  ): Promise<void>;
  close(): Promise<void>;
}

/** Keys of personal data, wrapped by a master key, kept apart from events. Contract: `@sunlit/privacy/contract`. */
export interface KeyStore {
  /** A key nobody has used, durable before it is given out; made ahead in batches, so no command waits for a write. */
  take(): Promise<{ readonly id: string; readonly key: Buffer }>;
  /** The keys, in the order of the ids; null for one destroyed or unknown. */
  get(ids: readonly string[]): Promise<readonly (Buffer | null)[]>;
  /** Destroys the keys for good; again is no error. `position` is the erasing event's: kept beside the keys as the consumer's checkpoint. */
  destroy(ids: readonly string[], position: number): Promise<void>;
  /** Up to where the log's erasures are done in this key store. */
  destroyedUpTo(): Promise<number>;
  /** A key that lives as long as the store, by purpose (`lookup`): for keyed hashes. */
  permanent(purpose: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** Request and response between services. Contract: `@sunlit/rpc/contract`. */
export interface Rpc {
  /**
   * Calls `operation` of `service` with plain JSON and gives its JSON answer. `Refused` arrives as `Refused`, `Unavailable` as
   * `Unavailable` (also past the deadline, default 10 s); any other error as `Error` with the message `internal`.
   */
  call(
    service: string,
    operation: string,
    payload: JsonObject,
    options?: { readonly deadline?: number },
  ): Promise<JsonObject>;
}

/** Operations a service answers, by name. */
export type Operations = Readonly<Record<string, (payload: never) => Promise<JsonObject>>>;
