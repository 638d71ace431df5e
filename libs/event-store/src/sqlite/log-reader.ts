import type Database from 'libsql';
import type { EventMeta, JsonObject, LogBatch, StoredEvent } from '@sunlit/kernel';

type Row = [position: number, stream: string, revision: number, id: string, type: string, data: string, meta: string];

const COLUMNS = 'e.position, e.stream, e.revision, e.id, e.type, e.data, e.meta';

const eventOf = ([position, stream, revision, id, type, data, meta]: Row): StoredEvent => ({
  position,
  stream,
  revision,
  id,
  type,
  data: JSON.parse(data) as JsonObject,
  meta: JSON.parse(meta) as EventMeta,
});

/** A stretch of the log to read: what lies after a position, of these categories (all where none are given). */
export interface Stretch {
  readonly after: number;
  readonly categories: readonly string[] | undefined;
  readonly limit: number;
}

const oneCategory = `SELECT * FROM (SELECT position FROM events
  WHERE category = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?)`;

/** Merges the categories' index ranges, so that what is read grows with the batch and not with the log. */
export const filteredSql = (categories: number): string => `SELECT ${COLUMNS} FROM (
  ${Array.from({ length: categories }, () => oneCategory).join(' UNION ALL ')} ORDER BY position LIMIT ?) AS p
  JOIN events AS e ON e.position = p.position ORDER BY e.position`;

/** Reads of one connection, with statements prepared once; each row is parsed once. */
export const logReader = (db: Database.Database) => {
  const ofStream = db
    .prepare(`SELECT ${COLUMNS} FROM events AS e WHERE stream = ? AND revision >= ? ORDER BY revision`)
    .raw();
  const everything = db
    .prepare(`SELECT ${COLUMNS} FROM events AS e WHERE position > ? AND position <= ? ORDER BY position LIMIT ?`)
    .raw();
  const last = db.prepare('SELECT max(position) FROM events').raw();
  // One statement a number of categories: subscribers have few, and statements made anew would grow memory.
  const filtered = new Map<number, Database.Statement>();

  const filteredFor = (categories: number): Database.Statement => {
    const statement = filtered.get(categories) ?? db.prepare(filteredSql(categories)).raw();
    filtered.set(categories, statement);
    return statement;
  };

  const head = (): number => (last.get() as [number | null])[0] ?? 0;

  const rowsOf = ({ after, categories, limit }: Stretch, upTo: number): Row[] => {
    if (!categories) return everything.all([after, upTo, limit]) as Row[];
    const wanted = [...new Set(categories)];
    if (wanted.length === 0) return [];
    const ranges = wanted.flatMap((category) => [category, after, upTo, limit]);
    return filteredFor(wanted.length).all([...ranges, limit]) as Row[];
  };

  return {
    head,
    stream: (stream: string, from: number): StoredEvent[] => (ofStream.all([stream, from]) as Row[]).map(eventOf),
    /** The next batch; its position passes what the filter left out. The end is fixed first, so nothing appended meanwhile is jumped over. */
    log: (stretch: Stretch): LogBatch => {
      const upTo = Math.max(head(), stretch.after);
      const events = upTo === stretch.after ? [] : rowsOf(stretch, upTo).map(eventOf);
      const position = events.length < stretch.limit ? upTo : events.at(-1)!.position;
      return { events, position, caughtUp: position === upTo };
    },
  };
};

export type LogReader = ReturnType<typeof logReader>;
