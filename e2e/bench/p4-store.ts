import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sqliteEventStore, type SqliteEventStore } from '@sunlit/event-store/sqlite';
import type { Size } from './bench.js';
import { fileSystemOf } from './bytes-on-disk.js';
import { registeredEvents, type Append } from './complaint-log.js';
import { fdatasyncLoop } from './opponents/fdatasync-loop.js';
import { sqliteSettings } from './opponents/sunlit.js';
import { interleaved, printRatios, type Side } from './rounds.js';

/** Appends them, so many at once, and checks that each group was one commit and all of it is there. Gives the events a second. */
export const appendAll = async (
  store: SqliteEventStore,
  appends: readonly Append[],
  atOnce: number,
): Promise<number> => {
  const [before, head] = [store.stats(), await store.head()];
  const began = performance.now();
  for (let from = 0; from < appends.length; from += atOnce)
    await Promise.all(appends.slice(from, from + atOnce).map(({ stream, events }) => store.append(stream, events, -1)));
  const seconds = (performance.now() - began) / 1000;
  const after = store.stats();
  const commits = after.commits - before.commits;
  const there = (await store.head()) - head;
  if (commits !== Math.ceil(appends.length / atOnce) || there !== appends.length)
    throw new Error(`${appends.length} appends, ${atOnce} at once, became ${commits} commits and ${there} events.`);
  return appends.length / seconds;
};

/** P4: the SQLite store, 1 and 100 events a commit / a bare loop of write and fdatasync, of as many bytes, on the same disk. */
export const store = async ({ small }: Size): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
  const log = sqliteEventStore({ file: join(folder, 'events.sqlite') });
  const events = registeredEvents();
  const bytes = Buffer.from(JSON.stringify(events(1)[0]!.events));
  const [commits, single] = small ? [20, 100] : [300, 3000];
  console.log(`  ${sqliteSettings(log)}`);
  console.log(
    `  the loop: ${bytes.length} B appended to one file, fdatasync(2) after each; both on ${fileSystemOf(folder)}`,
  );
  const ONE = 'SQLite store, 1 event a commit';
  const HUNDRED = 'SQLite store, 100 events a commit';
  const LOOP = 'fdatasync loop';
  const sides: readonly Side[] = [
    { name: ONE, run: () => appendAll(log, events(single), 1) },
    { name: LOOP, run: async () => fdatasyncLoop(join(folder, 'loop'), bytes, single) },
    { name: HUNDRED, run: () => appendAll(log, events(commits * 100), 100) },
  ];
  try {
    const rates = await interleaved(sides, small ? 2 : 9);
    const pairs = [
      [ONE, LOOP],
      [HUNDRED, LOOP],
    ] as const;
    printRatios(rates, { unit: 'events/s', pairs });
  } finally {
    await log.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
