import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Unavailable } from '@sunlit/kernel';
import Database from 'libsql';
import { KEY_BYTES, WRAPPED_BYTES, unwrapKey, wrapKey } from './wrapping.js';

const LAYOUT = 1;
const PATIENCE_MS = 10_000;

/** The key store cannot be opened: another master key, or a file of another program or version. */
export class KeyStoreUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KeyStoreUnusable';
  }
}

/** The tables of the file, without any meaning. */
export interface KeyFile {
  readonly add: (rows: readonly (readonly [id: string, wrapped: Buffer])[]) => void;
  readonly find: (ids: readonly string[]) => ReadonlyMap<string, Buffer>;
  readonly blank: (ids: readonly string[]) => void;
  /** Moves the write-ahead log into the file and cuts it to nothing, so that no earlier copy of a page is left; false while others read it. */
  readonly cutLog: () => boolean;
  readonly position: () => number;
  readonly advance: (position: number) => void;
  /** The wrapped permanent key of this name; `made` is kept where there was none. */
  readonly permanent: (name: string, made: () => Buffer) => Buffer;
  readonly close: () => void;
}

const foreign = (file: string): KeyStoreUnusable =>
  new KeyStoreUnusable(
    `${file} is no key store, or it is damaged: name another file, or restore it from its backup.\n` +
      `${file} 不是密钥库或已损坏:请指定其他文件,或从备份中恢复。`,
  );

/** Runs a step on the file; a locked, full or unreachable file is `Unavailable`. */
const trying = <T>(file: string, step: () => T): T => {
  try {
    return step();
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? '');
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw foreign(file);
    const passing = /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)|E[A-Z]+$)/.test(code);
    throw passing ? new Unavailable(`The key store ${file} cannot be used now (${code}).`, { cause: error }) : error;
  }
};

// Rows are only ever added at the end and blanked in place: a row that is moved by SQLite leaves copies in pages that nothing overwrites.
const TABLES = `
  CREATE TABLE IF NOT EXISTS keys (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, wrapped BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS permanent (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS erased (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL);
  INSERT OR IGNORE INTO erased VALUES (1, 0);
  PRAGMA user_version = ${LAYOUT};
`;

const layoutOf = (db: Database.Database): number =>
  Number((db.pragma('user_version') as readonly { user_version: number }[])[0]?.user_version ?? 0);

const checkLayout = (db: Database.Database, file: string): void => {
  const found = layoutOf(db);
  if (found > LAYOUT) {
    throw new KeyStoreUnusable(
      `The key store ${file} has layout ${found}, this program knows ${LAYOUT}: update the program.\n` +
        `密钥库 ${file} 的格式版本为 ${found},本程序只支持 ${LAYOUT}:请升级程序。`,
    );
  }
};

const opened = (file: string): Database.Database => {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a', 0o600));
  const db = new Database(file);
  db.pragma(`busy_timeout = ${PATIENCE_MS}`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  db.pragma('temp_store = MEMORY');
  checkLayout(db, file);
  if (layoutOf(db) < LAYOUT) db.transaction(() => db.exec(TABLES)).immediate();
  return db;
};

type Row = Readonly<Record<string, unknown>>;
const bytes = (value: unknown): Buffer => Buffer.from(value as ArrayBuffer);

/** Opens or makes the file: WAL, `synchronous=FULL`, `secure_delete`; another thread may have it open as well. */
export const keyFile = (file: string): KeyFile => {
  const db = trying(file, () => opened(file));
  const insert = db.prepare('INSERT INTO keys (id, wrapped) SELECT value ->> 0, unhex(value ->> 1) FROM json_each(?)');
  const select = db.prepare(
    'SELECT id, wrapped FROM keys WHERE id IN (SELECT value FROM json_each(?)) AND wrapped <> ?',
  );
  const wipe = db.prepare('UPDATE keys SET wrapped = ? WHERE id IN (SELECT value FROM json_each(?))');
  const read = db.prepare('SELECT position FROM erased');
  const move = db.prepare('UPDATE erased SET position = ? WHERE position < ?');
  const keep = db.prepare('INSERT OR IGNORE INTO permanent VALUES (?, ?)');
  const kept = db.prepare('SELECT wrapped FROM permanent WHERE name = ?');
  const blank = Buffer.alloc(WRAPPED_BYTES);
  const named = (name: string): Buffer | null => {
    const row = kept.get([name]) as Row | undefined;
    return row ? bytes(row['wrapped']) : null;
  };
  const cutLog = (): boolean => {
    // A short wait only: while it lasts nobody can write, and the caller can come again.
    db.pragma('busy_timeout = 30');
    const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[];
    db.pragma(`busy_timeout = ${PATIENCE_MS}`);
    return result?.busy === 0;
  };
  return {
    add: (rows) => {
      const json = JSON.stringify(rows.map(([id, wrapped]) => [id, wrapped.toString('hex')]));
      trying(file, () => insert.run([json]));
    },
    find: (ids) => {
      const rows = trying(file, () => select.all([JSON.stringify(ids), blank]) as readonly Row[]);
      return new Map(rows.map((row) => [String(row['id']), bytes(row['wrapped'])]));
    },
    blank: (ids) => void trying(file, () => wipe.run([blank, JSON.stringify(ids)])),
    cutLog: () => trying(file, cutLog),
    position: () => trying(file, () => Number((read.get([]) as Row)['position'])),
    advance: (position) => void trying(file, () => move.run([position, position])),
    permanent: (name, made) =>
      trying(file, () => {
        if (!named(name)) keep.run([name, made()]);
        return named(name)!;
      }),
    close: () => {
      // Leaves the file whole by itself, so that copying it alone is a backup; another holder may be in the way, and then does it.
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
};

/** Proves the master key on a value the file keeps for that; the first opening writes it. */
export const checkMasterKey = (tables: KeyFile, masterKey: Buffer, file: string): void => {
  const name = 'check';
  const wrapped = tables.permanent(name, () => wrapKey(masterKey, name, randomBytes(KEY_BYTES)));
  try {
    unwrapKey(masterKey, name, wrapped);
  } catch {
    throw new KeyStoreUnusable(
      `The master key is not the one the key store ${file} was made with: personal data cannot be read with it. ` +
        'Put the right master key back from its backup; do not delete the key store.\n' +
        `主密钥与密钥库 ${file} 不匹配,无法读取个人信息。请从备份中恢复正确的主密钥;不要删除密钥库。`,
    );
  }
};
