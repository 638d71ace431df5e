import type { FastifyInstance } from 'fastify';
import type { EventStore, Rpc } from '@sunlit/kernel';
import type { metrics } from '@sunlit/platform';

/** A projection this many log positions behind keeps the server from being ready. */
const LAG_ALLOWED = 5000;

interface Parts {
  readonly rpc: Rpc;
  readonly store: EventStore;
  readonly metrics: ReturnType<typeof metrics>;
}

/** Why the server is not ready, or null. */
const unreadiness = async ({ rpc, store }: Parts): Promise<string | null> => {
  try {
    const head = await store.head();
    const { checkpoints } = await rpc.call('worker', 'checkpoints', {}, { deadline: 2000 });
    const behind = Object.entries(checkpoints as Record<string, number>).filter(([, at]) => head - at > LAG_ALLOWED);
    return behind.length === 0 ? null : `behind: ${behind.map(([name]) => name).join(', ')}`;
  } catch (error) {
    return (error as Error).message;
  }
};

/** `/health/live`: the process answers. `/health/ready`: stores and worker do, and the lists are not far behind. `/metrics`: Prometheus. */
export const operationalRoutes =
  (parts: Parts) =>
  (fastify: FastifyInstance): void => {
    fastify.get('/health/live', async () => ({ status: 'ok' }));
    fastify.get('/health/ready', async (_, reply) => {
      const reason = await unreadiness(parts);
      if (reason === null) return { status: 'ok' };
      return reply.code(503).header('retry-after', '2').send({ status: 'unready', reason });
    });
    fastify.get('/metrics', async (_, reply) => reply.type(parts.metrics.contentType).send(await parts.metrics.text()));
  };
