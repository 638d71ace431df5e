import type { JsonObject } from '@sunlit/kernel';
import type { Answer } from '../wire.js';

/** The one message pattern: everything else on the connection is not ours. */
export const PATTERN = 'sunlit.rpc.v1';

/** The longest message either way, in UTF-16 units of its JSON: the longest list, with room for what is around it. */
export const MAX_MESSAGE = 8 * 1024 * 1024;

export interface Request {
  readonly service: string;
  readonly operation: string;
  readonly payload: JsonObject;
  /** How long the caller still waits when it sends, in ms: a duration, so that the two clocks need not agree. */
  readonly deadline: number;
  /** W3C `traceparent` of the caller, where it has one. */
  readonly trace?: string;
}

/** No service has an empty name: answered by the connection's other end itself. */
export const PING = { service: '', operation: 'ping', payload: {} } as const;

/** An answer, or what the transport says in place of one. `closing`: not done, and never will be. */
export type Reply =
  | Answer
  | { readonly ok: false; readonly kind: 'closing' }
  | { readonly ok: false; readonly kind: 'too-large'; readonly length: number };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a message is a request; anybody who reaches the port can send anything. */
export const isRequest = (message: unknown): message is Request => {
  if (!isObject(message) || !isObject(message.payload)) return false;
  const { service, operation, deadline, trace = '' } = message;
  const texts = [service, operation, trace].every((value) => typeof value === 'string');
  return texts && typeof deadline === 'number' && deadline > 0;
};

/** Told of what goes wrong on the answering side; a pino logger is one. Never given a payload. */
export interface RpcLogger {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Where an address leads. Throws for what is no `tcp://host:port` or `tcps://host:port`. */
export const targetOf = (address: string): { host: string; port: number; secure: boolean } => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !['tcp:', 'tcps:'].includes(url.protocol) || !url.hostname || !url.port) {
    throw new Error('An rpc address is tcp://host:port or tcps://host:port: correct SUNLIT_RPC.');
  }
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port),
    secure: url.protocol === 'tcps:',
  };
};
