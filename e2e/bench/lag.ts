import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { compositionIn, startSystem, type Composition, type Log } from '../harness/distributed.js';
import type { Client } from '../harness/graphql.js';
import { peopleOf } from '../harness/office.js';
import type { Size } from './bench.js';
import { removeComposition } from './left-behind.js';
import { closedLoop, openLoop, type Acknowledged } from './load.js';
import { quantile } from './rounds.js';
import { DESK, FIGURES, openReadModels, type ReadModels } from './read-models.js';
import { kafkaSettings, mongodbSettings } from './settings.js';
import { startStandIn } from './stand-in.js';
import { countProcessorTime, startedHere } from './watched-processes.js';
import { Kafka, logLevel } from 'kafkajs';

const MODELS = [DESK, FIGURES] as const;
/** Commands a second that are looked for, at most: looking costs the machine too. */
const WATCHED = 25;

/** Peak: the most commands a second of which the last is in both read models when the time is taken. */
const peakOf = async (operator: Client, models: ReadModels, { small }: Size) => {
  let [peak, all] = [0, 0];
  for (const clients of small ? [4] : [4, 8, 16, 32]) {
    const began = performance.now();
    const done = await closedLoop(operator, { clients, seconds: small ? 1 : 4 });
    const acknowledged = done.length / ((performance.now() - began) / 1000);
    all += done.length;
    await Promise.all(MODELS.map((model) => models.holds(model, all)));
    const through = done.length / ((performance.now() - began) / 1000);
    const rates = `${acknowledged.toFixed(0)} commands/s acknowledged, ${through.toFixed(0)} through to both read models`;
    console.log(`    ${String(clients).padStart(3)} clients  ${rates}`);
    peak = Math.max(peak, through);
  }
  return { peak, all };
};

const describeLags = (name: string, lags: readonly number[]): string =>
  `    ${name.padEnd(20)} p50 ${quantile(lags, 0.5).toFixed(0)}  p90 ${quantile(lags, 0.9).toFixed(0)}  p99 ${quantile(lags, 0.99).toFixed(0)}  longest ${Math.max(...lags).toFixed(0)} ms  (${lags.length} commands)`;

const printTime = (times: ReadonlyMap<string, number>, commands: number): void => {
  const each = [...times].map(([name, ms]) => `${name} ${(ms / commands).toFixed(2)}`);
  const sum = [...times.values()].reduce((all, ms) => all + ms, 0) / commands;
  console.log(`    ms of processor a command: ${each.join(', ')}; together ${sum.toFixed(2)}`);
};

/** What the processes cost while nothing is asked of them. */
const atRest = async ({ small }: Size): Promise<void> => {
  const seconds = small ? 1 : 10;
  const time = countProcessorTime(startedHere());
  await pause(seconds * 1000);
  const shares = [...time.end()].map(([name, ms]) => `${name} ${(ms / seconds / 10).toFixed(1)}`);
  console.log(`    at rest, % of a core: ${shares.join(', ')}`);
};

const measure = async (operator: Client, models: ReadModels, size: Size): Promise<void> => {
  const { peak, all } = await peakOf(operator, models, size);
  const rate = peak * 0.7;
  const stride = Math.max(1, Math.ceil(rate / WATCHED));
  let total = all;
  const time = countProcessorTime(startedHere());
  for (const round of size.small ? [1] : [1, 2, 3]) {
    const watches = MODELS.map((model) => models.watch(model));
    const watched: Acknowledged[] = [];
    total += await openLoop(operator, { rate, seconds: size.small ? 2 : 15 }, (command, number) => {
      if (number % stride !== 0) return;
      watched.push(command);
      for (const watch of watches) watch.await(command);
    });
    const lags = await Promise.all(watches.map((watch) => watch.end()));
    await Promise.all(MODELS.map((model) => models.holds(model, total)));
    console.log(`    round ${round}: ${rate.toFixed(0)} commands/s (70 % of ${peak.toFixed(0)})`);
    MODELS.forEach((model, at) => console.log(describeLags(model, lags[at]!)));
  }
  printTime(time.end(), total - all);
  console.log(`    ${total} commands acknowledged; as many documents in each read model.`);
};

const settings = async ({ env }: Composition): Promise<void> => {
  const [broker, query] = env['SUNLIT_EVENT_BUS']!.replace('kafka://', '').split('?') as [string, string];
  const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
  const topic = `${new URLSearchParams(query).get('prefix')}.complaints.v1`;
  console.log(`    topic: ${await kafkaSettings(kafka, topic)}`);
  console.log(`    read store: ${await mongodbSettings(env['SUNLIT_READ_STORE']!)}`);
};

const onLog = async (log: Log, size: Size): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
  const standIn = log === 'kurrentdb' ? await startStandIn(join(folder, 'kurrentdb-log.jsonl')) : null;
  const composition = await compositionIn(join(folder, 'data'), 'sqlite');
  const more = standIn ? { SUNLIT_EVENT_STORE: standIn.url } : {};
  const what = standIn
    ? 'KurrentDB stand-in (its log in a file, group commit with fdatasync)'
    : 'SQLite, a file a service';
  console.log(`  log: ${what}; commands by GraphQL over HTTP from one process`);
  const system = await startSystem(composition, more);
  const models = await openReadModels(composition.env['SUNLIT_READ_STORE']!);
  try {
    const { operator } = await peopleOf(system.url, system.password!);
    await settings(composition);
    await atRest(size);
    await measure(operator, models, size);
  } catch (error) {
    for (const { part, text } of system.running.values())
      console.error(`${part.name}: ${text.out}${text.err}`.slice(-2000));
    throw error;
  } finally {
    await models.close();
    await system.stop();
    await removeComposition(composition);
    await composition.store.stop();
    await standIn?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** P15: how long after its acknowledgement a command is in the read models, at 70 % of what the seven processes do at most. */
export const lag = async (size: Size): Promise<void> => {
  for (const log of ['kurrentdb', 'sqlite'] as const) await onLog(log, size);
};
