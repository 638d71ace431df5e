import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { UnusableFile, openingFailure } from './failures.js';

/** How this program marks a file as its event store, and the newest shape of it that it knows. */
const APPLICATION = 0x53756e45;
const FORMAT = 1;

const TABLES = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    category TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    meta TEXT NOT NULL
  );
  CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);
  -- A row's position is its rowid, which every index ends with: this one is (category, position).
  CREATE INDEX events_by_category ON events (category);
  PRAGMA application_id = ${APPLICATION};
  PRAGMA user_version = ${FORMAT};
`;

const writable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

export const checkPath = (file: string, readOnly: boolean): void => {
  const there = existsSync(file);
  if (!existsSync(dirname(file))) throw new UnusableFile(file, 'FolderMissing');
  if (readOnly && !there) throw new UnusableFile(file, 'FileMissing');
  if (!readOnly && !(writable(dirname(file)) && (!there || writable(file))))
    throw new UnusableFile(file, 'NotWritable');
};

/** A PRAGMA's or query's single value. */
export const valueOf = (db: Database.Database, sql: string): unknown => {
  const row = db.prepare(sql).raw().get() as unknown[] | undefined;
  return row?.[0];
};

const checkFormat = (db: Database.Database, file: string): void => {
  if (valueOf(db, 'PRAGMA application_id') !== APPLICATION) throw new UnusableFile(file, 'AnotherProgramsFile');
  if ((valueOf(db, 'PRAGMA user_version') as number) > FORMAT) throw new UnusableFile(file, 'NewerFormat');
};

const isEmpty = (db: Database.Database): boolean => valueOf(db, 'SELECT count(*) FROM sqlite_schema') === 0;

const makeTables = (db: Database.Database): void => {
  db.exec('BEGIN IMMEDIATE');
  try {
    if (isEmpty(db)) db.exec(TABLES);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
};

const forReading = (db: Database.Database, file: string): void => {
  if (isEmpty(db)) throw new UnusableFile(file, 'FileMissing');
  checkFormat(db, file);
  db.exec('PRAGMA query_only = ON');
};

const forWriting = (db: Database.Database, file: string, checkpointPages: number): void => {
  // Looked at before anything is written, so that a foreign file stays as it is.
  if (!isEmpty(db)) checkFormat(db, file);
  if (valueOf(db, 'PRAGMA journal_mode = WAL') !== 'wal') throw new UnusableFile(file, 'CannotOpen');
  db.exec(`PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = ${checkpointPages};`);
  // A WAL that once grew large is cut back when it starts over.
  db.exec(`PRAGMA journal_size_limit = ${64 * 1024 * 1024};`);
  if (isEmpty(db)) makeTables(db);
  checkFormat(db, file);
};

/** A connection to the event store's file (made if it is not there, unless `readOnly`), or `UnusableFile`. */
export const openFile = (file: string, readOnly: boolean, checkpointPages: number): Database.Database => {
  checkPath(file, readOnly);
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    db.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16384;');
    if (readOnly) forReading(db, file);
    else forWriting(db, file, checkpointPages);
    return db;
  } catch (error) {
    db?.close();
    throw openingFailure(file, error);
  }
};
