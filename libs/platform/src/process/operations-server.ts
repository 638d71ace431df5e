import fastify from 'fastify';
import type { Address } from '../addresses.js';

/** What a process says of itself to those who run it. */
export interface OperationsServerOptions extends Address {
  /** Why the process cannot do its work now; null: it can. */
  readonly unreadiness: () => Promise<string | null>;
  readonly metrics: { text(): Promise<string>; readonly contentType: string };
}

/** Serves `/health/live` (the process answers), `/health/ready` (it can do its work; 503 with the reason otherwise) and `/metrics` (Prometheus). */
export const operationsServer = async ({ host, port, unreadiness, metrics }: OperationsServerOptions) => {
  const server = fastify({ forceCloseConnections: true });
  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', async (_, reply) => {
    const reason = await unreadiness();
    if (reason === null) return { status: 'ok' };
    return reply.code(503).header('retry-after', '2').send({ status: 'unready', reason });
  });
  server.get('/metrics', async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()));
  const url = await server.listen({ host, port });
  return { url, close: () => server.close() };
};
