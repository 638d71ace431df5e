import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually } from '../../harness/eventually.js';
import { ROOT } from '../../harness/processes.js';
import { aLoad, complaintComes } from '../load.js';
import { underLoad } from '../under-load.js';
import { examined, logIn } from './examined.js';
import { holds, type Fault } from './fault.js';
import { atPlace, type Place } from './place.js';

const HOUR = 3_600_000;
const SHIFTED = pathToFileURL(join(ROOT, 'e2e/faults/one-process/shifted-clock.mjs')).href;

/** When the last event was recorded, by the log, as ms off this machine's clock. */
const offBy = async ({ data }: Place): Promise<number> =>
  Date.parse((await logIn(data)).at(-1)!.meta.recordedAt) - Date.now();

export const clock: Fault = {
  title: 'a clock an hour off either way, also in the middle of work',
  run: ({ small, say }) =>
    atPlace(async (place) => {
      const file = join(place.folder, 'clock');
      const env = { NODE_OPTIONS: `--import=${SHIFTED}`, SHIFTED_CLOCK: file };
      const set = (off: number): void => writeFileSync(file, String(off));
      set(0);
      await place.start({ env });
      /** What comes in then is recorded by the shifted clock, and work on older cases goes on. */
      const shifted = async (off: number): Promise<void> => {
        await underLoad(
          place.client,
          async () => {
            set(off);
            await eventually(async () => {
              await complaintComes(place.client);
              return Math.abs((await offBy(place)) - off) < HOUR / 4 || null;
            });
            await aLoad(place.client);
          },
          small ? 100 : 20,
        );
        const { events } = await examined(place, `${off / 60_000} minutes off`);
        say(`${off / 60_000} minutes off: ${events} events`);
      };
      for (const off of [HOUR, -HOUR, 0]) await shifted(off);
      await place.end('SIGKILL');
      set(-HOUR);
      await place.start({ env });
      await aLoad(place.client);
      const { events, acknowledged } = await examined(place, 'started an hour back');
      holds(Math.abs((await offBy(place)) + HOUR) < HOUR / 4, 'the clock was not shifted: nothing was tried');
      return `an hour ahead, an hour back and right again; ${acknowledged} acknowledged, ${events} events`;
    }),
};
