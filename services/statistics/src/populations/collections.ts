import type { CollectionSpec, JsonObject, PublicEvent } from '@sunlit/kernel';
import type { Population } from './population.js';
import { populations } from './populations.js';

/** Items, by stream; the name of the projection too. A changed population, cube or item needs a new number. */
export const FIGURES = 'figures.v2';
/** Counters: one document a partition, cube and day or month. */
export const COUNTERS = 'figure-counters.v2';

/** The collection of a population's entries. */
export const entriesOf = ({ name }: Population): string => `figure-entries.2.${name}`;

/** `takenOutAt` of an entry that stands: later than any instant, so that "stands at T" is one range. */
export const NEVER = '9999-12-31T23:59:59.999Z';
/** `until` of a level's entry that still counts. */
export const NO_END = '9999-12-31';

/** An entry as it is kept: also after it was taken out, so that any past instant can be asked about. */
export interface EntryRow {
  readonly day: string;
  readonly until: string;
  /** Values of the population's dimensions. */
  readonly tuple: string;
  readonly event: string;
  readonly stream: string;
  readonly number: string;
  /** When the entry came to stand like this, and through which event. */
  readonly recordedAt: string;
  readonly through: string;
  readonly takenOutAt: string;
  /** The event that took it out, its type, and what stands instead; absent while it stands. */
  readonly out?: {
    readonly by: string;
    readonly type: string;
    readonly instead: { readonly day: string; readonly until: string; readonly tuple: string } | null;
  };
}

/** Counts by cell: cell, count, cell, count …, in the order of the cells. A list, since it is copied at every change. */
export type Shard = readonly (string | number)[];

/** The counts of one day or month in one partition: of one cube, or of all of a population. */
export interface CounterDocument {
  /** What it is looked up by, in whatever partition. */
  readonly at: string;
  readonly bucket: string;
  /** In shards, so that one change copies little. */
  readonly cells: readonly Shard[];
}

export type Bucketing = 'day' | 'month';

/** Names the document of a cube for a day or month; those of a cube lie together in the order of time. */
export const counterAt = ({ name, apart }: Population, cube: number, bucketing: Bucketing, bucket: string): string =>
  `${name}|${apart && bucketing === 'month' ? cube : 'all'}|${bucketing}|${bucket}`;

/** Names a cell of a cube in its document. */
export const cellAt = (cube: number, tuple: string): string => `${cube}|${tuple}`;

/** The tuples of a cube in a document, with their counts. */
export function* cellsOf({ cells }: CounterDocument, cube: number): Generator<readonly [tuple: string, n: number]> {
  const prefix = cellAt(cube, '');
  for (const shard of Object.values(cells)) {
    const members = Object.values(shard);
    for (let at = 0; at < members.length; at += 2) {
      const cell = members[at] as string;
      if (cell.startsWith(prefix)) yield [cell.slice(prefix.length), members[at + 1] as number];
    }
  }
}

/** When it was recorded, in the form of every other instant kept here, so that they compare as texts. */
export const recordedAt = ({ recordedat }: PublicEvent): string =>
  recordedat.length === NEVER.length ? recordedat : new Date(recordedat).toISOString();

/** Where the last `recordedAt` of each partition is kept. */
export const SEEN = 'seen';
export interface SeenDocument {
  readonly at: typeof SEEN;
  readonly recordedAt: string;
}

const entryIndex = { day: 'day', recordedAt: 'instant', takenOutAt: 'instant', tuple: 'text' } as const;

export const figureCollections: readonly CollectionSpec[] = [
  ...populations.map((population) => ({
    name: entriesOf(population),
    index: population.lasting ? ({ ...entryIndex, until: 'day' } as const) : entryIndex,
  })),
  { name: COUNTERS, index: { at: 'text' } },
];

/** A document of ours as the store takes it. */
export const asJson = (document: object): JsonObject => document as JsonObject;
