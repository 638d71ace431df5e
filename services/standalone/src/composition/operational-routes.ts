import type { FastifyInstance } from 'fastify';
import type { EventStore, Rpc } from '@sunlit/kernel';
import { operationsRoutes, type metrics } from '@sunlit/platform';

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

/** The routes for whoever watches over the server: it is ready while stores and worker answer and the lists are not far behind. */
export const operationalRoutes =
  (parts: Parts) =>
  (fastify: FastifyInstance): void =>
    operationsRoutes(fastify, { unreadiness: () => unreadiness(parts), metrics: parts.metrics });
