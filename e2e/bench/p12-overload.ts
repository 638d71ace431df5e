import { performance } from 'node:perf_hooks';
import type { Size } from './bench.js';
import type { HttpConnection } from './http-connection.js';
import { openLoop } from './open-loop.js';
import { asLoad } from './pinning.js';
import { quantile, spread } from './rounds.js';
import { CLIENTS, servedOffice, type ServedOffice } from './served-office.js';

const TIMES = 10;
/** An answer later than this helps nobody: it is no goodput. In ms. */
const IN_TIME = 5_000;

interface Overloaded {
  readonly goodput: number;
  readonly refused: number;
  readonly late: number;
  readonly unsent: number;
  readonly p99: number;
}

/** Ten times the load on ten times the clients; an answer is a case, or a refusal that says when to try again. */
const overload = async (
  office: ServedOffice,
  connections: readonly HttpConnection[],
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
): Promise<Overloaded> => {
  const times: number[] = [];
  let [good, late, refused] = [0, 0, 0];
  const began = performance.now();
  const unsent = await openLoop({
    connections,
    rate,
    seconds,
    next: office.next,
    patience: IN_TIME,
    answered: ({ answer: { status, body }, category, ms }) => {
      if (status === 503 || status === 429) return void refused++;
      if (!body.includes('"number"')) throw new Error(`Under load a command was answered with ${status}: ${body}`);
      office.told.add(category);
      times.push(ms);
      if (ms <= IN_TIME) good++;
      else late++;
    },
  });
  const took = (performance.now() - began) / 1000;
  return { goodput: good / took, refused, late, unsent, p99: quantile(times, 0.99) };
};

/** P12: goodput at ten times the load / peak goodput, and nothing acknowledged is lost. */
export const overloaded = async ({ small }: Size): Promise<void> => {
  const office = await servedOffice();
  try {
    console.log(`  ${await office.settings()}`);
    const many = await office.connections(CLIENTS * TIMES);
    const [peaks, under]: [number[], Overloaded[]] = [[], []];
    for (let round = 0; round < (small ? 1 : 5); round++) {
      const peak = await asLoad(() => office.peak(small ? 1 : 6));
      peaks.push(peak);
      const load = { rate: peak * TIMES, seconds: small ? 2 : 12 };
      under.push(await asLoad(() => overload(office, many, load)));
    }
    const sum = (what: 'refused' | 'late' | 'unsent'): number => under.reduce((all, one) => all + one[what], 0);
    // One that was refused because its time was over may have been carried out all the same.
    await office.mustHaveKept(sum('refused'));
    console.log(
      `  peak ${spread(peaks, 0)} commands/s from ${CLIENTS} clients; then ${TIMES} times as many a second from ${CLIENTS * TIMES}`,
    );
    console.log(
      `  goodput ${spread(
        under.map(({ goodput }) => goodput),
        0,
      )} commands/s answered within ${IN_TIME / 1000} s; p99 ${spread(
        under.map(({ p99 }) => p99),
        0,
      )} ms`,
    );
    console.log(
      `  refused with 429 or 503 ${sum('refused')}, answered later ${sum('late')}, given up unsent ${sum('unsent')}`,
    );
    console.log(`  goodput / peak  ${spread(under.map(({ goodput }, round) => goodput / peaks[round]!))}`);
    console.log(`  ${office.told.cases()} commands acknowledged, each in the log`);
  } finally {
    await office.close();
  }
};
