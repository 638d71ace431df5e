import { memoryEventStore, officeAtWork } from '@sunlit/casework/testing';
import { complaints } from '@sunlit/complaints';
import { consultations } from '@sunlit/consultations';
import { Unavailable, derivedId, type EventStore, type JsonObject } from '@sunlit/kernel';

const MINUTE = 60_000;
const START = Date.parse('2021-04-12T02:00:00.000Z');

const order = { dispatchedAt: '2021-04-12T01:00:00.000Z', dueAt: '2021-04-20T09:30:00.000Z' };
const data = (kind: string, more: JsonObject = {}): JsonObject => ({
  ...{ kind, category: 'bus.route', source: '12328', medium: 'phone', summary: '反映公交越站' },
  ...{ externalNumber: 'BL-7', caller: { phone: '13800138000' }, order },
  ...more,
});
const asComplaint = { type: 'RegisterCase', data: data('complaint') };
const asHelp = { type: 'RegisterCase', data: data('help') };

const bothServices = (given: { readonly store?: EventStore } = {}) =>
  officeAtWork([consultations, complaints] as never, given);
type AtWork = ReturnType<typeof bothServices>;

const registrations = async (office: AtWork) =>
  (await office.wholeLog()).filter(({ type }) => type === 'CaseRegistered').map(({ stream }) => stream);

describe('one number of one source', () => {
  it('is one matter in both services, under whatever kind it is sent again', async () => {
    const office = bothServices();
    const first = await office.send('complaints', asComplaint);
    const before = (await office.wholeLog()).length;
    for (const service of ['consultations', 'complaints', 'consultations']) {
      const again = await office.send(service, service === 'complaints' ? asComplaint : asHelp);
      expect(again).toMatchObject({ stream: first.stream, number: first.number, events: [], revision: first.revision });
      expect(again).not.toHaveProperty('queryCode');
    }
    expect(await office.wholeLog()).toHaveLength(before);
  });

  it('is told of another source or number', async () => {
    const office = bothServices();
    await office.send('complaints', asComplaint);
    const other = await office.send('consultations', {
      type: 'RegisterCase',
      data: data('help', { externalNumber: 'BL-8' }),
    });
    expect(other.events).toContain('OrderReceived');
  });

  it('holds also for what was registered before numbers were claimed', async () => {
    const store = memoryEventStore();
    const office = bothServices({ store });
    const { stream } = await office.send('complaints', asComplaint);
    const events = (await office.wholeLog()).filter((event) => event.stream === stream);
    const old = memoryEventStore();
    await old.append(stream, events.map(({ stream: _, revision: __, position: ___, ...event }) => event) as never, -1);
    const later = bothServices({ store: old });
    expect(await later.send('consultations', asHelp)).toMatchObject({ stream, events: [] });
  });

  it('stays with a consultation that was handed over: the complaint it becomes has it by its origin', async () => {
    const office = bothServices();
    const { stream } = await office.send('consultations', asHelp);
    await office.send('consultations', { stream, type: 'SignOrder' });
    await office.send('consultations', { stream, type: 'HandOver', data: { kind: 'complaint', reason: '属投诉' } });
    await office.settle();
    const [, became] = await registrations(office);
    const received = (await office.store.read(became!)).find(({ type }) => type === 'OrderReceived')!;
    expect(received.data).toMatchObject({ ...order, number: 'BL-7', signedAt: '2021-04-12T02:00:00.000Z' });
    expect(await office.send('complaints', asComplaint)).toMatchObject({ stream, events: [] });
    expect(await registrations(office)).toHaveLength(2);
  });

  it('is registered once where both are sent at the same time', async () => {
    const office = bothServices();
    const answers = await Promise.allSettled([
      office.send('complaints', asComplaint),
      office.send('consultations', asHelp),
    ]);
    const [made, ...more] = await registrations(office);
    expect(more).toEqual([]);
    for (const one of answers)
      if (one.status === 'fulfilled') expect(one.value.stream).toBe(made);
      else expect(one.reason).toBeInstanceOf(Unavailable);
  });

  it('is not claimed by what is refused: a refusal leaves no event', async () => {
    const office = bothServices();
    for (const more of [{ category: 'nowhere' }, { order: { dispatchedAt: '2021-05-01T00:00:00.000Z' } }])
      await expect(
        office.send('complaints', { type: 'RegisterCase', data: data('complaint', more) }),
      ).rejects.toThrow();
    expect(await office.wholeLog()).toEqual([]);
  });
});

/** A store that loses the first registration, as a process does that is killed between the claim and the append. */
const losing = (): EventStore => {
  const store = memoryEventStore();
  let lost = false;
  return {
    ...store,
    append: async (stream, events, revision) => {
      if (!lost && events[0]!.type === 'CaseRegistered') {
        lost = true;
        throw new Unavailable('The store is away.');
      }
      return store.append(stream, events, revision);
    },
  };
};

describe('a claim whose case never came', () => {
  const claimedOnly = async () => {
    const office = bothServices({ store: losing() });
    await expect(office.send('complaints', asComplaint)).rejects.toThrow(Unavailable);
    return office;
  };

  it('is followed by its own service whenever the order is sent again', async () => {
    const office = await claimedOnly();
    expect((await office.send('complaints', asComplaint)).events).toContain('CaseRegistered');
    expect(await registrations(office)).toHaveLength(1);
  });

  it('keeps the other service away for some minutes, and is then taken over', async () => {
    const office = await claimedOnly();
    office.at(new Date(START + 4 * MINUTE).toISOString());
    await expect(office.send('consultations', asHelp)).rejects.toThrow(Unavailable);
    office.at(new Date(START + 6 * MINUTE).toISOString());
    const { stream } = await office.send('consultations', asHelp);
    expect(stream).toBe(`consultation-${derivedId('12328', 'BL-7')}`);
    expect(await office.send('complaints', asComplaint)).toMatchObject({ stream, events: [] });
  });
});

it('nothing is registered under a number as long as the other service cannot be asked', async () => {
  const away = async (): Promise<never> => {
    throw new Unavailable('consultations cannot be reached: try again.');
  };
  const office = officeAtWork([complaints] as never, { rpc: away });
  await expect(office.send('complaints', asComplaint)).rejects.toThrow(Unavailable);
  expect(await office.wholeLog()).toEqual([]);
  const { events } = await office.send('complaints', {
    type: 'RegisterCase',
    data: data('complaint', { externalNumber: undefined as never, order: undefined as never }),
  });
  expect(events).toContain('CaseRegistered');
});
