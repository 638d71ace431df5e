import type { CollectionSpec, JsonObject, ListQuery, Page, ReadBatch, ReadStore } from '@sunlit/kernel';
import { changedIndex, checkSpec, cursorOf, encodeCursor, sameIndex, undeclared } from '../query.js';
import { connect, type Bound, type Connection } from './connection.js';
import { failureOf } from './failures.js';
import { CATALOGUE, dropOf, emptyOf, layoutOf, renameOf, tablesOf, type Layout } from './schema.js';
import { countSelect, listSelects, unbound } from './select.js';
import { writeDocuments } from './write.js';

export interface SqliteReadStoreOptions {
  /** The file; made where there is none. One store writes it; any number in other threads may read it. */
  readonly file: string;
  /** A reader: `declare` only remembers, what the writer has not made yet is empty, writes are refused. */
  readonly readOnly?: boolean;
  /** For tests: called after each document's and the checkpoint's write and each collection's replacement, before the commit. What it throws rolls all back. */
  readonly wrote?: (() => void) | undefined;
}

const parse = (text: Bound | undefined): JsonObject | null =>
  typeof text === 'string' ? (JSON.parse(text) as JsonObject) : null;

const declaredIn = (connection: Connection, name: string): CollectionSpec | null => {
  const [row] = connection.all('SELECT spec FROM collections WHERE name = ?', [name]);
  return row ? (JSON.parse(row[0] as string) as CollectionSpec) : null;
};

const record = (connection: Connection, spec: CollectionSpec): number => {
  const id = 1 + Number(connection.all('SELECT COALESCE(MAX(id), 0) FROM collections')[0]![0]);
  connection.run('INSERT INTO collections (name, spec, id) VALUES (?, ?, ?)', [spec.name, JSON.stringify(spec), id]);
  return id;
};

const declareOne = (connection: Connection, spec: CollectionSpec): void => {
  const present = declaredIn(connection, spec.name);
  if (present && !sameIndex(present, spec)) throw changedIndex(spec.name);
  if (!present) connection.exec(tablesOf(layoutOf(spec), record(connection, spec)));
};

const move = (connection: Connection, from: string, to: string): void => {
  const source = declaredIn(connection, from);
  if (!source) return;
  const target = { ...source, name: to };
  const old = declaredIn(connection, to);
  if (old) connection.exec(dropOf(layoutOf(old)));
  connection.exec(renameOf(layoutOf(source), layoutOf(target)));
  connection.run('DELETE FROM collections WHERE name = ?', [to]);
  connection.run('UPDATE collections SET name = ?, spec = ? WHERE name = ?', [to, JSON.stringify(target), from]);
};

const getRows = (connection: Connection, { table }: Layout, keys: readonly string[]) => {
  const sql = `SELECT key, version, doc FROM ${table} WHERE key`;
  return keys.length === 1
    ? connection.all(`${sql} = ?`, [keys[0]!])
    : connection.all(`${sql} IN (SELECT value FROM json_each(?))`, [JSON.stringify(keys)]);
};

const pageOf = (connection: Connection, layout: Layout, query: ListQuery): Page => {
  const rows: (readonly Bound[])[] = [];
  for (const { sql, values } of listSelects(layout, query, cursorOf(layout.spec, query)))
    if (rows.length <= query.first) rows.push(...connection.all(sql, [...values, query.first + 1 - rows.length]));
  const items = rows.slice(0, query.first).map(([key, version, doc, raw]) => {
    const value = query.sort ? unbound(layout, query.sort.field, raw!) : null;
    const cursor = encodeCursor(query, { value, key: key as string });
    return { key: key as string, version: version as number, doc: parse(doc)!, cursor };
  });
  return { items, hasNext: rows.length > query.first };
};

const opened = (file: string, readOnly: boolean): Connection => {
  try {
    return connect(file, readOnly, CATALOGUE);
  } catch (error) {
    throw failureOf(file, error);
  }
};

/** Documents in a file of SQLite, by the contract of `ReadStore`; a batch is one transaction. What it loses in a power cut the log brings back. */
export const sqliteReadStore = ({ file, readOnly = false, wrote }: SqliteReadStoreOptions): ReadStore => {
  const connection = opened(file, readOnly);
  const layouts = new Map<string, Layout>();
  const awaited = new Map<string, CollectionSpec>();

  /** The tables of a collection; null where a reader declared it and the writer has not yet. */
  const present = (name: string): Layout | null => {
    const known = layouts.get(name);
    if (known) return known;
    const spec = declaredIn(connection, name);
    if (!spec && awaited.has(name)) return null;
    if (!spec) throw undeclared(name);
    layouts.set(name, layoutOf(spec));
    return layouts.get(name)!;
  };
  const writing = (name: string): Layout => present(name) ?? layoutOf(awaited.get(name)!);
  const change = <T>(work: () => T): T => {
    if (readOnly) throw new Error(`The read store ${file} is open for reading only: write through the worker's.`);
    try {
      return connection.transaction(work);
    } catch (error) {
      throw failureOf(file, error);
    }
  };
  /** Checks a query against the fields also where there is nothing to ask yet. */
  const asked = (name: string) => present(name) ?? layoutOf(awaited.get(name)!);

  return {
    async declare(specs) {
      specs.forEach(checkSpec);
      if (readOnly) for (const spec of specs) awaited.set(spec.name, spec);
      else change(() => specs.forEach((spec) => declareOne(connection, spec)));
    },
    async get(name, keys) {
      const layout = present(name);
      if (!layout || keys.length === 0) return keys.map(() => null);
      const rows = new Map(getRows(connection, layout, keys).map((row) => [row[0], row]));
      return keys.map((key) => {
        const row = rows.get(key);
        return row ? { version: row[1] as number, doc: parse(row[2]) } : null;
      });
    },
    async list(name, query) {
      const layout = present(name);
      if (layout) return pageOf(connection, layout, query);
      listSelects(asked(name), query, null);
      return { items: [], hasNext: false };
    },
    async count(name, { where, by }) {
      const layout = asked(name);
      const { sql, values } = countSelect(layout, where, by);
      if (!present(name)) return by?.length ? [] : [{ values: [], count: 0 }];
      return connection.all(sql, values).map((row) => ({
        values: (by ?? []).map((field, at) => unbound(layout, field, row[at]!)),
        count: row.at(-1) as number,
      }));
    },
    async write({ writes, checkpoint }: ReadBatch) {
      change(() => {
        for (const { collection, documents } of writes)
          writeDocuments(connection, writing(collection), documents, wrote);
        if (!checkpoint) return;
        const { name, partition, position } = checkpoint;
        connection.run(
          `INSERT INTO checkpoints (name, number, position) VALUES (?, ?, ?)
            ON CONFLICT (name, number) DO UPDATE SET position = excluded.position WHERE excluded.position > checkpoints.position`,
          [name, partition, position],
        );
        wrote?.();
      });
    },
    async checkpoints(name) {
      const rows = connection.all('SELECT number, position FROM checkpoints WHERE name = ? ORDER BY number', [name]);
      return new Map(rows.map(([number, position]) => [number as number, position as number]));
    },
    async clear(collections, checkpoints) {
      change(() => {
        for (const name of collections) if (declaredIn(connection, name)) connection.exec(emptyOf(writing(name)));
        for (const name of checkpoints) connection.run('DELETE FROM checkpoints WHERE name = ?', [name]);
      });
    },
    async replace(pairs, { from, to }) {
      change(() => {
        if (connection.all('SELECT 1 FROM checkpoints WHERE name = ? LIMIT 1', [from]).length === 0) return;
        for (const pair of pairs) {
          move(connection, pair.from, pair.to);
          wrote?.();
        }
        connection.run('DELETE FROM checkpoints WHERE name = ?', [to]);
        connection.run('UPDATE checkpoints SET name = ? WHERE name = ?', [to, from]);
      });
      layouts.clear();
    },
    async close() {
      connection.close();
    },
  };
};
