import Database from 'libsql';
import { openingFailure } from './failures.js';
import { checkPath } from './file.js';

/**
 * Holds the file (made if it is not there) for this process until `release`, or until the process ends in whatever way: the operating
 * system drops the lock. Throws `UnusableFile`, with the problem `Locked` at once where another process holds it.
 */
export const holdExclusively = (file: string): { release(): void } => {
  checkPath(file, false);
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;');
  } catch (error) {
    database?.close();
    throw openingFailure(file, error);
  }
  const held = database;
  return { release: () => void held.close() };
};
