import type { CollectionSpec, FieldType } from '@sunlit/kernel';

const COLUMN: Readonly<Record<Exclude<FieldType, 'terms'>, string>> = {
  text: 'TEXT',
  number: 'NUMERIC',
  day: 'TEXT',
  instant: 'TEXT',
  flag: 'INTEGER',
};

/** A collection as tables: its one-valued fields in the order of their columns, its terms fields, the tables' quoted names. */
export interface Layout {
  readonly spec: CollectionSpec;
  readonly table: string;
  readonly termsTable: string;
  readonly fields: readonly string[];
  readonly terms: readonly string[];
  /** The column of a one-valued field. */
  readonly column: (field: string) => string;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The layout follows from the spec alone: fields in the order of their names, columns named by number. */
export const layoutOf = (spec: CollectionSpec): Layout => {
  const all = Object.keys(spec.index).sort();
  const fields = all.filter((field) => spec.index[field] !== 'terms');
  const columns = new Map(fields.map((field, number) => [field, `f${number}`]));
  return {
    spec,
    table: quoted(`c:${spec.name}`),
    termsTable: quoted(`t:${spec.name}`),
    fields,
    terms: all.filter((field) => spec.index[field] === 'terms'),
    column: (field) => columns.get(field)!,
  };
};

/** Tables of the store itself: which collections there are, and how far each projection has read. */
export const CATALOGUE = `
  CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY, spec TEXT NOT NULL, id INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS checkpoints (name TEXT, number INTEGER, position NUMERIC NOT NULL, PRIMARY KEY (name, number)) WITHOUT ROWID;`;

/** Makes a collection's tables; `id` keeps the names of its indexes apart from those of a collection that was renamed. */
export const tablesOf = ({ spec, table, termsTable, fields, terms, column }: Layout, id: number): string => {
  const columns = fields.map((field) => `, ${column(field)} ${COLUMN[spec.index[field] as 'text']}`).join('');
  const indexes = fields.map(
    (field) => `CREATE INDEX x${id}_${column(field)} ON ${table} (${column(field)}, key) WHERE doc IS NOT NULL;`,
  );
  const termsTables =
    terms.length === 0
      ? ''
      : `CREATE TABLE ${termsTable} (field TEXT, term TEXT, key TEXT, PRIMARY KEY (field, term, key)) WITHOUT ROWID;
         CREATE INDEX x${id}_terms ON ${termsTable} (key);`;
  return `CREATE TABLE ${table} (key TEXT PRIMARY KEY, version NUMERIC NOT NULL${columns}, doc TEXT);
    ${indexes.join('\n')}
    ${termsTables}`;
};

/** Drops a collection's tables. */
export const dropOf = ({ table, termsTable }: Layout): string =>
  `DROP TABLE IF EXISTS ${table}; DROP TABLE IF EXISTS ${termsTable};`;

/** Empties a collection's tables. */
export const emptyOf = ({ table, termsTable, terms }: Layout): string =>
  `DELETE FROM ${table};${terms.length > 0 ? `DELETE FROM ${termsTable};` : ''}`;

/** Gives the tables of one collection the name of another. */
export const renameOf = (from: Layout, to: Layout): string =>
  `ALTER TABLE ${from.table} RENAME TO ${to.table};${
    from.terms.length > 0 ? `ALTER TABLE ${from.termsTable} RENAME TO ${to.termsTable};` : ''
  }`;
