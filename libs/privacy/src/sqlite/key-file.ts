import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Unavailable } from '@sunlit/kernel';
import Database from 'libsql';
import type { Check } from '../check-value.js';
import { KeyStoreUnusable } from '../key-store-unusable.js';
import type { Erasure } from '../register.js';
import type { Rewrapped, Wrapped } from '../rotation.js';
import { BLANK } from '../wrapping.js';
import { bringUp, type Opening } from './layout.js';

const PATIENCE_MS = 10_000;
const PAGE = 500;

/** The tables of the file, without any meaning. */
export interface KeyFile {
  readonly check: () => Check;
  /** Puts a check in place of this one; false where another came first. */
  readonly turn: (from: Check, to: Check) => boolean;
  /** Keeps keys wrapped under the master key `by`; false, and nothing is kept, where another one is in force by now. */
  readonly add: (by: string, rows: readonly (readonly [id: string, wrapped: Buffer])[]) => boolean;
  readonly find: (ids: readonly string[]) => ReadonlyMap<string, Buffer>;
  /** Writes erasures into the register, durable; those that stand there already stay as they are. */
  readonly note: (erasures: readonly Erasure[]) => void;
  readonly noted: () => Iterable<readonly Erasure[]>;
  readonly blank: (ids: readonly string[]) => void;
  /** Moves the write-ahead log into the file and cuts it to nothing, so that no earlier copy of a page is left; false while others read it. */
  readonly cutLog: () => boolean;
  readonly position: () => number;
  readonly advance: (position: number) => void;
  /** The wrapped permanent key of this name. */
  readonly permanent: (name: string) => Buffer | null;
  /** Keeps a permanent key where there was none and the master key `by` is in force. */
  readonly keepPermanent: (by: string, name: string, wrapped: Buffer) => void;
  readonly pages: () => Iterable<readonly Wrapped[]>;
  /** Replaces those that still are what they were. */
  readonly replace: (rows: readonly Rewrapped[]) => void;
  readonly close: () => void;
}

const foreign = (file: string): KeyStoreUnusable =>
  new KeyStoreUnusable(
    `${file} is no key store, or it is damaged: name another file, or restore it from its backup.\n` +
      `${file} 不是密钥库或已损坏:请指定其他文件,或从备份中恢复。`,
  );

/** What the library gives where a file cannot be opened at all has no code of its own, but SQLite's number in its text. */
const codeOf = (error: unknown): string => {
  const { code, message } = error as { readonly code?: unknown; readonly message?: string };
  return /^ConnectionFailed\(.*: 14"\)$/s.test(message ?? '') ? 'SQLITE_CANTOPEN' : String(code ?? '');
};

/** Runs a step on the file; a locked, full or unreachable file is `Unavailable`. */
const trying = <T>(file: string, step: () => T): T => {
  try {
    return step();
  } catch (error) {
    const code = codeOf(error);
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw foreign(file);
    const passing = /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)|E[A-Z]+$)/.test(code);
    throw passing ? new Unavailable(`The key store ${file} cannot be used now (${code}).`, { cause: error }) : error;
  }
};

/**
 * Makes the file, for this user alone, where there is none. One that is there is never opened here: closing it again would drop every lock
 * this process has on it (POSIX), and another process that came and went would take the log away from under those who hold it.
 */
const makeFile = (file: string): void => {
  if (existsSync(file)) return;
  try {
    closeSync(openSync(file, 'ax', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
};

const opened = (opening: Opening): Database.Database => {
  const { file } = opening;
  mkdirSync(dirname(file), { recursive: true });
  makeFile(file);
  const db = new Database(file);
  try {
    db.pragma(`busy_timeout = ${PATIENCE_MS}`);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('secure_delete = ON');
    db.pragma('temp_store = MEMORY');
    bringUp(db, opening);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

type Row = Readonly<Record<string, unknown>>;
const bytes = (value: unknown): Buffer => Buffer.from(value as ArrayBuffer);

/** The id of the master key in force, as the check value states it. */
const IN_FORCE = "(SELECT hex(substr(wrapped, 1, 8)) FROM permanent WHERE name = 'check')";

const statementsOf = (db: Database.Database) => ({
  insert: db.prepare(
    `INSERT INTO keys (id, wrapped) SELECT value ->> 0, unhex(value ->> 1) FROM json_each(?) WHERE ${IN_FORCE} = ?`,
  ),
  select: db.prepare('SELECT id, wrapped FROM keys WHERE id IN (SELECT value FROM json_each(?)) AND wrapped <> ?'),
  wipe: db.prepare('UPDATE keys SET wrapped = ? WHERE id IN (SELECT value FROM json_each(?))'),
  note: db.prepare(
    'INSERT OR IGNORE INTO register (id, log, position) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)',
  ),
  noted: db.prepare(`SELECT n, id, log, position FROM register WHERE n > ? ORDER BY n LIMIT ${PAGE}`),
  read: db.prepare('SELECT position FROM erased'),
  move: db.prepare('UPDATE erased SET position = ? WHERE position < ?'),
  keep: db.prepare(`INSERT OR IGNORE INTO permanent SELECT ?, ? WHERE ${IN_FORCE} = ?`),
  kept: db.prepare('SELECT wrapped FROM permanent WHERE name = ?'),
  named: db.prepare("SELECT name, wrapped FROM permanent WHERE name LIKE 'permanent:%'"),
  page: db.prepare(
    `SELECT n, 'key:' || id AS name, wrapped FROM keys WHERE n > ? AND wrapped <> ? ORDER BY n LIMIT ${PAGE}`,
  ),
  rewrapKey: db.prepare('UPDATE keys SET wrapped = ? WHERE id = ? AND wrapped = ?'),
  rewrapNamed: db.prepare('UPDATE permanent SET wrapped = ? WHERE name = ? AND wrapped = ?'),
});

const wrappedIn = ({ name, wrapped }: Row): Wrapped => ({ name: String(name), wrapped: bytes(wrapped) });

const erasureIn = ({ id, log, position }: Row): Erasure => ({
  key: String(id),
  log: String(log),
  position: Number(position),
});

/** Pages of rows in the order of their `n`, until there are no more. */
function* paged(page: (after: number) => Row[]): Generator<readonly Row[]> {
  for (let after = 0; ;) {
    const rows = page(after);
    if (rows.length === 0) return;
    yield rows;
    after = Number(rows.at(-1)!['n']);
  }
}

/** Opens or makes the file: WAL, `synchronous=FULL`, `secure_delete`; another thread may have it open as well. */
export const keyFile = (opening: Opening): KeyFile => {
  const { file } = opening;
  const db = trying(file, () => opened(opening));
  const statements = statementsOf(db);
  const { insert, select, wipe, read, move, keep, kept, named, rewrapKey, rewrapNamed } = statements;
  const permanent = (name: string): Buffer | null => {
    const row = kept.get([name]) as Row | undefined;
    return row ? bytes(row['wrapped']) : null;
  };
  const check = (): Check => {
    const previous = permanent('check:previous')!;
    return { wrapped: permanent('check')!, previous: previous.equals(BLANK) ? null : previous };
  };
  const turn = db.transaction((from: Check, to: Check): boolean => {
    if (rewrapNamed.run([to.wrapped, 'check', from.wrapped]).changes === 0) return false;
    return rewrapNamed.run([to.previous ?? BLANK, 'check:previous', from.previous ?? BLANK]).changes > 0;
  });
  const replace = db.transaction((rows: readonly Rewrapped[]): void => {
    for (const { name, from, to } of rows) {
      if (name.startsWith('key:')) rewrapKey.run([to, name.slice('key:'.length), from]);
      else rewrapNamed.run([to, name, from]);
    }
  });
  function* pages(): Generator<readonly Wrapped[]> {
    yield trying(file, () => (named.all([]) as Row[]).map(wrappedIn));
    const page = (after: number) => trying(file, () => statements.page.all([after, BLANK]) as Row[]);
    for (const rows of paged(page)) yield rows.map(wrappedIn);
  }
  function* noted(): Generator<readonly Erasure[]> {
    const page = (after: number) => trying(file, () => statements.noted.all([after]) as Row[]);
    for (const rows of paged(page)) yield rows.map(erasureIn);
  }
  const cutLog = (): boolean => {
    // A short wait only: while it lasts nobody can write, and the caller can come again.
    db.pragma('busy_timeout = 30');
    const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[];
    db.pragma(`busy_timeout = ${PATIENCE_MS}`);
    return result?.busy === 0;
  };
  return {
    check: () => trying(file, check),
    turn: (from, to) => trying(file, () => turn.immediate(from, to)),
    add: (by, rows) => {
      const json = JSON.stringify(rows.map(([id, wrapped]) => [id, wrapped.toString('hex')]));
      return trying(file, () => insert.run([json, by.toUpperCase()]).changes > 0);
    },
    find: (ids) => {
      const rows = trying(file, () => select.all([JSON.stringify(ids), BLANK]) as readonly Row[]);
      return new Map(rows.map((row) => [String(row['id']), bytes(row['wrapped'])]));
    },
    note: (erasures) => {
      const json = JSON.stringify(erasures.map(({ key, log, position }) => [key, log, position]));
      trying(file, () => statements.note.run([json]));
    },
    noted,
    blank: (ids) => void trying(file, () => wipe.run([BLANK, JSON.stringify(ids)])),
    cutLog: () => trying(file, cutLog),
    position: () => trying(file, () => Number((read.get([]) as Row)['position'])),
    advance: (position) => void trying(file, () => move.run([position, position])),
    permanent: (name) => trying(file, () => permanent(name)),
    keepPermanent: (by, name, wrapped) => void trying(file, () => keep.run([name, wrapped, by.toUpperCase()])),
    pages,
    replace: (rows) => trying(file, () => replace.immediate(rows)),
    close: () => {
      // Leaves the file whole by itself, so that copying it alone is a backup; another holder may be in the way, and then does it.
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
};
