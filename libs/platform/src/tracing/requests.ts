import { AsyncResource } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { noTracing, type Tracing } from './tracing.js';

/** What a GraphQL request calls its operation: a name of GraphQL's grammar and of bounded length, else nothing of it is kept. */
const OPERATION = /^[_A-Za-z][_0-9A-Za-z]{0,63}$/;

const operationOf = (body: unknown): string | null => {
  const name = (body as { readonly operationName?: unknown } | null | undefined)?.operationName;
  return typeof name === 'string' && OPERATION.test(name) ? name : null;
};

/** The name of an answer that failed, as a span keeps it. */
const failure = (status: number): Error => Object.assign(new Error(), { name: String(status) });

const parentOf = ({ headers }: FastifyRequest): string | undefined => {
  const { traceparent } = headers;
  return typeof traceparent === 'string' ? traceparent : undefined;
};

/** Not worth a trace: asked every few seconds by machines. */
const UNTRACED = ['/health/', '/metrics'];

interface Underway {
  readonly scope: AsyncResource;
  readonly end: (status: number) => void;
}

export interface TraceRequestsOptions {
  /** Whether a caller's `traceparent` is followed; only where all callers are our own. Default: each request begins a trace of its own. */
  readonly followCallers?: boolean;
}

/**
 * Makes each HTTP request a trace: method, route, status and the GraphQL operation's name, never an address, a query's text or its
 * variables. To be called once, on the root instance, before it listens.
 */
export const traceRequests = (
  fastify: FastifyInstance,
  tracing: Tracing,
  { followCallers = false }: TraceRequestsOptions = {},
): void => {
  if (tracing === noTracing) return;
  const underway = new WeakMap<FastifyRequest, Underway>();
  const end = (request: FastifyRequest, status: number): void => {
    underway.get(request)?.end(status);
    underway.delete(request);
  };

  fastify.addHook('onRequest', (request, _, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    if (UNTRACED.some((path) => route.startsWith(path))) return done();
    const attributes = { 'http.request.method': request.method, 'http.route': route };
    const parent = followCallers ? parentOf(request) : undefined;
    const work = () =>
      new Promise<void>((resolve, reject) => {
        const scope = new AsyncResource('SunlitRequest');
        const answered = (status: number): void =>
          scope.runInAsyncScope(() => {
            tracing.note({ 'http.response.status_code': status });
            if (status >= 500) reject(failure(status));
            else resolve();
          });
        underway.set(request, { scope, end: answered });
        done();
      });
    const options = { root: true, kind: 'server', attributes, parent } as const;
    tracing.span(`${request.method} ${route}`, options, work).catch(() => undefined);
  });

  // Reading the body leaves the trace behind: it goes on here.
  fastify.addHook('preValidation', (request, _, done) => {
    const scope = underway.get(request)?.scope;
    if (!scope) return done();
    scope.runInAsyncScope(() => {
      const operation = operationOf(request.body);
      if (operation !== null) tracing.note({ 'graphql.operation.name': operation });
      done();
    });
  });
  fastify.addHook('onResponse', async (request, reply) => end(request, reply.statusCode));
  fastify.addHook('onRequestAbort', async (request) => end(request, 499));
};
