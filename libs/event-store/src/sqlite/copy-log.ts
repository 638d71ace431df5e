import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'libsql';
import { runningFailure } from './failures.js';
import { checkPath } from './file.js';

/**
 * Copies the log's file as it stands in one instant, beside its writer: every event with its position. `to` must not exist; mode 0600, durable
 * when this returns. Throws `UnusableFile` where there is no log, `Unavailable` where it cannot be copied.
 */
export const copyLog = (file: string, to: string): void => {
  checkPath(file, true);
  closeSync(openSync(to, 'wx', 0o600));
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    db.exec('PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY;');
    db.prepare('VACUUM INTO ?').run([to]);
  } catch (error) {
    throw runningFailure(file, error);
  } finally {
    db?.close();
  }
  const handle = openSync(to, 'r+');
  fsyncSync(handle);
  closeSync(handle);
};
