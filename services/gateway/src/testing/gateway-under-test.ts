import { timeOrderedId, type JsonObject } from '@sunlit/kernel';
import { ROLES } from '@sunlit/platform';
import { accountsOf } from '../accounts/accounts.js';
import { startGateway, type GatewayOptions } from '../start.js';
import { fakeContext } from './fake-context.js';
import { fakeRpc } from './fake-rpc.js';

const SYSTEM = { account: 'system', role: 'system' };
export const PASSWORD = 'password-123';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    // Whatever was asked for: a test says what it expects.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    readonly data?: any;
    readonly errors?: readonly { readonly message: string; readonly extensions: JsonObject }[];
  };
}

/** A gateway on a free port before fake services, with an account of each role named in `roles`. */
export const gatewayUnderTest = async (
  options: Partial<GatewayOptions> & { readonly roles?: readonly string[] } = {},
) => {
  const { roles = ['operator'], ...given } = options;
  const fakes = fakeRpc();
  const clock = { now: Date.parse('2026-11-24T02:00:00.000Z') };
  const context = fakeContext(fakes.rpc, () => clock.now);
  // Cheap secrets: what a try costs is kept with each, and tests sign in often.
  const accounts = accountsOf(context, { N: 1024, r: 8, p: 1 });
  for (const role of ROLES.filter((one) => roles.includes(one))) {
    const unit = role === 'unit-handler' ? { unit: 'taxi' } : {};
    await accounts.change(
      'CreateAccount',
      { account: role, role, password: PASSWORD, commandId: timeOrderedId(clock.now), ...unit },
      SYSTEM,
    );
  }
  const logged: unknown[] = [];
  const logError = (id: string | null, error: unknown) => void logged.push({ id, error });
  const gateway = await startGateway({
    context,
    demo: false,
    host: '127.0.0.1',
    port: 0,
    year: 2021,
    logError,
    ...given,
  });

  const send = async (body: unknown, token?: string): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
  };
  const query = (text: string, token?: string, variables: JsonObject = {}) => send({ query: text, variables }, token);
  const signIn = async (account: string, password = PASSWORD): Promise<string> => {
    const mutation =
      'mutation ($account: String!, $password: String!) { signIn(account: $account, password: $password) { ... on SignedIn { token } ... on Refusal { code } } }';
    const { body } = await query(mutation, undefined, { account, password });
    return body.data.signIn.token ?? body.data.signIn.code;
  };
  return { ...fakes, context, accounts, clock, gateway, logged, send, query, signIn, url: gateway.url };
};
export type GatewayUnderTest = Awaited<ReturnType<typeof gatewayUnderTest>>;
