import type { Calendar } from '@sunlit/calendar';
import type { Text } from '@sunlit/contracts';
import type { EventStore, Json, KeyStore, ReadStore, Rpc } from '@sunlit/kernel';
import type { Office } from '@sunlit/platform';
import type { SetAside } from '@sunlit/runner';

/** A log and the categories of its streams. */
export interface Log {
  readonly store: EventStore;
  readonly categories: readonly string[];
}

/** What the doctor looks at. Nothing is written. */
export interface DoctorOptions {
  /** Every log there is: one of all services, or one of each. */
  readonly logs: readonly Log[];
  /** With the collections of the desks and of statistics declared. */
  readonly readStore: ReadStore;
  /** Answers for `statistics`; null: figures are not checked, and the report says so. */
  readonly rpc: Rpc | null;
  readonly office: Office;
  readonly calendar: Calendar;
  /** Where figures come over a bus that is no log: waits until statistics has taken all up to these ends, false where it does not; null: they read the log. */
  readonly figuresTake: ((heads: ReadonlyMap<Log, number>) => Promise<boolean>) | null;
  /** Where the keys of the one log are; null or absent: what was erased is not checked. */
  readonly keys?: Pick<KeyStore, 'get' | 'destroyedUpTo'> | null;
  /** The office's day, for what is soon to be done; absent: nothing is said of it. */
  readonly today?: string;
  readonly onProgress?: (progress: Progress) => void;
}

/** How far a step has come; `of` is 0 where that is not known. */
export interface Progress {
  readonly step: Text;
  readonly done: number;
  readonly of: number;
}

/** I2 the log is sound, I3 documents equal the log, I4 figures equal their recount, I7 parts add up, I12 what was erased is gone. */
export type Invariant = 'I2' | 'I3' | 'I4' | 'I7' | 'I12';

/** One disagreement. `where` is a stream with its revision, a document with its field, or a figure with its period. No personal data. */
export interface Finding {
  readonly invariant: Invariant;
  readonly where: string;
  readonly expected: Json;
  readonly found: Json;
  readonly text: Text;
}

export interface Checked {
  readonly events: number;
  readonly streams: number;
  readonly documents: number;
  /** Figure values compared: a figure in a period each. */
  readonly figures: number;
}

/** What the doctor found. `ok` is that nothing disagrees; notes and set-aside streams are no disagreement. */
export interface Report {
  readonly ok: boolean;
  readonly checked: Checked;
  readonly findings: readonly Finding[];
  /** What could not be checked, or is only not finished yet. */
  readonly notes: readonly Text[];
  /** Streams that wait with their reason: what documents and figures may lack. */
  readonly setAside: readonly SetAside[];
  /** The instant the figures were compared at; null where they were not. */
  readonly asOf: string | null;
}

/** Takes findings. */
export type Find = (finding: Finding) => void;
