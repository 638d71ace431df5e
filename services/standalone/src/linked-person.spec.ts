import { officeAtWork } from '@sunlit/casework/testing';
import { complaints } from '@sunlit/complaints';
import { consultations } from '@sunlit/consultations';
import { derivedId, type JsonObject } from '@sunlit/kernel';

const operator = { account: 'op', role: 'operator' };
const reviewer = { account: 'r', role: 'reviewer' };
const administrator = { account: 'a', role: 'administrator' };
const handler = { account: 'h', role: 'unit-handler', unit: 'buses' };
const PHONE = '13800138000';

const anOffice = () => {
  const office = officeAtWork([consultations, complaints]);
  const serviceOf = (stream: string) => (stream.startsWith('complaint-') ? 'complaints' : 'consultations');
  const send = async (stream: string, type: string, data: JsonObject = {}, by = operator) => {
    const done = await office.send(serviceOf(stream), { stream, type, data, by });
    await office.settle();
    await office.settle();
    return done;
  };
  const register = async (kind: string, more: JsonObject = {}) => {
    const { stream } = await office.send(kind === 'consultation' ? 'consultations' : 'complaints', {
      type: 'RegisterCase',
      data: {
        ...{ kind, category: 'bus.route', source: '12328', medium: 'phone', summary: '摘要' },
        caller: { name: '金丝雀', phone: PHONE },
        ...more,
      },
    });
    return stream;
  };
  const seen = async (stream: string, viewer: typeof reviewer = reviewer) =>
    (await office.ask(serviceOf(stream), 'case', { viewer, stream })).case;
  const types = async (stream: string) => (await office.store.read(stream)).map(({ type }) => type);
  const handedOver = async () => {
    const from = await register('consultation');
    await send(from, 'HandOver', { kind: 'complaint', reason: '实为投诉' });
    const event = (await office.store.read(from)).at(-1)!;
    return { from, to: `complaint-${derivedId(event.id)}` };
  };
  const quiet = async () => {
    const head = await office.store.head();
    await office.settle();
    expect(await office.store.head()).toBe(head);
  };
  return { office, send, register, seen, types, handedOver, quiet };
};

describe('what belongs to a person', () => {
  it('goes with a case that was handed over, both ways, and its end with it', async () => {
    const { send, seen, handedOver, quiet } = anOffice();
    const { from, to } = await handedOver();
    await send(to, 'GiveSecrecy');
    for (const stream of [from, to])
      expect(await seen(stream)).toMatchObject({ secrecy: 'asked', caller: { state: 'withheld' } });
    await send(to, 'LiftSecrecy', { reason: '本人同意' }, reviewer);
    for (const stream of [from, to]) expect(await seen(stream)).toMatchObject({ caller: { state: 'open' } });
    await send(from, 'RestrictCase', { ground: '争议期间封存', until: '2031-06-30' }, reviewer);
    for (const stream of [from, to])
      expect(await seen(stream)).toMatchObject({ restricted: { ground: '争议期间封存', until: '2031-06-30' } });
    await send(to, 'LiftRestriction', { reason: '已了' }, administrator);
    for (const stream of [from, to]) expect(await seen(stream)).not.toHaveProperty('restricted');
    await quiet();
  });

  it('is secret by one fact on both sides: lifted once it is lifted', async () => {
    const { send, seen, register, office } = anOffice();
    const from = await register('consultation', { secrecy: true });
    await send(from, 'HandOver', { kind: 'complaint', reason: '实为投诉' });
    const to = `complaint-${derivedId((await office.store.read(from)).at(-1)!.id)}`;
    expect(await seen(to)).toMatchObject({ secrecy: 'asked' });
    await send(to, 'LiftSecrecy', { reason: '本人同意' }, reviewer);
    for (const stream of [from, to]) expect(await seen(stream)).not.toHaveProperty('secrecy');
  });

  it('goes with the duplicates joined into a case, whichever was secret before; nobody finds them by the number', async () => {
    const { office, send, seen, register, quiet } = anOffice();
    const [kept, first, second] = [
      await register('complaint'),
      await register('complaint'),
      await register('complaint'),
    ];
    await send(first, 'GiveSecrecy');
    for (const duplicate of [first, second]) await send(kept, 'HoldDuplicate', { duplicate });
    for (const stream of [kept, first, second])
      expect(await seen(stream)).toMatchObject({ secrecy: 'asked', caller: { state: 'withheld' } });
    for (const service of ['consultations', 'complaints'])
      expect((await office.ask(service, 'byPhone', { viewer: operator, phone: PHONE })).items).toEqual([]);
    await send(second, 'ErasePersonalData', { part: 'caller' }, reviewer);
    for (const stream of [kept, first, second])
      expect(await seen(stream)).toMatchObject({ caller: { state: 'erased' } });
    await quiet();
  });

  it('stays with each once they are let go: lifted here it is not lifted there, nor erased', async () => {
    const { send, seen, register, quiet } = anOffice();
    const [kept, other] = [await register('complaint', { secrecy: true }), await register('complaint')];
    await send(kept, 'HoldDuplicate', { duplicate: other });
    await send(kept, 'RestrictCase', { ground: '留存', until: '2031-06-30', erases: ['caller'] }, reviewer);
    expect(await seen(other)).toMatchObject({ restricted: { erases: ['caller'] } });
    await send(kept, 'ReleaseDuplicate', { duplicate: other, reason: '并错了' });
    expect(await seen(other)).toMatchObject({ secrecy: 'asked', restricted: { ground: '留存', until: '2031-06-30' } });
    expect((await seen(other))!.restricted).not.toHaveProperty('erases');
    expect(await seen(kept)).toMatchObject({ restricted: { erases: ['caller'] } });
    await send(kept, 'LiftSecrecy', { reason: '本人同意' }, reviewer);
    await send(kept, 'ErasePersonalData', { part: 'caller' }, reviewer);
    expect(await seen(kept)).toMatchObject({ caller: { state: 'erased' } });
    expect(await seen(other)).toMatchObject({ secrecy: 'asked', caller: { state: 'withheld' } });
    await quiet();
  });

  it('does not cross to whom a case follows: that is another person', async () => {
    const { send, seen, register } = anOffice();
    const [leading, follower] = [await register('complaint'), await register('complaint')];
    await send(leading, 'HoldFollower', { follower });
    await send(leading, 'GiveSecrecy');
    await send(leading, 'ErasePersonalData', { part: 'caller' }, reviewer);
    expect(await seen(follower)).toMatchObject({ linkedUnder: leading, caller: { state: 'open' } });
    expect(await seen(leading)).toMatchObject({ followers: [follower], caller: { state: 'erased' } });
  });
});

describe('nobody is led to a secret identity', () => {
  it('by a case that is joined into it, handed over, linked or declined as answered', async () => {
    const { office, send, seen, register } = anOffice();
    const from = await register('consultation', { summary: '询问' });
    await send(from, 'HandOver', { kind: 'report', reason: '实为举报' });
    const secret = `complaint-${derivedId((await office.store.read(from)).at(-1)!.id)}`;
    const [duplicate, follower, later] = [
      await register('complaint'),
      await register('complaint'),
      await register('complaint'),
    ];
    await send(secret, 'HoldDuplicate', { duplicate });
    await send(secret, 'HoldFollower', { follower });
    await send(secret, 'WriteTextForUnits', { text: '供单位阅看' });
    await send(secret, 'AssignCase', { unit: 'buses' });
    await send(secret, 'SignAssignment');
    await send(secret, 'DraftReply', { text: '已处理' });
    await send(secret, 'ApproveReply', {}, reviewer);
    await send(secret, 'DeliverReply', { how: 'phone' });
    await send(later, 'DeclineAsAnswered', { answered: secret }, reviewer);
    for (const viewer of [operator, handler, reviewer, administrator, { account: 'p', role: 'public' }])
      for (const stream of [secret, from, duplicate, later])
        expect(JSON.stringify((await seen(stream, viewer)) ?? {})).not.toMatch(/金丝雀|13800138000/);
    const { items } = await office.ask('complaints', 'byPhone', { viewer: operator, phone: PHONE });
    expect(items.map(({ stream }) => stream)).toEqual([follower]);
  });
});
