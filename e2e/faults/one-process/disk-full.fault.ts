import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { aRegistration } from '../load.js';
import { eventually } from '../../harness/eventually.js';
import { examined } from './examined.js';
import { holds, type Fault } from './fault.js';
import { atPlace, isOver, openPlace, untilQuiet, type Place } from './place.js';

/** A disk of its own, in memory. */
interface Disk {
  readonly path: string;
  grow(): void;
  remove(): void;
}

/** Null where this account may not mount one. */
const diskOf = (path: string): Disk | null => {
  mkdirSync(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=0700', 'sunlit-fault', path], { stdio: 'pipe' });
  } catch {
    return null;
  }
  return {
    path,
    grow: () => void execFileSync('mount', ['-o', 'remount,size=64m', path]),
    remove: () => void execFileSync('umount', ['-l', path]),
  };
};

const AT_ONCE = 12;

/** Sends until nothing is taken any more, three rounds in a row; gives how many commands that took. */
const fill = async ({ client, running, history }: Place): Promise<number> => {
  for (let full = 0; full < 3;) {
    const told = await Promise.all(
      Array.from({ length: AT_ONCE }, () => client.send(aRegistration(), { patience: 0 })),
    );
    holds(!isOver(running()!), 'the process ended on a full disk');
    full = told.every(({ is }) => is === 'unknown') ? full + 1 : 0;
    holds(history.lines.length < 20_000, 'a disk of 2 MB took 20,000 commands and was not full');
  }
  return history.lines.length;
};

/** Fills the disk, sees that refusals are told and reading goes on, makes room, and waits until it works again by itself. */
const filledAndFreed = async (place: Place, disk: Disk, of: string): Promise<string> => {
  const sent = await fill(place);
  holds((await fetch(`${place.url}/health/live`)).ok, 'it does not answer on a full disk');
  disk.grow();
  await eventually(
    async () => (await place.client.send(aRegistration(), { patience: 0 })).is === 'acknowledged' || null,
  );
  await untilQuiet(place);
  const { acknowledged } = await examined(place, of);
  await place.end('SIGKILL');
  await place.start();
  await examined(place, `${of}, started again`);
  return `${of}: full after ${sent} commands, ${acknowledged} acknowledged are kept`;
};

const PLACES = ['EVENT_STORE', 'READ_STORE', 'KEY_STORE'] as const;
const FILES = { EVENT_STORE: 'events.sqlite', READ_STORE: 'read.sqlite', KEY_STORE: 'keys.sqlite' };

const whole = async (folder: string): Promise<string | null> => {
  const disk = diskOf(join(folder, 'disk'));
  if (!disk) return null;
  const place = await openPlace({}, join(disk.path, 'data'));
  try {
    await place.start();
    return await filledAndFreed(place, disk, 'everything on it');
  } finally {
    await place.close();
    disk.remove();
  }
};

/** One store alone on the disk; the data folder's name for it is a link, so that everybody finds it. */
const one = async (folder: string, name: (typeof PLACES)[number]): Promise<string> => {
  const disk = diskOf(join(folder, name))!;
  const file = join(disk.path, FILES[name]);
  try {
    return await atPlace(
      async (place) => {
        await place.start();
        return filledAndFreed(place, disk, `${name.toLowerCase().replace('_', ' ')} on it`);
      },
      { [`SUNLIT_${name}`]: `sqlite:${file}` },
    );
  } finally {
    disk.remove();
  }
};

export const diskFull: Fault = {
  title: 'a disk of 2 MB that is full, and has room again',
  run: ({ small, say }) =>
    atPlace(async ({ folder }) => {
      const all = await whole(folder);
      if (all === null) return 'NOT TRIED: this account may not mount a tmpfs (run it as root)';
      say(all);
      if (small) return all;
      const more: string[] = [];
      for (const name of PLACES) {
        more.push(await one(folder, name));
        say(more.at(-1)!);
      }
      return [all, ...more].join('; ');
    }),
};
