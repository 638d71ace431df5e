import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { client, signIn } from '../harness/graphql.js';
import { PASSWORD } from '../harness/office.js';
import type { BackEndName, Kept } from './opponents/back-end.js';
import { pinProgram } from './pinning.js';

/** Made by run.mjs beside this program. */
const PROGRAM = fileURLToPath(new URL('bench-server.mjs', import.meta.url));

/** One side of P1–P3, running. */
export interface OpponentProcess {
  readonly url: string;
  /** Of an operator, where the front wants one. */
  readonly token?: string;
  readonly pid: number;
  settings(): Promise<readonly string[]>;
  kept(): Promise<Kept>;
  stop(): Promise<void>;
}

export interface OpponentOptions {
  readonly backEnd: BackEndName;
  readonly front: 'bare' | 'graphql';
  readonly data: string;
  readonly postgresql: string | null;
}

const asked = async <T>(child: ChildProcess, what: string): Promise<T> => {
  const answer = once(child, 'message');
  child.send(what);
  return ((await answer)[0] as { readonly answer: T }).answer;
};

/** The token of an operator whom the first administrator makes. */
export const operatorToken = async (url: string, password: string): Promise<string> => {
  const administrator = await signIn(url, 'admin', password);
  const create = `mutation Create($input: CreateAccountInput!) { createAccount(input: $input) { __typename } }`;
  await administrator.ask(create, { input: { account: 'operator', password: PASSWORD, role: 'OPERATOR' } });
  const enter = `mutation In($account: String!, $password: String!) {
    signIn(account: $account, password: $password) { ... on SignedIn { token } } }`;
  return (await client(url).ask(enter, { account: 'operator', password: PASSWORD })).signIn.token as string;
};

/** Starts it, keeps it to its core, and resolves when it serves. */
export const startOpponent = async (options: OpponentOptions): Promise<OpponentProcess> => {
  const { backEnd, front, data, postgresql } = options;
  const database = postgresql ? ['--postgresql', postgresql] : [];
  const profile = process.env['SUNLIT_BENCH_PROFILE'];
  const child = fork(PROGRAM, ['--back-end', backEnd, '--front', front, '--data', data, ...database], {
    execArgv: profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : [],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const failed = ended.then(([code]) => {
    throw new Error(`${backEnd} behind ${front} ended with ${code} before it served.`);
  });
  failed.catch(() => undefined);
  const [said] = (await Promise.race([once(child, 'message'), failed])) as [{ url: string; password?: string }];
  pinProgram(child.pid!);
  const token = said.password === undefined ? undefined : await operatorToken(said.url, said.password);
  return {
    url: said.url,
    ...(token !== undefined && { token }),
    pid: child.pid!,
    settings: () => asked(child, 'settings'),
    kept: () => asked(child, 'kept'),
    stop: async () => {
      child.send('stop');
      await ended;
    },
  };
};
