import type { Size } from './bench.js';
import { openLoop } from './open-loop.js';
import { asLoad } from './pinning.js';
import { mustBeDone } from './registrations.js';
import { quantile, spread } from './rounds.js';
import { servedOffice, type ServedOffice } from './served-office.js';

/** The times of commands at a set rate, in ms from when each was due. */
const timesAt = async (office: ServedOffice, rate: number, seconds: number): Promise<readonly number[]> => {
  const times: number[] = [];
  const { clients, next, told } = office;
  await openLoop({
    connections: clients,
    rate,
    seconds,
    next,
    answered: ({ answer, category, ms }) => {
      mustBeDone(answer);
      told.add(category);
      times.push(ms);
    },
  });
  return times;
};

/** P11: p99 / p50 of commands at 70 % of the peak. */
export const latency = async ({ small }: Size): Promise<void> => {
  const office = await servedOffice();
  try {
    console.log(`  ${await office.settings()}`);
    const rounds: (readonly number[])[] = [];
    const peaks: number[] = [];
    for (let round = 0; round < (small ? 1 : 5); round++) {
      const peak = await asLoad(() => office.peak(small ? 1 : 5));
      peaks.push(peak);
      rounds.push(await asLoad(() => timesAt(office, peak * 0.7, small ? 2 : 12)));
    }
    await office.mustHaveKept();
    console.log(`  peak ${spread(peaks, 0)} commands/s; then 70 % of it at a set rate, ${rounds.length} rounds`);
    for (const share of [0.5, 0.9, 0.99])
      console.log(`    p${share * 100}  ${spread(rounds.map((times) => quantile(times, share)))} ms`);
    console.log(`  p99 / p50  ${spread(rounds.map((times) => quantile(times, 0.99) / quantile(times, 0.5)))}`);
    console.log(`  ${office.told.cases()} commands acknowledged, as many in the log`);
  } finally {
    await office.close();
  }
};
