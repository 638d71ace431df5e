import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { client, type Client, type Data } from '../harness/graphql.js';
import { OTHER_UNIT, PASSWORD, UNIT } from '../harness/office.js';
import { createAccount, tokenOf, type Attacked } from './attacked.js';

/** The unit that assists in the objects, and one below it. */
export const ASSISTING = 'approvals';
export const BELOW = 'civic-window';
/** The unit all others are below. */
export const ABOVE = 'bureau';

/** A column's viewer: one letter, and how it asks. */
export interface Viewer {
  readonly letter: string;
  readonly name: string;
  /** As the SDL names it. */
  readonly role: string;
  readonly client: Client;
  subscribe(query: string): Promise<{ readonly data?: Data; readonly errors?: Data }>;
}

const ACCOUNTS: readonly (readonly [letter: string, name: string, account: { role: string; unit?: string }])[] = [
  ['C', 'citizen', { role: 'CITIZEN' }],
  ['O', 'operator', { role: 'OPERATOR' }],
  ['L', 'handler of the lead unit', { role: 'UNIT_HANDLER', unit: UNIT }],
  ['T', 'handler of the assisting unit', { role: 'UNIT_HANDLER', unit: ASSISTING }],
  ['B', 'handler of a unit below the assisting one', { role: 'UNIT_HANDLER', unit: BELOW }],
  ['U', 'handler of the unit above them all', { role: 'UNIT_HANDLER', unit: ABOVE }],
  ['X', 'handler of another unit', { role: 'UNIT_HANDLER', unit: OTHER_UNIT }],
  ['R', 'reviewer', { role: 'REVIEWER' }],
  ['A', 'analyst', { role: 'ANALYST' }],
  ['D', 'administrator', { role: 'ADMINISTRATOR' }],
];

const subscriber = (url: string, token?: string) => async (query: string) => {
  const one = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
  });
  const pushed = one.iterate({ query });
  try {
    const { value } = await pushed.next();
    return value as { data?: Data; errors?: Data };
  } catch (errors) {
    if (!Array.isArray(errors)) throw errors;
    return { errors: errors.map((error: Data) => ({ ...error, path: error.path ?? ['root'] })) };
  } finally {
    await pushed.return?.();
    await one.dispose();
  }
};

/** The same client from an address of its own: what is limited by address is limited for each viewer alone. */
const from = (address: string, one: Client): Client => ({
  ...one,
  raw: (body, headers) => one.raw(body, { 'x-forwarded-for': address, ...headers }),
});

/** Nobody, and an account of each kind there is, in the order of the columns. */
export const viewersOf = async ({ url, people }: Attacked): Promise<readonly Viewer[]> => {
  const viewers: Viewer[] = [
    {
      letter: 'N',
      name: 'nobody signed in',
      role: 'PUBLIC',
      client: from('10.0.0.1', client(url)),
      subscribe: subscriber(url),
    },
  ];
  for (const [letter, name, input] of ACCOUNTS) {
    const account = `v-${letter.toLowerCase()}`;
    const refused = await createAccount(people.administrator, { account, password: PASSWORD, ...input });
    if (refused) throw new Error(`${name}: ${refused}`);
    const token = await tokenOf(url, account, PASSWORD);
    const own = from(`10.0.0.${viewers.length + 1}`, client(url, token));
    viewers.push({ letter, name, role: input.role, client: own, subscribe: subscriber(url, token) });
  }
  return viewers;
};
