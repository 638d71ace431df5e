import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'libsql';
import { Unavailable } from '@sunlit/kernel';

/**
 * Copies the key store's file as it stands in one instant, beside whoever writes it: keys wrapped as they are, nothing of destroyed ones. `to`
 * must not exist; mode 0600, durable when this returns. `Unavailable` where the file cannot be read or the copy not be written.
 */
export const copyKeys = (file: string, to: string): void => {
  closeSync(openSync(to, 'wx', 0o600));
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    db.exec('PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY;');
    db.prepare('VACUUM INTO ?').run([to]);
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? '');
    throw new Unavailable(
      `密钥库 ${file} 无法复制到 ${to}。 The key store ${file} cannot be copied to ${to} (${code}).`,
      { cause: error },
    );
  } finally {
    db?.close();
  }
  const handle = openSync(to, 'r+');
  fsyncSync(handle);
  closeSync(handle);
};
