import type { Client } from '../../harness/graphql.js';
import { aCall, theCase } from '../../harness/matters.js';
import { eventually } from '../../harness/eventually.js';
import { seeded, type Chance } from '../chance.js';
import { underLoad } from '../under-load.js';
import { operatorAt, registerOnce } from './by-http.js';
import { examined } from './examined.js';
import { Violated, none, type Fault } from './fault.js';
import { inLanes } from './lanes.js';
import { atPlace, type Place } from './place.js';

const KILLS = 3;
const LANES = 2;

/** Registers and reads what was written, again and again, until told to end; gives every reading that was older than its writing (I9). */
const writesAndReads = (place: Place, operator: Client, going: () => boolean): Promise<readonly string[]> => {
  const work = async (): Promise<readonly string[]> => {
    const stale: string[] = [];
    while (going()) {
      const { told, token } = await registerOnce(place, operator, aCall());
      if (told.is !== 'acknowledged') {
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      const { stream } = told.answer;
      const seen = await theCase(operator, stream, token!).catch(() => undefined);
      if (seen !== undefined && seen?.status !== 'ACCEPTED') stale.push(`I9 ${stream} read as ${JSON.stringify(seen)}`);
    }
    return stale;
  };
  return work();
};

/** Kills it at a moment that chance has, be it serving or on its way there, and starts it again. */
const killOnce = async (place: Place, chance: Chance): Promise<void> => {
  const until = place.history.lines.length + 1 + chance.below(40);
  await eventually(async () => place.history.lines.length >= until || null, 5);
  await new Promise((resolve) => setTimeout(resolve, chance.below(20)));
  await place.end('SIGKILL');
  if (chance.below(4) === 0) {
    place.begin();
    await new Promise((resolve) => setTimeout(resolve, chance.below(1_500)));
    await place.end('SIGKILL');
  }
  await place.start();
};

const killsOf = (seed: number): Promise<number> =>
  atPlace(async (place) => {
    const chance = seeded(seed);
    await place.start();
    const operator = await operatorAt(place);
    let going = true;
    const reading = Promise.all([1, 2].map(() => writesAndReads(place, operator, () => going)));
    reading.catch(() => undefined);
    try {
      await underLoad(
        place.client,
        async () => {
          for (let kill = 0; kill < KILLS; kill++) await killOnce(place, chance);
        },
        20,
      );
    } finally {
      going = false;
    }
    none((await reading).flat());
    return (await examined(place)).acknowledged;
  });

export const kills: Fault = {
  title: 'killed at random under load',
  run: async ({ seed, seeds, say }) => {
    let acknowledged = 0;
    const all = Array.from({ length: seeds }, (_, at) => seed + at);
    await inLanes(LANES, all, async (one) => {
      const kept = await killsOf(one).catch((error: unknown) => {
        const what = error instanceof Violated ? error.what : [String((error as Error).stack)];
        throw new Violated(
          what.map((wrong) => `seed ${one}: ${wrong}`),
          `--seed ${one} --seeds 1`,
        );
      });
      acknowledged += kept;
      say(`seed ${one}: ${kept} acknowledged, all there`);
    });
    return `${seeds} seeds, ${KILLS} kills and more each, ${acknowledged} acknowledged commands kept`;
  },
};
