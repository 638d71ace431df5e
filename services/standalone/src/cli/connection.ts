import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Rpc } from '@sunlit/kernel';
import { SERVICE_NAMES } from '@sunlit/contracts';
import {
  configurationFrom,
  ConfigurationError,
  isPerService,
  loggedRpc,
  loggerFor,
  type Configuration,
  type Logger,
} from '@sunlit/platform';
import { localSocketRpc } from '@sunlit/rpc/local-socket';
import { addressFile, takeDataFolder } from '../composition/data-folder.js';

/** What every command was told: where the data is and how to answer. */
export interface Settings {
  readonly configuration: Configuration;
  readonly json: boolean;
  readonly logger: Logger;
}

/** Reads `--data`, `--office` and `--json`, which come before or after the command, over the environment. */
export const settingsOf = (command: Command, more: Readonly<Record<string, string | undefined>> = {}): Settings => {
  const { data, office, json } = command.optsWithGlobals<{ data?: string; office?: string; json?: boolean }>();
  // eslint-disable-next-line no-restricted-syntax -- the command line is where a process meets its environment
  const env = { ...process.env, ...more, ...(data && { SUNLIT_DATA: data }), ...(office && { SUNLIT_OFFICE: office }) };
  const configuration = configurationFrom({ SUNLIT_LOG: 'warn', ...env }, process.cwd());
  return { configuration, json: json ?? false, logger: loggerFor(configuration.logLevel, 'cli') };
};

/** Services to talk to: those of a running server, or ones opened for this command. */
export interface Connection {
  readonly rpc: Rpc;
  readonly demo: boolean;
  /** Resolves when everything written so far is folded and followed. */
  caughtUp(): Promise<void>;
  /** Runs work that needs no list of what it writes, folding first what was there and afterwards what it wrote, where that is faster. */
  undisturbed<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const WHOLE_RUN = 600_000;

/** The running server of this data folder; null where there is none. What a killed one left is removed. */
const runningServer = async (configuration: Configuration): Promise<Connection | null> => {
  const file = addressFile(configuration);
  if (!existsSync(file)) return null;
  const rpc = localSocketRpc(file);
  try {
    const { demo } = await rpc.call('server', 'about', {}, { deadline: 5000 });
    const caughtUp = async () => void (await rpc.call('worker', 'caughtUp', {}, { deadline: WHOLE_RUN }));
    return { rpc, demo: demo === true, caughtUp, undisturbed: (work) => work(), close: async () => rpc.close() };
  } catch {
    rpc.close();
    return null;
  }
};

const own = async ({ configuration, logger }: Settings): Promise<Connection> => {
  const { openOneThread } = await import('../composition/one-thread.js');
  const lock = takeDataFolder(configuration);
  rmSync(addressFile(configuration), { force: true });
  try {
    const thread = await openOneThread({ configuration, logger });
    await thread.worker.caughtUp();
    const close = async () => {
      await thread.close();
      lock.release();
    };
    const { rpc, origin, undisturbed } = thread;
    return { rpc, demo: origin.kind === 'demo', caughtUp: thread.worker.caughtUp, undisturbed, close };
  } catch (error) {
    lock.release();
    throw error;
  }
};

/** The services that run as processes of their own. */
const running = async ({ configuration, logger }: Settings): Promise<Connection> => {
  const { reachOthers, workersOf } = await import('@sunlit/platform/process');
  const { openReader } = await import('../composition/reader.js');
  const reader = await openReader({ configuration, logger });
  const rpc = loggedRpc(logger);
  const leave = await reachOthers(rpc, configuration);
  rpc.register('worker', workersOf(rpc, SERVICE_NAMES));
  const caughtUp = async () => void (await rpc.call('worker', 'caughtUp', {}, { deadline: WHOLE_RUN }));
  const close = async () => {
    await leave();
    await reader.close();
  };
  return { rpc, demo: reader.origin?.kind === 'demo', caughtUp, undisturbed: (work) => work(), close };
};

/** To write: through the services' processes or the running server, else with the data folder taken for this command. */
export const connectToWrite = async (settings: Settings): Promise<Connection> => {
  if (settings.configuration.distribution.rpc) return running(settings);
  return (await runningServer(settings.configuration)) ?? own(settings);
};

/** To read what is there, beside whoever writes. */
export const connectToRead = async (settings: Settings) => {
  const { data, eventStore } = settings.configuration;
  if (eventStore.scheme === 'sqlite' && !isPerService(eventStore) && !existsSync(eventStore.rest)) {
    throw new ConfigurationError(
      `数据目录 ${resolve(data)} 中还没有数据。 There is no data in ${resolve(data)} yet: run "sunlit serve", "import" or "demo" first.`,
    );
  }
  const { openReader } = await import('../composition/reader.js');
  const reader = await openReader(settings);
  return { ...reader, demo: reader.origin?.kind === 'demo' };
};

/** Runs the work with a connection, and closes it whatever happens. */
export const using = async <C extends { close(): Promise<void> }, T>(
  connection: C,
  work: (connection: C) => Promise<T>,
): Promise<T> => {
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
};
