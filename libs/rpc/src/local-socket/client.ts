import { Agent, request } from 'node:http';
import { readFileSync } from 'node:fs';
import { Unavailable, type Rpc } from '@sunlit/kernel';
import { DEFAULT_DEADLINE, lateAdvice, within } from '../deadline.js';
import { valueOf, type Answer } from '../wire.js';
import type { SocketAddress } from './address.js';

const post = (address: SocketAddress, agent: Agent, body: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const failed = (cause: unknown) =>
      reject(new Unavailable('The running server does not answer on its local socket.', { cause }));
    const outgoing = request(
      {
        socketPath: address.path,
        agent,
        method: 'POST',
        path: '/',
        headers: { 'x-sunlit-secret': address.secret, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', failed);
        response.on('end', () => {
          if (response.statusCode !== 200) return failed(new Error(`status ${response.statusCode}`));
          resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Answer);
        });
      },
    );
    outgoing.on('error', failed).end(body);
  });

/** Calls the server whose address file this is; `Unavailable` where it does not answer. */
export const localSocketRpc = (file: string): Rpc & { close(): void } => {
  const address = JSON.parse(readFileSync(file, 'utf8')) as SocketAddress;
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  return {
    call: async (service, operation, payload, options) => {
      const deadline = options?.deadline ?? DEFAULT_DEADLINE;
      const body = JSON.stringify({ service, operation, payload, deadline });
      const answered = post(address, agent, body);
      return valueOf(await within(deadline, `${service}.${operation}`, answered, lateAdvice(payload)));
    },
    close: () => agent.destroy(),
  };
};
