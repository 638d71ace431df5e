import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCall } from '../../harness/matters.js';
import { orderIn } from './acknowledged-after-fsync.js';
import { operatorAt, registerOnce } from './by-http.js';
import { examined } from './examined.js';
import { holds, none, type Fault } from './fault.js';
import { isThere } from './fsync-error.fault.js';
import { atPlace } from './place.js';

/** Traces what the thread that serves writes and syncs. */
export const tracer = (file: string): readonly string[] => {
  const calls = 'trace=pwrite64,fsync,fdatasync,write,writev,sendmsg,sendto';
  return ['strace', '-o', file, '-y', '-s', '8192', '-e', calls, '-e', 'signal=none'];
};

export const fsyncOrder: Fault = {
  title: 'each acknowledgement is written to its socket after an fsync that covers it',
  run: ({ small }) =>
    atPlace(async (place) => {
      if (!isThere('strace')) return 'NOT TRIED: there is no strace here (Debian: apt-get install strace)';
      const file = join(place.folder, 'trace');
      const one = place.begin({ wrapper: tracer(file) });
      if (!(await one.serves)) {
        if (/ptrace|not permitted/i.test(one.text.err)) return `NOT TRIED: ${one.text.err.trim()}`;
        throw new Error(`it does not start: ${one.text.out}${one.text.err}`);
      }
      const operator = await operatorAt(place);
      for (let round = 0; round < (small ? 3 : 20); round++)
        await Promise.all(Array.from({ length: 10 }, () => registerOnce(place, operator, aCall())));
      await examined(place);
      const { pid } = await place.rpc.call('server', 'about', {});
      process.kill(Number(pid), 'SIGTERM');
      await one.over;
      const { acknowledged, early } = orderIn(readFileSync(file, 'utf8'));
      const sent = place.history.lines.filter(({ told }) => told.is === 'acknowledged').length;
      holds(acknowledged === sent, `the trace shows ${acknowledged} acknowledgements of ${sent}: it cannot be judged`);
      none(early.map((stream) => `I1 ${stream} was acknowledged before an fsync covered it`));
      return `${acknowledged} acknowledgements, each after its fsync`;
    }),
};
