import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { env, execPath } from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The server the contract suite runs on. */
export const addressOfTests = (): string => {
  const address = env.SUNLIT_TEST_KURRENTDB;
  if (!address)
    throw new Error('Set SUNLIT_TEST_KURRENTDB=kurrentdb://host:port?tls=false, or run npm run test:distributed.');
  return address;
};

const STAND_IN = fileURLToPath(new URL('../../../../e2e/servers/kurrentdb/stand-in.mjs', import.meta.url));

/** A KurrentDB stand-in (never the real server) on a port and a file of its own, to be killed, frozen and started again. */
export const ownStandIn = (file: string) => {
  let child: ChildProcess | undefined;
  let port = 0;

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const exited = once(ending, 'exit');
    ending.kill(signal);
    await exited;
  };
  return {
    url: (): string => `kurrentdb://127.0.0.1:${port}?tls=false`,
    /** Resolves when it serves: on a free port, afterwards always on the same. */
    start: async (): Promise<void> => {
      child = spawn(execPath, [STAND_IN, String(port), '--file', file], { stdio: ['ignore', 'pipe', 'inherit'] });
      const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
      port = Number(/:(\d+)\?/.exec(line)![1]);
    },
    kill: () => end('SIGKILL'),
    freeze: () => child!.kill('SIGSTOP'),
    thaw: () => child!.kill('SIGCONT'),
  };
};
