import { createDecipheriv } from 'node:crypto';
import type Database from 'libsql';
import { firstCheck, wrongMasterKey } from '../check-value.js';
import { KeyStoreUnusable } from '../key-store-unusable.js';
import { BLANK, masterKeyId, type MasterKeys, type Wrapping } from '../wrapping.js';

const LAYOUT = 3;

// Rows are only ever added at the end and overwritten in place by as many bytes: a row that is moved by SQLite leaves copies in pages that nothing overwrites.
const TABLES = `
  CREATE TABLE IF NOT EXISTS keys (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, wrapped BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS permanent (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS erased (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL);
  INSERT OR IGNORE INTO erased VALUES (1, 0);
  CREATE TABLE IF NOT EXISTS register (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, log TEXT NOT NULL, position INTEGER NOT NULL
  );
`;

/** What a file is opened with. */
export interface Opening {
  readonly file: string;
  readonly masterKeys: MasterKeys;
  readonly wrapping: Wrapping;
  /** Whose log's erasures are done here. */
  readonly log: string;
}

type Row = { readonly n: number; readonly name: string; readonly wrapped: ArrayBuffer };

/** The key of a wrapping of layout 1: iv, ciphertext and tag, under the master key itself, whose id it does not state. */
const unwrapLayout1 = (masterKey: Buffer, name: string, wrapped: Buffer): Buffer | null => {
  const decipher = createDecipheriv('aes-256-gcm', masterKey, wrapped.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(name, 'utf8')).setAuthTag(wrapped.subarray(-16));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
  } catch {
    return null;
  }
};

const PAGE = 1000;

/** Wraps every value of layout 1 anew, under the same master key; a damaged one stays as it is, and is named when it is read. */
const rewrapLayout1 = (db: Database.Database, { file, masterKeys, wrapping }: Opening): void => {
  const first = db.prepare("SELECT wrapped FROM permanent WHERE name = 'check'").get([]) as Row | undefined;
  if (!first) return;
  const check = Buffer.from(first.wrapped);
  const masterKey = [masterKeys.current, ...masterKeys.previous].find((one) => unwrapLayout1(one, 'check', check));
  if (!masterKey) throw wrongMasterKey(file);
  const id = masterKeyId(masterKey);
  const rewrapAll = (select: string, update: string): void => {
    const [page, replace] = [db.prepare(select), db.prepare(update)];
    for (let after = 0; ;) {
      const rows = page.all([after, BLANK, PAGE]) as Row[];
      for (const { n, name, wrapped } of rows) {
        const key = unwrapLayout1(masterKey, name, Buffer.from(wrapped));
        if (key) replace.run([wrapping.wrap(id, name, key), n]);
      }
      if (rows.length < PAGE) return;
      after = rows.at(-1)!.n;
    }
  };
  rewrapAll(
    "SELECT n, 'key:' || id AS name, wrapped FROM keys WHERE n > ? AND wrapped <> ? ORDER BY n LIMIT ?",
    'UPDATE keys SET wrapped = ? WHERE n = ?',
  );
  rewrapAll(
    'SELECT rowid AS n, name, wrapped FROM permanent WHERE rowid > ? AND wrapped <> ? ORDER BY rowid LIMIT ?',
    'UPDATE permanent SET wrapped = ? WHERE rowid = ?',
  );
};

/** Layouts before 3 kept no register; what was destroyed is known by the blanks it left. */
const registerBlanks = (db: Database.Database, log: string): void =>
  void db
    .prepare('INSERT OR IGNORE INTO register (id, log, position) SELECT id, ?, 0 FROM keys WHERE wrapped = ?')
    .run([log, BLANK]);

const layoutOf = (db: Database.Database): number =>
  Number((db.pragma('user_version') as readonly { user_version: number }[])[0]?.user_version ?? 0);

const newer = (file: string, found: number): KeyStoreUnusable =>
  new KeyStoreUnusable(
    `The key store ${file} has layout ${found}, this program knows ${LAYOUT}: update the program.\n` +
      `密钥库 ${file} 的格式版本为 ${found},本程序只支持 ${LAYOUT}:请升级程序。`,
  );

/** Makes the tables, or brings those of an earlier layout up to this one, in one transaction; `KeyStoreUnusable` where neither can be. */
export const bringUp = (db: Database.Database, opening: Opening): void => {
  if (layoutOf(db) > LAYOUT) throw newer(opening.file, layoutOf(db));
  if (layoutOf(db) === LAYOUT) return;
  const step = db.transaction(() => {
    // Another thread may have been first.
    const found = layoutOf(db);
    if (found === LAYOUT) return;
    db.exec(TABLES);
    if (found === 1) rewrapLayout1(db, opening);
    if (found < LAYOUT) registerBlanks(db, opening.log);
    const keep = db.prepare('INSERT OR IGNORE INTO permanent VALUES (?, ?)');
    keep.run(['check', firstCheck(opening.wrapping)]);
    keep.run(['check:previous', BLANK]);
    db.pragma(`user_version = ${LAYOUT}`);
  });
  step.immediate();
};
