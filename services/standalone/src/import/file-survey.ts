import { createHash } from 'node:crypto';
import type { Row } from '../sheets/index.js';
import type { Place } from './import.types.js';
import { columnsNamed } from './mapping.columns.js';
import { skippedBy, type Reading } from './read-row.js';
import type { FoundRow } from './records.js';
import type { RowPlan } from './row-plan.js';
import { rowReader } from './row-reader.js';

/** Rows of one file under the same source and number. */
interface SameNumber {
  readonly first: Place;
  readonly digest: string;
  /** The first row that says something else under this number. */
  other?: Place;
}

/** What a first reading of the whole file found, before anything is sent. */
export interface FileSurvey {
  readonly rows: number;
  readonly numbers: ReadonlyMap<string, SameNumber>;
}

/** 128 bits: a file of a hundred thousand rows is looked at without keeping what is in it. */
const digestOf = (said: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(said)).digest().subarray(0, 16).toString('latin1');

const identity = (source: string, number: string): string => digestOf([source, number]);

/** What a row is known by: its source and that source's own number. */
export const identityOf = ({ source, number }: RowPlan): string => identity(source, number);

/** Identity and content of a row, without the cost of checking it; null for one that has no identity or is left out. */
const glance = (row: Row, reading: Reading, named: readonly string[]) => {
  const { mapping } = reading;
  const reader = rowReader(row, reading);
  if (skippedBy(reader, mapping) !== undefined) return null;
  const number = reader.number(mapping.number);
  const source = reader.code(mapping.source, 'source');
  if (number === undefined || source === undefined) return null;
  const said = named.map((label) => reader.text(label) ?? null);
  return { key: identity(source, number), digest: digestOf(said) };
};

/** A reading of every row once, sheet after sheet: how many there are, and which share a number. */
export const fileSurvey = () => {
  const numbers = new Map<string, SameNumber>();
  let rows = 0;
  const note = (place: Place, { key, digest }: { key: string; digest: string }): void => {
    const known = numbers.get(key);
    if (!known) numbers.set(key, { first: place, digest });
    else if (known.digest !== digest) known.other ??= place;
  };
  const read = async (found: AsyncIterable<FoundRow>, reading: Reading): Promise<void> => {
    const named = columnsNamed(reading.mapping);
    const { sheet } = reading;
    for await (const { row, skip } of found) {
      rows++;
      const seen = skip ? null : glance(row, reading, named);
      if (seen) note({ row: row.number, ...(sheet !== undefined && { sheet }) }, seen);
    }
  };
  return { read, done: (): FileSurvey => ({ rows, numbers }) };
};
