import { officeAtWork } from '@sunlit/casework/testing';
import { complaints } from '@sunlit/complaints';
import { consultations } from '@sunlit/consultations';
import type { JsonObject } from '@sunlit/kernel';

const operator = { account: 'op', role: 'operator' };
const reviewer = { account: 'r', role: 'reviewer' };
const caller = { name: '张三丰', phone: '13800138000' };

const anOffice = () => {
  const office = officeAtWork([consultations, complaints]);
  const serviceOf = (stream: string) => (stream.startsWith('complaint') ? 'complaints' : 'consultations');
  const register = async (kind: 'complaint' | 'consultation', more: JsonObject = {}) => {
    const data = { kind, category: 'bus', source: '12328', medium: 'phone', summary: '公交越站', caller, ...more };
    return (await office.send(`${kind}s`, { type: 'RegisterCase', data })).stream;
  };
  const send = (stream: string, type: string, data: JsonObject = {}, by = operator) =>
    office.send(serviceOf(stream), { stream, type, data, by });
  const seen = async (stream: string) => {
    await office.settle();
    return (await office.ask(serviceOf(stream), 'case', { viewer: operator, stream })).case!;
  };
  const types = async (stream: string) => (await office.store.read(stream)).map(({ type }) => type);
  const answer = async (stream: string, text: string) => {
    await send(stream, 'AssignCase', { unit: 'buses' });
    await send(stream, 'DraftReply', { text });
    await send(stream, 'ApproveReply', {}, reviewer);
    await office.settle();
  };
  return { office, register, send, seen, types, answer };
};

describe('a duplicate in the other service', () => {
  it('is joined, has no clock, and is as it was once it is released', async () => {
    const { office, register, send, seen } = anOffice();
    const [kept, duplicate] = [await register('complaint'), await register('consultation')];
    await send(duplicate, 'AssignCase', { unit: 'buses' });
    const before = await seen(duplicate);
    await send(kept, 'HoldDuplicate', { duplicate });
    expect(await seen(duplicate)).toMatchObject({ status: 'joined', joinedInto: kept });
    expect(await seen(kept)).toMatchObject({ duplicates: [duplicate] });
    office.at('2021-05-20T02:00:00.000Z');
    await office.tick();
    await send(kept, 'ReleaseDuplicate', { duplicate, reason: '两件事' });
    const { revision: _, ...after } = await seen(duplicate);
    const { revision: __, ...was } = before;
    expect(after).toEqual(was);
    expect((await seen(kept)).duplicates).toEqual([]);
    // It is overdue as if it had never been joined.
    await office.tick();
    expect((await office.store.read(duplicate)).at(-1)!.type).toBe('DeadlineReminded');
  });

  it.each<['complaint' | 'consultation', string, JsonObject]>([
    ['consultation', 'AnswerAtFirstContact', { text: '已答复' }],
    ['complaint', 'WithdrawCase', { reason: '撤' }],
    ['consultation', 'HandOver', { kind: 'complaint', reason: '实为投诉' }],
  ])('is let go where it cannot be joined: a %s after %s', async (kind, type, data) => {
    const { office, register, send, types } = anOffice();
    const [kept, duplicate] = [await register('complaint'), await register(kind)];
    await send(duplicate, type, data);
    await send(kept, 'HoldDuplicate', { duplicate });
    await office.settle();
    expect((await types(kept)).slice(-3)).toEqual(['DuplicateHeld', 'DuplicateReleased', 'DuplicateGone']);
    await send(kept, 'VoidCase', { reason: '误录' }, reviewer);
  });

  it('is refused at once where there is none, and keeps the case it hangs on from going', async () => {
    const { office, register, send } = anOffice();
    const [kept, duplicate] = [await register('consultation'), await register('consultation')];
    const nobody = `complaint-${office.freshId()}`;
    await expect(send(kept, 'HoldDuplicate', { duplicate: nobody })).rejects.toThrow('NoSuchCase');
    await expect(send(kept, 'HoldDuplicate', { duplicate: kept })).rejects.toThrow('SameCase');
    await send(kept, 'HoldDuplicate', { duplicate });
    for (const [type, data] of [
      ['VoidCase', { reason: '误录' }],
      ['DeclineCase', { ground: 'not-transport' }],
      ['HandOver', { kind: 'complaint', reason: '实为投诉' }],
    ] as const)
      await expect(send(kept, type, data)).rejects.toThrow('HoldsOthers');
    await office.settle();
    await expect(send(duplicate, 'HoldDuplicate', { duplicate: kept })).rejects.toThrow('Joined');
    await expect(send(duplicate, 'VoidCase', { reason: '误录' })).rejects.toThrow('Joined');
    await expect(send(duplicate, 'JoinCase', { into: kept, hold: 'x' })).rejects.toThrow('NotAllowed');
  });

  it('tells the citizen where its answer is', async () => {
    const { office, register, send, answer } = anOffice();
    const [kept, second] = [await register('complaint'), await register('complaint')];
    const told = await office.send('complaints', {
      type: 'RegisterCase',
      data: { kind: 'complaint', category: 'bus', source: '12328', medium: 'web', summary: '公交越站', caller },
    });
    await send(kept, 'HoldDuplicate', { duplicate: told.stream });
    await answer(kept, '已整改');
    await send(kept, 'DeliverReply', { how: 'phone' });
    await office.settle();
    const asked = { number: told.number!, queryCode: told.queryCode! };
    expect(await office.ask('complaints', 'progress', asked)).toMatchObject({ joinedInto: kept });
    expect((await office.ask('complaints', 'progressOf', { stream: kept })).progress.reply).toBe('已整改');
    const declined = await send(second, 'DeclineAsAnswered', { answered: kept }, reviewer);
    expect(declined.events).toEqual(['CaseDeclinedAsAnswered']);
    await expect(send(kept, 'DeclineAsAnswered', { answered: second }, reviewer)).rejects.toThrow('NotAnswered');
  });
});

describe('a case that follows another', () => {
  it('is given the approved reply whenever it was linked, and goes on alone when the leading person withdraws', async () => {
    const { office, register, send, seen, answer } = anOffice();
    const [leading, early, late] = [
      await register('complaint'),
      await register('complaint'),
      await register('consultation'),
    ];
    await send(leading, 'HoldFollower', { follower: early });
    await answer(leading, '已加密班次');
    await send(leading, 'HoldFollower', { follower: late });
    for (const stream of [early, late])
      expect(await seen(stream)).toMatchObject({ status: 'approved', reply: '已加密班次', linkedUnder: leading });
    await send(leading, 'AddContact', { source: '12328', medium: 'phone', purpose: 'withdrawal' });
    for (const stream of [early, late]) {
      const alone = await seen(stream);
      expect(alone.status).toBe('approved');
      expect(alone).not.toHaveProperty('linkedUnder');
      await send(stream, 'DeliverReply', { how: 'phone' });
    }
    await office.settle();
  });

  it('that was answered by itself meanwhile keeps its answer, and the leading case says so', async () => {
    const { register, send, seen, answer, types } = anOffice();
    const [leading, follower] = [await register('complaint'), await register('complaint')];
    await send(leading, 'HoldFollower', { follower });
    await answer(follower, '自行答复');
    await send(follower, 'DeliverReply', { how: 'phone' });
    await answer(leading, '一并答复');
    expect(await seen(follower)).toMatchObject({ status: 'answered', reply: '自行答复' });
    expect(await types(leading)).toContain('ReplyNotTaken');
  });

  it('leads none, and is joined into none', async () => {
    const { office, register, send, types } = anOffice();
    const [leading, follower, third] = [
      await register('complaint'),
      await register('complaint'),
      await register('complaint'),
    ];
    await send(leading, 'HoldFollower', { follower });
    await office.settle();
    const { items } = await office.ask('complaints', 'cases', {
      viewer: operator,
      today: '2021-04-12',
      filter: { queue: 'to-assign' },
      page: { first: 10 },
    });
    expect(items.map(({ stream }) => stream).sort()).toEqual([leading, third].sort());
    await expect(send(follower, 'HoldFollower', { follower: third })).rejects.toThrow('Linked');
    await send(third, 'HoldDuplicate', { duplicate: follower });
    await send(third, 'HoldDuplicate', { duplicate: leading });
    await office.settle();
    expect((await types(third)).filter((type) => type === 'DuplicateGone')).toHaveLength(2);
  });
});
