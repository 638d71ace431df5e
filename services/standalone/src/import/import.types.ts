import type { Text } from '@sunlit/contracts';

/** A sheet cannot be imported at all: no event was written for it. */
export class ImportError extends Error {
  constructor(
    readonly file: string,
    readonly text: Text,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${text.en} / ${text.zh}`, options);
    this.name = 'ImportError';
  }
}

/** Why a row was not taken: the column, what is wrong, what to do. Never holds what a person wrote or who they are. */
export interface RowProblem {
  readonly column: string;
  readonly code: string;
  readonly reason: Text;
}

/** Where a row is, as a person sees it in a spreadsheet program; its sheet where more than one is imported. */
export interface Place {
  readonly row: number;
  readonly sheet?: string;
}

export interface RefusedRow extends RowProblem, Place {
  readonly number?: string;
}

/** A value that is recorded otherwise; both left out where they are personal data. */
export interface Difference {
  readonly column: string;
  readonly field: string;
  readonly recorded?: string | number | boolean | null;
  readonly sheet?: string | number | boolean | null;
  /** Whether what is recorded now says what the sheet says (`--correct`). */
  readonly corrected?: boolean;
  /** Why it was not corrected although that was asked for. */
  readonly because?: Text;
}

export interface ChangedRow extends Place {
  readonly number: string;
  readonly stream: string;
  readonly differences: readonly Difference[];
}

export type StageName = 'registered' | 'interim' | 'answered' | 'rated';

/** What a reply of the sheet is: an answer, or a notice before it, of which one only says to whom the matter was passed. */
export type ReplyKind = 'final' | 'interim' | 'forwarded';

/** Why a row is no matter: sums, the header again, hidden, left out by the mapping, the same as another row. */
export type SkipReason = 'total' | 'header' | 'hidden' | 'mapping' | 'repeat';

/** What became of the rows: `read` is the sum of the six after it. */
export interface ImportCounts {
  readonly read: number;
  /** New matters. */
  readonly added: number;
  /** Matters that were known and are further along now. */
  readonly advanced: number;
  readonly unchanged: number;
  /** Recorded otherwise than the sheet says: nothing of what differs was written, unless corrections were asked for. */
  readonly changed: number;
  /** Repeats of another row, and what the mapping leaves out. */
  readonly skipped: number;
  readonly refused: number;
}

export interface SkippedRow extends Place {
  readonly reason: Text;
}

/** What a file holds, whether or not it was imported. */
export interface FileFindings {
  readonly refusedRows: readonly RefusedRow[];
  readonly skippedRows: readonly SkippedRow[];
  /** The rows skipped, by reason. */
  readonly skips: Readonly<Record<SkipReason, number>>;
  /** Replies by what they are: only the final ones are answers. */
  readonly replies: Readonly<Record<ReplyKind, number>>;
  /** Personal numbers replaced in official texts. */
  readonly masked: { readonly summaries: number; readonly replies: number };
  /** Ratings of a platform's own follow-up: checked, not recorded as the office's. */
  readonly platformRatings: number;
  /** Matters by kind, as the rows taken state it. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Columns of the sheet that the mapping does not name. */
  readonly ignoredColumns: readonly string[];
  /** Sheets read, and those the mapping does not speak of. */
  readonly sheets: readonly string[];
  readonly ignoredSheets: readonly string[];
}

export interface ImportReport extends ImportCounts, FileFindings {
  readonly changedRows: readonly ChangedRow[];
  /** Rows of which all that differed is corrected; they are among the changed ones. */
  readonly corrected: number;
}

/** A value as it was understood: the field, the column it is from, what is made of it. */
export interface Understood {
  readonly field: string;
  readonly column: string;
  readonly value: string;
}

/** What an import would do, as far as the file tells: `read` is the sum of `ready`, `skipped` and `refused`. Nothing was written. */
export interface CheckReport extends FileFindings {
  readonly read: number;
  readonly ready: number;
  readonly skipped: number;
  readonly refused: number;
  /** Three rows at most: the first, the middle one and the last of those that are ready. */
  readonly samples: readonly (Place & { readonly fields: readonly Understood[] })[];
}

export interface ImportProgress extends ImportCounts {
  readonly total: number;
}
