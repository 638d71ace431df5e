import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'libsql';
import { Unavailable, type EventStore, type LogBatch } from '@sunlit/kernel';
import { checkedAppend } from '../checked-append.js';
import { runningFailure } from './failures.js';
import { openFile, valueOf } from './file.js';
import { groupCommit, type WriteStats } from './group-commit.js';
import { logReader } from './log-reader.js';
import { otherCommits } from './other-commits.js';
import { wakeUp } from './wake-up.js';

const BATCH = 500;
const CHECKPOINT_PAGES = 10_000;

export interface SqliteEventStoreOptions {
  readonly file: string;
  /** Reads and follows, but takes no appends; the file must be there. */
  readonly readOnly?: boolean;
  /** Pages of WAL at which a commit copies them into the file itself, default 10,000 (40 MB); 0: only `checkpoint()` does. */
  readonly checkpoint?: number;
  /** For tests of faults: passed as `append:inside` when a group is written and not yet committed. */
  readonly failpoint?: ((name: string) => void) | undefined;
}

/** Pages in the WAL, and how many of them are in the file by now. */
export interface Checkpoint {
  readonly pages: number;
  readonly copied: number;
}

/** What this connection itself says of how durable its commits are. */
export interface DurabilitySettings {
  readonly version: string;
  readonly journal_mode: string;
  /** 2 is FULL: the write-ahead log is synced at each commit. */
  readonly synchronous: number;
  readonly wal_autocheckpoint: number;
}

/** The event store in one SQLite file, with what only it has. */
export interface SqliteEventStore extends EventStore {
  /** Copies what it can of the WAL into the file, holding nobody up (PASSIVE); best called regularly from another thread's connection. */
  checkpoint(): Checkpoint;
  stats(): WriteStats;
  settings(): DurabilitySettings;
}

const settingsOf = (db: Database.Database): DurabilitySettings => ({
  version: valueOf(db, 'SELECT sqlite_version()') as string,
  journal_mode: valueOf(db, 'PRAGMA journal_mode') as string,
  synchronous: valueOf(db, 'PRAGMA synchronous') as number,
  wal_autocheckpoint: valueOf(db, 'PRAGMA wal_autocheckpoint') as number,
});

const closed = (file: string): Unavailable => new Unavailable(`${file}: 已关闭。 The event store is closed.`);

const checkpointing = (db: Database.Database) => {
  const statement = db.prepare('PRAGMA wal_checkpoint(PASSIVE)').raw();
  return (): Checkpoint => {
    const [, pages, copied] = statement.get() as [busy: number, pages: number, copied: number];
    return { pages, copied };
  };
};

/** Leaves one complete file behind; where somebody still reads, the next opening does it. */
const tidyUp = (db: Database.Database): void => {
  try {
    db.exec('PRAGMA busy_timeout = 0');
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  } catch {
    // Nothing is lost: what the WAL holds is durable.
  }
};

/**
 * The event store in one SQLite file: WAL, `synchronous=FULL`, group commit. One writer a file; any number of `readOnly` ones beside it.
 * Throws `UnusableFile` where the file cannot be used; afterwards operations fail with `Unavailable`, appends also with `InvalidEvent`.
 */
export const sqliteEventStore = (options: SqliteEventStoreOptions): SqliteEventStore => {
  const file = resolve(options.file);
  const db = openFile(file, options.readOnly ?? false, options.checkpoint ?? CHECKPOINT_PAGES);
  return storeOn(db, file, options);
};

/** The store on an open connection, which it then owns. */
export const storeOn = (
  db: Database.Database,
  file: string,
  { readOnly = false, failpoint }: Pick<SqliteEventStoreOptions, 'readOnly' | 'failpoint'> = {},
): SqliteEventStore => {
  const reader = logReader(db);
  const news = wakeUp(file, { changed: readOnly ? otherCommits(db) : undefined });
  const writer = groupCommit(db, file, news.announce, failpoint);
  const checkpoint = checkpointing(db);
  let open = true;

  const guarded = <T>(read: () => T): T => {
    if (!open) throw closed(file);
    try {
      return read();
    } catch (error) {
      throw runningFailure(file, error);
    }
  };

  const subscribe: EventStore['subscribe'] = async function* ({ after, categories, signal, batch = BATCH }) {
    let position = after;
    let told = false;
    while (open && !signal.aborted) {
      const seen = news.announced();
      const found: LogBatch = guarded(() => reader.log({ after: position, categories, limit: Math.max(1, batch) }));
      if (!told || found.position > position) {
        told = true;
        position = found.position;
        yield found;
        // Reading is synchronous: without this a long replay would let nothing else of the process run.
        await nextTurn();
      }
      if (found.caughtUp) await news.next(seen, signal);
    }
  };

  return {
    read: async (stream, from = 0) => guarded(() => reader.stream(stream, from)),
    append: async (stream, events, expected) => {
      const checked = checkedAppend(stream, events, expected);
      if (!open) throw closed(file);
      if (readOnly) throw new Error(`${file} was opened for reading: appends go through its one writer.`);
      return writer.append({ stream, events: checked, expected });
    },
    subscribe,
    head: async () => guarded(reader.head),
    checkpoint: () => guarded(checkpoint),
    stats: writer.stats,
    settings: () => guarded(() => settingsOf(db)),
    close: async () => {
      if (!open) return;
      writer.drain();
      open = false;
      news.close();
      if (!readOnly) tidyUp(db);
      db.close();
    },
  };
};
