import { createHash } from 'node:crypto';
import type { Row } from '../sheets/index.js';
import { columnsNamed } from './mapping.columns.js';
import { skippedBy, type Reading } from './read-row.js';
import type { RowPlan } from './row-plan.js';
import { rowReader } from './row-reader.js';

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

const identity = (source: string, number: string): string => JSON.stringify([source, number]);

/** What a row is known by: its source and that source's own number. */
export const identityOf = ({ source, number }: RowPlan): string => identity(source, number);

/** Identity and content of a row, without the cost of checking it; null for one that has no identity or is left out. */
const glance = (row: Row, { mapping, columns, office, zone }: Reading, named: readonly string[]) => {
  const reader = rowReader(row, columns, office, zone);
  if (skippedBy(reader, mapping) !== undefined) return null;
  const number = reader.number(mapping.number);
  const source = reader.code(mapping.source, 'source');
  if (number === undefined || source === undefined) return null;
  const said = named.map((label) => reader.text(label) ?? null);
  const digest = createHash('sha256').update(JSON.stringify(said)).digest('base64').slice(0, 22);
  return { key: identity(source, number), digest };
};

/** Reads every row once: how many there are, and which share a number. */
export const surveyFile = async (rows: AsyncIterable<Row>, reading: Reading): Promise<FileSurvey> => {
  const numbers = new Map<string, SameNumber>();
  const named = columnsNamed(reading.mapping);
  let count = 0;
  for await (const row of rows) {
    if (row.number <= reading.columns.headerRow || isBlank(row)) continue;
    count++;
    const seen = glance(row, reading, named);
    if (!seen) continue;
    const { key, digest } = seen;
    const known = numbers.get(key);
    if (!known) numbers.set(key, { first: row.number, digest });
    else if (known.digest !== digest) known.other ??= row.number;
  }
  return { rows: count, numbers };
};
