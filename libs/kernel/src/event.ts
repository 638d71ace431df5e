/** Plain JSON, the only thing an event's data may hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** Who did it: an account in a role, for a unit. `system` acts under the role `system`. */
export interface Actor {
  readonly account: string;
  readonly role: string;
  readonly unit?: string;
}

/** When something happened, as its source states it: an ISO 8601 UTC instant and how exactly it is known. */
export interface Moment {
  readonly at: string;
  readonly precision: 'day' | 'minute' | 'second';
}

/** Personal data as stored: AES-256-GCM over a JSON object of the shape `shape` (`caller.v1`), under the key `key`. */
export interface Box {
  readonly key: string;
  readonly alg: 'A256GCM';
  readonly shape: string;
  readonly box: string;
}

/** Who, when and why: kept beside every event for good. */
export interface EventMeta {
  readonly commandId: string;
  /** SHA-256 (or, with personal data, an HMAC under the case's key) of the command's canonical JSON. */
  readonly digest: string;
  readonly by: Actor;
  /** When it was appended: ISO 8601 UTC, never before the stream's previous event. */
  readonly recordedAt: string;
  /** When it happened, where that was stated; otherwise `recordedAt` holds. */
  readonly occurredAt?: Moment;
  /** The command that began the matter, kept throughout. */
  readonly correlation: string;
  /** The event or command that directly led to this one. */
  readonly causation: string;
  readonly trace?: string;
}

/** What a decider gives: a fact, named in the past tense. */
export interface Fact<T extends string = string, D extends object = JsonObject> {
  readonly type: T;
  readonly data: D;
}

/** A fact ready to be stored. */
export interface NewEvent extends Fact {
  /** UUIDv5 of stream + command id + index: the same append repeated is the same append. */
  readonly id: string;
  readonly meta: EventMeta;
}

/** A fact as the store gives it back. */
export interface StoredEvent extends NewEvent {
  /** `<category>-<uuid>`: `complaint-0190…`. */
  readonly stream: string;
  /** 0, 1, 2 … in its stream, without a gap. */
  readonly revision: number;
  /** The store's own order: rising, gaps allowed, never compared across stores. */
  readonly position: number;
}

/** The part of a stream's name before its first `-`. */
export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** When the fact happened: what rules, deadlines and figure days go by. */
export const occurredAt = (event: { readonly meta: EventMeta }): string =>
  event.meta.occurredAt?.at ?? event.meta.recordedAt;
