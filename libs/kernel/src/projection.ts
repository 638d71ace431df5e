import type { Fact, JsonObject, StoredEvent } from './event.js';
import type { CollectionSpec, FieldType, PublicEvent } from './ports.js';
import { rowOf } from './decider.js';

/** Where in what was read an event stood. Partition 0 and the position for a log; partition and offset for a bus. */
export interface Place {
  readonly partition: number;
  readonly position: number;
}

/** A change to a document that is derived from others (an entry, a counter): made from its present content, once per place. */
export interface DerivedChange {
  readonly collection: string;
  readonly key: string;
  readonly change: (present: JsonObject | null) => JsonObject | null;
}

/** What a projection folds: a stored event of the own log, or another's public event. */
export type Projected = StoredEvent | PublicEvent;

/** A row that says: this event changes nothing here. */
export const unchanged = <D>(doc: D | null): D | null => doc;

type Row<E extends Projected, D> = (doc: D | null, event: E) => D | null;

/** Documents folded from events, one document a key; `name` carries a version: `complaint-desk.v1`. */
export interface Projection<E extends Projected = Projected, D extends object = JsonObject> {
  readonly name: string;
  /** Categories of the own log it reads; for a bus projection the services. */
  readonly categories: readonly string[];
  readonly index: Readonly<Record<string, FieldType>>;
  /** One row for every type of its categories; a type without one is newer than the program. */
  readonly apply: Readonly<Record<string, Row<E, D>>>;
  /** What else changes when a document does; written before the document. `place` tells which partition's counters are meant. */
  readonly derive?: (before: D | null, after: D | null, event: E, place: Place) => readonly DerivedChange[];
  /** Collections that `derive` names. */
  readonly derived?: readonly CollectionSpec[];
}

type EventOf<F extends Fact, T extends F['type']> = StoredEvent & Extract<F, { type: T }>;

/** Gives a projection of the own log its types: F is the union of the categories' facts, D the document. The key is the stream. */
export const projection = <F extends Fact, D extends object>(
  definition: Omit<Projection<StoredEvent, D>, 'apply'> & {
    readonly apply: { readonly [T in F['type']]: (doc: D | null, event: EventOf<F, T>) => D | null };
  },
): Projection<StoredEvent, D> => definition as unknown as Projection<StoredEvent, D>;

/** The stream an event belongs to. */
export const streamOf = (event: Projected): string => ('subject' in event ? event.subject : event.stream);

/** The event's number in its stream. */
export const revisionOf = (event: Projected): number => ('subject' in event ? event.sequence : event.revision);

/** One step of the fold; throws what a row throws, or `NewerThanProgram`. */
export const applyEvent = <D extends object>(of: Projection<never, D>, doc: D | null, event: Projected): D | null =>
  (rowOf(of.apply, event.type) as Row<Projected, D>)(doc, event);

/** Which collections a projection owns: its documents, then what is derived. */
export const collectionsOf = (of: Pick<Projection, 'name' | 'index' | 'derived'>): readonly CollectionSpec[] => [
  { name: of.name, index: of.index },
  ...(of.derived ?? []),
];
