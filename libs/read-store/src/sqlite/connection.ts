import Database from 'libsql';

/** A value SQLite takes; flags go as 0 and 1, since the driver ends the process at a boolean. */
export type Bound = string | number | null;

/** One connection, its prepared statements kept by their text. */
export interface Connection {
  /** All rows, each a list of its columns. */
  all(sql: string, values?: readonly Bound[]): readonly (readonly Bound[])[];
  /** Number of rows changed. */
  run(sql: string, values?: readonly Bound[]): number;
  exec(sql: string): void;
  /** Runs it in one transaction, begun as a writer so that it waits for another writer at the beginning only. */
  transaction<T>(work: () => T): T;
  close(): void;
}

type Statement = ReturnType<Database.Database['prepare']>;

const STATEMENTS = 300;
/** How long a connection waits for another's lock, in seconds as this driver counts. */
const TIMEOUT = 10;
const ATTEMPTS = 200;

/** Taken while another connection switches the new file to WAL: the one lock SQLite does not wait for itself. */
const patiently = <T>(work: () => T): T => {
  for (let attempt = 1; ; attempt++) {
    try {
      return work();
    } catch (error) {
      const busy = error instanceof Error && /locked|busy/i.test(error.message);
      if (!busy || attempt === ATTEMPTS) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
};

/** Opens the file, making it where there is none, with WAL: readers never wait for the writer. `prepare` runs once, as a writer. */
export const connect = (file: string, readOnly: boolean, schema: string): Connection => {
  const database = new Database(file, { timeout: TIMEOUT } as Database.Options);
  const statements = new Map<string, Statement>();
  const prepared = (sql: string, raw: boolean): Statement => {
    const known = statements.get(sql);
    if (known) return known;
    if (statements.size >= STATEMENTS) statements.clear();
    const made = database.prepare(sql);
    if (raw) made.raw();
    statements.set(sql, made);
    return made;
  };
  const transaction = <T>(work: () => T): T => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
  patiently(() => {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;' +
        // Many small batches write the same pages again and again: folding the log in rarely makes that a third cheaper.
        ' PRAGMA wal_autocheckpoint = 16000; PRAGMA journal_size_limit = 67108864;',
    );
    transaction(() => database.exec(schema));
  });
  if (readOnly) database.exec('PRAGMA query_only = ON');
  return {
    all: (sql, values = []) => prepared(sql, true).all([...values]) as Bound[][],
    run: (sql, values = []) => prepared(sql, false).run([...values]).changes,
    exec: (sql) => void database.exec(sql),
    transaction,
    close: () => {
      statements.clear();
      database.close();
    },
  };
};
