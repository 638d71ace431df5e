import { performance } from 'node:perf_hooks';
import { httpConnection, type HttpConnection } from './http-connection.js';
import { mustBeDone, type Registration, type Tally } from './registrations.js';

/** Connections to one server, kept open over all rounds. */
export const openConnections = (url: string, count: number): Promise<readonly HttpConnection[]> =>
  Promise.all(Array.from({ length: count }, () => httpConnection(url)));

export interface ClosedLoop {
  readonly connections: readonly HttpConnection[];
  readonly seconds: number;
  readonly next: () => Registration;
  readonly tally: Tally;
  /** Told how long each took, in ms. */
  readonly took?: (ms: number) => void;
}

/** Each connection sends its next registration when the one before is answered, for so long. Gives the registrations done a second. */
export const closedLoop = async ({ connections, seconds, next, tally, took }: ClosedLoop): Promise<number> => {
  const began = performance.now();
  const until = began + seconds * 1000;
  const before = tally.cases();
  const one = async (connection: HttpConnection): Promise<void> => {
    for (let sent = performance.now(); sent < until; sent = performance.now()) {
      const { category, request } = next();
      mustBeDone(await connection.send(request));
      tally.add(category);
      took?.(performance.now() - sent);
    }
  };
  await Promise.all(connections.map(one));
  return (tally.cases() - before) / ((performance.now() - began) / 1000);
};
