import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../servers/kurrentdb/stand-in.mjs', import.meta.url));

/** The stand-in for KurrentDB in a process of its own, so that it takes no time of those measured. `file`: what it acknowledges is kept there. */
export const startStandIn = async (file?: string) => {
  const child = spawn(process.execPath, [PROGRAM, ...(file === undefined ? [] : ['--file', file])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    url: line.slice(line.indexOf('kurrentdb://')),
    pid: child.pid!,
    stop: async (): Promise<void> => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
};
