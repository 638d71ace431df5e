import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { compositionIn, isReady, startSystem, type Composition } from '../harness/distributed.js';
import type { Size } from './bench.js';
import { removeComposition } from './left-behind.js';
import { spread } from './rounds.js';
import { startStandIn } from './stand-in.js';
import { countProcessorTime, startedHere } from './watched-processes.js';

const LOOK_EVERY_MS = 20;

/** Starts all at once; the ms from spawn until each says that it is ready, and the processor time all took. */
const start = async (composition: Composition, eventStore: string) => {
  const began = performance.now();
  const times = new Map<string, number>();
  const starting = startSystem(composition, { SUNLIT_EVENT_STORE: eventStore });
  const looking = composition.parts.map(async (part) => {
    while (!(await isReady(part))) await pause(LOOK_EVERY_MS);
    times.set(part.name, performance.now() - began);
  });
  const [system] = await Promise.all([starting, ...looking]);
  const processor = [...countProcessorTime(startedHere()).total()].reduce((sum, [, ms]) => sum + ms, 0);
  await system.stop();
  return { times, processor };
};

const started = async (name: string, starts: number, run: () => ReturnType<typeof start>): Promise<void> => {
  const all: Awaited<ReturnType<typeof start>>[] = [];
  for (let at = 0; at < starts; at++) all.push(await run());
  console.log(`  ${name}, ${starts} starts, from spawn to ready, all seven at once`);
  const seconds = (part: string): readonly number[] => all.map(({ times }) => times.get(part)! / 1000);
  for (const part of all[0]!.times.keys()) console.log(`    ${part.padEnd(24)} ${spread(seconds(part))} s`);
  const last = all.map(({ times }) => Math.max(...times.values()) / 1000);
  console.log(`    ${'the last of them'.padEnd(24)} ${spread(last)} s`);
  console.log(`    ${'processor time of all'.padEnd(24)} ${spread(all.map(({ processor }) => processor / 1000))} s`);
};

/** How long the seven processes take to start: on stores that are empty, and once everything is made. */
export const startup = async ({ small }: Size): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
  const starts = small ? 1 : 3;
  const compositions: Composition[] = [];
  const standIns: Awaited<ReturnType<typeof startStandIn>>[] = [];
  const fresh = async () => {
    const [composition, standIn] = [
      await compositionIn(join(folder, `data-${compositions.length}`), 'sqlite'),
      await startStandIn(),
    ];
    compositions.push(composition);
    standIns.push(standIn);
    return { composition, url: standIn.url };
  };
  try {
    await started('first start', starts, async () => {
      const { composition, url } = await fresh();
      return start(composition, url);
    });
    await started('again', starts, () => start(compositions[0]!, standIns[0]!.url));
  } finally {
    for (const composition of compositions) {
      await composition.store.stop();
      await removeComposition(composition);
    }
    for (const standIn of standIns) await standIn.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
