import type { CommandPayload } from '@sunlit/casework';
import type { JsonObject } from '@sunlit/kernel';

/** What is kept in the end: cases, and rows (or events) of each table or type. Compared with what the generator was told. */
export interface Kept {
  readonly cases: number;
  /** Cases by category. */
  readonly byCategory: Readonly<Record<string, number>>;
  readonly rows: Readonly<Record<string, number>>;
}

/** What registers a case behind a front: the product's own way, or another's. */
export interface BackEnd {
  readonly name: string;
  /** Durable when it resolves, but for one that keeps nothing. */
  command(payload: CommandPayload): Promise<JsonObject>;
  /** How durable it is, as its database says itself. */
  settings(): Promise<readonly string[]>;
  kept(): Promise<Kept>;
  close(): Promise<void>;
}

export const BACK_ENDS = ['sunlit', 'one-row', 'rows', 'nothing', 'checked'] as const;
/** The product; PostgreSQL with a JSONB row a case; PostgreSQL with a row a part; one that does nothing; one that checks and seals, and keeps nothing. */
export type BackEndName = (typeof BACK_ENDS)[number];

/** The answer of a command in the product's form, so that a front has the same to say of each. */
export const answered = ({ commandId }: CommandPayload, number: string): JsonObject => {
  const stream = `complaint-${commandId}`;
  return { stream, revision: 0, position: 0, events: ['CaseRegistered'], token: `complaints:${number}`, number };
};
