import type { CommandAnswer } from '@sunlit/contracts';
import { timeOrderedId, type JsonObject } from '@sunlit/kernel';
import { client, signIn, type Client, type Data } from '../../harness/graphql.js';
import { PASSWORD } from '../../harness/office.js';
import type { Told } from '../history.js';
import type { Place } from './place.js';

/** What became of a command sent over HTTP, with the status and the time it took in ms; a status of 0: nobody answered. */
export interface Sent {
  readonly commandId: string;
  readonly told: Told;
  readonly status: number;
  readonly ms: number;
  /** To read what was written. */
  readonly token: string | null;
}

const ASKED = `__typename ... on CommandDone { case revision events token } ... on Refusal { code }`;

/** Statuses of which nobody knows whether anything was done; 0: nobody answered. */
const UNKNOWN = [0, 429, 503];

/** What an answer over HTTP tells its client. */
export const toldBy = (status: number, body: Data): Told => {
  const answer = body?.data?.answer ?? {};
  const { __typename: is, case: stream, revision, events, code } = answer;
  if (is === 'CommandDone') {
    return { is: 'acknowledged', answer: { stream, revision, events } as unknown as CommandAnswer };
  }
  if (is === 'Refusal') return { is: 'refused', code };
  if (UNKNOWN.includes(status)) return { is: 'unknown' };
  throw new Error(`answered ${status}: ${JSON.stringify(body).slice(0, 500)}`);
};

/** A registration as it is sent: what the browser would. */
export const registrationBody = (input: object): string =>
  JSON.stringify({
    query: `mutation Run($input: RegisterInput!) { answer: registerConsultation(input: $input) { ${ASKED} } }`,
    variables: { input },
  });

/** Sends a registration once, and keeps in the place's history what was told of it. */
export const registerOnce = async ({ history }: Pick<Place, 'history'>, as: Client, data: object): Promise<Sent> => {
  const commandId = timeOrderedId(Date.now());
  const began = performance.now();
  const { status, body } = await as
    .raw(registrationBody({ ...data, commandId }))
    .catch(() => ({ status: 0, body: null }));
  const told = toldBy(status, body);
  history.keep({ service: 'consultations', type: 'RegisterCase', by: {}, data: data as JsonObject, commandId, told });
  return { commandId, told, status, ms: performance.now() - began, token: body?.data?.answer?.token ?? null };
};

/** An operator of the place, signed in; made by the first administrator. */
export const operatorAt = async ({ url, password }: Pick<Place, 'url' | 'password'>): Promise<Client> => {
  const administrator = await signIn(url, 'admin', password()!);
  const create = `mutation Create($input: CreateAccountInput!) {
    createAccount(input: $input) { __typename ... on Refusal { code } }
  }`;
  const input = { account: 'operator', password: PASSWORD, role: 'OPERATOR' };
  const { createAccount } = await administrator.ask(create, { input });
  if (createAccount.code) throw new Error(`the operator's account: ${createAccount.code}`);
  return signIn(url, 'operator', PASSWORD);
};

/** What the operator shows at each request. */
export const operatorToken = async ({ url }: Pick<Place, 'url'>): Promise<string> => {
  const query = `mutation In($account: String!, $password: String!) {
    signIn(account: $account, password: $password) { ... on SignedIn { token } }
  }`;
  return (await client(url).ask(query, { account: 'operator', password: PASSWORD })).signIn.token;
};
