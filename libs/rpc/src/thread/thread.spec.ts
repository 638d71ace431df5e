import { MessageChannel } from 'node:worker_threads';
import { Unavailable } from '@sunlit/kernel';
import { inProcessRpc } from '../in-process/index.js';
import { rpcContract } from '../rpc.contract.js';
import { threadRpc } from './index.js';

const join = () => {
  const { port1, port2 } = new MessageChannel();
  const far = inProcessRpc();
  const near = inProcessRpc();
  threadRpc(port2, far);
  return { far, near, rpc: threadRpc(port1, near), port1 };
};

rpcContract('two threads', async () => {
  const { far, rpc, port1 } = join();
  return { rpc, register: far.register, close: async () => port1.close() };
});

describe('two threads', () => {
  it('leave nobody waiting when one ends', async () => {
    const { far, rpc, port1 } = join();
    let release: () => void = () => undefined;
    const started = new Promise<void>((begun) => {
      far.register('slow', {
        wait: () => {
          begun();
          return new Promise((resolve) => (release = () => resolve({})));
        },
      });
    });
    const call = rpc.call('slow', 'wait', {});
    call.catch(() => undefined);
    await started;
    port1.close();
    await expect(call).rejects.toThrow(Unavailable);
    await expect(rpc.call('slow', 'wait', {})).rejects.toThrow(Unavailable);
    release();
  });
});
