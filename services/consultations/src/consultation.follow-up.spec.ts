import { officeAtWork, registration } from '@sunlit/casework/testing';
import type { Actor, JsonObject } from '@sunlit/kernel';
import { consultations } from './consultations.js';

const operator = { account: 'op', role: 'operator' };

const answered = async (kind: string) => {
  const office = officeAtWork([consultations]);
  const {
    contactable: _,
    number: __,
    ...told
  } = registration(kind, {
    answer: '好',
    caller: { name: '张三', phone: '13800138000' },
  }) as unknown as JsonObject;
  const { stream } = await office.send('consultations', { type: 'RegisterCase', data: told, by: operator });
  const send = (type: string, data: JsonObject, by: Actor = operator) =>
    office.send('consultations', { stream, type, data, by });
  const toCall = async (): Promise<number> => {
    await office.settle();
    const asked = { viewer: operator, today: '2021-04-20', filter: { queue: 'follow-up' as const } };
    return (await office.ask('consultations', 'cases', { ...asked, page: { first: 10 } })).total;
  };
  const shown = async () => (await office.ask('consultations', 'case', { viewer: operator, stream })).case;
  return { office, send, toCall, shown };
};

describe('the desk of consultations', () => {
  it('lists who is to be called, of kinds that are followed up alone', async () => {
    const [help, question] = [await answered('help'), await answered('consultation')];
    expect(await Promise.all([help, question].map(({ toCall }) => toCall()))).toEqual([1, 0]);
    expect(await help.shown()).toMatchObject({ followUp: 'rule', followUpOn: '2021-04-13' });
    await question.send('SelectForFollowUp', { reason: '来电人要求' });
    expect(await question.toCall()).toBe(1);
  });
  it('until they said something, or were called as often as the rule has it, and shows what they said', async () => {
    const spoken = await answered('help');
    await spoken.send('AttemptFollowUp', { outcome: 'reached', level: 4, solved: 'yes' });
    expect(await spoken.toCall()).toBe(0);
    expect(await spoken.shown()).toMatchObject({ level: 4, solved: { solved: 'yes' } });

    const silent = await answered('help');
    await silent.send('AttemptFollowUp', { outcome: 'no-answer' });
    expect(await silent.toCall()).toBe(1);
    silent.office.at('2021-04-14T02:00:00.000Z');
    await silent.send('AttemptFollowUp', { outcome: 'no-answer' });
    expect(await silent.toCall()).toBe(0);
  });
});
