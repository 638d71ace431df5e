import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compositionIn, startSystem } from '../harness/distributed.js';
import type { Client } from '../harness/graphql.js';
import { aCall, done } from '../harness/matters.js';
import { peopleOf } from '../harness/office.js';
import type { Size } from './bench.js';
import { removeComposition } from './left-behind.js';
import { register } from './load.js';
import { openReadModels, DESK, FIGURES } from './read-models.js';
import { startStandIn } from './stand-in.js';
import { memoryOf, startedHere } from './watched-processes.js';

/** The sum that is not to be reached, in MiB. */
const TARGET = 1400;
const AT_ONCE = 8;

const LIST = `{ cases(first: 20) { edges { node { id number status } } } }`;
const YEAR = `{ statistics(figures: ["hotline.accepted.v1", "hotline.consultation-share.v1"], from: "2021-01-01", to: "2031-12-31", granularity: MONTH) {
  rows { bucket figure { name value } }
} }`;

/** Half complaints, half calls, the desk read after each fourth. */
const work = async (operator: Client, reader: Client, matters: number): Promise<void> => {
  let next = 0;
  const one = async (): Promise<void> => {
    for (let at = next++; at < matters; at = next++) {
      if (at % 2 === 0) await register(operator);
      else await done(operator.command('registerConsultation', aCall({ accept: true })));
      if (at % 4 === 0) await reader.ask(LIST);
      if (at % 20 === 0) await reader.ask(YEAR);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
};

const print = (when: string): void => {
  const all = startedHere()
    .filter(({ name }) => /^(gateway|.*-(api|worker))$/.test(name))
    .map((one) => ({ name: one.name, ...memoryOf(one) }));
  console.log(`  ${when}`);
  for (const { name, rss, pss } of all)
    console.log(`    ${name.padEnd(24)} RSS ${rss.toFixed(0).padStart(5)}  PSS ${pss.toFixed(0).padStart(5)} MiB`);
  const sum = (of: 'rss' | 'pss') => all.reduce((total, one) => total + one[of], 0);
  console.log(
    `    ${`${all.length} together`.padEnd(24)} RSS ${sum('rss').toFixed(0).padStart(5)}  PSS ${sum('pss').toFixed(0).padStart(5)} MiB (to stay under ${TARGET})`,
  );
};

/** The memory of the seven processes when they have started, and after a demonstration's load with reads. */
export const memory = async ({ small }: Size): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
  const standIn = await startStandIn();
  const composition = await compositionIn(join(folder, 'data'), 'sqlite');
  const system = await startSystem(composition, { SUNLIT_EVENT_STORE: standIn.url });
  const models = await openReadModels(composition.env['SUNLIT_READ_STORE']!);
  try {
    const { operator, analyst } = await peopleOf(system.url, system.password!);
    print('started');
    const matters = small ? 20 : 500;
    await work(operator, analyst, matters);
    await Promise.all([models.holds(FIGURES, matters), models.holds(DESK, matters / 2)]);
    await analyst.ask(YEAR);
    print(`after ${matters} matters through GraphQL, all in the read models`);
  } finally {
    await models.close();
    await system.stop();
    await removeComposition(composition);
    await composition.store.stop();
    await standIn.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
