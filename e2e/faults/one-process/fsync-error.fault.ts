import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../../harness/eventually.js';
import { aRegistration } from '../load.js';
import { examined } from './examined.js';
import { holds, type Fault } from './fault.js';
import { atPlace } from './place.js';

const COMMANDS = 30;

/** Whether a program of that name can be started here. */
export const isThere = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));

export const fsyncError: Fault = {
  title: 'an error on fsync: nothing acknowledged that is not durable',
  run: ({ say }) =>
    atPlace(async (place) => {
      if (!isThere('fiu-run')) return 'NOT TRIED: there is no fiu-run here (Debian: apt-get install fiu-utils)';
      const control = join(place.folder, 'fiu');
      await place.start({ wrapper: ['fiu-run', '-x', '-f', control] });
      const { pid } = await place.rpc.call('server', 'about', {});
      const inject = (what: string): void =>
        void execFileSync('fiu-ctrl', ['-f', control, '-c', what, String(pid)], { timeout: 10_000 });
      const send = () =>
        Promise.all(Array.from({ length: COMMANDS }, () => place.client.send(aRegistration(), { patience: 0 })));
      const acknowledged = async (): Promise<number> => (await send()).filter(({ is }) => is === 'acknowledged').length;

      holds((await acknowledged()) === COMMANDS, 'commands fail before any error was injected');
      inject('enable name=posix/io/sync/fsync');
      for (let round = 0; round < 3; round++) {
        const wrongly = await acknowledged();
        holds(wrongly === 0, `I1 ${wrongly} commands were acknowledged while every fsync failed`);
      }
      inject('disable name=posix/io/sync/fsync');
      inject('enable_random name=posix/io/sync/fsync,probability=0.3');
      let some = 0;
      for (let round = 0; round < 10; round++) some += await acknowledged();
      inject('disable name=posix/io/sync/fsync');
      say(`while every fsync failed 0 of ${3 * COMMANDS} were acknowledged, while three in ten did ${some}`);
      await eventually(async () => (await acknowledged()) === COMMANDS || null);
      await examined(place, 'after errors of fsync');
      await place.end('SIGKILL');
      await place.start();
      const { events } = await examined(place, 'after errors of fsync, started again');
      return `0 of ${3 * COMMANDS} acknowledged without fsync, ${some} while some failed, all well afterwards; ${events} events`;
    }),
};
