import { inProcessRpc } from './index.js';
import { rpcContract } from '../rpc.contract.js';

rpcContract('one process', async () => {
  const rpc = inProcessRpc();
  return { rpc, register: rpc.register, close: async () => undefined };
});

describe('one process', () => {
  it('tells of an unexpected error where it happened, and the caller nothing', async () => {
    const seen: unknown[] = [];
    const rpc = inProcessRpc((error, operation) => seen.push([operation, (error as Error).message]));
    rpc.register('a', { b: async () => Promise.reject(new Error('why')) });
    await expect(rpc.call('a', 'b', {})).rejects.toThrow('internal');
    expect(seen).toEqual([['a.b', 'why']]);
  });
});
