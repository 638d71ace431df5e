import type Database from 'libsql';
import { WrongExpectedRevision, categoryOf, type Appended } from '@sunlit/kernel';
import type { CheckedEvent } from '../checked-append.js';
import { runningFailure } from './failures.js';

/** How many appends share one transaction at most, so that no turn of the event loop grows without bound. */
const MAX_GROUP = 1000;

interface Append {
  readonly stream: string;
  readonly events: readonly CheckedEvent[];
  readonly expected: number;
}

interface Waiting extends Append {
  readonly resolve: (outcome: Appended) => void;
  readonly reject: (error: Error) => void;
}

type Outcome = { readonly wrote: boolean; readonly appended: Appended } | WrongExpectedRevision;

/** What was written since the store was opened: transactions that wrote, appends and events in them. */
export interface WriteStats {
  readonly commits: number;
  readonly appends: number;
  readonly events: number;
}

const appender = (db: Database.Database) => {
  const lastRevision = db.prepare('SELECT max(revision) FROM events WHERE stream = ?').raw();
  const standing = db
    .prepare('SELECT id, position FROM events WHERE stream = ? AND revision > ? ORDER BY revision LIMIT ?')
    .raw();
  const columns = 'INTO events (stream, revision, category, id, type, data, meta) VALUES (?, ?, ?, ?, ?, ?, ?)';
  const insert = db.prepare(`INSERT ${columns}`);
  /** Nothing where the stream has begun: then there is a revision 0. */
  const begin = db.prepare(`INSERT ${columns} ON CONFLICT (stream, revision) DO NOTHING`);

  /** The first outcome, where exactly these events stand already. */
  const earlier = ({ stream, events, expected }: Append): Outcome | null => {
    const found = standing.all([stream, expected, events.length]) as [id: string, position: number][];
    const same = found.length === events.length && found.every(([id], index) => id === events[index]!.id);
    return same ? { wrote: false, appended: { revision: expected + found.length, position: found.at(-1)![1] } } : null;
  };

  const rowOf = ({ stream, events, expected }: Append, at: number): unknown[] => {
    const { id, type, data, meta } = events[at]!;
    return [stream, expected + 1 + at, categoryOf(stream), id, type, data, meta];
  };

  /** Writes the events from this one on; `last` is the position of the one before. */
  const write = (append: Append, from = 0, last = 0): Outcome => {
    let position = last;
    for (let at = from; at < append.events.length; at++)
      position = Number(insert.run(rowOf(append, at)).lastInsertRowid);
    return { wrote: true, appended: { revision: append.expected + append.events.length, position } };
  };

  /** Most streams begin with the append: then nothing needs to be looked up. */
  const began = (append: Append): Outcome | null => {
    const { changes, lastInsertRowid } = begin.run(rowOf(append, 0));
    return changes === 0 ? null : write(append, 1, Number(lastInsertRowid));
  };

  return (append: Append): Outcome => {
    const fresh = append.expected === -1 ? began(append) : null;
    if (fresh) return fresh;
    const actual = (lastRevision.get([append.stream]) as [number | null])[0] ?? -1;
    if (append.expected === actual) return write(append);
    const refusal = new WrongExpectedRevision(append.stream, append.expected, actual);
    return (append.expected < actual && earlier(append)) || refusal;
  };
};

/**
 * Appends gathered during one turn of the event loop share one transaction; each is checked by itself, and each is answered only
 * after COMMIT, refusals too, since they may rest on what is written beside them. A failed transaction fails all of its group with
 * `Unavailable`; the next group starts afresh.
 */
export const groupCommit = (
  db: Database.Database,
  file: string,
  onCommit: () => void,
  failpoint?: (name: string) => void,
) => {
  const append = appender(db);
  let queue: Waiting[] = [];
  let scheduled = false;
  let stats: WriteStats = { commits: 0, appends: 0, events: 0 };

  const transaction = (group: readonly Waiting[]): Outcome[] => {
    try {
      db.exec('BEGIN IMMEDIATE');
      const outcomes = group.map(append);
      failpoint?.('append:inside');
      db.exec('COMMIT');
      return outcomes;
    } catch (error) {
      // Some errors (a full disk) have ended the transaction themselves.
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };

  const count = (group: readonly Waiting[], outcomes: readonly Outcome[]): boolean => {
    const wrote = group.filter((_, index) => 'wrote' in outcomes[index]! && outcomes[index].wrote);
    if (wrote.length === 0) return false;
    const events = wrote.reduce((sum, one) => sum + one.events.length, stats.events);
    stats = { commits: stats.commits + 1, appends: stats.appends + wrote.length, events };
    return true;
  };

  const settle = ({ resolve, reject }: Waiting, outcome: Outcome): void =>
    'appended' in outcome ? resolve(outcome.appended) : reject(outcome);

  const flush = (): void => {
    scheduled = false;
    const group = queue.slice(0, MAX_GROUP);
    queue = queue.slice(MAX_GROUP);
    if (queue.length > 0) schedule();
    try {
      const outcomes = transaction(group);
      group.forEach((waiting, index) => settle(waiting, outcomes[index]!));
      if (count(group, outcomes)) onCommit();
    } catch (error) {
      const failure = runningFailure(file, error);
      for (const { reject } of group) reject(failure);
    }
  };

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => queue.length > 0 && flush());
  };

  return {
    append: (one: Append): Promise<Appended> =>
      new Promise((resolve, reject) => {
        queue.push({ ...one, resolve, reject });
        schedule();
      }),
    /** Writes what still waits. */
    drain: (): void => {
      while (queue.length > 0) flush();
    },
    stats: (): WriteStats => stats,
  };
};
