import { signIn, type Client } from './graphql.js';
import type { Env } from './processes.js';
import { aFolder, serving, type Server } from './program.js';

export const PASSWORD = 'correct horse battery staple';

/** The people of an office at work, each signed in. */
export interface People {
  readonly administrator: Client;
  readonly operator: Client;
  readonly handler: Client;
  readonly elsewhere: Client;
  readonly reviewer: Client;
  readonly analyst: Client;
}

/** The units of the shipped profile whose handlers the scenarios are. */
export const UNIT = 'city-transit';
export const OTHER_UNIT = 'legal';

const ACCOUNTS = {
  operator: { role: 'OPERATOR' },
  handler: { role: 'UNIT_HANDLER', unit: UNIT },
  elsewhere: { role: 'UNIT_HANDLER', unit: OTHER_UNIT },
  reviewer: { role: 'REVIEWER' },
  analyst: { role: 'ANALYST' },
} as const;

/** Makes the accounts through the API and signs everyone in. */
export const peopleOf = async (url: string, password: string): Promise<People> => {
  const administrator = await signIn(url, 'admin', password);
  const create = `mutation Create($input: CreateAccountInput!) {
    createAccount(input: $input) { ... on Account { account } ... on Refusal { code } }
  }`;
  const people: Record<string, Client> = { administrator };
  for (const [account, who] of Object.entries(ACCOUNTS)) {
    const { createAccount } = await administrator.ask(create, { input: { account, password: PASSWORD, ...who } });
    if (createAccount.code) throw new Error(`${account}: ${createAccount.code}`);
    people[account] = await signIn(url, account, PASSWORD);
  }
  return people as unknown as People;
};

/** A fresh office: a data folder, the built program serving it, and its people. */
export interface OpenOffice {
  readonly data: string;
  readonly server: Server;
  readonly people: People;
  close(): Promise<void>;
}

/** Time to start an office on a busy machine, in ms; nothing waits for it to pass. */
export const STARTING = 180_000;

/** Opens one; `more` are variables for its processes. */
export const openOffice = async (more: Env = {}): Promise<OpenOffice> => {
  const folder = aFolder();
  const server = await serving(['serve', '--data', folder.path], more);
  const people = await peopleOf(server.url, server.password!);
  const close = async () => {
    await server.stop();
    await folder.remove();
  };
  return { data: folder.path, server, people, close };
};
