import { connect, type Socket } from 'node:net';
import WebSocket from 'ws';
import { aCall } from '../../harness/matters.js';
import { operatorAt, operatorToken, registerOnce } from './by-http.js';
import { examined } from './examined.js';
import { holds, type Fault } from './fault.js';
import { atPlace, type Place } from './place.js';
import { MEMORY_MB, mostMemoryOf } from './overload.fault.js';

const LIST = `{ cases(first: 100) { edges { node { id number summary status kind category unit dueOn } } } }`;

/** Asks again and again for long lists on one connection, and reads nothing of what comes. */
const slowReader = (place: Place, token: string, requests: number): Socket => {
  const { hostname, port } = new URL(place.url);
  const body = JSON.stringify({ query: LIST });
  const one =
    `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n` +
    `Authorization: Bearer ${token}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const socket = connect(Number(port), hostname, () => socket.write(one.repeat(requests)));
  socket.on('error', () => undefined).pause();
  return socket;
};

/** Tries that again some times: a busy server closes a socket that was not heard in time. */
const persistent = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
};

/** Follows the desk and reads nothing of what is pushed; resolves once it is followed. */
const slowSubscriber = (place: Place, token: string): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${place.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const query = `subscription { deskChanged(first: 50) { counts { __typename } cases { edges { node { id number summary status } } } } }`;
    const send = (message: object): void => socket.send(JSON.stringify(message));
    socket.on('open', () => send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    socket.on('error', reject);
    socket.on('close', (code, why) => reject(new Error(`the subscriber was closed: ${code} ${String(why)}`)));
    socket.on('message', (data: Buffer) => {
      const { type, payload } = JSON.parse(String(data)) as { type: string; payload?: unknown };
      if (type === 'connection_ack')
        for (let id = 0; id < 10; id++) send({ id: `${id}`, type: 'subscribe', payload: { query } });
      if (type === 'error') reject(new Error(JSON.stringify(payload)));
      if (type !== 'next') return;
      if (JSON.stringify(payload).includes('"errors"')) return reject(new Error(JSON.stringify(payload)));
      socket.pause();
      resolve(socket);
    });
  });

export const slow: Fault = {
  title: 'readers and subscribers that do not read: nobody else notices, memory stays bounded',
  run: ({ small }) =>
    atPlace(async (place) => {
      const { child } = await place.start();
      const operator = await operatorAt(place);
      const token = await operatorToken(place);
      const work = async (commands: number): Promise<void> => {
        for (let left = commands; left > 0; left -= 10) {
          const all = await Promise.all(Array.from({ length: 10 }, () => registerOnce(place, operator, aCall())));
          holds(
            all.every(({ status }) => status === 200),
            'somebody else was not answered',
          );
        }
      };
      await work(100);
      const readers = Array.from({ length: small ? 20 : 100 }, () => slowReader(place, token, small ? 20 : 50));
      const subscribers = await Promise.all(
        Array.from({ length: small ? 5 : 20 }, () => persistent(() => slowSubscriber(place, token))),
      );
      await work(small ? 200 : 2_000);
      const memory = mostMemoryOf(child.pid!);
      for (const socket of readers) socket.destroy();
      for (const socket of subscribers) socket.terminate();
      const { acknowledged } = await examined(place);
      holds(memory < MEMORY_MB, `I11 it took ${memory.toFixed(0)} MB`);
      return `${readers.length} readers, ${subscribers.length} subscribers, ${memory.toFixed(0)} MB at most, ${acknowledged} acknowledged meanwhile`;
    }),
};
