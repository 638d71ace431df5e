import type { FastifyInstance } from 'fastify';

/** What a process says of itself to those who run it. */
export interface OperationsRoutes {
  /** Why the process cannot do its work now; null: it can. */
  readonly unreadiness: () => Promise<string | null>;
  readonly metrics: { text(): Promise<string>; readonly contentType: string };
}

/** Adds `/health/live` (the process answers), `/health/ready` (it can do its work; 503 with the reason otherwise) and `/metrics` (Prometheus). */
export const operationsRoutes = (fastify: FastifyInstance, { unreadiness, metrics }: OperationsRoutes): void => {
  fastify.get('/health/live', async () => ({ status: 'ok' }));
  fastify.get('/health/ready', async (_, reply) => {
    const reason = await unreadiness();
    if (reason === null) return { status: 'ok' };
    return reply.code(503).header('retry-after', '2').send({ status: 'unready', reason });
  });
  fastify.get('/metrics', async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()));
};
