import fastify from 'fastify';
import type { Address } from '../addresses.js';
import { operationsRoutes, type OperationsRoutes } from '../operations-routes.js';

/** Serves `operationsRoutes` alone, apart from what the process is there for. */
export const operationsServer = async ({ host, port, ...routes }: Address & OperationsRoutes) => {
  const server = fastify({ forceCloseConnections: true });
  operationsRoutes(server, routes);
  const url = await server.listen({ host, port });
  return { url, close: () => server.close() };
};
