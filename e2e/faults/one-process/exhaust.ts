import { isOver, untilQuiet, type Place, type Running } from './place.js';

/** The passes at which the process is killed: every one; in small the 1st, 4th, 16th …, as far as there are any. */
function* passes(small: boolean): Generator<number> {
  for (let n = 1; ; n += small ? 3 * n : 1) yield n;
}

/** A load that goes on, whoever waits for it. */
interface Load {
  readonly done: Promise<void>;
}

const begun = (load: () => Promise<void>): Load => {
  const done = load();
  done.catch(() => undefined);
  return { done };
};

const killedAt = ({ child, text }: Running, at: string): void => {
  if (child.signalCode === 'SIGKILL') return;
  throw new Error(`at ${at} it ended otherwise (${child.exitCode ?? child.signalCode}): ${text.out}${text.err}`);
};

/** What the process is put through: a load, or work that fails where nobody serves. */
export interface Trial {
  readonly place: Place;
  /** Begun anew in each life of the process; what a death cut short goes on in the next. */
  readonly load: () => Promise<void>;
  readonly small: boolean;
}

/**
 * Kills the process at the 1st, 2nd, 3rd … pass of the failpoint, until a whole load and what follows from it end with nobody killed; gives
 * how often it died. The process is left running, without a failpoint.
 */
export const exhaust = async ({ place, load, small }: Trial, failpoint: string): Promise<number> => {
  const current: { load: Load | null } = { load: null };
  let deaths = 0;
  for (const n of passes(small)) {
    const at = `${failpoint}:${n}`;
    const one = place.begin({ env: { SUNLIT_FAIL: at } });
    const living = (async (): Promise<void> => {
      if (!(await one.serves)) throw new Error('died');
      await current.load?.done;
      await untilQuiet(place);
      current.load = begun(load);
      await current.load.done;
      await untilQuiet(place);
    })();
    const died = one.over.then(() => true);
    const dead = await Promise.race([
      died,
      living.then(() => false).catch((error) => (isOver(one) ? died : Promise.reject(error))),
    ]);
    if (!dead) break;
    killedAt(one, at);
    deaths += 1;
  }
  await place.end('SIGKILL');
  await place.start();
  await current.load?.done;
  return deaths;
};
