import { officeAtWork } from '@sunlit/casework/testing';
import type { Actor, JsonObject } from '@sunlit/kernel';
import { complaints } from './complaints.js';
import { handler as buses, operator, register, reviewer, type AtWork } from './complaints.scenes.js';

const roads = { account: 'r1', role: 'unit-handler', unit: 'roads' };
const transit = { account: 't1', role: 'unit-handler', unit: 'transit' };
const hotline = { account: 'h1', role: 'unit-handler', unit: 'hotline' };

const sender =
  (office: AtWork, stream: string) =>
  (type: string, data: JsonObject, by: Actor = operator) =>
    office.send('complaints', { stream, type, data, by });

const listed = async (office: AtWork, viewer: Actor, queue: string, today = '2021-04-12'): Promise<number> =>
  (await office.ask('complaints', 'cases', { viewer, today, filter: { queue: queue as 'open' }, page: { first: 10 } }))
    .total;

describe('a case with an assisting unit', () => {
  const assisted = async () => {
    const office = officeAtWork([complaints]);
    const { stream } = await register(office);
    const send = sender(office, stream);
    await send('AssignCase', { unit: 'roads' });
    await send('GiveTask', { unit: 'transit', dueOn: '2021-04-20' }, roads);
    await send('PassTaskDown', { unit: 'transit', to: 'buses' }, transit);
    await office.settle();
    return { office, stream, send };
  };

  it('is seen by the lead, by the unit that has the task and by the one that answers for it, and by no other', async () => {
    const { office, stream } = await assisted();
    const sees = async (viewer: Actor) => (await office.ask('complaints', 'case', { viewer, stream })).case !== null;
    expect(await Promise.all([roads, transit, buses, hotline].map(sees))).toEqual([true, true, true, false]);
    expect(await listed(office, buses, 'open')).toBe(1);
    expect(await listed(office, hotline, 'open')).toBe(0);
  });

  it('waits among the tasks of whoever has it until it is finished', async () => {
    const { office, stream, send } = await assisted();
    expect(await Promise.all([roads, transit, buses].map((one) => listed(office, one, 'tasks')))).toEqual([0, 1, 1]);
    await send('FinishTask', { unit: 'buses', text: '站牌已更新' }, buses);
    await office.settle();
    expect(await listed(office, buses, 'tasks')).toBe(0);
    const sees = async (viewer: Actor) => (await office.ask('complaints', 'case', { viewer, stream })).case;
    const seen = await sees(roads);
    expect(seen).toMatchObject({
      unit: 'roads',
      tasks: [{ unit: 'buses', answerable: ['transit'], state: 'finished', text: '站牌已更新', dueOn: '2021-04-20' }],
    });
    expect(seen).not.toHaveProperty('units');
    // Nothing is left for them to do, so nothing of the person is left for them to read.
    expect(await Promise.all([transit, buses].map(sees))).toEqual([null, null]);
    expect(await Promise.all([transit, buses].map((one) => listed(office, one, 'open')))).toEqual([0, 0]);
  });

  it('is read by those with a task while they have it: not once it is taken back, answered, or handled anew', async () => {
    const { office, stream, send } = await assisted();
    const sees = async (viewer: Actor) => (await office.ask('complaints', 'case', { viewer, stream })).case !== null;
    const see = async (...who: readonly Actor[]) => {
      await office.settle();
      return Promise.all(who.map(sees));
    };
    await send('ReturnTask', { unit: 'buses', ground: 'not-ours' }, buses);
    expect(await see(transit, buses)).toEqual([true, false]);
    await send('CancelTask', { unit: 'transit', reason: '已查清' }, roads);
    expect(await see(transit, buses)).toEqual([false, false]);
    await send('GiveTask', { unit: 'transit' }, roads);
    await send('DraftReply', { text: '已整改' }, roads);
    await send('ApproveReply', {}, reviewer);
    expect(await see(transit)).toEqual([true]);
    await send('DeliverReply', { how: 'phone' }, roads);
    expect(await see(roads, transit)).toEqual([true, false]);
    await send('ReopenCase', { reason: '又发生' }, reviewer);
    expect(await see(roads, transit)).toEqual([true, false]);
  });

  it('is warned of its task’s day and reminded of it, once each, by the timers', async () => {
    const { office, stream } = await assisted();
    const told = async () =>
      (await office.store.read(stream)).map(({ type }) => type).filter((type) => /^Task(Warned|Reminded)$/.test(type));
    office.at('2021-04-19T01:00:00.000Z');
    await office.tick();
    await office.tick();
    await office.settle();
    expect(await told()).toEqual(['TaskWarned']);
    office.at('2021-04-21T01:00:00.000Z');
    await office.tick();
    await office.tick();
    await office.settle();
    expect(await told()).toEqual(['TaskWarned', 'TaskReminded']);
    const { case: seen } = await office.ask('complaints', 'case', { viewer: buses, stream });
    expect(seen).toMatchObject({ tasks: [{ unit: 'buses', warnOn: '2021-04-19', notice: 'overdue' }] });
  });
});

describe('a suspended case', () => {
  const suspended = async () => {
    const office = officeAtWork([complaints]);
    const { stream } = await register(office);
    const send = sender(office, stream);
    await send('AskSuspension', { ground: 'waits-on-person', reason: '待补充' });
    await office.settle();
    expect(await listed(office, reviewer, 'suspension')).toBe(1);
    await send('ApproveSuspension', {}, reviewer);
    await office.settle();
    return { office, stream, send };
  };
  const typesOf = async (office: AtWork, stream: string) =>
    (await office.store.read(stream)).map(({ type }) => type).slice(3);

  it('is open, in its queue, and neither overdue nor warned of', async () => {
    const { office, stream } = await suspended();
    expect(await Promise.all(['open', 'suspended', 'suspension'].map((one) => listed(office, operator, one)))).toEqual([
      1, 1, 0,
    ]);
    office.at('2021-04-19T10:00:00.000Z');
    await office.tick();
    expect(await listed(office, operator, 'overdue', '2021-05-20')).toBe(0);
    expect(await typesOf(office, stream)).toEqual(['SuspensionAsked', 'CaseSuspended']);
  });

  it('goes on by itself once, after its last day, and is then warned of and overdue as any other', async () => {
    const { office, stream } = await suspended();
    office.at('2021-04-23T01:00:00.000Z');
    await office.tick();
    await office.tick();
    await office.settle();
    const log = (await office.store.read(stream)).slice(5);
    expect(log).toMatchObject([
      { type: 'CaseResumed', data: { because: 'limit', on: '2021-04-19' } },
      { type: 'DeadlineMoved', data: { from: '2021-04-28', by: 5, due: { on: '2021-05-08' } } },
    ]);
    expect(await listed(office, operator, 'suspended')).toBe(0);
    expect(await listed(office, operator, 'overdue', '2021-05-09')).toBe(1);
    office.at('2021-05-07T01:00:00.000Z');
    await office.tick();
    expect((await typesOf(office, stream)).at(-1)).toBe('DeadlineWarned');
  });
});

it('the person sees what they were told meanwhile, and that it waits', async () => {
  const office = officeAtWork([complaints]);
  const { stream, number, queryCode } = await register(office);
  const send = sender(office, stream);
  await send('GiveInterimReply', { text: '已收到,已转承办单位' });
  await send('AskSuspension', { ground: 'waits-on-person', reason: '待补充' });
  await send('ApproveSuspension', {}, reviewer);
  await office.settle();
  const { progress } = await office.ask('complaints', 'progress', { number: number!, queryCode: queryCode! });
  expect(progress.status).toBe('accepted');
  expect(progress.steps.map(({ title }) => title.zh).slice(-2)).toEqual(['阶段性回复:已收到,已转承办单位', '挂起']);
});
