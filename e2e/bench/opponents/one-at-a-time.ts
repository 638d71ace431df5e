import Database from 'libsql';
import { performance } from 'node:perf_hooks';
import { applyEvent, type EventStore, type JsonObject, type Projection } from '@sunlit/kernel';

const TABLES = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE documents (key TEXT PRIMARY KEY, version INTEGER NOT NULL, doc TEXT NOT NULL);
  CREATE TABLE checkpoint (position INTEGER NOT NULL);
  INSERT INTO checkpoint VALUES (0);
`;

/** A projection as it is often written: for each event its document is read, changed and written with the checkpoint, in a durable transaction. */
export const oneAtATime = async (projection: Projection, log: EventStore, file: string) => {
  const db = new Database(file);
  db.exec(TABLES);
  const read = db.prepare('SELECT doc FROM documents WHERE key = ?').raw();
  const write = db.prepare(
    'INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET version = excluded.version, doc = excluded.doc',
  );
  const mark = db.prepare('UPDATE checkpoint SET position = ?');
  const end = new AbortController();
  const began = performance.now();
  const { categories } = projection;
  for await (const { events, caughtUp } of log.subscribe({ after: 0, categories, signal: end.signal, batch: 1000 })) {
    for (const event of events) {
      db.exec('BEGIN IMMEDIATE');
      const [before] = (read.get([event.stream]) as [string] | undefined) ?? [];
      const after = applyEvent(projection as never, before ? (JSON.parse(before) as JsonObject) : null, event);
      write.run([event.stream, event.revision, JSON.stringify(after)]);
      mark.run([event.position]);
      db.exec('COMMIT');
    }
    if (caughtUp) end.abort();
  }
  const seconds = (performance.now() - began) / 1000;
  const value = (sql: string): unknown => (db.prepare(sql).raw().get() as unknown[])[0];
  const documents = value('SELECT count(*) FROM documents') as number;
  const settings = `SQLite: journal_mode=${String(value('PRAGMA journal_mode'))} synchronous=${String(value('PRAGMA synchronous'))}`;
  db.close();
  return { seconds, documents, settings };
};
