import 'reflect-metadata';
import { type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceContext } from '@sunlit/platform';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { assemble, resolversOf, type Rates } from './assemble.js';
import { GatewayModule } from './gateway.module.js';
import { graphiqlRoutes } from './graphiql/graphiql.routes.js';
import { errorFormat, type LogError } from './graphql/errors.js';
import { serveSubscriptions } from './live/websocket.js';
import { pageRoutes } from './pages/pages.routes.js';
import { ErrorPages } from './pages/error-pages.js';
import { boundInFlight } from './in-flight.js';
import { securityHeaders } from './security-headers.js';
import { contextsOf, graphqlContext } from './sign-in/requests.js';

/** What a gateway needs to serve. */
export interface GatewayOptions {
  readonly context: ServiceContext;
  /** The store holds made-up data. */
  readonly demo: boolean;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Further routes (health, metrics), added before it listens. */
  readonly routes?: (fastify: FastifyInstance) => void | Promise<void>;
  readonly logger?: LoggerService | false;
  /** Called with the id given to the caller and the unforeseen error. */
  readonly logError?: LogError;
  /** Whose `X-Forwarded-For` to believe: addresses or networks of proxies; none by default. */
  readonly trustProxy?: readonly string[];
  readonly rates?: Rates;
  /** The year `/` opens with; the present one by default. */
  readonly year?: number;
}

/** A gateway that serves. */
export interface RunningGateway {
  /** `http://host:port`. */
  readonly url: string;
  /** Takes no new requests, answers the running ones, closes sockets. */
  close(): Promise<void>;
}

/** The largest body of a request. */
export const BODY_BYTES = 1024 * 1024;

/** A port that is taken, or may not be opened: says which and what to do. */
export class CannotListen extends Error {
  constructor(host: string, port: number, { code }: NodeJS.ErrnoException, options: ErrorOptions) {
    const why = code === 'EADDRINUSE' ? '端口已被占用 is in use' : `无法打开 cannot be opened (${code})`;
    super(
      `${host}:${port} ${why}。请停止占用它的程序,或另选端口。 Stop what uses it, or choose another port.`,
      options,
    );
    this.name = 'CannotListen';
  }
}

const adapterFor = ({ trustProxy }: GatewayOptions): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    trustProxy: trustProxy?.length ? [...trustProxy] : false,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });

const listen = async (app: NestFastifyApplication, { host, port }: GatewayOptions): Promise<string> => {
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw new CannotListen(host, port, error as NodeJS.ErrnoException, { cause: error });
  }
  const address = app.getHttpServer().address() as { readonly port: number };
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
};

/** Serves GraphQL on `/graphql` (queries, mutations, subscriptions), GraphiQL on `/graphiql` and the pages on `/`. */
export const startGateway = async (options: GatewayOptions): Promise<RunningGateway> => {
  const { context, demo, logger = false, logError = () => undefined } = options;
  const gateway = assemble(context, demo, options.rates);
  const contextOf = contextsOf(gateway);
  const formatError = errorFormat(context.clock, logError);
  let schema: GraphQLSchema | undefined;
  const module = GatewayModule.register({
    resolvers: resolversOf(gateway),
    contextOf: graphqlContext(contextOf),
    formatError,
    demo,
    built: (made) => (schema = made),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapterFor(options), {
    logger,
    abortOnError: false,
  });
  app.useGlobalFilters(new ErrorPages(gateway, logError));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await securityHeaders(fastify);
  boundInFlight(fastify);
  graphiqlRoutes(fastify, demo);
  pageRoutes(fastify, { gateway, contextOf, schema: () => schema!, ...(options.year && { year: options.year }) });
  await options.routes?.(fastify);
  await app.init();
  const stopSubscriptions = serveSubscriptions({
    server: app.getHttpServer(),
    path: '/graphql',
    schema: schema!,
    contextOf,
    formatError,
  });
  const url = await listen(app, options);
  return {
    url,
    close: async () => {
      await stopSubscriptions();
      await app.close();
    },
  };
};
