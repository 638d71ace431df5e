import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteReadStore } from '@sunlit/read-store/sqlite';
import type { Size } from './bench.js';
import { filledOffice, follow, type FilledOffice } from './filled-office.js';
import { oneAtATime } from './opponents/one-at-a-time.js';
import { interleaved, printRatios, type Side } from './rounds.js';

/** Fills a read store of its own anew and checks that it holds a document for each complaint. */
const side = (office: FilledOffice, name: string, fill: (file: string) => Promise<number>): Side => ({
  name,
  run: async (round) => {
    const file = join(office.folder, `${name.replaceAll(/\W+/g, '-')}-${round}.sqlite`);
    const seconds = await fill(file);
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    return office.year.events / seconds;
  },
});

/** P7: a rebuild, in batches / the same projection one event at a time. */
export const oneByOne = async ({ small }: Size): Promise<void> => {
  const office = await filledOffice(small ? 1_000 : 10_000);
  const complaints = office.year.matters.filter((matter) => matter.class === 'complaint').length;
  const upTo = await office.log.head();
  const batches = async (file: string): Promise<number> => {
    const readStore = sqliteReadStore({ file });
    const { seconds, stop } = await follow({ projection: office.desk, source: { log: office.log }, readStore, upTo });
    await stop();
    const [counted] = await readStore.count(office.desk.name, {});
    await readStore.close();
    if (counted!.count !== complaints) throw new Error(`${counted!.count} documents of ${complaints} complaints.`);
    return seconds;
  };
  const one = async (file: string): Promise<number> => {
    const { seconds, documents, settings } = await oneAtATime(office.desk, office.log, file);
    if (documents !== complaints) throw new Error(`${documents} documents of ${complaints} complaints.`);
    said = settings;
    return seconds;
  };
  let said = '';
  const BATCHES = 'rebuild of the complaints, batches of 1,000';
  const ONE = 'one event at a time, a durable transaction each';
  try {
    const sides = [side(office, BATCHES, batches), side(office, ONE, one)];
    const rates = await interleaved(sides, small ? 2 : 5);
    console.log(`  one at a time: ${said}`);
    printRatios(rates, { unit: 'events/s', pairs: [[BATCHES, ONE]] });
  } finally {
    await office.close();
  }
};
