import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject, Rpc } from '@sunlit/kernel';
import { answerOf, type Answer } from '../wire.js';
import type { SocketAddress } from './address.js';

/** The largest request, in bytes. */
const MAX_BODY = 4 * 1024 * 1024;

interface Call {
  readonly service: string;
  readonly operation: string;
  readonly payload: JsonObject;
  readonly deadline: number;
}

/** A place for the socket that no long path of the data folder can make too long, and that only this user may enter. */
const newPath = (): { path: string; remove: () => void } => {
  if (process.platform === 'win32') {
    return { path: `\\\\.\\pipe\\sunlit-${randomBytes(16).toString('hex')}`, remove: () => undefined };
  }
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-'));
  return { path: join(folder, 'rpc.sock'), remove: () => rmSync(folder, { recursive: true, force: true }) };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY) throw new Error('too large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Answers calls of this machine's user on a local socket; its address and secret are written to `file` (mode 0600) until it closes. */
export const serveLocalSocket = async (options: {
  readonly file: string;
  readonly rpc: Rpc;
}): Promise<{ close(): Promise<void> }> => {
  const { path, remove } = newPath();
  const secret = randomBytes(32).toString('hex');

  const permitted = (request: IncomingMessage): boolean => {
    const given = Buffer.from(String(request.headers['x-sunlit-secret'] ?? ''));
    return given.length === secret.length && timingSafeEqual(given, Buffer.from(secret));
  };
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    try {
      const { service, operation, payload, deadline } = JSON.parse(await bodyOf(request)) as Call;
      return { ok: true, value: await options.rpc.call(service, operation, payload, { deadline }) };
    } catch (error) {
      return answerOf(error);
    }
  };
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const allowed = permitted(request);
    response.writeHead(allowed ? 200 : 403, { 'content-type': 'application/json' });
    response.end(allowed ? JSON.stringify(await answer(request)) : '{}');
  };

  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  writeFileSync(options.file, JSON.stringify({ path, secret } satisfies SocketAddress), { mode: 0o600 });
  chmodSync(options.file, 0o600);
  return {
    close: async () => {
      rmSync(options.file, { force: true });
      server.closeIdleConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      remove();
    },
  };
};
