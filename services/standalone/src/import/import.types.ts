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

export interface RefusedRow extends RowProblem {
  /** As a person sees it in a spreadsheet program. */
  readonly row: number;
  readonly number?: string;
}

/** A value that is recorded otherwise; both left out where they are personal data. */
export interface Difference {
  readonly column: string;
  readonly field: string;
  readonly recorded?: string | number | boolean | null;
  readonly sheet?: string | number | boolean | null;
}

export interface ChangedRow {
  readonly row: number;
  readonly number: string;
  readonly stream: string;
  readonly differences: readonly Difference[];
}

export type StageName = 'registered' | 'answered' | 'rated';

/** What became of the rows: `read` is the sum of the six after it. */
export interface ImportCounts {
  readonly read: number;
  /** New matters. */
  readonly added: number;
  /** Matters that were known and are further along now. */
  readonly advanced: number;
  readonly unchanged: number;
  /** Recorded otherwise than the sheet says: nothing of what differs was written. */
  readonly changed: number;
  /** Repeats of another row, and what the mapping leaves out. */
  readonly skipped: number;
  readonly refused: number;
}

export interface ImportReport extends ImportCounts {
  readonly refusedRows: readonly RefusedRow[];
  readonly changedRows: readonly ChangedRow[];
  readonly skippedRows: readonly { readonly row: number; readonly reason: Text }[];
  /** Personal numbers replaced in official texts. */
  readonly masked: { readonly summaries: number; readonly replies: number };
  /** Ratings of a platform's own follow-up: checked, not recorded as the office's. */
  readonly platformRatings: number;
  /** Matters by kind, as the rows taken state it. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Columns of the sheet that the mapping does not name. */
  readonly ignoredColumns: readonly string[];
}

export interface ImportProgress extends ImportCounts {
  readonly total: number;
}
