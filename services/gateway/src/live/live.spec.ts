import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { gatewayUnderTest, type GatewayUnderTest } from '../testing/gateway-under-test.js';
import { checkpointsOf } from './checkpoints.js';
import { SOCKETS } from './websocket.js';

const REGISTER =
  'mutation { registerComplaint(input: {kind: "complaint", category: "taxi", source: "12345", medium: "phone", summary: "等车太久"}) { __typename } }';
const DESK = 'subscription { deskChanged(first: 5) { cases { totalCount } counts { byQueue { name count } } } }';
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};

describe('checkpoints', () => {
  it('are asked for once for all followers, and only while there are some', async () => {
    const turns: (() => void)[] = [];
    let [reads, position] = [0, 0];
    const read = async () => ({ positions: { desk: ((reads += 1), position) } });
    const checkpoints = checkpointsOf(read, () => new Promise((resolve) => turns.push(resolve)));
    const ends = [new AbortController(), new AbortController()];
    const moves = ends.map(({ signal }) => checkpoints.moves(signal));
    await Promise.all(moves.map((one) => one.next()));
    await until(() => turns.length === 1);
    expect([reads, checkpoints.followers()]).toEqual([1, 2]);
    await Promise.all(moves.map((one) => one.next()));
    position = 7;
    const next = Promise.all(moves.map((one) => one.next()));
    turns.shift()!();
    await next;
    await until(() => turns.length === 1);
    expect(reads).toBe(2);
    ends.forEach((end) => end.abort());
    await Promise.all(moves.map((one) => one.next()));
    turns.shift()!();
    await until(() => checkpoints.followers() === 0);
    expect([reads, turns.length]).toEqual([2, 0]);
  });
});

describe('subscriptions', () => {
  let under: GatewayUnderTest;
  let clients: Client[];
  const client = (token?: string): Client => {
    const made = createClient({
      url: `${under.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
    });
    clients.push(made);
    return made;
  };
  beforeAll(async () => {
    clients = [];
    under = await gatewayUnderTest();
  }, 30_000);
  afterAll(async () => {
    for (const one of clients) await one.dispose();
    await under.gateway.close();
  });

  it('push the desk as it is and then when it changes, and stop polling when nobody follows', async () => {
    const token = await under.signIn('operator');
    const pushed = client(token).iterate<{ deskChanged: { cases: { totalCount: number } } }>({ query: DESK });
    expect((await pushed.next()).value?.data?.deskChanged.cases.totalCount).toBe(0);
    await under.query(REGISTER, token);
    expect((await pushed.next()).value?.data?.deskChanged.cases.totalCount).toBe(1);
    expect(under.state.polls).toBeGreaterThan(0);
    await pushed.return?.();
  });

  it('push a public figure to everybody, and the desk to nobody who is not signed in', async () => {
    const figure = client().iterate<{ figureChanged: { value: number } }>({
      query:
        'subscription { figureChanged(name: "hotline.accepted.v1", from: "2021-01-01", to: "2021-12-31") { value } }',
    });
    expect((await figure.next()).value?.data?.figureChanged.value).toBe(5329);
    await figure.return?.();
    const desk = client().iterate({ query: DESK });
    const answer = await desk.next().catch((errors: unknown) => errors);
    expect(JSON.stringify(answer)).toContain('NotSignedIn');
  });

  it('close on a token that does not hold', async () => {
    const refused = client('a.b.c').iterate({ query: DESK });
    await expect(refused.next()).rejects.toMatchObject({ code: 4403 });
  });

  it('are bounded a connection, and take subscriptions alone', async () => {
    const token = await under.signIn('operator');
    const one = client(token);
    const many = Array.from({ length: SOCKETS.subscriptions }, () => one.iterate({ query: DESK }));
    await Promise.all(many.map((pushed) => pushed.next()));
    const over = await one
      .iterate({ query: DESK })
      .next()
      .catch((errors: unknown) => errors);
    expect(JSON.stringify(over)).toContain('10');
    for (const pushed of many) await pushed.return?.();
    const query = await one
      .iterate({ query: '{ me { account } }' })
      .next()
      .catch((errors: unknown) => errors);
    expect(JSON.stringify(query)).toContain('Subscriptions only');
  });
});
