import { SERVICE_NAMES } from '@sunlit/contracts';
import { nestLogger, traceRequests } from '@sunlit/platform';
import { workersOf, type Running } from '@sunlit/platform/process';
import { ensureAdministrator } from './gateway.js';
import { errorLog } from './graphql/errors.js';
import { startGateway, type RunningGateway } from './start.js';

/** Serves the GraphQL API and the pages in front of all services; says where, and the first administrator's password the one time it is made. */
export const servePublic = async ({
  configuration,
  context,
  rpc,
  logger,
  origin,
  tracing,
}: Running): Promise<RunningGateway> => {
  rpc.register('worker', workersOf(rpc, SERVICE_NAMES));
  const first = await ensureAdministrator(context);
  // Told before anything else can go wrong: nobody can be told again.
  const shown = '(只显示一次 shown this once)';
  if (first)
    process.stdout.write(`首个管理员 the first administrator: ${first.account} / ${first.password}  ${shown}\n`);
  const gateway = await startGateway({
    context,
    demo: origin.kind === 'demo',
    ...(origin.kind === 'demo' && { year: origin.year }),
    host: configuration.host,
    port: configuration.port,
    trustProxy: configuration.trustProxy,
    logger: nestLogger(logger),
    routes: (fastify) => traceRequests(fastify, tracing),
    logError: errorLog(logger),
  });
  process.stdout.write(`阳光已启动 Sunlit serves on ${gateway.url}/ (GraphiQL: ${gateway.url}/graphiql)\n`);
  return gateway;
};
