import { statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'libsql';
import { Unavailable, WrongExpectedRevision } from '@sunlit/kernel';
import { aCategory, aStream, anEvent, idsOf, someEvents } from '../contract/fixture.js';
import { openFile } from './file.js';
import { filteredSql } from './log-reader.js';
import { sqliteEventStore, type SqliteEventStore } from './index.js';
import { storeOn } from './sqlite-event-store.js';
import { temporaryFolder } from './temporary-folder.js';

describe('writing the SQLite event store', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let db: Database.Database;
  let store: SqliteEventStore;
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'events.sqlite');
    db = openFile(file, false, 10_000);
    store = storeOn(db, file);
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  const pages = (limit: number): void => void db.prepare(`PRAGMA max_page_count = ${limit}`).all();
  const usedPages = (): number => (db.prepare('PRAGMA page_count').raw().get() as [number])[0];

  it('is durable when it answers', () => {
    expect(db.prepare('PRAGMA synchronous').raw().get()).toEqual([2]);
    expect(db.prepare('PRAGMA journal_mode').raw().get()).toEqual(['wal']);
  });

  it('commits once what came in one turn, and refuses only the append that is wrong', async () => {
    const streams = Array.from({ length: 100 }, () => aStream());
    const [wrong, ...rest] = await Promise.allSettled([
      store.append(aStream(), [anEvent()], 7),
      ...streams.map((stream) => store.append(stream, someEvents(2), -1)),
    ]);
    expect(wrong).toMatchObject({ status: 'rejected', reason: expect.any(WrongExpectedRevision) as unknown });
    expect(new Set(rest.map(({ status }) => status))).toEqual(new Set(['fulfilled']));
    expect(store.stats()).toEqual({ commits: 1, appends: 100, events: 200 });
  });

  it('leaves nothing of a group that is cut before its commit', async () => {
    const cut = storeOn(db, file, {
      failpoint: (name) => {
        throw new Error(name);
      },
    });
    await expect(cut.append(aStream(), [anEvent()], -1)).rejects.toThrow('append:inside');
    expect(await store.head()).toBe(0);
    expect(await store.append(aStream(), [anEvent()], -1)).toMatchObject({ position: 1 });
  });

  it('sees within one group what the group itself writes', async () => {
    const stream = aStream();
    const [a, b] = [anEvent(), anEvent()];
    await Promise.all([store.append(stream, [a], -1), store.append(stream, [b], 0), store.append(stream, [a], -1)]);
    expect(idsOf(await store.read(stream))).toEqual([a.id, b.id]);
    expect(store.stats()).toEqual({ commits: 1, appends: 2, events: 2 });
  });

  it('splits more than a thousand appends of one turn', async () => {
    await Promise.all(Array.from({ length: 2500 }, () => store.append(aStream(), [anEvent()], -1)));
    expect(store.stats()).toEqual({ commits: 3, appends: 2500, events: 2500 });
  });

  it('fails a whole group when the disk is full, says what to do, and works again when it is not', async () => {
    const kept = aStream();
    await store.append(kept, [anEvent()], -1);
    const [small, large] = [aStream(), aStream()];
    pages(usedPages() + 1);
    const group = await Promise.allSettled([
      store.append(small, [anEvent()], -1),
      store.append(large, [anEvent({ text: 'x'.repeat(100_000) })], -1),
      store.append(kept, [anEvent()], 9),
    ]);
    for (const outcome of group) {
      const { reason } = outcome as PromiseRejectedResult;
      expect(reason).toBeInstanceOf(Unavailable);
      expect((reason as Error).message).toContain(file);
      expect((reason as Error).message).toMatch(/磁盘已满.*free some space/);
    }
    expect(await Promise.all([small, large].map((stream) => store.read(stream)))).toEqual([[], []]);
    expect(await store.read(kept)).toHaveLength(1);
    pages(1_000_000);
    await expect(store.append(large, [anEvent()], -1)).resolves.toMatchObject({ revision: 0 });
    const { pages: inWal, copied } = store.checkpoint();
    expect(copied).toBe(inWal);
  });

  it('writes what still waits when it is closed, then takes nothing', async () => {
    const stream = aStream();
    const waiting = store.append(stream, [anEvent()], -1);
    await Promise.all([store.close(), store.close()]);
    await expect(waiting).resolves.toMatchObject({ revision: 0 });
    await expect(store.append(stream, [anEvent()], 0)).rejects.toBeInstanceOf(Unavailable);
    await expect(store.read(stream)).rejects.toBeInstanceOf(Unavailable);
    const again = sqliteEventStore({ file, readOnly: true });
    expect(await again.read(stream)).toHaveLength(1);
    await again.close();
  });

  it('keeps its WAL small by itself and by another connection that checkpoints', async () => {
    await store.close();
    store = sqliteEventStore({ file, checkpoint: 50 });
    const grow = async () => {
      for (let n = 0; n < 40; n++) await store.append(aStream(), [anEvent({ text: 'x'.repeat(50_000) })], -1);
      return statSync(`${file}-wal`).size;
    };
    expect(await grow()).toBeLessThan(1_000_000);
    await store.close();
    store = sqliteEventStore({ file, checkpoint: 0 });
    const other = sqliteEventStore({ file, readOnly: true });
    await grow();
    const { pages: inWal, copied } = other.checkpoint();
    expect(inWal).toBeGreaterThan(400);
    expect(copied).toBe(inWal);
    await store.append(aStream(), [anEvent()], -1);
    expect(other.checkpoint().pages).toBeLessThan(50);
    await other.close();
  });

  it('finds the events of some categories by the index', async () => {
    const category = aCategory();
    await store.append(aStream(category), someEvents(3), -1);
    const values = [category, 0, 9, 9, aCategory(), 0, 9, 9, 9];
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${filteredSql(2)}`).all(values) as { detail: string }[];
    const steps = plan.map(({ detail }) => detail).join('\n');
    expect(steps.match(/COVERING INDEX events_by_category \(category=\? AND rowid>\?/g)).toHaveLength(2);
    expect(steps).not.toMatch(/SCAN (e|events)\b/);
  });
});
