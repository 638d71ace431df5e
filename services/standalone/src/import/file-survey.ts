import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@sunlit/kernel';
import type { Row } from '../sheets/index.js';
import { readRow, type Reading } from './read-row.js';
import type { RowPlan } from './row-plan.js';

/** Rows of one file under the same source and number. */
interface SameNumber {
  readonly first: number;
  readonly digest: string;
  /** The first row that says something else under this number. */
  other?: number;
}

/** What a first reading of the whole file found, before anything is sent. */
export interface FileSurvey {
  readonly rows: number;
  readonly numbers: ReadonlyMap<string, SameNumber>;
}

/** Whether nothing at all stands in the row. */
export const isBlank = ({ cells }: Row): boolean =>
  cells.every((cell) => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === ''));

const digestOfPlan = ({ stages, kind, service }: RowPlan): string => {
  const said = stages.flatMap(({ commands }) => commands(service).map((command) => command as unknown as Json));
  return createHash('sha256')
    .update(canonicalJson([kind, ...said]))
    .digest('base64')
    .slice(0, 22);
};

export const identityOf = ({ source, number }: RowPlan): string => JSON.stringify([source, number]);

/** Reads every row once: how many there are, and which share a number. */
export const surveyFile = async (rows: AsyncIterable<Row>, reading: Reading): Promise<FileSurvey> => {
  const numbers = new Map<string, SameNumber>();
  let count = 0;
  for await (const row of rows) {
    if (row.number <= reading.columns.headerRow || isBlank(row)) continue;
    count++;
    const read = readRow(row, reading);
    if (!('plan' in read)) continue;
    const [key, digest] = [identityOf(read.plan), digestOfPlan(read.plan)];
    const known = numbers.get(key);
    if (!known) numbers.set(key, { first: row.number, digest });
    else if (known.digest !== digest) known.other ??= row.number;
  }
  return { rows: count, numbers };
};
