import { calendarFrom, chinaCalendar } from '@sunlit/calendar';
import { officeAtWork } from '@sunlit/casework/testing';
import type { JsonObject } from '@sunlit/kernel';
import { complaints } from './complaints.js';
import { operator, register, registration, type AtWork } from './complaints.scenes.js';

const noticesOf = async (office: AtWork, stream: string) =>
  (await office.store.read(stream))
    .filter(({ type }) => /Warned|Reminded|Supervised/.test(type))
    .map(({ type }) => type);
const tickAt = async (office: AtWork, instant: string) => {
  office.at(instant);
  await office.settle();
  await office.tick();
  await office.tick();
  await office.settle();
};

describe('the timers', () => {
  it('warn, remind and supervise, each once', async () => {
    const office = officeAtWork([complaints]);
    const { stream } = await register(office);
    for (const day of ['04-23', '04-26', '04-27', '04-29', '05-08', '05-10', '06-10'])
      await tickAt(office, `2021-${day}T01:00:00.000Z`);
    expect(await noticesOf(office, stream)).toEqual(['DeadlineWarned', 'DeadlineReminded', 'DeadlineSupervised']);
  });

  it('after an outage issue what is still due, dated now; supervision counts from the reminder issued', async () => {
    const office = officeAtWork([complaints]);
    const { stream } = await register(office);
    await tickAt(office, '2021-06-01T01:00:00.000Z');
    expect(await noticesOf(office, stream)).toEqual(['DeadlineReminded']);
    await tickAt(office, '2021-06-07T01:00:00.000Z');
    expect(await noticesOf(office, stream)).toEqual(['DeadlineReminded']);
    await tickAt(office, '2021-06-08T01:00:00.000Z');
    expect(await noticesOf(office, stream)).toEqual(['DeadlineReminded', 'DeadlineSupervised']);
    expect((await office.store.read(stream)).at(-1)?.meta).toMatchObject({ recordedAt: '2021-06-08T01:00:00.000Z' });
  });

  it('never time history', async () => {
    const office = officeAtWork([complaints]);
    const by = { account: 'import', role: 'importer' };
    const occurredAt = { at: '2020-04-11T16:00:00.000Z', precision: 'day' } as const;
    const { stream } = await office.send('complaints', {
      type: 'RegisterCase',
      data: { ...registration, history: true },
      by,
      occurredAt,
    });
    await tickAt(office, '2022-06-01T01:00:00.000Z');
    expect((await office.store.read(stream)).map(({ type }) => type)).toEqual(['CaseRegistered', 'CaseAccepted']);
  });

  it('set a provisional date anew at the first start whose table has the year', async () => {
    const before = officeAtWork([complaints]);
    before.at('2026-12-21T02:00:00.000Z');
    const { stream } = await register(before);
    const { due } = (await before.store.read(stream)).at(-1)!.data as { due: { provisional: boolean; on: string } };
    expect(due).toMatchObject({ provisional: true, on: '2027-01-07' });
    const named = { zh: '元旦', en: "New Year's Day" };
    const calendar = calendarFrom({
      version: 'cn-2027',
      firstYear: 2026,
      lastYear: 2027,
      holidays: { '2027-01-01': named },
      makeUpDays: {},
    });
    const { store } = before;
    const later = officeAtWork([complaints], { store, keys: before.context.keys, calendar });
    await tickAt(later, '2026-12-22T02:00:00.000Z');
    expect((await store.read(stream)).at(-1)).toMatchObject({
      type: 'DeadlineSet',
      data: {
        because: 'calendar',
        from: '2027-01-07',
        due: { on: '2027-01-08', provisional: false, calendar: 'cn-2027' },
      },
    });
    expect(chinaCalendar.lastYear).toBe(2026);
  });
});

describe('the desk', () => {
  it('shows a unit its own cases and those below it, nobody else the persons', async () => {
    const office = officeAtWork([complaints]);
    const { stream } = await register(office);
    await office.send('complaints', { stream, type: 'AssignCase', data: { unit: 'buses' } });
    await register(office, { category: 'taxi', summary: '出租车绕行' });
    await office.settle();
    const listed = async (role: string, unit?: string) => {
      const viewer = { account: 'v', role, ...(unit && { unit }) };
      const { items } = await office.ask('complaints', 'cases', { viewer, today: '2021-04-12', page: { first: 10 } });
      return items.map(({ caller }) => caller.state);
    };
    expect(await listed('operator')).toEqual(['open', 'open']);
    expect(await listed('unit-handler', 'transit')).toEqual(['open']);
    expect(await listed('unit-handler', 'roads')).toEqual([]);
    expect(await listed('unit-handler')).toEqual([]);
    for (const role of ['analyst', 'administrator', 'public'])
      expect(await listed(role)).toEqual(['withheld', 'withheld']);
    const viewer = { account: 'v', role: 'unit-handler', unit: 'roads' };
    expect((await office.ask('complaints', 'case', { viewer, stream })).case).toBeNull();
    await expect(office.ask('complaints', 'byPhone', { viewer, phone: '13800138000' })).rejects.toThrow('NotAllowed');
  });

  it('filters and searches, all conditions at once', async () => {
    const office = officeAtWork([complaints]);
    await register(office);
    await register(office, { category: 'taxi', summary: '出租车绕行', accept: false });
    await office.settle();
    const numbers = async (filter: object) => {
      const asked = {
        viewer: operator,
        today: '2021-04-30',
        filter,
        page: { first: 10, sort: 'registeredAt' as const },
      };
      return (await office.ask('complaints', 'cases', asked)).items.map(({ number }) => number.slice(-1));
    };
    expect(await numbers({ search: '公交' })).toEqual(['1']);
    expect(await numbers({ category: 'bus' })).toEqual(['1']);
    expect(await numbers({ queue: 'overdue' })).toEqual(['1']);
    expect(await numbers({ queue: 'to-accept' })).toEqual(['2']);
    expect(await numbers({ queue: 'to-accept', status: ['accepted'] })).toEqual([]);
    expect(await numbers({ cameFrom: '2021-04-13' })).toEqual([]);
    await expect(numbers({ search: '车' })).rejects.toThrow('InvalidInput');
  });
});

describe('a registration', () => {
  it('is one with what its source knows under the same number, and gives the code to the first alone', async () => {
    const office = officeAtWork([complaints]);
    const first = await register(office, { externalNumber: 'W-1' });
    const second = await register(office, { externalNumber: 'W-1', caller: { name: '李四' } });
    expect(second).toMatchObject({ stream: first.stream, number: first.number, events: [] });
    expect(second.queryCode).toBeUndefined();
    const asked = { source: '12328', externalNumber: 'W-1' };
    expect(await office.ask('complaints', 'bySource', asked)).toEqual({
      ...{ stream: first.stream, number: first.number },
      ...{ revision: first.revision, position: first.position },
    });
  });

  it.each([
    [{ summary: '请回电13800138000' }, 'PersonalNumberInText'],
    [{ summary: '车牌豫K12345绕行' }, 'PersonalNumberInText'],
    [{ object: { road: '建设路13800138000' } }, 'PersonalNumberInText'],
    [{ summary: '' }, 'InvalidInput'],
    [{ summary: '坏\ud800' }, 'InvalidInput'],
    [{ colour: 'red' }, 'InvalidInput'],
    [{ origin: { stream: `consultation-${'0'.repeat(36)}`, event: 'e', number: 'n' } }, 'NotAllowed'],
  ])('of %j is refused: %s', async (more, code) => {
    const office = officeAtWork([complaints]);
    await expect(register(office, more as JsonObject)).rejects.toThrow(code);
    expect((await office.wholeLog()).filter(({ type }) => type !== 'CaseNumbersLeased')).toEqual([]);
  });

  it.each(['0001-01-01T00:00:00Z', '+012345-01-01T00:00:00Z', '2021-02-30', 'gestern'])(
    'that came in at %s is refused',
    async (at) => {
      const office = officeAtWork([complaints]);
      const sent = { type: 'RegisterCase', data: registration, occurredAt: { at, precision: 'second' } } as const;
      await expect(office.send('complaints', sent)).rejects.toThrow(/InvalidInput|TooFarBack/);
    },
  );

  it('may name the office’s own lines', async () => {
    const office = officeAtWork([complaints]);
    await expect(register(office, { summary: '来电人称0374-2959600无人接听' })).resolves.toBeDefined();
  });
});

describe('erasure', () => {
  it('is seen by every read, loses the look-up and brings back nothing in a rebuild', async () => {
    const office = officeAtWork([complaints]);
    const { stream, number, queryCode } = await register(office);
    await office.settle();
    await office.send('complaints', { stream, type: 'ErasePersonalData', data: {} });
    await office.settle();
    const rebuilt = officeAtWork([complaints], { store: office.store, keys: office.context.keys });
    await rebuilt.settle();
    for (const one of [office, rebuilt]) {
      const { case: seen } = await one.ask('complaints', 'case', { viewer: operator, stream });
      expect(seen?.caller).toEqual({ state: 'erased' });
      expect((await one.ask('complaints', 'byPhone', { viewer: operator, phone: '13800138000' })).items).toEqual([]);
      const asked = { number: number!, queryCode: queryCode! };
      await expect(one.ask('complaints', 'progress', asked)).rejects.toThrow('NoSuchCase');
    }
    const correction = { caller: { name: '张三丰' }, reason: '补录' };
    await expect(office.send('complaints', { stream, type: 'CorrectCaller', data: correction })).rejects.toThrow(
      'Erased',
    );
  });

  it('leaves a repeated command its outcome, though nothing can be compared any more', async () => {
    const office = officeAtWork([complaints]);
    const commandId = office.freshId();
    const sent = { commandId, type: 'RegisterCase', data: registration };
    const first = await office.send('complaints', sent);
    await office.send('complaints', { stream: first.stream, type: 'ErasePersonalData', data: {} });
    await office.settle();
    const { queryCode: _, ...told } = first;
    expect(await office.send('complaints', sent)).toEqual(told);
  });
});

describe('a citizen', () => {
  it('follows a case by number and code, and learns as little from a wrong number as from a wrong code', async () => {
    const office = officeAtWork([complaints]);
    const { number, queryCode, stream } = await register(office);
    await office.send('complaints', { stream, type: 'AssignCase', data: { unit: 'buses' } });
    await office.send('complaints', {
      stream,
      type: 'DraftReply',
      data: { text: '尚未审核的草稿' },
      by: { ...operator, role: 'reviewer' },
    });
    await office.settle();
    const { progress } = await office.ask('complaints', 'progress', {
      number: number!,
      queryCode: queryCode!.toLowerCase(),
    });
    expect(JSON.stringify(progress)).not.toMatch(/草稿|张三丰|13800138000/);
    expect(progress.steps.map(({ title }) => title.en)).toEqual([
      'Registered',
      'Accepted',
      'Deadline set',
      'Assigned to a unit',
    ]);
    const refusals = [
      { number: number!, queryCode: '00000000' },
      { number: 'TS-2021-999999', queryCode: queryCode! },
    ].map((asked) => office.ask('complaints', 'progress', asked).catch((error: unknown) => error));
    const [one, other] = await Promise.all(refusals);
    expect(one).toEqual(other);
  });
});
