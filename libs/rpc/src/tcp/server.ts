import { once } from 'node:events';
import type { AddressInfo, Server as NetServer, Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { ServerTCP } from '@nestjs/microservices';
import type { JsonObject, Rpc } from '@sunlit/kernel';
import { answerOf } from '../wire.js';
import { AnsweringSocket } from './framing.js';
import { isRequest, PATTERN, PING, type Reply, type Request, type RpcLogger } from './message.js';
import { atMost, underWay } from './under-way.js';

/** How long `close` waits for what is under way, in ms. */
const GRACE = 10_000;
/** How long a caller may take to hang up once everything is answered, in ms. */
const HANGING_UP = 1000;
const HANDSHAKE = 10_000;

/** PEM texts. With `requestCert` only callers whose certificate `ca` signed are answered. */
export interface ServerTls {
  readonly key: string | Buffer;
  readonly cert: string | Buffer;
  readonly ca?: string | Buffer;
  readonly requestCert?: boolean;
}

/** What is known of a call before it runs. */
export interface IncomingCall {
  readonly service: string;
  readonly operation: string;
  readonly trace?: string;
}

export interface ServeTcpOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** What answers, within the time the caller still has. */
  readonly rpc: Rpc;
  readonly tls?: ServerTls;
  /** Runs each call's work, so that spans and metrics are put around it; sees its errors before they become answers. */
  readonly around?: (call: IncomingCall, work: () => Promise<JsonObject>) => Promise<JsonObject>;
  /** Told of unexpected errors and dropped connections; without it nobody is. */
  readonly logger?: RpcLogger;
  readonly grace?: number;
}

export interface TcpServer {
  /** `tcp://host:port`, or `tcps://`, with the port it really has. */
  readonly address: string;
  /** Takes no more calls, and resolves when those under way are answered or the grace time is over. */
  drain(): Promise<void>;
  /** Drains, then closes every connection; calls that outlast the grace time lose their caller. */
  close(): Promise<void>;
}

/** A peer that went away without a word is nothing to tell of. */
const GONE = ['ECONNRESET', 'EPIPE'];

/** Nest's TCP server with our framing; what it would print goes to the logger, without what was received. */
class Listener extends ServerTCP {
  constructor(
    options: ServeTcpOptions,
    private readonly told: RpcLogger | undefined,
  ) {
    const { host, port, tls } = options;
    super({ host, port, ...(tls && { tlsOptions: { ...tls, handshakeTimeout: HANDSHAKE } }) });
  }

  get sockets(): ReadonlySet<Socket> {
    return this.openSockets;
  }

  tell(error: unknown): void {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!GONE.includes(code ?? '')) this.told?.warn({ problem: code ?? message }, 'rpc connection dropped');
  }

  override bindHandler(socket: Socket): void {
    socket.on('error', (error) => this.tell(error));
    super.bindHandler(socket);
  }

  protected override getSocketInstance(socket: Socket): AnsweringSocket {
    return new AnsweringSocket(socket, (error) =>
      this.told?.error({ error: String(error) }, 'rpc answer not sendable'),
    );
  }

  /** Messages that want no answer are not ours. */
  override handleEvent(): Promise<void> {
    this.told?.warn({}, 'rpc message without an id ignored');
    return Promise.resolve();
  }

  /** Said better by `tell`, or by whoever waits for the port. */
  protected override handleError(): void {}
}

const answering = (options: ServeTcpOptions, isClosing: () => boolean) => {
  const { rpc, logger, around = (_, work) => work() } = options;

  const run = async ({ service, operation, payload, deadline, trace }: Request): Promise<Reply> => {
    try {
      const call = { service, operation, ...(trace !== undefined && { trace }) };
      return { ok: true, value: await around(call, () => rpc.call(service, operation, payload, { deadline })) };
    } catch (error) {
      const answer = answerOf(error);
      if (!answer.ok && answer.kind === 'internal') {
        const cause = (error instanceof Error && error.cause) || error;
        logger?.error({ operation: `${service}.${operation}`, error: String(cause) }, 'unexpected error');
      }
      return answer;
    }
  };

  return async (request: unknown): Promise<Reply> => {
    if (isClosing()) return { ok: false, kind: 'closing' };
    if (!isRequest(request)) {
      logger?.warn({}, 'rpc message that is no request refused');
      return { ok: false, kind: 'internal' };
    }
    return request.service === PING.service ? { ok: true, value: {} } : run(request);
  };
};

const listening = (listener: Listener, server: NetServer, { host, port }: ServeTcpOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const failed = (cause: NodeJS.ErrnoException) => {
      const why = `rpc cannot listen on ${host}:${port} (${cause.code}): free it or choose another address.`;
      reject(new Error(why, { cause }));
    };
    server.once('error', failed);
    listener.listen((error) => {
      if (error) return failed(error as Error);
      server.off('error', failed);
      resolve();
    });
  });

const addressOf = (server: NetServer, secure: boolean): string => {
  const { address, family, port } = server.address() as AddressInfo;
  return `${secure ? 'tcps' : 'tcp'}://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
};

/**
 * Answers calls over TCP (Nest's transport) with `rpc`. `Refused` and `Unavailable` arrive as themselves; of any other
 * error the caller learns nothing and the logger everything. A message longer than `MAX_MESSAGE` ends its connection;
 * an answer that long becomes an error that says so. Rejects where it cannot listen.
 */
export const serveTcp = async (options: ServeTcpOptions): Promise<TcpServer> => {
  const { logger, tls, grace = GRACE } = options;
  const calls = underWay();
  let draining: Promise<void> | undefined;
  let closing: Promise<void> | undefined;

  const listener = new Listener(options, logger);
  const server = listener.unwrap<NetServer>();
  const answer = answering(options, () => draining !== undefined);
  listener.addHandler(PATTERN, (request: unknown) => calls.during(answer(request)));
  await listening(listener, server, options);
  // A connection whose TLS handshake is not over is unknown to Nest, and would hold the process up.
  const connections = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  server.on('tlsClientError', (error: Error) => listener.tell(error));

  const drain = (): Promise<void> => {
    draining ??= (async () => {
      server.close();
      await atMost(grace, calls.over());
      // Nest writes an answer on the tick after it was given.
      await turn();
    })();
    return draining;
  };
  const hangUp = async (): Promise<void> => {
    await drain();
    const open = [...listener.sockets].filter((socket) => !socket.destroyed);
    const ended = open.map((socket) => once(socket.end(), 'close'));
    await atMost(HANGING_UP, Promise.allSettled(ended));
    listener.close();
    for (const socket of connections) socket.destroy();
  };
  return { address: addressOf(server, tls !== undefined), drain, close: () => (closing ??= hangUp()) };
};
