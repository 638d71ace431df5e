import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { freePort } from '../servers/free-port.mjs';
import { startKurrentdbStandIn } from '../servers/kurrentdb/stand-in.mjs';
import { eventually } from './eventually.js';
import { servingProgram, type Server } from './one-process.js';
import { CLI, ended, gathered, startProgram, type Env } from './processes.js';

/** The services behind the gateway, each as api and worker. */
export const BEHIND = ['consultations', 'complaints', 'statistics'] as const;
export const ROLES = ['api', 'worker'] as const;

const addressIn = (name: string): string => {
  const address = process.env[name];
  if (!address)
    throw new Error(`${name} is not set: run "npm run test:distributed", which finds or starts the servers.`);
  return address;
};

/** One of the processes, and how to reach it. */
export interface Part {
  readonly name: string;
  readonly service: string;
  readonly role: 'api' | 'worker';
  readonly rpcPort: number;
  readonly operationsPort: number;
}

const partsOf = async (): Promise<readonly Part[]> => {
  const pairs = [
    ...BEHIND.flatMap((service) => ROLES.map((role) => ({ service, role }))),
    { service: 'gateway', role: 'api' as const },
  ];
  return Promise.all(
    pairs.map(async ({ service, role }) => {
      const [rpcPort, operationsPort] = await Promise.all([freePort(), freePort()]);
      return { name: `${service}-${role}`, service, role, rpcPort, operationsPort };
    }),
  );
};

/** Which log the services write: the stand-in for KurrentDB, or a file of each service. */
export type Log = 'kurrentdb' | 'sqlite';

const storeOf = async (data: string, log: Log) => {
  if (log === 'sqlite') return { url: `sqlite:${join(data, '{service}.sqlite')}`, stop: async () => undefined };
  return startKurrentdbStandIn({ file: join(data, 'kurrentdb.jsonl') });
};

/** What all processes of one office are told: stores, bus and addresses of their own. */
export const compositionIn = async (data: string, log: Log = 'kurrentdb') => {
  mkdirSync(data, { recursive: true });
  const name = `sunlit-${randomUUID().slice(0, 8)}`;
  const masterKey = join(data, 'master.key');
  if (!existsSync(masterKey)) writeFileSync(masterKey, randomBytes(32).toString('hex'), { mode: 0o600 });
  const [store, parts] = await Promise.all([storeOf(data, log), partsOf()]);
  const mongodb = addressIn('SUNLIT_TEST_MONGODB').replace(/\/$/, '');
  const own = parts.map(({ service, role, rpcPort }) => [
    `SUNLIT_RPC_${service.toUpperCase()}_${role.toUpperCase()}`,
    `tcp://127.0.0.1:${rpcPort}`,
  ]);
  const gateway = parts.find(({ service }) => service === 'gateway')!;
  const env: Env = {
    SUNLIT_EVENT_STORE: store.url,
    SUNLIT_READ_STORE: `${mongodb}/${name}`,
    SUNLIT_KEY_STORE: `${mongodb}/${name}-keys`,
    SUNLIT_EVENT_BUS: `kafka://${addressIn('SUNLIT_TEST_KAFKA')}?prefix=${name}`,
    SUNLIT_MASTER_KEY_FILE: masterKey,
    SUNLIT_RPC: 'tcp://{service}-{role}:7000',
    SUNLIT_TOPIC_PARTITIONS: '3',
    SUNLIT_TOPIC_COPIES: '1',
    SUNLIT_LOG: 'warn',
    ...Object.fromEntries(own),
    SUNLIT_RPC_GATEWAY_WORKER: `tcp://127.0.0.1:${gateway.rpcPort}`,
  };
  return { data, env, parts, store };
};

export type Composition = Awaited<ReturnType<typeof compositionIn>>;

/** The variables of one process. */
export const envOf = ({ env }: Composition, { role, rpcPort, operationsPort }: Part): Env => ({
  ...env,
  SUNLIT_ROLE: role,
  SUNLIT_RPC_LISTEN: `tcp://127.0.0.1:${rpcPort}`,
  SUNLIT_OPERATIONS: `http://127.0.0.1:${operationsPort}`,
  SUNLIT_PORT: '0',
});

/** One more process like this one, beside it, with ports of its own. */
export const besideIt = async (part: Part): Promise<Part> => {
  const [rpcPort, operationsPort] = await Promise.all([freePort(), freePort()]);
  return { ...part, name: `${part.name}-beside`, rpcPort, operationsPort };
};

/** Whether the process says that it can do its work. */
export const isReady = async ({ operationsPort }: Part): Promise<boolean> =>
  (await fetch(`http://127.0.0.1:${operationsPort}/health/ready`).catch(() => null))?.status === 200;

/** A process of a service, started; it may be ended and started again. */
export interface RunningPart {
  readonly part: Part;
  readonly child: ChildProcess;
  readonly text: { readonly out: string; readonly err: string };
  readonly over: Promise<number | null>;
}

/** Starts one process behind the gateway. */
export const startPart = (composition: Composition, part: Part, more: Env = {}): RunningPart => {
  const child = startProgram(`services/${part.service}/dist/main.js`, [], { ...envOf(composition, part), ...more });
  return { part, child, text: gathered(child), over: ended(child) };
};

/** Resolves when the process is ready; rejects where it ended before. */
export const ready = async ({ part, text, over }: RunningPart): Promise<void> => {
  let code: number | null | undefined;
  void over.then((ends) => (code = ends));
  await eventually(async () => {
    if (code !== undefined) throw new Error(`${part.name} ended (${code}): ${text.out}${text.err}`);
    return (await isReady(part)) || null;
  });
};

/** Every process of an office, serving. */
export interface System extends Server {
  readonly composition: Composition;
  readonly running: Map<string, RunningPart>;
}

/** Starts the seven processes of an office and resolves when each is ready. */
export const startSystem = async (composition: Composition, more: Env = {}): Promise<System> => {
  const parts = composition.parts.filter(({ service }) => service !== 'gateway');
  const running = new Map(parts.map((part) => [part.name, startPart(composition, part, more)]));
  const front = composition.parts.find(({ service }) => service === 'gateway')!;
  const endAll = async (signal: NodeJS.Signals): Promise<(number | null)[]> => {
    for (const { child } of running.values()) child.kill(signal);
    return Promise.all([...running.values()].map(({ over }) => over));
  };
  try {
    const [gateway] = await Promise.all([
      servingProgram('services/gateway/dist/main.js', [], { ...envOf(composition, front), ...more }),
      ...[...running.values()].map(ready),
    ]);
    return {
      composition,
      running,
      url: gateway.url,
      password: gateway.password,
      stop: async () => {
        const codes = await Promise.all([gateway.stop(), endAll('SIGTERM')]);
        return codes.flat().find((code) => code !== 0) ?? 0;
      },
      kill: async () => void (await Promise.all([gateway.kill(), endAll('SIGKILL')])),
    };
  } catch (error) {
    await endAll('SIGKILL');
    throw error;
  }
};

/** The command line, told of the composition. */
export const startCli = ({ env }: Composition, args: readonly string[]): ChildProcess => startProgram(CLI, args, env);
