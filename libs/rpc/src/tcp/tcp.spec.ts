import { connect } from 'node:net';
import { once } from 'node:events';
import { Refused, Unavailable, type JsonObject, type Rpc } from '@sunlit/kernel';
import { Logger } from '@nestjs/common';
import { inProcessRpc } from '../in-process/index.js';
import { rpcContract } from '../rpc.contract.js';
import { MAX_MESSAGE, serveTcp, tcpRpc, type IncomingCall, type ServeTcpOptions, type TcpRpcOptions } from './index.js';
import { proxyTo } from './testing/proxy.js';

const open = async (serving: Partial<ServeTcpOptions> = {}, calling: Partial<TcpRpcOptions> = {}, piece?: number) => {
  const far = inProcessRpc();
  far.register('echo', { same: async (payload: JsonObject) => payload });
  const server = await serveTcp({ host: '127.0.0.1', port: 0, rpc: far, ...serving });
  const network = await proxyTo(server.address, piece);
  const rpc = tcpRpc({ addressOf: () => network.address, ...calling });
  const close = async () => {
    rpc.close();
    await server.close();
    await network.close();
  };
  return { far, server, network, rpc, register: far.register, close };
};

const recorder = () => {
  const said: string[] = [];
  const say = (details: object, message: string) => void said.push(`${message} ${JSON.stringify(details)}`);
  return { said, warn: say, error: say };
};

/** Nest's own log must stay empty: it would quote what was received. */
const nestSaid: unknown[] = [];
beforeAll(() => {
  const say = (message: unknown) => void nestSaid.push(message);
  Logger.overrideLogger({ log: say, error: say, warn: say });
});
afterEach(() => expect(nestSaid).toEqual([]));

rpcContract('TCP', () => open());

describe('TCP', () => {
  it('carries characters unharmed that are torn apart on the way', async () => {
    const { rpc, close } = await open({}, {}, 1);
    const payload = { text: '市民来电 🚌🚇 反映'.repeat(20), '#键': '#7#' };
    expect(await rpc.call('echo', 'same', payload)).toEqual(payload);
    await close();
  });

  it('needs one connection for 200 calls at once, and leaves no listener or warning behind after 10,000', async () => {
    const warnings: string[] = [];
    const warned = ({ message }: Error) => warnings.push(message);
    process.on('warning', warned);
    const { rpc, network, close } = await open();
    for (let round = 0; round < 50; round += 1) {
      const calls = Array.from({ length: 200 }, (_, n) => rpc.call('echo', 'same', { n }));
      expect((await Promise.all(calls)).every(({ n }, index) => n === index)).toBe(true);
    }
    expect(network.made()).toBe(1);
    await close();
    process.off('warning', warned);
    expect(warnings).toEqual([]);
  });

  it('carries many megabytes both ways at once', async () => {
    const { rpc, close } = await open();
    const text = '路'.repeat(2 ** 19);
    const calls = Array.from({ length: 40 }, (_, n) => rpc.call('echo', 'same', { n, text }, { deadline: 60_000 }));
    for (const [n, answer] of (await Promise.all(calls)).entries()) {
      expect(answer.n === n && answer.text === text).toBe(true);
    }
    await close();
  });

  it('says of a request or an answer that is too large that it is', async () => {
    const logger = recorder();
    const { rpc, register, network, close } = await open({ logger });
    register('list', { all: async () => ({ text: '长'.repeat(MAX_MESSAGE) }) });
    await expect(rpc.call('echo', 'same', { text: 'a'.repeat(MAX_MESSAGE) })).rejects.toThrow(/ask for less at once/);
    await expect(rpc.call('list', 'all', {})).rejects.toThrow(/answer of list.all is too large/);
    expect(await rpc.call('echo', 'same', {})).toEqual({});
    expect(network.made()).toBe(1);
    expect(logger.said).toEqual([expect.stringContaining('rpc answer not sendable')]);
    await close();
  });

  it.each([
    ['too large', `${MAX_MESSAGE * 2}#"${'机密'.repeat(MAX_MESSAGE)}`],
    ['no message', '机密'.repeat(3) + '#'],
    ['no JSON', '4#机密机密'],
  ])('drops a connection on which something comes that is %s, and repeats nothing of it', async (_, sent) => {
    const logger = recorder();
    const { server, rpc, close } = await open({ logger });
    const { hostname, port } = new URL(server.address);
    const stranger = connect(Number(port), hostname).on('error', () => undefined);
    const closed = once(stranger, 'close').catch(() => undefined);
    stranger.write(sent);
    stranger.resume();
    await closed;
    expect(logger.said).toEqual([expect.stringContaining('rpc connection dropped')]);
    expect(logger.said.join()).not.toContain('机密');
    expect(await rpc.call('echo', 'same', {})).toEqual({});
    await close();
  });

  it('answers nobody who asks otherwise', async () => {
    const logger = recorder();
    const { server, close } = await open({ logger });
    const { hostname, port } = new URL(server.address);
    const stranger = connect(Number(port), hostname);
    const said: string[] = [];
    stranger.setEncoding('utf8').on('data', (text: string) => said.push(text));
    for (const message of [
      { pattern: 'sunlit.rpc.v1', data: { service: 'echo' } },
      { pattern: 'sunlit.rpc.v1', id: '1', data: { service: 'echo', operation: 'same', payload: [], deadline: 10 } },
      { pattern: '__proto__', id: '2', data: {} },
    ]) {
      const text = JSON.stringify(message);
      stranger.write(`${text.length}#${text}`);
    }
    while (!said.join('').includes('"2"')) await once(stranger, 'data');
    expect(said.join('')).toContain('"kind":"internal"');
    expect(said.join('')).toContain('There is no matching message handler');
    expect(logger.said).toHaveLength(2);
    stranger.destroy();
    await close();
  });

  it('tells the logger of an unexpected error, and the caller nothing', async () => {
    const logger = recorder();
    const { rpc, register, close } = await open({ logger });
    register('a', { b: async () => Promise.reject(new Error('why')), odd: async () => ({ n: 1n }) as never });
    await expect(rpc.call('a', 'b', {})).rejects.toThrow(/^internal$/);
    await expect(rpc.call('a', 'odd', {})).rejects.toThrow(/^internal$/);
    expect(logger.said[0]).toBe('unexpected error {"operation":"a.b","error":"Error: why"}');
    expect(logger.said[1]).toMatch(/^rpc answer not sendable/);
    await close();
  });

  it('takes the trace along and runs the work inside what is put around it', async () => {
    const seen: unknown[] = [];
    const around = async (call: IncomingCall, work: () => Promise<JsonObject>) => {
      seen.push(call);
      return work().catch((error: unknown) => {
        seen.push((error as Refused).code);
        throw error;
      });
    };
    const traces = ['00-aa-bb-01', undefined];
    const { rpc, register, close } = await open({ around }, { trace: () => traces.shift() });
    register('desk', { no: async () => Promise.reject(new Refused('NotYours')) });
    await rpc.call('echo', 'same', {});
    await expect(rpc.call('desk', 'no', {})).rejects.toThrow(Refused);
    expect(seen).toEqual([
      { service: 'echo', operation: 'same', trace: '00-aa-bb-01' },
      { service: 'desk', operation: 'no' },
      'NotYours',
    ]);
    await close();
  });

  it('tells the callee how long the caller still waits', async () => {
    const deadlines: (number | undefined)[] = [];
    const far: Rpc = {
      call: async (_service, _operation, payload, options) => {
        deadlines.push(options?.deadline);
        return payload;
      },
    };
    const { rpc, close } = await open({ rpc: far }, { deadline: 5000 });
    await rpc.call('a', 'b', {});
    await rpc.call('a', 'b', {}, { deadline: 2000 });
    expect(deadlines[0]).toBeGreaterThan(2000);
    expect(deadlines[0]).toBeLessThanOrEqual(5000);
    expect(deadlines[1]).toBeLessThanOrEqual(2000);
    await close();
  });

  it('knows whether a service is reachable', async () => {
    const { rpc, server, close } = await open();
    expect(await rpc.reachable('echo')).toBe(true);
    await server.close();
    expect(await rpc.reachable('echo')).toBe(false);
    await close();
  });

  it('says what to do about an address it cannot use', async () => {
    const { server, close } = await open();
    const port = Number(new URL(server.address).port);
    await expect(serveTcp({ host: '127.0.0.1', port, rpc: inProcessRpc() })).rejects.toThrow(/EADDRINUSE.*free it/);
    await expect(serveTcp({ host: '192.0.2.1', port: 0, rpc: inProcessRpc() })).rejects.toThrow(/choose another/);
    const rpc = tcpRpc({ addressOf: () => 'http://user:secret@somewhere' });
    await expect(rpc.call('echo', 'same', {})).rejects.toThrow(/^An rpc address is tcp:\/\/host:port/);
    await close();
  });

  it('leaves nobody waiting when it closes', async () => {
    const { rpc, register, close } = await open();
    let release: () => void = () => undefined;
    const begun = new Promise<void>((begin) => {
      register('slow', {
        never: () => {
          begin();
          return new Promise((resolve) => (release = () => resolve({})));
        },
      });
    });
    const call = rpc.call('slow', 'never', {});
    call.catch(() => undefined);
    await begun;
    rpc.close();
    await expect(call).rejects.toThrow(Unavailable);
    await expect(rpc.call('echo', 'same', {})).rejects.toThrow(Unavailable);
    expect(await rpc.reachable('echo')).toBe(false);
    release();
    await close();
  });
});
