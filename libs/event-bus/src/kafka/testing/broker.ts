import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const STARTER = fileURLToPath(new URL('../../../../../e2e/servers/kafka/start.mjs', import.meta.url));

/** A Kafka of a test's own, not started yet; every start is on the same folder and port. */
export const ownBroker = (port: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-broker-'));
  let child: ChildProcess | null = null;
  const stop = async (): Promise<void> => {
    const ended = child && once(child, 'exit');
    child?.kill('SIGTERM');
    child = null;
    await ended;
  };
  return {
    address: `127.0.0.1:${port}`,
    start: async (): Promise<void> => {
      const started = spawn(process.execPath, [STARTER, folder, String(port)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = started;
      const died = once(started, 'exit').then(() => Promise.reject(new Error(`Kafka did not start in ${folder}.`)));
      died.catch(() => undefined);
      await Promise.race([once(started.stdout, 'data'), died]);
    },
    stop,
    remove: async (): Promise<void> => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
