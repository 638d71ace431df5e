import { derivedId } from '@sunlit/kernel';
import type { Composed, Sent } from './composed.js';

type Chance = (below: number) => number;
const of = <T>(list: readonly T[], chance: Chance): T => list[chance(list.length)]!;

const OPERATOR = { account: 'op', role: 'operator' };
const REVIEWER = { account: 'r', role: 'reviewer' };

const reason = '再核';

/** What a case has to do with its person once more, or with another of these cases. */
export const betweenCases = (streams: readonly string[]): readonly ((chance: Chance) => Sent)[] => [
  ...['chase-up', 'new-facts', 'withdrawal'].map((purpose) => (chance: Chance) => ({
    type: 'AddContact',
    data: { source: '12328', medium: of(['phone', 'web'], chance), purpose },
  })),
  ...[0, 1].map(() => (chance: Chance) => ({ type: 'HoldDuplicate', data: { duplicate: of(streams, chance) } })),
  ...[0, 1].map(() => (chance: Chance) => ({ type: 'HoldFollower', data: { follower: of(streams, chance) } })),
  (chance) => ({ type: 'ReleaseDuplicate', data: { duplicate: of(streams, chance), reason } }),
  (chance) => ({ type: 'ReleaseFollower', data: { follower: of(streams, chance), reason } }),
  (chance) => ({ type: 'DeclineAsAnswered', data: { answered: of(streams, chance) }, by: REVIEWER }),
  () => ({ type: 'FlagPerson', data: { flag: 'needs-care', until: '2021-04-30' } }),
];

/** Now and then a contact that opens nothing, and of these one recorded by mistake. */
export const invalidContact = async ({ rpc }: Composed, chance: Chance, step: number): Promise<void> => {
  if (chance(30) !== 0) return;
  const send = (type: string, data: object, stream?: string) =>
    rpc.call('consultations', 'contact', {
      ...{ commandId: derivedId('contact', step, type), type, data: data as never, by: OPERATOR },
      ...(stream !== undefined && { stream }),
    });
  const why = of(['silent', 'test', 'harassing'], chance);
  const { stream } = await send('RecordInvalidContact', { source: '12328', medium: 'phone', why });
  if (chance(4) === 0) await send('VoidInvalidContact', { reason: '误记' }, String(stream));
};

/** One of every turn two cases can take together, and one contact that opens nothing: a busy office leaves none of them to luck. */
export const everyTurnTogether = async (office: Composed): Promise<void> => {
  const data = { kind: 'complaint', category: 'taxi', source: '12328', medium: 'phone', summary: '出租车绕行' };
  const streams: string[] = [];
  for (const name of ['甲', '乙', '丙'])
    streams.push(
      (await office.send('complaints', { type: 'RegisterCase', data: { ...data, caller: { name } } })).stream,
    );
  const [kept, duplicate, follower] = streams as [string, string, string];
  const send = (stream: string, type: string, more: object = {}, by = OPERATOR) =>
    office.send('complaints', { stream, type, data: more, by });
  await send(kept, 'HoldDuplicate', { duplicate });
  await send(kept, 'HoldFollower', { follower });
  await office.worker.caughtUp();
  await send(kept, 'ReleaseDuplicate', { duplicate, reason });
  await send(kept, 'AssignCase', { unit: 'buses' });
  await send(kept, 'DraftReply', { text: '已约谈' });
  await send(kept, 'ApproveReply', {}, REVIEWER);
  await send(kept, 'AddContact', { source: '12328', medium: 'phone', purpose: 'chase-up' });
  await office.worker.caughtUp();
  await send(kept, 'ReleaseFollower', { follower, reason });
  await office.worker.caughtUp();
  await send(kept, 'HoldDuplicate', { duplicate });
  await invalidContact(office, () => 0, -office.log.length);
};
