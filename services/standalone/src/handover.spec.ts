import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeAtWork } from '@sunlit/casework/testing';
import { complaints } from '@sunlit/complaints';
import { consultations } from '@sunlit/consultations';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import { derivedId, type JsonObject, type StoredEvent } from '@sunlit/kernel';
import { sqliteKeyStore } from '@sunlit/privacy/sqlite';

const masterKey = Buffer.alloc(32, 7);

const operator = { account: 'op', role: 'operator' };
const registration = {
  kind: 'consultation',
  category: 'bus.route',
  source: '12328',
  medium: 'phone',
  summary: '询问9路公交车为何不停靠',
  externalNumber: 'W-77',
  caller: { name: '张三丰', phone: '13800138000' },
  statement: { text: '等了四十分钟' },
};

const handedOverCase = async (office: ReturnType<typeof officeAtWork>, data: JsonObject = {}) => {
  const first = await office.send('consultations', {
    type: 'RegisterCase',
    data: { ...registration, ...data },
    occurredAt: { at: '2021-04-09T01:00:00.000Z', precision: 'minute' },
  });
  const handOver = await office.send('consultations', {
    stream: first.stream,
    type: 'HandOver',
    data: { kind: 'complaint', reason: '实为投诉' },
  });
  const event = (await office.store.read(first.stream)).at(-1)!;
  return { first, handOver, to: `complaint-${derivedId(event.id)}` };
};

const types = (events: readonly StoredEvent[]) => events.map(({ type }) => type);

describe('a handover', () => {
  it('as a report keeps the person secret on both sides', async () => {
    const office = officeAtWork([consultations, complaints]);
    const { stream } = await office.send('consultations', { type: 'RegisterCase', data: registration });
    const data = { kind: 'report', reason: '实为举报' };
    await office.send('consultations', { stream, type: 'HandOver', data });
    await office.settle();
    await office.settle();
    const here = await office.store.read(stream);
    expect(types(here).slice(-2)).toEqual(['SecrecyGiven', 'CaseHandedOver']);
    const there = await office.store.read(`complaint-${derivedId(here.at(-1)!.id)}`);
    expect(there.map(({ type, data: said }) => [type, said])).toContainEqual(['SecrecyGiven', { because: 'kind' }]);
  });

  it('and two restrictions that cross come to rest at the longer one', async () => {
    const office = officeAtWork([consultations, complaints]);
    const { first, to } = await handedOverCase(office);
    await office.settle();
    await office.settle();
    const restrict = (service: string, stream: string, until: string) =>
      office.send(service, { stream, type: 'RestrictCase', data: { ground: '争议', until, erases: ['caller'] } });
    await restrict('consultations', first.stream, '2031-06-30');
    await restrict('complaints', to, '2032-06-30');
    for (let round = 0; round < 4; round++) await office.settle();
    const restricted = async (stream: string) =>
      (await office.store.read(stream)).flatMap(({ type, data }) => (type === 'CaseRestricted' ? [data['until']] : []));
    expect(await restricted(first.stream)).toEqual(['2031-06-30', '2032-06-30']);
    expect(await restricted(to)).toEqual(['2032-06-30']);
  });

  it('is done once, with the number and the code of the citizen still good', async () => {
    const office = officeAtWork([consultations, complaints]);
    const { first, to } = await handedOverCase(office);
    await office.settle();
    await office.settle();
    const events = await office.store.read(to);
    expect(types(events)).toEqual(['CaseRegistered', 'CaseAccepted', 'DeadlineSet']);
    expect(events[0]).toMatchObject({
      data: {
        source: '12328',
        medium: 'phone',
        kind: 'complaint',
        externalNumber: 'W-77',
        origin: { stream: first.stream, number: first.number },
      },
      meta: { occurredAt: { at: '2021-04-09T01:00:00.000Z', precision: 'minute' }, by: { role: 'system' } },
    });
    const [registered] = await office.store.read(first.stream);
    expect(events[0]!.meta.correlation).toBe(registered!.meta.correlation);
    expect((events[0]!.data as JsonObject)['caller']).not.toEqual((registered!.data as JsonObject)['caller']);
    const { case: seen } = await office.ask('complaints', 'case', { viewer: operator, stream: to });
    expect(seen).toMatchObject({ caller: { name: '张三丰' }, statement: { text: '等了四十分钟' } });
    const asked = { number: first.number!, queryCode: first.queryCode! };
    expect((await office.ask('consultations', 'progress', asked)).handedOverTo).toBe(to);
    expect((await office.ask('complaints', 'progressOf', { stream: to })).progress.status).toBe('accepted');
    const { handedOverTo } = await office.ask('consultations', 'bySource', { source: '12328', externalNumber: 'W-77' });
    expect(handedOverTo).toBe(to);
  });

  it('that was cut off anywhere is finished later', async () => {
    for (const failing of ['personalForHandover', 'command', 'answer']) {
      let cut = true;
      const office = officeAtWork([consultations, complaints]);
      const call = office.context.rpc.call;
      (office.context.rpc as { call: typeof call }).call = async (service, operation, payload) => {
        if (cut && operation === failing) throw new Error('cut off');
        return call(service, operation, payload);
      };
      const { to } = await handedOverCase(office);
      if (failing === 'answer') (office.store as never as { lose: () => void }).lose();
      await office.settle().catch(() => undefined);
      cut = false;
      await office.settle();
      expect(types(await office.store.read(to))).toEqual(['CaseRegistered', 'CaseAccepted', 'DeadlineSet']);
    }
  });

  it('works on the stores it will have', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sunlit 阳光 '));
    const store = sqliteEventStore({ file: join(folder, 'events.sqlite') });
    const keys = sqliteKeyStore({ file: join(folder, 'keys.sqlite'), masterKey });
    const office = officeAtWork([consultations, complaints], { store, keys });
    const { first, to } = await handedOverCase(office);
    await office.settle();
    await office.send('complaints', { stream: to, type: 'ErasePersonalData', data: {} });
    await office.settle();
    expect(types(await store.read(to))).toEqual([
      'CaseRegistered',
      'CaseAccepted',
      'DeadlineSet',
      'PersonalDataErased',
    ]);
    expect(types(await store.read(first.stream)).at(-1)).toBe('PersonalDataErased');
    await store.close();
    await keys.close();
    const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
    expect(files.some((content) => content.includes('张三丰') || content.includes('13800138000'))).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it('that is refused leaves the case open where it was', async () => {
    const office = officeAtWork([consultations, complaints]);
    const { first, to } = await handedOverCase(office);
    const { operations } = office.definitions.get('complaints')!;
    const refusing = { ...office.definitions.get('complaints')!, operations: { ...operations } };
    office.definitions.set('complaints', {
      ...refusing,
      operations: {
        ...operations,
        command: async (payload: JsonObject) =>
          (operations['command'] as never as (payload: JsonObject) => Promise<JsonObject>)({
            ...payload,
            data: { ...(payload['data'] as JsonObject), category: 'rockets' },
          }),
      } as never,
    });
    await office.settle();
    expect(await office.store.read(to)).toEqual([]);
    expect(types(await office.store.read(first.stream)).at(-1)).toBe('HandoverRefused');
    const { case: seen } = await office.ask('consultations', 'case', { viewer: operator, stream: first.stream });
    expect(seen?.status).toBe('accepted');
    expect(seen?.handedOverTo).toBeUndefined();
  });

  const erased = { state: 'erased' };
  const callerOf = async (office: ReturnType<typeof officeAtWork>, service: string, stream: string) =>
    (await office.ask(service, 'case', { viewer: operator, stream })).case?.caller;

  it.each(['consultations', 'complaints'])('erasure begun in %s reaches both, and ends', async (service) => {
    const office = officeAtWork([consultations, complaints]);
    const { first, to } = await handedOverCase(office);
    await office.settle();
    await office.send(service, {
      stream: service === 'complaints' ? to : first.stream,
      type: 'ErasePersonalData',
      data: {},
    });
    await office.settle();
    expect(await callerOf(office, 'consultations', first.stream)).toEqual(erased);
    expect(await callerOf(office, 'complaints', to)).toEqual(erased);
    for (const one of ['consultations', 'complaints'])
      expect((await office.ask(one, 'byPhone', { viewer: operator, phone: '13800138000' })).items).toEqual([]);
    expect(types(await office.store.read(to)).filter((type) => type === 'PersonalDataErased')).toHaveLength(1);
    const asked = { number: first.number!, queryCode: first.queryCode! };
    await expect(office.ask('consultations', 'progress', asked)).rejects.toThrow('NoSuchCase');
  });

  it('of a case erased before it was taken over brings nobody', async () => {
    const office = officeAtWork([consultations, complaints]);
    const { first, to } = await handedOverCase(office);
    await office.send('consultations', { stream: first.stream, type: 'ErasePersonalData', data: {} });
    await office.settle();
    expect(types(await office.store.read(to))).toContain('PersonalDataErased');
    expect(await callerOf(office, 'complaints', to)).toEqual(erased);
    const correction = { caller: { name: '张三丰' }, reason: '补录' };
    await expect(office.send('complaints', { stream: to, type: 'CorrectCaller', data: correction })).rejects.toThrow(
      'Erased',
    );
  });

  it('whose person was read just before the erasure is erased all the same', async () => {
    const office = officeAtWork([consultations, complaints]);
    const { first, to } = await handedOverCase(office);
    const call = office.context.rpc.call;
    (office.context.rpc as { call: typeof call }).call = async (service, operation, payload) => {
      const answer = await call(service, operation, payload);
      if (operation === 'personalForHandover')
        await office.send('consultations', {
          stream: first.stream,
          type: 'ErasePersonalData',
          data: {},
          commandId: derivedId('once'),
        });
      return answer;
    };
    await office.settle();
    expect(await callerOf(office, 'complaints', to)).toEqual(erased);
  });
});
