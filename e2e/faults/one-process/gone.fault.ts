import { connect } from 'node:net';
import { timeOrderedId, type JsonObject } from '@sunlit/kernel';
import { aCall } from '../../harness/matters.js';
import { seeded } from '../chance.js';
import { operatorAt, operatorToken, registrationBody, toldBy } from './by-http.js';
import { examined, logIn } from './examined.js';
import { holds, type Fault } from './fault.js';
import { atPlace, untilQuiet, type Place } from './place.js';

/** Sends a request as far as that share of it, waits that long and is gone. */
const goesAway = (
  place: Place,
  token: string,
  body: string,
  { share, ms }: { share: number; ms: number },
): Promise<void> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(place.url);
    const head =
      `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n` +
      `Authorization: Bearer ${token}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    const whole = Buffer.from(head + body);
    const socket = connect(Number(port), hostname, () => {
      socket.write(whole.subarray(0, Math.ceil(whole.length * share)));
      setTimeout(() => socket.destroy(), ms);
    });
    socket.on('error', () => undefined).on('close', () => resolve());
  });

export const gone: Fault = {
  title: 'a client that goes away in the middle, and comes again with the same command',
  run: ({ small, seed }) =>
    atPlace(async (place) => {
      const chance = seeded(seed);
      await place.start();
      const operator = await operatorAt(place);
      const token = await operatorToken(place);
      const commands = Array.from({ length: small ? 60 : 600 }, () => timeOrderedId(Date.now()));
      const bodyOf = (commandId: string): string => registrationBody({ ...(aCall() as JsonObject), commandId });
      const half = (): number => (chance.below(3) === 0 ? chance.next() : 1);
      await Promise.all(
        commands.map((id) => goesAway(place, token, bodyOf(id), { share: half(), ms: chance.below(60) })),
      );
      await untilQuiet(place);
      const ids = (await logIn(place.data)).map(({ meta }) => meta.commandId);
      const there = commands.filter((id) => ids.includes(id)).length;
      for (const commandId of commands) {
        const { status, body } = await operator.raw(bodyOf(commandId));
        const told = toldBy(status, body);
        holds(told.is === 'acknowledged', `I8 ${commandId} sent again was told ${JSON.stringify(told)}`);
        place.history.keep({ service: 'consultations', type: 'RegisterCase', by: {}, data: {}, commandId, told });
      }
      await examined(place);
      return `${commands.length} clients gone, ${there} of their commands done by then; sent again, each is there once`;
    }),
};
