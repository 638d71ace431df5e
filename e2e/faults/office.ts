import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@sunlit/kernel';
import { repeatable, tcpRpc, type TcpRpc } from '@sunlit/rpc/tcp';
import {
  compositionIn,
  ready,
  startPart,
  type Composition,
  type Log,
  type RunningPart,
} from '../harness/distributed.js';
import { eventually } from '../harness/eventually.js';
import type { Env } from '../harness/processes.js';
import { historyClient, type HistoryClient } from './history.js';

/** The processes behind the gateway: faults are met without it, by rpc. */
export const PARTS = [
  'consultations-api',
  'consultations-worker',
  'complaints-api',
  'complaints-worker',
  'statistics-api',
  'statistics-worker',
] as const;
export type PartName = (typeof PARTS)[number];

/** Services that have a worker. */
export const SERVICES = ['consultations', 'complaints', 'statistics'] as const;

/** An office whose processes may die one by one. */
export interface Office {
  readonly composition: Composition;
  readonly rpc: TcpRpc;
  readonly client: HistoryClient;
  /** What runs now, by name. */
  readonly running: ReadonlyMap<string, RunningPart>;
  /** Starts a process, in place of the one of that name that ran; resolves once it started, not when it is ready. */
  begin(name: PartName, env?: Env): RunningPart;
  /** Starts it and waits until it is ready. */
  start(name: PartName, env?: Env): Promise<RunningPart>;
  /** Ends a process, with the exit code it ended with; null where the signal itself ended it. */
  end(name: PartName, signal?: NodeJS.Signals): Promise<number | null>;
  /** How much lies before each of a service's runners. */
  lags(service: string): Promise<Readonly<Record<string, number>>>;
  /** Ends everything and removes what it kept in files. */
  close(): Promise<void>;
}

export interface Opening {
  readonly log?: Log;
  /** Variables for every process, over the composition's. */
  readonly env?: Env;
  readonly parts?: readonly PartName[];
}

const READS = ['checkpoints', 'setAside', 'case', 'cases', 'statistics', 'digest', 'figure'];

const rpcTo = ({ parts }: Composition): TcpRpc => {
  const addressOf = (asked: string): string => {
    const [service, role = 'api'] = asked.split('.');
    const part = parts.find((one) => one.service === service && one.role === role);
    return `tcp://127.0.0.1:${part!.rpcPort}`;
  };
  return tcpRpc({ addressOf, idempotent: repeatable(READS), patience: 2_000 });
};

/** A composition in a folder of its own, with these variables over its own. */
export const freshComposition = async ({ log = 'sqlite', env = {} }: Opening = {}): Promise<Composition> => {
  const made = await compositionIn(mkdtempSync(join(tmpdir(), 'sunlit-faults-')), log);
  return { ...made, env: { ...made.env, ...env } };
};

/** The office of a composition; nothing runs yet. */
export const officeOf = (composition: Composition): Office => {
  const rpc = rpcTo(composition);
  const running = new Map<string, RunningPart>();
  const begin: Office['begin'] = (name, env = {}) => {
    const part = composition.parts.find((one) => one.name === name)!;
    const started = startPart(composition, part, env);
    running.set(name, started);
    return started;
  };
  const end: Office['end'] = async (name, signal = 'SIGTERM') => {
    const one = running.get(name);
    running.delete(name);
    one?.child.kill(signal);
    return (await one?.over) ?? null;
  };
  return {
    composition,
    rpc,
    client: historyClient(rpc, composition.data),
    running,
    begin,
    start: async (name, env) => {
      const one = begin(name, env);
      await ready(one);
      return one;
    },
    end,
    lags: async (service) => {
      const { lags } = await rpc.call(`${service}.worker`, 'checkpoints', {});
      return lags as Readonly<Record<string, number>>;
    },
    close: async () => {
      rpc.close();
      await Promise.all([...running.keys()].map((name) => end(name as PartName, 'SIGKILL')));
      await composition.store.stop();
      rmSync(composition.data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

/** A fresh office with these processes running and ready. */
export const openFaultOffice = async (opening: Opening = {}): Promise<Office> => {
  const office = officeOf(await freshComposition(opening));
  try {
    await Promise.all((opening.parts ?? PARTS).map((name) => office.start(name)));
    return office;
  } catch (error) {
    await office.close();
    throw error;
  }
};

/** How often a runner's progress is asked for, in ms: it asks all stores in turn. */
export const LOOKS_EVERY = 150;

const total = (lags: JsonObject): number => Object.values(lags).reduce<number>((sum, lag) => sum + Number(lag), 0);

/** Resolves when nobody has anything left to do, twice in a row and without anybody's help: what one appends another has yet to take. */
export const untilQuiet = async (office: Office, services: readonly string[] = SERVICES): Promise<void> => {
  let before = '';
  await eventually(async () => {
    const all = await Promise.all(
      services.map((service) => office.rpc.call(`${service}.worker`, 'checkpoints', {}).catch(() => null)),
    );
    if (all.some((one) => one === null || total(one['lags'] as JsonObject) > 0)) return null;
    const now = JSON.stringify(all);
    const same = now === before;
    before = now;
    return same || null;
  }, LOOKS_EVERY);
};
