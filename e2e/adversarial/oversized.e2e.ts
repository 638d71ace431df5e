import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { client, type Data } from '../harness/graphql.js';
import { PASSWORD, STARTING } from '../harness/office.js';
import { attacked, tokenOf, type Attacked } from './attacked.js';

/** A question whose every answer is a call of a service: what shows whether anything was run. */
const ASKED = 'figureDefinitions { name }';
const FIGURE = 'name: "hotline.accepted.v1", from: "2021-01-01", to: "2021-12-31"';

const times = (count: number, one: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join(' ');
const nested = (depth: number, open: string, close: string, inner: string): string =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`;
const chain = (count: number, on: string, inner: string): string =>
  `${times(count, (at) => `fragment F${at} on ${on} { ...F${at + 1} ...F${at + 1} }`)} fragment F${count} on ${on} { ${inner} }`;

/** Operations too large or malformed; each beside a part that alone would be answered. */
const BOMBS: Readonly<Record<string, string>> = {
  'fields 60 deep': `{ ${ASKED} me { ${nested(60, 'account { ', '}', 'account')} } }`,
  'the schema nested deeper than tools ask for it': `{ ${ASKED} __schema { types { ${nested(20, 'fields { type { ', '} }', 'name')} } } }`,
  'a value 900 lists deep': `{ ${ASKED} figure(where: ${nested(900, '[', ']', '1')}, ${FIGURE}) { value } }`,
  'a value 600 objects deep': `{ ${ASKED} figure(where: ${nested(600, '{a: ', '}', '1')}, ${FIGURE}) { value } }`,
  'a type 900 lists deep': `query ($v: ${nested(900, '[', ']', 'Int')}) { ${ASKED} }`,
  '1,000 aliases': `{ ${times(1000, (at) => `a${at}: ${ASKED}`)} }`,
  '41 aliases': `{ ${times(41, (at) => `a${at}: me { account }`)} ${ASKED} }`,
  '41 aliases, all skipped': `{ ${times(41, (at) => `a${at}: me @skip(if: true) { account }`).replaceAll('@skip(if: true)', '@include(if: false)')} ${ASKED} }`,
  '41 aliases behind a variable': `query ($no: Boolean = false) { ... @include(if: $no) { ${times(41, (at) => `a${at}: me { account }`)} } ${ASKED} }`,
  '41 aliases over fragments': `{ ${times(41, (at) => `...A${at}`)} ${ASKED} } ${times(41, (at) => `fragment A${at} on Query { a${at}: me { account } }`)}`,
  '1,000 directives': `{ ${ASKED} me { account ${'@include(if: true) '.repeat(1000)} } }`,
  '21 directives that must not repeat': `{ ${ASKED} ${'@include(if: true) '.repeat(21)} }`,
  '300 directives nobody knows': `{ ${ASKED} ${times(300, (at) => `@no${at}`)} }`,
  '21 directives of the operation': `query ${'@skip(if: false) '.repeat(21)} { ${ASKED} }`,
  '1,000 operations in one document': times(1000, (at) => `query Q${at} { ${ASKED} }`),
  'an operation without a name beside another': `{ ${ASKED} } query B { ${ASKED} }`,
  'nearly 1 MB of query': `{ ${ASKED} ${'me { account } '.repeat(65_000)} }`,
  'nearly 1 MB in one name': `{ ${ASKED} ${'a'.repeat(1_000_000)} }`,
  'a long name that 100 errors would repeat': `query ${'a'.repeat(900_000)} { ${ASKED} ${times(150, (at) => `knowledge(id: $v${at}) { id }`)} }`,
  'nearly 1 MB in one text': `{ ${ASKED} figure(name: "${'x'.repeat(1_000_000)}", oops) { value } }`,
  'nearly 1 MB of comments': `${`#${'x'.repeat(100)}\n`.repeat(9900)} { ${ASKED}`,
  'a fragment that spreads itself': `{ ${ASKED} ...A } fragment A on Query { me { account } ...A }`,
  'a fragment cycle of three': `{ ${ASKED} ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }`,
  'a cycle nobody spreads': `{ ${ASKED} } fragment A on Query { ...B } fragment B on Query { ...A }`,
  'a cycle behind a skip': `{ ${ASKED} ...A @skip(if: true) } fragment A on Query { ...A }`,
  'a bomb of fragments': `{ ${ASKED} ...F0 } ${chain(30, 'Query', 'me { account } x: me { account }')}`,
  'pages of pages': `{ ${ASKED} ${times(20, (at) => `c${at}: cases(first: 200) { edges { node { timeline { id title { zh en } data } contacts { note } } } }`)} ${times(19, (at) => `f${at}: figure(${FIGURE}) { events(first: 200) { edges { node { event case number day counted dimensions recordedAt } } } }`)} }`,
  'an integer past 32 bits': `{ ${ASKED} clusters(days: 99999999999999999999, atLeast: 2) { count } }`,
  'an integer of 100,000 digits': `{ ${ASKED} clusters(days: ${'9'.repeat(100_000)}, atLeast: 2) { count } }`,
  'a number like a fraction': `{ ${ASKED} clusters(days: 1e2, atLeast: 2) { count } }`,
  'a field of the prototype': `{ ${ASKED} __proto__ { account } }`,
  'an alias like one of the program': `{ __typename: ${ASKED} __proto__: figure(${FIGURE}) { constructor } }`,
  'an argument of the prototype': `{ ${ASKED} figure(${FIGURE}, __proto__: 1) { value } }`,
  'names in letters of another alphabet': `{ ${ASKED} mе { account } }`,
  'names with marks nobody sees': `{ ${ASKED} me\u200b { account } }`,
  'an unpaired surrogate in a name': `{ ${ASKED} me\ud800 { account } }`,
  'an escape past the last letter': `{ ${ASKED} figure(name: "\\u{110000}", from: "2021-01-01", to: "2021-12-31") { value } }`,
  'half an escaped pair': `{ ${ASKED} figure(name: "\\uD83D", from: "2021-01-01", to: "2021-12-31") { value } }`,
  'a character that may not stand in a document': `{ ${ASKED} \u0000 }`,
};

/** The same in variables. */
const VARIABLES: Readonly<Record<string, { readonly variables: string; readonly status?: number }>> = {
  'a list 200,000 deep': { variables: `{"where": ${nested(200_000, '[', ']', '')}}` },
  'an object 100,000 deep': { variables: `{"where": ${nested(100_000, '{"a":', '}', '1')}}` },
  'a number past any': { variables: '{"where": 1e999}' },
  'an object where a list of them belongs, with a field nobody knows': {
    variables: '{"where": {"dimension": "unit", "values": ["x"], "constructor": 1}}',
  },
  'a key of the prototype': { variables: '{"where": [{"dimension": "unit", "values": ["x"], "__proto__": {"a": 1}}]}' },
  'a key of the prototype beside': { variables: '{"__proto__": {"where": []}}' },
  'a constructor with a prototype': { variables: '{"constructor": {"prototype": {"a": 1}}}' },
  'a text instead of an object': { variables: '"where"' },
  'a list instead of an object': { variables: '[1]' },
};

const OVER_HTTP: Readonly<
  Record<string, { readonly send: RequestInit; readonly path?: string; readonly status: number }>
> = {
  'an array of operations': {
    send: { method: 'POST', body: JSON.stringify([{ query: `{ ${ASKED} }` }, { query: `{ ${ASKED} }` }]) },
    status: 400,
  },
  'an empty array': { send: { method: 'POST', body: '[]' }, status: 400 },
  'a body over 1 MB': { send: { method: 'POST', body: JSON.stringify({ query: 'x'.repeat(1_100_000) }) }, status: 413 },
  'no query': { send: { method: 'POST', body: '{}' }, status: 400 },
  'a query that is no text': { send: { method: 'POST', body: '{"query": {"a": 1}}' }, status: 400 },
  'half a body': { send: { method: 'POST', body: '{"query": "{ me' }, status: 400 },
  null: { send: { method: 'POST', body: 'null' }, status: 400 },
  'an operation nobody wrote': {
    send: { method: 'POST', body: JSON.stringify({ query: `{ ${ASKED} }`, operationName: '__proto__' }) },
    status: 400,
  },
  'a persisted operation': {
    send: {
      method: 'POST',
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
    },
    // As clients that try it expect: they then send the whole query.
    status: 200,
  },
  'a query in the address that another site could open': {
    send: { headers: {} },
    path: `?query=${encodeURIComponent(`{ ${ASKED} }`)}`,
    status: 400,
  },
  'a mutation in the address': {
    send: { headers: { 'apollo-require-preflight': '1' } },
    path: `?query=${encodeURIComponent('mutation { signIn(account: "admin", password: "x") { __typename } }')}`,
    status: 405,
  },
  'a bomb in the address': {
    send: { headers: { 'apollo-require-preflight': '1' } },
    path: `?query=${encodeURIComponent(`{ ${times(41, (at) => `a${at}: me { account }`)} ${ASKED} }`)}`,
    status: 400,
  },
  'an address longer than any': {
    send: { headers: { 'apollo-require-preflight': '1' } },
    path: `?query=${'a'.repeat(40_000)}`,
    status: 431,
  },
  'variables in the address that are none': {
    send: { headers: { 'apollo-require-preflight': '1' } },
    path: `?query=${encodeURIComponent(`{ ${ASKED} }`)}&variables=%5B`,
    status: 400,
  },
  'a body of plain text, as a form of another site sends it': {
    send: {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: `{ ${ASKED} }` }),
    },
    status: 400,
  },
  'a form': {
    send: {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `query=${encodeURIComponent(`{ ${ASKED} }`)}`,
    },
    status: 400,
  },
  'a form with files': {
    send: {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{"query":"{ ${ASKED} }"}\r\n--x--`,
    },
    status: 415,
  },
};

describe('an operation that is too large, malformed or from another site', () => {
  let office: Attacked;
  let token: string;
  beforeAll(async () => {
    office = await attacked();
    token = await tokenOf(office.url, 'operator', PASSWORD);
  }, STARTING);
  afterAll(() => office.close());

  /** What the answer was, with how many calls of services it led to. */
  const ran = async <T>(ask: () => Promise<T>): Promise<readonly [T, number]> => {
    const before = await office.calls();
    const answer = await ask();
    return [answer, (await office.calls()) - before];
  };
  const clear = (body: Data): void => {
    expect(body.data ?? null).toBeNull();
    expect(body.errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(body).length).toBeLessThan(100_000);
    for (const { extensions } of body.errors) {
      expect(extensions.code).not.toMatch(/^INTERNAL/);
      expect(JSON.stringify(extensions)).not.toMatch(/\.[mc]?[jt]s:\d+:\d+/);
    }
  };

  it('would otherwise be seen to run: a question is a call', async () => {
    const [answer, calls] = await ran(() => client(office.url, token).raw({ query: `{ ${ASKED} }` }));
    expect([answer.status, calls]).toEqual([200, 1]);
  });

  it.each(Object.entries(BOMBS))('runs nothing: %s', async (_, query) => {
    for (const asked of [client(office.url), client(office.url, token)]) {
      const [{ status, body }, calls] = await ran(() => asked.raw({ query }));
      expect([status, calls]).toEqual([400, 0]);
      clear(body);
    }
  });

  it.each(Object.entries(VARIABLES))('runs nothing with variables: %s', async (_, { variables, status = 400 }) => {
    const query = `query ($where: [DimensionInput!]) { ${ASKED} figure(${FIGURE}, where: $where) { value } }`;
    const [answer, calls] = await ran(() =>
      client(office.url, token).raw(`{"query": ${JSON.stringify(query)}, "variables": ${variables}}`),
    );
    expect([answer.status, calls]).toEqual([status, 0]);
    clear(answer.body);
  });

  it.each(Object.entries(OVER_HTTP))('runs nothing over HTTP: %s', async (_, { send, path = '', status }) => {
    const headers = { authorization: `Bearer ${token}`, ...(send.headers ?? { 'content-type': 'application/json' }) };
    const [response, calls] = await ran(() => fetch(`${office.url}/graphql${path}`, { ...send, headers }));
    const text = await response.text();
    expect([response.status, calls]).toEqual([status, 0]);
    expect(text).not.toMatch(/\.[mc]?[jt]s:\d+:\d+/);
  });

  describe('over a socket', () => {
    const refusedBy = async (query: string): Promise<unknown> => {
      const one = createClient({
        url: `${office.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: { authorization: `Bearer ${token}` },
      });
      try {
        const { value, done } = await one.iterate({ query }).next();
        return done ? 'ended' : value;
      } catch (error) {
        return error;
      } finally {
        await one.dispose();
      }
    };
    const desk = 'deskChanged(first: 1) { cases { totalCount } }';

    it('would otherwise be seen to run', async () => {
      const [answer, calls] = await ran(() => refusedBy(`subscription { ${desk} }`));
      expect(answer).toMatchObject({ data: { deskChanged: {} } });
      expect(calls).toBeGreaterThan(0);
    });

    it.each(
      Object.entries({
        ...Object.fromEntries(Object.entries(BOMBS).filter(([, query]) => query.length < 90_000)),
        'two subscriptions at once': `subscription { ${desk} other: ${desk} }`,
        'a subscription with 41 aliases': `subscription { deskChanged(first: 1) { ${times(41, (at) => `a${at}: cases { totalCount }`)} } }`,
        'a page of 100,000': `subscription { deskChanged(first: 100000) { cases { totalCount } } }`,
        'the schema': `subscription { __schema { types { name } } }`,
        'a query': `{ ${ASKED} }`,
        'a mutation': 'mutation { signIn(account: "admin", password: "x") { __typename } }',
      }),
    )('runs nothing: %s', async (_, query) => {
      const [answer, calls] = await ran(() => refusedBy(query));
      expect(calls).toBe(0);
      expect(JSON.stringify(answer)).toMatch(/message/);
      expect(JSON.stringify(answer)).not.toMatch(/"data":\{|INTERNAL|\.[mc]?[jt]s:\d+:\d+/);
    });

    it.each(['{"id": "1", "type": "subscribe"', `"${'x'.repeat(200_000)}"`, '[]', 'null'])(
      'closes on a message that is none: %#',
      async (message) => {
        const socket = new WebSocket(`${office.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
        const closed = new Promise<number>((resolve) => socket.once('close', resolve));
        socket.once('open', () => socket.send(message));
        expect([4400, 1009]).toContain(await closed);
      },
    );
  });

  it('leaves nothing of what was sent in the log, and the office at work', async () => {
    expect(office.written()).not.toMatch(/unexpected error|"level":50|\.[mc]?[jt]s:\d+:\d+/);
    expect((await client(office.url, token).raw({ query: `{ ${ASKED} }` })).status).toBe(200);
  });
});
