import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable, type JsonObject, type Rpc } from '@sunlit/kernel';
import { DEFAULT_DEADLINE } from '../deadline.js';
import { valueOf } from '../wire.js';
import { Connection, type ClientTls, type Outcome } from './connection.js';
import { TooLarge } from './framing.js';
import { PING, type Reply, type Request } from './message.js';

/** Pauses between attempts double from the first to the last of these, in ms. */
const FIRST_PAUSE = 20;
const LAST_PAUSE = 250;
/** How often a request may be lost: one that brings its callee down must not do so for ever. */
const MAX_LOST = 3;
const SILENCE = 3000;
const REACHING = 2000;

export interface TcpRpcOptions {
  /** `tcp://host:port` or `tcps://host:port` of a service; services of one address share a connection. */
  readonly addressOf: (service: string) => string;
  /** For `tcps://` addresses. */
  readonly tls?: ClientTls;
  /** In ms, where a call says none. */
  readonly deadline?: number;
  /** The `traceparent` that goes with a call. */
  readonly trace?: () => string | undefined;
  /** Whether a request may be sent again though it may have been done; see `repeatable`. */
  readonly idempotent?: (service: string, operation: string, payload: JsonObject) => boolean;
  /** How long a service is tried that cannot be reached, in ms; never beyond the call's deadline, which is the default. */
  readonly patience?: number;
  /** How long, in ms, a service that missed a deadline may leave a ping unanswered before its connection is given up; default 3 s. */
  readonly silence?: number;
}

export interface TcpRpc extends Rpc {
  /** Whether the service's process answers a ping within 2 s; false while it is closing. Never rejects. */
  reachable(service: string): Promise<boolean>;
  /** Closes the connections; calls under way and later ones are `Unavailable`. */
  close(): void;
}

/**
 * What may be sent again though it may have been done: commands that carry their id, which are answered from their
 * stream the second time, and these operations, which only read: `complaints.case`, or `case` of every service.
 */
export const repeatable =
  (reads: readonly string[] = []): NonNullable<TcpRpcOptions['idempotent']> =>
  (service, operation, { commandId }) =>
    typeof commandId === 'string' || reads.includes(operation) || reads.includes(`${service}.${operation}`);

interface Attempted {
  /** `complaints.case`, for errors. */
  readonly name: string;
  readonly request: Omit<Request, 'deadline'>;
  /** In ms. */
  readonly deadline: number;
  readonly again: boolean;
}

/** `closing` is an answer of the transport: the request was not done. */
const isClosing = (outcome: Outcome): boolean =>
  outcome.is === 'answered' && !outcome.reply.ok && outcome.reply.kind === 'closing';

const resultOf = (name: string, reply: Reply): JsonObject => {
  if (!reply.ok && reply.kind === 'too-large') {
    throw new Error(`The answer of ${name} is too large: ask for less at once.`, { cause: new TooLarge(reply.length) });
  }
  if (!reply.ok && reply.kind === 'closing') throw new Unavailable(`${name} is closing: try again.`);
  return valueOf(reply);
};

type Failed = Exclude<Outcome, { readonly is: 'answered' }>;

/** Why the call may not be tried again after it failed so, for the `lost`-th time after it was sent; `undefined` where it may. */
const finalOf = ({ name, deadline, again }: Attempted, failed: Failed, lost: number): Unavailable | undefined => {
  const advice = again ? 'try again' : 'it is unknown whether it was done, so look before trying again';
  if (failed.is === 'late') return new Unavailable(`${name} did not answer within ${deadline} ms: ${advice}.`);
  if (failed.is === 'unsent' || (again && lost < MAX_LOST)) return undefined;
  return new Unavailable(`The connection to ${name} was lost: ${advice}.`, { cause: failed.cause });
};

const causeOf = (failed: Failed): unknown => ('cause' in failed ? failed.cause : undefined);

/** The connections in use, one an address, and those that only wait for their last answers. */
const pool = (options: TcpRpcOptions) => {
  const current = new Map<string, Connection>();
  const leaving = new Set<Connection>();
  return {
    to: (address: string): Connection => {
      let connection = current.get(address);
      if (!connection) {
        connection = new Connection(address, { tls: options.tls, silence: options.silence ?? SILENCE });
        current.set(address, connection);
      }
      return connection;
    },
    /** The next call makes a new connection; answers may still come on this one until its other end hangs up. */
    leave: (address: string, connection: Connection): void => {
      if (current.get(address) !== connection) return;
      current.delete(address);
      if (!connection.open) return;
      leaving.add(connection);
      connection.on('close', () => leaving.delete(connection));
    },
    close: (): void => {
      for (const connection of [...current.values(), ...leaving]) connection.close();
      current.clear();
      leaving.clear();
    },
  };
};

/**
 * Calls services over TCP (Nest's transport): one connection an address, made on first use and anew after it was lost.
 * The callee is told how long the caller still waits. What was never sent, or was turned away by a service that is
 * closing, is tried again until the deadline; what was sent and lost only where `idempotent` says so. Otherwise the
 * error is `Unavailable` and says that it is unknown whether the work was done. A request or answer longer than rpc
 * carries is an `Error` that says so.
 */
export const tcpRpc = (options: TcpRpcOptions): TcpRpc => {
  const { addressOf, trace, idempotent = repeatable() } = options;
  const connections = pool(options);
  let closed = false;

  const attempt = async ({ request }: Attempted, until: number): Promise<Outcome> => {
    if (closed) return { is: 'unsent', cause: new Error('This rpc was closed.') };
    const address = addressOf(request.service);
    const connection = connections.to(address);
    const outcome = await connection.ask(request, until);
    if (!isClosing(outcome)) return outcome;
    connections.leave(address, connection);
    return { is: 'unsent', cause: new Error('The service is closing.') };
  };

  const perform = async (call: Attempted): Promise<JsonObject> => {
    const started = performance.now();
    const until = started + call.deadline;
    const patience = Math.min(until, started + (options.patience ?? Infinity));
    let lost = 0;
    for (let tried = 0; ; tried += 1) {
      const outcome = await attempt(call, until);
      if (outcome.is === 'answered') return resultOf(call.name, outcome.reply);
      if (outcome.is === 'lost') lost += 1;
      const final = finalOf(call, outcome, lost);
      if (final) throw final;
      const wait = Math.min(LAST_PAUSE, FIRST_PAUSE * 2 ** tried);
      if (closed || performance.now() + wait >= patience) {
        throw new Unavailable(`${call.name} cannot be reached: try again.`, { cause: causeOf(outcome) });
      }
      await pause(wait);
    }
  };

  return {
    call: async (service, operation, payload, { deadline = options.deadline ?? DEFAULT_DEADLINE } = {}) => {
      const traced = trace?.();
      const request = { service, operation, payload, ...(traced !== undefined && { trace: traced }) };
      const again = idempotent(service, operation, payload);
      return perform({ name: `${service}.${operation}`, request, deadline, again });
    },
    reachable: async (service) => {
      if (closed) return false;
      try {
        const connection = connections.to(addressOf(service));
        const outcome = await connection.ask(PING, performance.now() + REACHING);
        return outcome.is === 'answered' && outcome.reply.ok;
      } catch {
        return false;
      }
    },
    close: () => {
      closed = true;
      connections.close();
    },
  };
};
