import { compositionIn, startSystem, type Composition, type System } from './distributed.js';
import { storesHolding } from './holding.js';
import { SERVICE_NAMES } from '@sunlit/contracts';
import { configurationFrom } from '@sunlit/platform';
import { reachOthers, workersOf } from '@sunlit/platform/process';
import { inProcessRpc } from '@sunlit/rpc/in-process';
import { persistently } from '@sunlit/runner';
import { CLI, ended, gathered, startProgram, type Env } from './processes.js';

/** Commands that need the services to run; the others only read what is there. */
const WRITING = ['import', 'export', 'erase', 'rebuild', 'retry'];

const dataOf = (args: readonly string[]): string | undefined => args[args.indexOf('--data') + 1];

const run = async (args: readonly string[], env: Env): Promise<void> => {
  const child = startProgram(CLI, args, env);
  const text = gathered(child);
  const code = await ended(child);
  if (code !== 0) throw new Error(`sunlit ${args.join(' ')} ended (${code}): ${text.out}${text.err}`);
};

/** Resolves when no worker of the services has anything left to do. */
const caughtUp = async (env: Env): Promise<void> => {
  const rpc = inProcessRpc();
  const leave = await reachOthers(rpc, configurationFrom(env, '/'));
  rpc.register('worker', workersOf(rpc, SERVICE_NAMES));
  // A store on a busy machine may miss a deadline; what was waited for is no less true afterwards.
  const asked = () => rpc.call('worker', 'caughtUp', {}, { deadline: 3_600_000 });
  await persistently(asked, { signal: new AbortController().signal });
  await leave();
};

/** The offices of a test file on separate services: a data folder names one, and everything of it lies apart from the others'. */
export const distributedOffices = () => {
  const compositions = new Map<string, Composition>();
  const systems = new Map<string, System>();

  const compositionOf = async (data: string): Promise<Composition> => {
    const known = compositions.get(data) ?? (await compositionIn(data));
    compositions.set(data, known);
    return known;
  };

  const start = async (data: string, env: Env = {}): Promise<System> => {
    const system = await startSystem(await compositionOf(data), env);
    systems.set(data, system);
    return {
      ...system,
      stop: async () => {
        systems.delete(data);
        return system.stop();
      },
      kill: async () => {
        systems.delete(data);
        await system.kill();
      },
    };
  };

  /** The demonstration's year is made by one process and moved. */
  const makeDemo = async (data: string): Promise<void> => {
    const made = `${data}.one-process`;
    await run(['demo', '--no-serve', '--data', made], {});
    await run(['move', made], (await compositionOf(data)).env);
  };

  return {
    envFor: async (args: readonly string[]): Promise<Env> => {
      const data = args.includes('--data') ? dataOf(args)! : undefined;
      if (data === undefined) return {};
      const { env } = await compositionOf(data);
      if (WRITING.includes(args[0]!) && !systems.has(data)) await start(data);
      return env;
    },
    serve: async (args: readonly string[], env: Env): Promise<System> => {
      const data = dataOf(args)!;
      if (args[0] !== 'demo') return start(data, env);
      if (!compositions.has(data)) await makeDemo(data);
      const system = await start(data, env);
      await caughtUp(system.composition.env).catch(async (error: unknown) => {
        await system.kill();
        throw error;
      });
      return system;
    },
    holding: async (data: string, text: string): Promise<readonly string[]> =>
      storesHolding(await compositionOf(data), text),
    /** Ends what runs on the folder or on one in it. */
    close: async (folder: string): Promise<void> => {
      for (const [data, composition] of compositions) {
        if (!data.startsWith(folder)) continue;
        await systems.get(data)?.kill();
        await composition.store.stop();
        systems.delete(data);
        compositions.delete(data);
      }
    },
  };
};
