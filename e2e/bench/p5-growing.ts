import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import type { Size } from './bench.js';
import { fileSystemOf } from './bytes-on-disk.js';
import { registeredEvents, type Append } from './complaint-log.js';
import { sqliteSettings } from './opponents/sunlit.js';
import { appendAll } from './p4-store.js';
import { interleaved, printRatios, type Side } from './rounds.js';

/** Appends made at once while a log is filled. */
const AT_ONCE = 1000;

interface Filled {
  readonly file: string;
  readonly stored: number;
}

const fill = async (file: string, stored: number, events: (count: number) => readonly Append[]): Promise<Filled> => {
  const log = sqliteEventStore({ file });
  for (let left = stored; left > 0; left -= AT_ONCE) await appendAll(log, events(Math.min(AT_ONCE, left)), AT_ONCE);
  await log.close();
  return { file, stored };
};

/** Appends, one a commit, to a copy of the log, so that each round finds as many events as it is said to. */
const side = ({ file, stored }: Filled, appends: () => readonly Append[]): Side => ({
  name: `1 event a commit, ${stored.toLocaleString('en')} stored`,
  run: async () => {
    const copy = `${file}.copy`;
    copyFileSync(file, copy);
    const log = sqliteEventStore({ file: copy });
    try {
      const head = await log.head();
      if (head !== stored) throw new Error(`${copy} holds ${head} events, ${stored} were put in.`);
      return await appendAll(log, appends(), 1);
    } finally {
      await log.close();
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${copy}${suffix}`, { force: true });
    }
  },
});

const sizesOf = ({ small, large }: Size): readonly [few: number, many: number] => {
  if (small) return [1_000, 10_000];
  return [10_000, large ? 10_000_000 : 1_000_000];
};

/** P5: the append rate, one event a commit, with many events stored / with few. */
export const growing = async (size: Size): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
  const events = registeredEvents();
  const [few, many] = sizesOf(size);
  try {
    const logs = [
      await fill(join(folder, 'many.sqlite'), many, events),
      await fill(join(folder, 'few.sqlite'), few, events),
    ];
    for (const { file, stored } of logs)
      console.log(
        `  ${stored.toLocaleString('en')} events: ${(statSync(file).size / 2 ** 20).toFixed(0)} MiB on ${fileSystemOf(folder)}`,
      );
    const probe = sqliteEventStore({ file: logs[1]!.file });
    console.log(`  both: ${sqliteSettings(probe)}`);
    await probe.close();
    const sides = logs.map((log) => side(log, () => events(size.small ? 100 : 2000)));
    const rates = await interleaved(sides, size.small ? 2 : 7);
    printRatios(rates, { unit: 'events/s', pairs: [[sides[0]!.name, sides[1]!.name]] });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
