import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gathered, ended, ROOT } from '../../harness/processes.js';
import { eventually } from '../../harness/eventually.js';
import { aLoad, complaintComes } from '../load.js';
import type { Line } from '../history.js';
import { orderIn } from './acknowledged-after-fsync.js';
import { doctorsWord, joinedWith } from './examined.js';
import { comesAndGoes, goes } from './failpoints.fault.js';
import { none, type Fault } from './fault.js';
import { isThere } from './fsync-error.fault.js';
import { tracer } from './fsync-order.fault.js';
import {
  DROPPED,
  copyOf,
  countTwice,
  dropEvent,
  hideEvent,
  itemsAhead,
  keysBack,
  putFile,
  registerAgain,
  settled,
} from './plants.js';
import { atPlace, openPlace, untilQuiet } from './place.js';

/** What is planted into a copy of the folder at rest, and how it is found; `earlier` is the folder as it was before the last load and erasure. */
interface Plant {
  readonly name: string;
  readonly put: (copy: string, at: { readonly data: string; readonly earlier: string }) => Promise<void> | void;
  /** Where it must be found: by the doctor, by the join with the client's history, or by both. */
  readonly by: readonly ('doctor' | 'history')[];
}

/** Serves the folder until everything is folded and followed, and ends it. */
const served = async (data: string): Promise<void> => {
  const place = await openPlace({}, data);
  try {
    await place.start();
    await untilQuiet(place);
    await place.end('SIGTERM');
  } finally {
    await place.close();
  }
};

const PLANTS: readonly Plant[] = [
  ...Object.entries(DROPPED).map(([where, sql]): Plant => ({
    name: `a store that drops one event, ${where}`,
    put: (copy) => dropEvent(copy, sql),
    // The last of all may be nobody's command.
    by: where === 'at the end of the log' ? ['doctor'] : ['doctor', 'history'],
  })),
  { name: 'a projection that counts twice', put: countTwice, by: ['doctor'] },
  {
    name: 'a projection that skips a gap',
    put: async (copy, { data }) => {
      rmSync(join(copy, 'read.sqlite'));
      hideEvent(copy);
      await served(copy);
      putFile(data, copy, 'events.sqlite');
    },
    by: ['doctor'],
  },
  {
    name: 'items written before their counters',
    put: async (copy, { data, earlier }) => {
      putFile(earlier, copy, 'read.sqlite');
      itemsAhead(data, copy);
      await served(copy);
    },
    by: ['doctor'],
  },
  { name: 'a key that outlives its erasure', put: (copy, { earlier }) => keysBack(earlier, copy), by: ['doctor'] },
  {
    name: 'a policy that forgets its id',
    put: async (copy) => {
      registerAgain(copy);
      await served(copy);
    },
    by: ['doctor'],
  },
  {
    name: 'an acknowledgement before COMMIT, and a power cut',
    put: (copy) =>
      dropEvent(copy, `SELECT max(position) FROM events WHERE type = 'CaseRegistered' AND category = 'consultation'`),
    by: ['history'],
  },
];

const FINDERS: Readonly<
  Record<'doctor' | 'history', (data: string, lines: readonly Line[]) => Promise<readonly string[]>>
> = {
  doctor: doctorsWord,
  history: (data, lines) => joinedWith(lines, data),
};

/** Whether the order of fsync and acknowledgement shows a store that answers too early, and one that does not as one that does not. */
const orderIsSeen = async (folder: string): Promise<readonly string[]> => {
  const program = fileURLToPath(new URL(`file://${ROOT}e2e/faults/one-process/early-store.mjs`));
  const wrong: string[] = [];
  for (const how of ['early', 'late'] as const) {
    const trace = join(folder, `trace-${how}`);
    const [command, ...before] = tracer(trace);
    const child = spawn(command!, [...before, process.execPath, program, join(folder, `${how}-events.sqlite`), how]);
    const text = gathered(child);
    const [, pid, url] = await eventually(async () => /^(\d+) (http:\S+)/.exec(text.out));
    for (let n = 0; n < 10; n++) await (await fetch(url!)).text();
    const over = ended(child);
    // The tracer ends with what it traces.
    process.kill(Number(pid), 'SIGTERM');
    await over;
    const { acknowledged, early } = orderIn(readFileSync(trace, 'utf8'));
    if (acknowledged !== 10 || early.length !== (how === 'early' ? 10 : 0))
      wrong.push(`an answer ${how} is not seen as such: ${early.length} of ${acknowledged}`);
  }
  return wrong;
};

export const checkers: Fault = {
  title: 'the checkers are checked: what is planted must be caught',
  run: ({ say }) =>
    atPlace(async (place) => {
      await place.start();
      await aLoad(place.client);
      await comesAndGoes(place);
      const { stream } = await complaintComes(place.client);
      const rest = async (): Promise<void> => {
        await untilQuiet(place);
        await place.end('SIGTERM');
        for (const file of ['events.sqlite', 'read.sqlite', 'keys.sqlite']) settled(place.data, file);
      };
      await rest();
      // The folder as it was before somebody who is in it is erased.
      const earlier = copyOf(place.data, place.folder);
      await place.start();
      await aLoad(place.client);
      await goes(place, stream);
      await rest();
      const { lines } = place.history;
      const at = { data: place.data, earlier: earlier.path };
      const plain = copyOf(place.data, place.folder);
      none([...(await doctorsWord(plain.path)), ...(await joinedWith(lines, plain.path))], 'nothing planted');

      const uncaught: string[] = [];
      for (const { name, put, by } of PLANTS) {
        const copy = copyOf(place.data, place.folder);
        await put(copy.path, at);
        const found = await Promise.all(by.map((finder) => FINDERS[finder](copy.path, lines)));
        by.forEach((finder, n) => {
          if (found[n]!.length === 0) uncaught.push(`${name}: not caught by the ${finder}`);
        });
        say(`${name}: ${found.map((all, n) => `${by[n]}: ${all[0]?.slice(0, 90) ?? 'NOTHING'}`).join('; ')}`);
        copy.remove();
      }
      if (isThere('strace')) uncaught.push(...(await orderIsSeen(place.folder)));
      else say('an acknowledgement before fsync: NOT TRIED, there is no strace here');
      none(uncaught);
      return `${PLANTS.length + 1} plants, each caught`;
    }),
};
