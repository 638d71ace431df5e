import { officeAtWork } from '@sunlit/casework/testing';
import { complaints } from '@sunlit/complaints';
import { consultations } from '@sunlit/consultations';
import { embeddedEventBus } from '@sunlit/event-bus/embedded';
import type { JsonObject, Projection } from '@sunlit/kernel';
import { memoryReadStore } from '@sunlit/read-store/memory';
import { projectionRunner } from '@sunlit/runner';

const operator = { account: 'op', role: 'operator' };
const reviewer = { account: 're', role: 'reviewer' };
const caller = { name: '张三丰', phone: '13800138000' };
const TODAY = '2021-04-12';

type Kind = 'complaint' | 'consultation';

/** Both services with one published answer. */
const anOffice = async () => {
  const office = officeAtWork([consultations, complaints]);
  const { store } = office;
  // Lists of their own: those of the office at work hold no counts.
  const readStore = memoryReadStore();
  const reading = consultations({ ...office.context, readStore });
  const serviceOf = (stream: string) => (stream.startsWith('complaint') ? 'complaints' : 'consultations');
  const ask = (operation: string, payload: JsonObject) => office.context.rpc.call('consultations', operation, payload);
  const tell = (type: string, data: JsonObject, stream?: string, by = operator) =>
    ask('knowledgeCommand', { commandId: office.freshId(), type, data, by, ...(stream && { stream }) });
  const text = { question: '末班车几点?', answer: '末班车21:30', category: 'bus', policy: { title: '时刻表' } };
  const knowledge = String((await tell('ProposeAnswer', text))['stream']);
  for (const type of ['ApproveAnswer', 'PublishAnswer']) await tell(type, {}, knowledge, reviewer);

  const definitions = [...office.definitions.values()];
  const mappings = Object.fromEntries(
    definitions.flatMap(({ name: service, publishes }) =>
      Object.entries(publishes).map(([category, toPublic]) => [category, { service, toPublic }]),
    ),
  );
  const bus = embeddedEventBus({ store, mappings });
  const run = async (projection: Projection, source: object): Promise<void> => {
    const stop = new AbortController();
    const head = await store.head();
    if (((await readStore.checkpoints(projection.name)).get(0) ?? 0) >= head) return;
    const onProgress = (position: number): void => void (position >= head && stop.abort());
    await projectionRunner({ projection, readStore, signal: stop.signal, onProgress, ...source } as never).run();
  };
  const uses = async (): Promise<unknown> => {
    await office.settle();
    const { projections, consumers } = reading;
    const given = projections.filter(({ name }) => ['answers-given.v1', 'knowledge.v1'].includes(name));
    for (const one of given) await run(one, { source: { log: store } });
    for (const one of consumers) await run(one, { source: { bus } });
    const payload = { viewer: operator, stream: knowledge, today: TODAY };
    const found = (await reading.operations['knowledge']!(payload as never)) as JsonObject;
    const { uses: all, usesByMonth } = found['knowledge'] as JsonObject;
    return [all, usesByMonth];
  };

  const register = async (kind: Kind) => {
    const data = { kind, category: 'bus', source: '12328', medium: 'phone', summary: '末班车没来', caller };
    return (await office.send(`${kind}s`, { type: 'RegisterCase', data })).stream;
  };
  const send = (stream: string, type: string, data: JsonObject = {}, by = operator) =>
    office.send(serviceOf(stream), { stream, type, data, by });
  const approved = async (stream: string, more: JsonObject = { knowledge }) => {
    await send(stream, 'AssignCase', { unit: 'buses' });
    await send(stream, 'DraftReply', { text: '末班车21:30', ...more });
    await send(stream, 'ApproveReply', {}, reviewer);
    await office.settle();
  };
  const deliver = (stream: string) => send(stream, 'DeliverReply', { how: 'phone' });
  return { office, knowledge, tell, uses, register, send, approved, deliver };
};

describe('an answer of the knowledge base that is given', () => {
  it('counts as a use in either service, when it reaches the person and not before', async () => {
    const { uses, register, approved, deliver } = await anOffice();
    const [complaint, consultation] = [await register('complaint'), await register('consultation')];
    await approved(complaint);
    await approved(consultation);
    expect(await uses()).toEqual([0, []]);
    await deliver(complaint);
    await deliver(consultation);
    expect(await uses()).toEqual([2, [{ month: '2021-04', count: 2 }]]);
  });

  it('counts once for each person answered: the leading case’s, and each that follows it in either service', async () => {
    const { office, knowledge, uses, register, send, approved, deliver } = await anOffice();
    const [leading, one, other] = [
      await register('complaint'),
      await register('complaint'),
      await register('consultation'),
    ];
    for (const follower of [one, other]) await send(leading, 'HoldFollower', { follower });
    await office.settle();
    await approved(leading);
    for (const stream of [leading, one, other]) {
      const types = (await office.store.read(stream)).filter(({ type }) => type === 'KnowledgeUsed');
      expect(types.map(({ data }) => data)).toEqual([{ knowledge, edition: 1 }]);
      await deliver(stream);
    }
    expect(await uses()).toEqual([3, [{ month: '2021-04', count: 3 }]]);
  });

  it('is not counted of a draft that another took the place of, nor of a voided case', async () => {
    const { uses, register, send, approved, deliver } = await anOffice();
    const [revised, voided] = [await register('complaint'), await register('complaint')];
    await send(revised, 'AssignCase', { unit: 'buses' });
    await send(revised, 'DraftReply', {
      text: '末班车21:30',
      knowledge: 'knowledge-00000000-0000-4000-8000-000000000000',
    }).catch(({ code }: { code: string }) => expect(code).toBe('NoSuchAnswer'));
    await approved(revised);
    await send(revised, 'SendBackReply', { reason: '请写明线路' }, reviewer);
    await approved(revised, { text: '9路末班车已整改' });
    await approved(voided);
    for (const stream of [revised, voided]) await deliver(stream);
    expect(await uses()).toEqual([1, [{ month: '2021-04', count: 1 }]]);
    await send(voided, 'VoidCase', { reason: '误登' }, reviewer);
    expect(await uses()).toEqual([0, []]);
  });

  it('is one that is published and in force', async () => {
    const { knowledge, tell, register, send } = await anOffice();
    const stream = await register('complaint');
    await send(stream, 'AssignCase', { unit: 'buses' });
    await tell('RetireAnswer', { reason: '已调整' }, knowledge, reviewer);
    await expect(send(stream, 'DraftReply', { text: '末班车21:30', knowledge })).rejects.toThrow('AnswerNotInForce');
  });
});
