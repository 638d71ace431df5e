import { Agent, request } from 'node:http';
import { readFileSync } from 'node:fs';
import { timeOrderedId, type JsonObject } from '@sunlit/kernel';
import { aCall } from '../../harness/matters.js';
import { operatorAt, operatorToken, registrationBody, toldBy } from './by-http.js';
import { examined } from './examined.js';
import { holds, none, type Fault } from './fault.js';
import { atPlace, type Place } from './place.js';

/** What the whole process may take, in MB. */
export const MEMORY_MB = 512;

/** The most memory it ever took, in MB. */
export const mostMemoryOf = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

const post = (url: URL, agent: Agent, token: string, body: string): Promise<Answer | null> =>
  new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'content-length': Buffer.byteLength(body),
    };
    const sending = request(url, { agent, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({ status: response.statusCode!, retryAfter: response.headers['retry-after'], body: text }),
      );
      response.on('error', () => resolve(null));
    });
    sending.on('error', () => resolve(null)).end(body);
  });

/** What came of a stretch of load. */
interface Stretch {
  readonly acknowledged: number;
  readonly refused: number;
  readonly cut: number;
  readonly perSecond: number;
}

/** So many clients that each send one registration after the other, for as long. */
const stretch = async (place: Place, token: string, clients: number, ms: number): Promise<Stretch> => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const url = new URL('/graphql', place.url);
  const began = performance.now();
  const count = { acknowledged: 0, refused: 0, cut: 0 };
  const once = async (): Promise<void> => {
    const commandId = timeOrderedId(Date.now());
    const data = aCall() as JsonObject;
    const answer = await post(url, agent, token, registrationBody({ ...data, commandId }));
    const told = toldBy(
      answer?.status ?? 0,
      answer && (answer.body.startsWith('{') ? JSON.parse(answer.body) : answer.body),
    );
    place.history.keep({ service: 'consultations', type: 'RegisterCase', by: {}, data: {}, commandId, told });
    if (told.is === 'acknowledged') count.acknowledged++;
    else if (answer === null) count.cut++;
    else {
      holds(
        answer.status === 429 || answer.status === 503,
        `I11 answered ${answer.status} ${answer.body.slice(0, 200)}`,
      );
      holds(Number(answer.retryAfter) > 0, `I11 ${answer.status} without Retry-After`);
      count.refused++;
      // Sooner than it was told to, but not at once.
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const client = async (): Promise<void> => {
    while (performance.now() - began < ms) await once();
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { ...count, perSecond: count.acknowledged / ((performance.now() - began) / 1000) };
};

const CLIENTS = 64;

export const overload: Fault = {
  title: 'ten times the load for 60 s: what can be done is done, the rest is told to come again',
  run: ({ small, say }) =>
    atPlace(async (place) => {
      const { child } = await place.start();
      await operatorAt(place);
      const token = await operatorToken(place);
      const short = small ? 3_000 : 10_000;
      await stretch(place, token, CLIENTS, short / 2);
      const before = await stretch(place, token, CLIENTS, short);
      const over = await stretch(place, token, 10 * CLIENTS, small ? 8_000 : 60_000);
      const after = await stretch(place, token, CLIENTS, short);
      const memory = mostMemoryOf(child.pid!);
      const peak = Math.min(before.perSecond, after.perSecond);
      say(
        `${CLIENTS} clients ${before.perSecond.toFixed(0)}/s and ${after.perSecond.toFixed(0)}/s, ten times as many ${over.perSecond.toFixed(0)}/s`,
      );
      const { acknowledged } = await examined(place);
      none(
        over.cut + before.cut + after.cut > 0
          ? [`I11 ${over.cut} of ${over.acknowledged + over.refused} connections were cut`]
          : [],
      );
      holds(memory < MEMORY_MB, `I11 it took ${memory.toFixed(0)} MB`);
      // The exact ratio is a bench's (P12): a machine that does something else beside gives less here, and in small says nothing.
      holds(
        small || over.perSecond > peak / 2,
        `goodput fell from ${peak.toFixed(0)} to ${over.perSecond.toFixed(0)}/s`,
      );
      return `goodput ${(over.perSecond / peak).toFixed(2)} of that before and after, ${over.refused} told to come again, ${memory.toFixed(0)} MB at most, ${acknowledged} acknowledged and kept`;
    }),
};
