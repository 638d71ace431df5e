import {
  collectionsOf,
  type CollectionSpec,
  type DerivedChange,
  type FieldType,
  type JsonObject,
  type Place,
  type Projected,
  type Projection,
  type ReadBatch,
  type ReadStore,
} from '@sunlit/kernel';
import { cachedDocuments, type Documents } from './documents.js';
import { foldEvents, type Folding } from './fold.js';
import {
  SHELF,
  STEP,
  openBook,
  shelfCollections,
  type Book,
  type SetAside,
  type Shelf,
  type Waiting,
} from './set-aside.js';
import type { SourceBatch } from './source.js';
import type { State } from './state.js';

/** A named place where a test may stop the process; nothing by default. */
export type Failpoint = (name: string) => void | Promise<void>;

/** Any projection, whatever its events and documents. */
export interface AnyProjection {
  readonly name: string;
  readonly categories: readonly string[];
  readonly index: Readonly<Record<string, FieldType>>;
  readonly apply: Readonly<Record<string, (doc: never, event: never) => object | null>>;
  readonly derive?: (before: never, after: never, event: never, place: Place) => readonly DerivedChange[];
  readonly derived?: readonly CollectionSpec[];
}

/** A projection as the runner folds it: it hands a row only the documents that projection's rows made. */
export type Foldable = Projection<Projected, JsonObject>;

/** What became of a retry: the events applied; why it still fails; or nothing of that stream waits. */
export type RetryOutcome =
  | { readonly is: 'applied'; readonly events: number }
  | { readonly is: 'failed'; readonly reason: string }
  | { readonly is: 'unknown' };

export interface EngineOptions {
  readonly projection: Foldable;
  readonly readStore: ReadStore;
  readonly failpoint: Failpoint;
  /** How many documents it keeps in memory. */
  readonly cache: number;
  /** Set while the projection is filled beside its old documents. */
  readonly beside: boolean;
}

/** Where a projection's documents, checkpoint and set-aside streams are. */
export const namesOf = ({ name }: Pick<Foldable, 'name'>, beside: boolean) => {
  const placed = (collection: string) => (beside ? `${collection}~rebuild` : collection);
  const shelf: Shelf = beside ? { rows: `${name}~set-aside`, events: `${name}~set-aside-events` } : SHELF;
  return { placed, checkpoint: placed(name), shelf };
};

/** Every collection of a projection, as they are to be declared. */
export const specsOf = (projection: Foldable, beside: boolean) => {
  const { placed, shelf } = namesOf(projection, beside);
  return [
    ...collectionsOf(projection).map((spec) => ({ ...spec, name: placed(spec.name) })),
    ...shelfCollections(shelf),
  ];
};

const keepAll = (documents: Documents, writes: ReadBatch['writes']): void => {
  for (const { collection, documents: written } of writes)
    for (const { key, version, doc } of written) documents.keep(collection, key, { version, doc });
};

/** Folds batches of one projection into the read store: its only writer. After an error it is done: make a new one. */
export const openEngine = async ({ projection, readStore, failpoint, cache, beside }: EngineOptions) => {
  const { placed, checkpoint: name, shelf } = namesOf(projection, beside);
  await readStore.declare(specsOf(projection, beside));
  const documents = cachedDocuments(readStore, cache);
  const folding: Folding = { projection, placed, documents };
  const book: Book = await openBook(readStore, projection.name, shelf);
  const positions = new Map(await readStore.checkpoints(name));

  const write = async (batch: ReadBatch): Promise<void> => {
    await failpoint('projection:before-write');
    await readStore.write(batch);
    await failpoint('projection:after-write');
  };

  const process = async ({ partition, items, position }: SourceBatch): Promise<void> => {
    if (position <= (positions.get(partition) ?? -1)) return;
    const places = items.map((item) => ({ place: { partition, position: item.position }, event: item.event }));
    const folded = await foldEvents(folding, places, book.stage);
    const writes = [...folded.stage.writes(), ...folded.derived, ...folded.documents];
    await write({ writes, checkpoint: { name, partition, position } });
    folded.stage.commit();
    keepAll(documents, [...folded.derived, ...folded.documents]);
    positions.set(partition, position);
  };

  /** Where a retry stands: above all that was derived up to now, below the next event. */
  const retryPlace = (row: SetAside, state: State): number => {
    const position = positions.get(row.partition) ?? 0;
    const at = Math.max(position, state.get().retriedAt[row.partition] ?? 0) + STEP;
    if (at >= position + 1) throw new Error(`Too many retries of ${projection.name} at one place: wait for an event.`);
    return at;
  };

  const foldWaiting = async (row: SetAside, waiting: readonly Waiting[], position: number) => {
    let failure: { waiting: Waiting; error: unknown } | null = null;
    const fresh = () => {
      failure = null;
      return {
        holds: (stream: string) => failure !== null && stream === row.stream,
        add: (failed: Waiting, error?: unknown) => void (failure ??= { waiting: failed, error }),
        writes: () => [],
        commit: () => undefined,
      };
    };
    const places = waiting.map(({ event }) => ({ place: { partition: row.partition, position }, event }));
    const folded = await foldEvents(folding, places, fresh);
    return { ...folded, failure: failure as { waiting: Waiting; error: unknown } | null };
  };

  const apply = async (row: SetAside, at: number, state: State): Promise<RetryOutcome> => {
    const waiting = await book.waiting(row.stream);
    const { derived, documents: own, failure } = await foldWaiting(row, waiting, at);
    if (failure) {
      const { reason } = await book.failed(row.stream, failure.waiting, failure.error);
      if (state.get().retrying) await state.set({ retrying: null });
      return { is: 'failed', reason };
    }
    if (!state.get().retrying)
      await state.set({
        retrying: { stream: row.stream, at },
        retriedAt: { ...state.get().retriedAt, [row.partition]: at },
      });
    await write({ writes: [...derived, ...own, ...book.release(row.stream, waiting, at)] });
    keepAll(documents, [...derived, ...own]);
    book.forget(row.stream);
    await state.set({ retrying: null });
    return { is: 'applied', events: waiting.length };
  };

  return {
    positions: positions as ReadonlyMap<number, number>,
    book,
    process,
    /** Applies what waits of a stream, all or nothing. Only where the stream's partition has been read to its end since the start. */
    retry: async (stream: string, state: State): Promise<RetryOutcome> => {
      const row = book.rowOf(stream);
      return row ? apply(row, retryPlace(row, state), state) : { is: 'unknown' };
    },
    /** Finishes a retry that was stopped. Before anything else is read. */
    resume: async (state: State): Promise<void> => {
      const retrying = state.get().retrying;
      const row = retrying && book.rowOf(retrying.stream);
      if (retrying && row) await apply(row, retrying.at, state);
      else if (retrying) await state.set({ retrying: null });
    },
  };
};

export type Engine = Awaited<ReturnType<typeof openEngine>>;
