import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unavailable } from '@sunlit/kernel';
import { inProcessRpc } from '../in-process/index.js';
import { rpcContract } from '../rpc.contract.js';
import { localSocketRpc, serveLocalSocket } from './index.js';

const open = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit 数据 '));
  const file = join(folder, 'serve.json');
  const far = inProcessRpc();
  const server = await serveLocalSocket({ file, rpc: far });
  const rpc = localSocketRpc(file);
  const close = async () => {
    rpc.close();
    await server.close();
    rmSync(folder, { recursive: true });
  };
  return { file, rpc, register: far.register, close };
};

rpcContract('a local socket', open);

describe('a local socket', () => {
  it('keeps its secret in a file only its user can read, and removes it when it closes', async () => {
    const { file, close } = await open();
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    await close();
    expect(existsSync(file)).toBe(false);
  });

  it('answers nobody without the secret', async () => {
    const { file, register, close } = await open();
    register('echo', { same: async (payload) => payload });
    const address = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...address, secret: 'guessed' }));
    const stranger = localSocketRpc(file);
    await expect(stranger.call('echo', 'same', {})).rejects.toThrow(Unavailable);
    stranger.close();
    await close();
  });
});
