import { timeOrderedId, type JsonObject } from '@sunlit/kernel';
import { aCall } from '../../harness/matters.js';
import { seeded, type Chance } from '../chance.js';
import { toldBy, type Command, type Told } from '../history.js';
import { complaintComes, registering } from '../load.js';
import { examined, logIn } from './examined.js';
import { holds, none, type Fault } from './fault.js';
import { atPlace, type Place } from './place.js';

const operator = { account: 'operator', role: 'operator' };

const contactOn = (stream: string, note: string): Command => ({
  service: 'complaints',
  type: 'AddContact',
  by: operator,
  stream,
  data: { source: '2959600', medium: 'phone', purpose: 'new-facts', note },
});

const WRITERS = 64;

export const writers: Fault = {
  title: '64 writers on one stream',
  run: ({ small }) =>
    atPlace(async (place) => {
      await place.start();
      const { stream } = await complaintComes(place.client);
      let lost = 0;
      const writer = async (_: unknown, at: number): Promise<void> => {
        for (let left = small ? 2 : 8; left > 0;) {
          const told = await place.client.send(contactOn(stream, `第 ${at} 位 ${left}`));
          if (told.is === 'acknowledged') left--;
          else if (told.is === 'refused' && told.code === 'SomeoneElseChangedThis') lost++;
          else throw new Error(`a writer was told ${JSON.stringify(told)}`);
        }
      };
      await Promise.all(Array.from({ length: WRITERS }, writer));
      const { events, acknowledged } = await examined(place);
      const contacts = (await logIn(place.data)).filter((event) => event.type === 'ContactAdded');
      holds(contacts.length === WRITERS * (small ? 2 : 8), `I1 ${contacts.length} contacts are in the log`);
      return `${acknowledged} acknowledged, ${lost} told that somebody else was first; ${events} events`;
    }),
};

/** The same command, and what its id is misused for. */
interface Sending {
  readonly service: string;
  readonly payload: JsonObject;
  readonly other: boolean;
}

const sendingsOf = (chance: Chance, command: Command, other: JsonObject, commandId: string): readonly Sending[] => {
  const { service, ...rest } = command;
  const same = { ...rest, commandId } as unknown as JsonObject;
  const times = (payload: JsonObject, isOther: boolean, count: number): Sending[] =>
    Array.from({ length: count }, () => ({ service, payload, other: isOther }));
  const all = [...times(same, false, 1 + chance.below(5)), ...times({ ...same, data: other }, true, chance.below(3))];
  return all
    .map((one) => ({ one, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
};

/** Sends all at once: one body wins, all who sent it are told the same, all who sent another are refused. */
const sendAll = async (
  { rpc, history }: Place,
  command: Command,
  other: JsonObject,
  chance: Chance,
): Promise<string[]> => {
  const commandId = timeOrderedId(Date.now());
  const all = sendingsOf(chance, command, other, commandId);
  const told = await Promise.all(
    all.map(async ({ service, payload, other: isOther }) => ({
      isOther,
      told: await toldBy(rpc.call(service, 'command', payload)),
    })),
  );
  const acknowledged = told.filter((one) => one.told.is === 'acknowledged');
  const winner = acknowledged[0];
  if (!winner) return [`I8 ${command.type} ${commandId}: nobody was acknowledged: ${JSON.stringify(told)}`];
  history.keep({ ...command, commandId, told: winner.told });
  const answerOf = (one: Told): string => JSON.stringify(one.is === 'acknowledged' ? one.answer : null);
  return told.flatMap((one) => {
    if (one.isOther === winner.isOther)
      return answerOf(one.told) === answerOf(winner.told)
        ? []
        : [`I8 ${commandId}: told ${JSON.stringify(one.told)} and ${answerOf(winner.told)}`];
    const refused = one.told.is === 'refused' && one.told.code === 'CommandIdReused';
    return refused ? [] : [`I8 ${commandId} with another body was told ${JSON.stringify(one.told)}`];
  });
};

export const repeats: Fault = {
  title: 'each command sent 1–5 times, in parallel, with the same and with another body',
  run: ({ small, seed }) =>
    atPlace(async (place) => {
      const chance = seeded(seed);
      await place.start();
      const rounds = small ? 10 : 100;
      let sent = 0;
      for (let round = 0; round < rounds; round++) {
        const { stream } = await complaintComes(place.client);
        const wrong = await Promise.all([
          ...[1, 2, 3].map((n) =>
            sendAll(place, contactOn(stream, `补充 ${n}`), contactOn(stream, `另一内容 ${n}`).data, chance),
          ),
          sendAll(place, registering('consultations', aCall()), aCall({ summary: '另一内容' }) as JsonObject, chance),
        ]);
        none(wrong.flat());
        sent += wrong.length;
      }
      const { events } = await examined(place);
      return `${sent} commands, each there once; ${events} events`;
    }),
};
