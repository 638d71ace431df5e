import { Unavailable, type JsonObject } from '@sunlit/kernel';
import { inProcessRpc } from '../in-process/index.js';
import { repeatable, serveTcp, tcpRpc, type TcpRpcOptions } from './index.js';
import { proxyTo } from './testing/proxy.js';

/** A service that counts what it is asked; `held` waits for `release`. */
const counting = () => {
  const counts: Record<string, number> = {};
  const releases: (() => void)[] = [];
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const rpc = inProcessRpc();
  const count = (name: string) => (counts[name] = (counts[name] ?? 0) + 1);
  rpc.register('desk', {
    same: async (payload: JsonObject) => payload,
    held: async (payload: JsonObject) => {
      count('held');
      begin();
      await new Promise<void>((resolve) => releases.push(resolve));
      return payload;
    },
  });
  const release = () => releases.splice(0).forEach((go) => go());
  return { rpc, counts, count, begun, releases, release };
};

const serve = (rpc: ReturnType<typeof inProcessRpc>, port = 0, grace = 10_000) =>
  serveTcp({ host: '127.0.0.1', port, rpc, grace });
const portOf = ({ address }: { address: string }) => Number(new URL(address).port);

describe('a caller over TCP', () => {
  it('finds the server again after it was away, and waits for it within the deadline', async () => {
    const desk = counting();
    let server = await serve(desk.rpc);
    const port = portOf(server);
    const rpc = tcpRpc({ addressOf: () => server.address });
    for (let n = 0; n < 3; n += 1) {
      expect(await rpc.call('desk', 'same', { n })).toEqual({ n });
      await server.close();
      const call = rpc.call('desk', 'same', { n });
      server = await serve(desk.rpc, port);
      expect(await call).toEqual({ n });
    }
    await server.close();
    await expect(rpc.call('desk', 'same', {}, { deadline: 60 })).rejects.toThrow(/^desk.same cannot be reached/);
    rpc.close();
  });

  it('can be told to be less patient with a service that cannot be reached', async () => {
    const server = await serve(counting().rpc);
    await server.close();
    const rpc = tcpRpc({ addressOf: () => server.address, patience: 50 });
    await expect(rpc.call('desk', 'same', {}, { deadline: 600_000 })).rejects.toThrow(Unavailable);
    rpc.close();
  });

  /** Every connection is cut when a request has arrived, the first `times` times. */
  const cutting = async (times: number, options: Partial<TcpRpcOptions> = {}) => {
    const desk = counting();
    const server = await serve(desk.rpc, 0, 20);
    const network = await proxyTo(server.address);
    const cut = async (payload: JsonObject) => {
      if (desk.count('cut') > times) return payload;
      network.cut();
      return new Promise<JsonObject>((resolve) => desk.releases.push(() => resolve(payload)));
    };
    desk.rpc.register('cut', { command: cut, case: cut });
    const rpc = tcpRpc({ addressOf: () => network.address, ...options });
    const close = async () => {
      rpc.close();
      desk.release();
      await server.close();
      await network.close();
    };
    return { rpc, counts: desk.counts, close };
  };

  it('repeats a command that carries its id when it does not know whether it was done', async () => {
    const { rpc, counts, close } = await cutting(1);
    expect(await rpc.call('cut', 'command', { commandId: 'a' })).toEqual({ commandId: 'a' });
    expect(counts.cut).toBe(2);
    await close();
  });

  it.each(['case', 'cut.case'])('repeats what only reads, when told so by the name %s', async (name) => {
    const { rpc, counts, close } = await cutting(2, { idempotent: repeatable([name]) });
    expect(await rpc.call('cut', 'case', {})).toEqual({});
    expect(counts.cut).toBe(3);
    await close();
  });

  it('repeats nothing else, and says that it may have been done', async () => {
    const { rpc, counts, close } = await cutting(1);
    const error = await rpc.call('cut', 'case', {}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unavailable);
    expect((error as Error).message).toMatch(/unknown whether it was done/);
    expect(counts.cut).toBe(1);
    await close();
  });

  it('does not bring a service down for ever', async () => {
    const { rpc, counts, close } = await cutting(100);
    await expect(rpc.call('cut', 'command', { commandId: 'a' })).rejects.toThrow(/was lost: try again/);
    expect(counts.cut).toBe(3);
    await close();
  });

  it('says of what is late whether it may be repeated', async () => {
    const desk = counting();
    const server = await serve(desk.rpc, 0, 20);
    const rpc = tcpRpc({ addressOf: () => server.address });
    await rpc.call('desk', 'same', {});
    const held = (payload: JsonObject) => rpc.call('desk', 'held', payload, { deadline: 40 });
    // The callee's own deadline may be over first: then it is the callee who says so.
    await expect(held({})).rejects.toThrow(/did not answer within \d+ ms: .*whether it was done/);
    await expect(held({ commandId: 'a' })).rejects.toThrow(/did not answer within \d+ ms: try again/);
    expect(desk.counts.held).toBe(2);
    rpc.close();
    desk.release();
    await server.close();
  });

  it('gives a connection up on which nothing is heard any more', async () => {
    const desk = counting();
    const server = await serve(desk.rpc);
    const network = await proxyTo(server.address);
    const rpc = tcpRpc({ addressOf: () => network.address, silence: 50 });
    await rpc.call('desk', 'same', {});
    network.freeze();
    const late = { deadline: 30 };
    await expect(rpc.call('desk', 'same', { n: 1 }, late)).rejects.toThrow(/unknown whether it was done/);
    // Sent on the frozen connection, and again on a new one once that was given up.
    expect(await rpc.call('desk', 'same', { commandId: 'b' })).toEqual({ commandId: 'b' });
    expect(network.made()).toBe(2);
    rpc.close();
    await server.close();
    await network.close();
  });

  it('keeps a connection whose other end only works on something long', async () => {
    const desk = counting();
    const server = await serve(desk.rpc, 0, 20);
    const network = await proxyTo(server.address);
    const rpc = tcpRpc({ addressOf: () => network.address, silence: 5000 });
    const long = rpc.call('desk', 'held', { long: true });
    await desk.begun;
    await expect(rpc.call('desk', 'held', {}, { deadline: 20 })).rejects.toThrow(Unavailable);
    expect(await rpc.reachable('desk')).toBe(true);
    expect(network.made()).toBe(1);
    long.catch(() => undefined);
    rpc.close();
    await expect(long).rejects.toThrow(Unavailable);
    desk.release();
    await server.close();
    await network.close();
  });
});

describe('a server over TCP that closes', () => {
  it('answers what is under way, and leaves later calls to the next one', async () => {
    const old = counting();
    const next = counting();
    const server = await serve(old.rpc);
    const rpc = tcpRpc({ addressOf: () => server.address });
    const held = rpc.call('desk', 'held', { n: 1 });
    await old.begun;
    const drained = server.drain();
    const closed = server.close();
    expect(await rpc.reachable('desk')).toBe(false);
    const later = rpc.call('desk', 'held', { n: 2 });
    const successor = await serve(next.rpc, portOf(server));
    await next.begun;
    next.release();
    expect(await later).toEqual({ n: 2 });
    old.release();
    expect(await held).toEqual({ n: 1 });
    await drained;
    await closed;
    expect([old.counts.held, next.counts.held]).toEqual([1, 1]);
    rpc.close();
    await successor.close();
  });

  it('does not wait beyond its grace time', async () => {
    const desk = counting();
    const server = await serve(desk.rpc, 0, 20);
    const rpc = tcpRpc({ addressOf: () => server.address });
    const held = rpc.call('desk', 'held', {});
    held.catch(() => undefined);
    await desk.begun;
    await server.close();
    await expect(held).rejects.toThrow(/unknown whether it was done/);
    desk.release();
    rpc.close();
  });
});
