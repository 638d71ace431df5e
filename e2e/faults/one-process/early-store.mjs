/**
 * A server whose store answers before COMMIT: what the order of fsync and acknowledgement must show. Traced like the real one; writes
 * `case` after `case` to the log that the first argument names, and answers over HTTP.
 */
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers';
import Database from 'libsql';

const database = new Database(process.argv[2]);
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS events (stream TEXT)');
const insert = database.prepare('INSERT INTO events VALUES (?)');
const early = process.argv[3] === 'early';

const server = createServer((_, response) => {
  const stream = `complaint-${randomUUID()}`;
  const answer = () => response.end(JSON.stringify({ case: stream }));
  const commit = () => {
    database.exec('BEGIN');
    insert.run([stream]);
    database.exec('COMMIT');
  };
  if (!early) {
    commit();
    return answer();
  }
  answer();
  setImmediate(commit);
});
server.listen(0, '127.0.0.1', () => console.log(`${process.pid} http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
