import type { DocumentWrite, JsonObject } from '@sunlit/kernel';
import { indexedValue } from '../query.js';
import type { Bound, Connection } from './connection.js';
import type { Layout } from './schema.js';
import { bound } from './select.js';

/** Rows in one statement where nothing needs to be known of each: fewer calls into the driver. */
const ROWS = 25;

const upsert = ({ table, fields, column }: Layout, rows: number): string => {
  const columns = ['key', 'version', ...fields.map(column), 'doc'];
  const row = `(${columns.map(() => '?').join(',')})`;
  const sets = columns.slice(1).map((name) => `${name} = excluded.${name}`);
  return `INSERT INTO ${table} (${columns.join(',')}) VALUES ${Array(rows).fill(row).join(',')}
    ON CONFLICT (key) DO UPDATE SET ${sets.join(', ')} WHERE excluded.version > ${table}.version`;
};

const valuesOf = ({ spec, fields }: Layout, { key, version, doc }: DocumentWrite): Bound[] => [
  key,
  version,
  ...fields.map((field) => (doc ? bound(indexedValue(spec, field, doc) as string) : null)),
  doc && JSON.stringify(doc),
];

const writeTerms = (connection: Connection, layout: Layout, key: string, doc: JsonObject | null): void => {
  connection.run(`DELETE FROM ${layout.termsTable} WHERE key = ?`, [key]);
  if (!doc) return;
  for (const field of layout.terms) {
    const terms = JSON.stringify(indexedValue(layout.spec, field, doc));
    connection.run(`INSERT INTO ${layout.termsTable} SELECT ?, value, ? FROM json_each(?)`, [field, key, terms]);
  }
};

const writeOne = (connection: Connection, layout: Layout, document: DocumentWrite): void => {
  const changed = connection.run(upsert(layout, 1), valuesOf(layout, document)) > 0;
  if (changed && layout.terms.length > 0) writeTerms(connection, layout, document.key, document.doc);
};

/** Writes what is newer than what stands there, inside the caller's transaction; `wrote` is called after each document. */
export const writeDocuments = (
  connection: Connection,
  layout: Layout,
  documents: readonly DocumentWrite[],
  wrote: (() => void) | undefined,
): void => {
  const together = wrote || layout.terms.length > 0 ? 0 : documents.length - (documents.length % ROWS);
  for (let at = 0; at < together; at += ROWS)
    connection.run(
      upsert(layout, ROWS),
      documents.slice(at, at + ROWS).flatMap((document) => valuesOf(layout, document)),
    );
  for (const document of documents.slice(together)) {
    writeOne(connection, layout, document);
    wrote?.();
  }
};
