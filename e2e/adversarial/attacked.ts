import { readFileSync, readdirSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { Client } from '../harness/graphql.js';
import { peopleOf, type People } from '../harness/office.js';
import { CLI, ended, gathered, startProgram, type Env } from '../harness/processes.js';
import { aFolder } from '../harness/program.js';

/** An office that is attacked: the one process, all it wrote, and what it counted. */
export interface Attacked {
  readonly url: string;
  readonly data: string;
  readonly people: People;
  readonly password: string;
  /** Everything the process wrote so far. */
  written(): string;
  metrics(): Promise<string>;
  /** How many calls of services resolvers made so far: nothing of a case, a figure or an answer is read or done without one. */
  calls(): Promise<number>;
  /** Resolves when the process has ended, with its exit code. */
  stop(): Promise<number | null>;
  /** Removes the folder; stops what still runs. */
  close(): Promise<void>;
}

const CALLS = /^sunlit_rpc_seconds_count\{([^}]*)\} (\d+)$/gm;
const URL_LINE = /http:\/\/[\d.]+:\d+/;
const PASSWORD_LINE = /administrator: admin \/ (\S+)/;

/** Opens an office on a fresh folder and any free port; `more` are variables for its process. */
export const attacked = async (more: Env = {}): Promise<Attacked> => {
  const folder = aFolder();
  const child = startProgram(CLI, ['serve', '--data', folder.path, '--port', '0'], more);
  const text = gathered(child);
  const over = ended(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', () => URL_LINE.test(text.out) && setImmediate(resolve));
    void over.then((code) => reject(new Error(`the office ended (${code}): ${text.out}${text.err}`)));
  });
  const url = URL_LINE.exec(text.out)![0];
  const password = PASSWORD_LINE.exec(text.out)![1]!;
  const metrics = async (): Promise<string> => (await fetch(`${url}/metrics`)).text();
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    return over;
  };
  return {
    url,
    data: folder.path,
    password,
    people: await peopleOf(url, password),
    written: () => text.out + text.err,
    metrics,
    calls: async () =>
      [...(await metrics()).matchAll(CALLS)]
        // The worker is asked at every look at the metrics.
        .filter(([, labels]) => !labels!.includes('service="worker"'))
        .reduce((sum, [, , count]) => sum + Number(count), 0),
    stop,
    close: async () => {
      await stop();
      await folder.remove();
    },
  };
};

const SCHEMA = new URL('../../services/gateway/schema/', import.meta.url);

/** The schema as the SDL has it. */
export const sdl = (): GraphQLSchema =>
  buildSchema(
    readdirSync(SCHEMA)
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => readFileSync(new URL(name, SCHEMA), 'utf8'))
      .join('\n'),
  );

/** The bearer token a client sends, for those who forge one from it. */
export const tokenOf = async (url: string, account: string, password: string): Promise<string> => {
  const query = `mutation ($account: String!, $password: String!) {
    signIn(account: $account, password: $password) { ... on SignedIn { token } ... on Refusal { code } }
  }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { account, password } }),
  });
  const { data } = (await response.json()) as { data: { signIn: { token?: string; code?: string } } };
  if (data.signIn.token === undefined) throw new Error(data.signIn.code);
  return data.signIn.token;
};

/** Makes an account through the API; gives the refusal's code, or null. */
export const createAccount = async (administrator: Client, input: object): Promise<string | null> => {
  const mutation = `mutation ($input: CreateAccountInput!) {
    createAccount(input: $input) { ... on Account { account } ... on Refusal { code } }
  }`;
  return (await administrator.ask(mutation, { input })).createAccount.code ?? null;
};
