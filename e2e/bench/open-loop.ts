import { performance } from 'node:perf_hooks';
import type { Answer, HttpConnection } from './http-connection.js';
import type { Registration } from './registrations.js';

/** A registration that was sent when it was due, however late there was a connection for it. */
export interface Sent {
  readonly category: string;
  readonly answer: Answer;
  /** From the moment it was due to its answer, in ms. */
  readonly ms: number;
  /** When the answer was there, ms of this process. */
  readonly at: number;
}

export interface OpenLoop {
  readonly connections: readonly HttpConnection[];
  /** Registrations a second, whatever becomes of those before. */
  readonly rate: number;
  readonly seconds: number;
  readonly next: () => Registration;
  readonly answered: (sent: Sent) => void;
  /** A registration for which no connection has become free for so long is given up, in ms; never by default. */
  readonly patience?: number;
}

const nextMillisecond = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** Sends at a set rate; waits for every answer. Gives how many were given up, unsent. */
export const openLoop = async (options: OpenLoop): Promise<number> => {
  const { connections, rate, seconds, next, answered, patience = Infinity } = options;
  const free = [...connections];
  const waiting: number[] = [];
  const under = new Set<Promise<void>>();
  let [taken, givenUp] = [0, 0];

  const send = async (connection: HttpConnection, due: number): Promise<void> => {
    const { category, request } = next();
    const answer = await connection.send(request);
    const at = performance.now();
    answered({ category, answer, ms: at - due, at });
    free.push(connection);
  };
  const dispatch = (): void => {
    for (; taken < waiting.length && performance.now() - waiting[taken]! > patience; taken++) givenUp++;
    while (taken < waiting.length && free.length > 0) {
      const sending: Promise<void> = send(free.pop()!, waiting[taken++]!).then(() => {
        under.delete(sending);
        dispatch();
      });
      under.add(sending);
    }
  };
  const began = performance.now();
  const total = Math.round(rate * seconds);
  while (waiting.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * rate) + 1);
    while (waiting.length < due) waiting.push(began + (waiting.length / rate) * 1000);
    dispatch();
    await nextMillisecond();
  }
  // What is due and was not sent by the end is over: the load has ended.
  if (patience < Infinity) {
    givenUp += waiting.length - taken;
    taken = waiting.length;
  }
  while (taken < waiting.length || under.size > 0) await nextMillisecond();
  return givenUp;
};
