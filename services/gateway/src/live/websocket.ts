import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  execute,
  parse,
  specifiedRules,
  subscribe,
  validate,
  type ExecutionArgs,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { RequestContext } from '../graphql/context.js';
import { LIMITS, limitsRule } from '../graphql/limits.js';
import { asksForSchema, withoutSuggestions } from '../graphql/introspection.js';

/** Bounds of the sockets: what a client can hold open. */
export const SOCKETS = {
  connections: 500,
  subscriptions: 10,
  messageBytes: 100_000,
  waitForInitMs: 3000,
  backlogBytes: 1_000_000,
} as const;

export interface SocketOptions {
  readonly server: Server;
  readonly path: string;
  readonly schema: GraphQLSchema;
  /** The request's context by its token and address; throws `Refused('NotSignedIn')` for a token that does not hold. */
  readonly contextOf: (token: string | undefined, address: string) => Promise<RequestContext>;
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

interface Payload {
  readonly query?: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

const bearer = (params: Readonly<Record<string, unknown>> | undefined): string | undefined => {
  const value = params?.['authorization'] ?? params?.['Authorization'];
  return typeof value === 'string' ? value.replace(/^Bearer /i, '') : undefined;
};

const refusedOver = (schema: GraphQLSchema, document: ReturnType<typeof parse>): readonly GraphQLError[] => {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const others = operations.some(({ operation }) => operation !== OperationTypeNode.SUBSCRIPTION);
  if (others)
    return [new GraphQLError('此处只接受订阅。 Subscriptions only here: send queries and mutations by POST.')];
  if (asksForSchema(document)) return [new GraphQLError('此处不提供模式。 The schema is not given here.')];
  return validate(schema, document, [...specifiedRules, limitsRule]);
};

/** The operation ready to run, or why not. */
const prepared = (
  schema: GraphQLSchema,
  payload: Payload,
  contextValue: RequestContext,
): ExecutionArgs | readonly GraphQLError[] => {
  try {
    const document = parse(String(payload.query), { maxTokens: LIMITS.tokens });
    const errors = refusedOver(schema, document);
    for (const error of errors) error.message = withoutSuggestions(error.message);
    if (errors.length > 0) return errors;
    return {
      schema,
      document,
      contextValue,
      operationName: payload.operationName ?? null,
      variableValues: payload.variables ?? {},
    };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
};

/** Serves subscriptions (graphql-transport-ws) on the path; gives what closes it. */
export const serveSubscriptions = ({
  server,
  path,
  schema,
  contextOf,
  formatError,
}: SocketOptions): (() => Promise<void>) => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: SOCKETS.messageBytes });
  const upgrade = (request: Parameters<WebSocketServer['handleUpgrade']>[0], socket: Duplex, head: Buffer): void => {
    const here = new URL(request.url ?? '/', 'http://localhost').pathname === path;
    if (!here || sockets.clients.size >= SOCKETS.connections) {
      socket.end(
        `HTTP/1.1 ${here ? '503 Service Unavailable\r\nRetry-After: 5' : '404 Not Found'}\r\nConnection: close\r\n\r\n`,
      );
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  };
  server.on('upgrade', upgrade);

  const contexts = new WeakMap<object, RequestContext>();
  const served = useServer(
    {
      schema,
      execute,
      subscribe,
      connectionInitWaitTimeout: SOCKETS.waitForInitMs,
      onConnect: async ({ connectionParams, extra }) => {
        const address = extra.request.socket.remoteAddress ?? '';
        const context = await contextOf(bearer(connectionParams), address).catch(() => null);
        if (!context) return false;
        contexts.set(extra.socket, context);
        return true;
      },
      onSubscribe: ({ extra, subscriptions }, _id, payload) => {
        if (Object.keys(subscriptions).length > SOCKETS.subscriptions) {
          return [
            new GraphQLError(
              `每个连接最多 ${SOCKETS.subscriptions} 个订阅。 At most ${SOCKETS.subscriptions} subscriptions a connection.`,
            ),
          ];
        }
        return prepared(schema, payload, contexts.get(extra.socket)!) as ExecutionArgs;
      },
      // A result goes out as formatted errors are, without what graphql-js keeps beside them.
      onNext: (...[{ extra }, , , , result]): FormattedExecutionResult | void => {
        // A reader this far behind is cut off; it comes back with a new connection and the present state.
        if (extra.socket.bufferedAmount > SOCKETS.backlogBytes) extra.socket.terminate();
        if (!result.errors) return;
        const errors = result.errors.map((error) => formatError(toFormatted(error), error));
        return { ...result, errors } as FormattedExecutionResult;
      },
      onError: (_context, _id, _payload, errors) => errors.map((error) => formatError(toFormatted(error), error)),
    },
    sockets,
  );
  // A message too large, or none at all, is its sender's doing: `ws` closes the socket, and nobody writes a stack about it.
  sockets.on('connection', (client) => client.removeAllListeners('error').on('error', () => undefined));
  return async () => {
    server.off('upgrade', upgrade);
    await served.dispose();
    sockets.close();
  };
};

const toFormatted = (error: unknown): GraphQLFormattedError =>
  error instanceof GraphQLError ? error.toJSON() : (error as GraphQLFormattedError);
