import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { derivedId, timeOrderedId, type JsonObject } from '@sunlit/kernel';

/** Work on an SQLite file that nobody serves. */
export const inFile = <T>(file: string, work: (database: Database.Database) => T): T => {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
};

type Row = readonly (string | number)[];

export const rowsOf = (database: Database.Database, sql: string, values: readonly unknown[] = []): readonly Row[] =>
  database
    .prepare(sql)
    .raw()
    .all([...values]) as unknown as readonly Row[];

const changed = (database: Database.Database, sql: string, values: readonly unknown[] = []): number =>
  database.prepare(sql).run([...values]).changes;

/** A data folder as it stands at rest, beside others like it. */
export const copyOf = (data: string, folder: string): { readonly path: string; remove(): void } => {
  const path = join(mkdtempSync(join(folder, 'copy-')), 'data');
  mkdirSync(path);
  cpSync(data, path, { recursive: true, filter: (name) => !/(serve\.json|lock|lock-journal)$/.test(name) });
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

const EVENTS = 'events.sqlite';
const READ = 'read.sqlite';
const KEYS = 'keys.sqlite';

/** Takes an event out of the log, as a store does that drops one of what it acknowledged. */
export const dropEvent = (data: string, where: string): void =>
  inFile(join(data, EVENTS), (log) => {
    if (changed(log, `DELETE FROM events WHERE position = (${where})`) !== 1)
      throw new Error(`nothing to drop: ${where}`);
  });

/** An event in the middle of its stream, the last of a stream, and the last of all. */
export const DROPPED: Readonly<Record<string, string>> = {
  'in the middle of a stream': `SELECT position FROM events WHERE category = 'complaint' AND revision = 2 ORDER BY position LIMIT 1`,
  'at the end of a stream': `SELECT max(position) FROM events WHERE stream = (SELECT stream FROM events WHERE category = 'complaint' ORDER BY position LIMIT 1)`,
  'at the end of the log': 'SELECT max(position) FROM events',
};

/** Every count one more, however deep. */
const onePlus = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, onePlus(part)]));
};

/** Counts a month's matters once more than there are, as a projection does that takes a batch twice. */
export const countTwice = (data: string): void =>
  inFile(join(data, READ), (documents) => {
    const rows = rowsOf(documents, `SELECT key, doc FROM "c:figure-counters.v2" WHERE doc IS NOT NULL`);
    let counted = 0;
    for (const [key, text] of rows) {
      const doc = JSON.parse(String(text)) as JsonObject;
      if (!/^matters/.test(String(doc['at'])) || !/^\d{4}-\d\d$/.test(String(doc['bucket']))) continue;
      const twice = JSON.stringify({ ...doc, cells: onePlus(doc['cells']) });
      counted += changed(documents, `UPDATE "c:figure-counters.v2" SET doc = ? WHERE key = ?`, [twice, key]);
    }
    if (counted === 0) throw new Error('there is no month to count twice');
  });

/** Puts a file of one folder in the place of another's, with what its write-ahead log held. */
export const putFile = (from: string, to: string, file: string): void => {
  for (const end of ['', '-wal', '-shm']) {
    rmSync(join(to, `${file}${end}`), { force: true });
    if (existsSync(join(from, `${file}${end}`))) cpSync(join(from, `${file}${end}`), join(to, `${file}${end}`));
  }
};

/** Everything folded into one file, so that it can be copied alone. */
export const settled = (data: string, file: string): void =>
  inFile(join(data, file), (database) => void database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw().all([]));

/** Takes the last answered step of a case out of the log for as long as the documents are made: they pass it over and are marked past it. */
export const hideEvent = (data: string): void =>
  inFile(join(data, EVENTS), (log) => {
    const type = `SELECT max(position) FROM events WHERE type = 'CaseClosed'`;
    if (changed(log, `DELETE FROM events WHERE position = (${type})`) !== 1) throw new Error('no closed case to hide');
  });

/** Takes over the items of a later read model, and not the counters and checkpoints that belong to them. */
export const itemsAhead = (later: string, data: string): void =>
  inFile(join(data, READ), (documents) => {
    documents.exec(`ATTACH '${join(later, READ).replaceAll("'", "''")}' AS later`);
    const names = rowsOf(documents, `SELECT name FROM collections WHERE name = 'figures.v2'`).map(([name]) =>
      String(name),
    );
    if (names.length === 0) throw new Error('there are no items of figures');
    for (const name of names)
      documents.exec(`DELETE FROM "c:${name}"; INSERT INTO "c:${name}" SELECT * FROM later."c:${name}"`);
  });

/** Puts the keys back that were there before an erasure, beside a register and checkpoint that say it is done. */
export const keysBack = (before: string, data: string): void =>
  inFile(join(data, KEYS), (keys) => {
    keys.exec(`ATTACH '${join(before, KEYS).replaceAll("'", "''")}' AS earlier`);
    const was = 'SELECT e.wrapped FROM earlier.keys AS e WHERE e.id = keys.id';
    const back = changed(
      keys,
      `UPDATE keys SET wrapped = (${was}) WHERE id IN (SELECT id FROM register) AND wrapped <> coalesce((${was}), wrapped)`,
    );
    if (back === 0) throw new Error('there is no erased key to put back');
  });

/** Registers what was handed over a second time, as a policy does whose command has another id each time: a case more, and all else alike. */
export const registerAgain = (data: string): void =>
  inFile(join(data, EVENTS), (log) => {
    const rows = rowsOf(
      log,
      `SELECT type, data, meta FROM events WHERE stream = (SELECT stream FROM events WHERE type = 'CaseRegistered'
         AND data ->> '$.origin' IS NOT NULL ORDER BY position LIMIT 1) AND meta ->> '$.commandId' =
         (SELECT meta ->> '$.commandId' FROM events WHERE type = 'CaseRegistered' AND data ->> '$.origin' IS NOT NULL ORDER BY position LIMIT 1)
       ORDER BY revision`,
    );
    const commandId = timeOrderedId(Date.now());
    const stream = `complaint-${commandId}`;
    for (const [at, [type, body, meta]] of rows.entries()) {
      const told = JSON.parse(String(body)) as JsonObject;
      const other = told['number'] === undefined ? told : { ...told, number: 'TS-2026-999999' };
      const by = { ...(JSON.parse(String(meta)) as JsonObject), commandId };
      const row = [
        stream,
        at,
        'complaint',
        derivedId(stream, commandId, at),
        type,
        JSON.stringify(other),
        JSON.stringify(by),
      ];
      changed(
        log,
        'INSERT INTO events (stream, revision, category, id, type, data, meta) VALUES (?, ?, ?, ?, ?, ?, ?)',
        row,
      );
    }
    if (rows.length === 0) throw new Error('nothing was handed over');
  });
