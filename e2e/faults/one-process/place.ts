import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { Unavailable, type Rpc } from '@sunlit/kernel';
import { localSocketRpc } from '@sunlit/rpc/local-socket';
import { freePort } from '../../servers/free-port.mjs';
import { eventually } from '../../harness/eventually.js';
import { CLI, ended, gathered, ROOT, startProgram, type Env } from '../../harness/processes.js';
import { historyClient, historyIn, type History, type HistoryClient } from '../history.js';

/** The one process, running on a folder; it may be ended and started again. */
export interface Running {
  readonly child: ChildProcess;
  readonly text: { readonly out: string; readonly err: string };
  /** Resolves when it has ended, with its exit code; null: by a signal. */
  readonly over: Promise<number | null>;
  /** Resolves when it serves, to false where it ended before. */
  readonly serves: Promise<boolean>;
}

/** What goes before the program on its command line: a tracer, a fault injector. */
export type Wrapper = readonly string[];

export interface Starting {
  readonly env?: Env;
  readonly wrapper?: Wrapper;
}

/** An office in one process: a data folder, what runs on it, and a client that keeps its own history. */
export interface Place {
  /** Removed at the end, with all in it. */
  readonly folder: string;
  readonly data: string;
  readonly url: string;
  readonly rpc: Rpc;
  readonly history: History;
  readonly client: HistoryClient;
  /** Starts the process; it may never come to serve. */
  begin(starting?: Starting): Running;
  /** Starts it and waits until it serves; throws where it does not. */
  start(starting?: Starting): Promise<Running>;
  /** Ends what runs, if anything does. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  running(): Running | null;
  /** Of the first administrator, once it was told. */
  password(): string | null;
  close(): Promise<void>;
}

const PASSWORD_LINE = /administrator: admin \/ (\S+)/;

/** Ended by its program itself or by whoever stopped it. */
export const isOver = ({ child }: Running): boolean => child.exitCode !== null || child.signalCode !== null;

/** Calls whoever serves the folder now; `Unavailable` while nobody does. */
const rpcIn = (file: string): Rpc & { close(): void } => {
  let known: { readonly text: string; readonly rpc: ReturnType<typeof localSocketRpc> } | null = null;
  const connected = () => {
    const text = readFileSync(file, 'utf8');
    if (text === known?.text) return known.rpc;
    known?.rpc.close();
    known = { text, rpc: localSocketRpc(file) };
    return known.rpc;
  };
  return {
    call: async (...args) => {
      try {
        return await connected().call(...args);
      } catch (error) {
        const nobody = error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT';
        if (!nobody && !(error instanceof Unavailable)) throw error;
        // Whoever is away is not asked again at once.
        await new Promise((resolve) => setTimeout(resolve, 25));
        throw nobody ? new Unavailable('Nobody serves this folder now.') : error;
      }
    },
    close: () => known?.rpc.close(),
  };
};

const startWrapped = (wrapper: Wrapper, args: readonly string[], env: Env): ChildProcess => {
  const [command, ...before] = wrapper;
  if (command === undefined) return startProgram(CLI, args, env);
  return spawn(command, [...before, process.execPath, `${ROOT}${CLI}`, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
};

/** A place in a folder of its own, with these variables for every start; nothing runs yet. `data`: where the data is, elsewhere than in it. */
export const openPlace = async (always: Env = {}, data?: string): Promise<Place> => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-faults-'));
  const at = data ?? join(folder, 'data');
  const sockets = join(folder, 't');
  mkdirSync(sockets);
  const port = await freePort();
  const rpc = rpcIn(join(at, 'serve.json'));
  const history = historyIn(folder);
  let now: Running | null = null;
  let password: string | null = null;

  const begin: Place['begin'] = ({ env = {}, wrapper = [] } = {}) => {
    const all = { SUNLIT_LOG: 'warn', TMPDIR: sockets, ...always, ...env };
    const child = startWrapped(wrapper, ['serve', '--data', at, '--port', `${port}`], all);
    const text = gathered(child);
    const over = ended(child);
    const serves = new Promise<boolean>((resolve) => {
      child.stdout!.on('data', () => {
        password = PASSWORD_LINE.exec(text.out)?.[1] ?? password;
        if (/Sunlit serves on /.test(text.out)) setImmediate(resolve, true);
      });
      void over.then(() => resolve(false));
    });
    now = { child, text, over, serves };
    return now;
  };
  const end: Place['end'] = async (signal = 'SIGTERM') => {
    if (!now) return null;
    now.child.kill(signal);
    const code = await now.over;
    now = null;
    return code;
  };
  return {
    folder,
    data: at,
    url: `http://127.0.0.1:${port}`,
    rpc,
    history,
    client: historyClient(rpc, folder, history),
    begin,
    start: async (starting) => {
      const one = begin(starting);
      if (await one.serves) return one;
      throw new Error(
        `it does not start (${one.child.exitCode ?? one.child.signalCode}): ${one.text.out}${one.text.err}`,
      );
    },
    end,
    running: () => now,
    password: () => password,
    close: async () => {
      rpc.close();
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

/** Runs the work at a place of its own, and removes it whatever happens. */
export const atPlace = async <T>(work: (place: Place) => Promise<T>, always?: Env): Promise<T> => {
  const place = await openPlace(always);
  try {
    return await work(place);
  } finally {
    await place.close();
  }
};

const isReady = async (url: string): Promise<boolean> =>
  (await fetch(`${url}/health/ready`).catch(() => null))?.status === 200;

/** Resolves when everything is folded and followed and the server says that it is ready: by itself, or throws (I10). */
export const untilQuiet = async ({ rpc, url }: Pick<Place, 'rpc' | 'url'>): Promise<void> => {
  await eventually(() => rpc.call('worker', 'caughtUp', {}, { deadline: 45_000 }).catch(() => null));
  await eventually(async () => (await isReady(url)) || null);
};
