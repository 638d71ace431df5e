import { fakeStore } from '../testing/fake-context.js';
import { callerAccess } from './caller-access.js';

const office = {
  sources: [{ code: 'line', name: { zh: '本局', en: 'bureau' }, phone: '0374-2959600', platform: false }],
};
const access = (store = fakeStore()) =>
  callerAccess({ store, clock: () => Date.UTC(2021, 3, 12, 2), office: office as never });

describe('looking up a caller', () => {
  it('is recorded with who, when, why and which cases, and not by which number', async () => {
    const store = fakeStore();
    const { record } = access(store);
    const by = { account: 'wang', role: 'operator' };
    await record({ purpose: '来电核对前次事项', cases: ['complaint-1', 'consultation-2'] }, by);
    await record({ purpose: '来电核对前次事项', cases: [] }, by);
    const events = [];
    for await (const batch of store.subscribe({
      after: 0,
      categories: ['access'],
      signal: new AbortController().signal,
    }))
      events.push(...batch.events);
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({
      type: 'CallerCasesOpened',
      data: { purpose: '来电核对前次事项', cases: ['complaint-1', 'consultation-2'] },
      meta: { by, recordedAt: '2021-04-12T02:00:00.000Z' },
    });
    expect(events[0]!.stream).toMatch(/^access-[0-9a-f-]{36}$/);
  });

  it.each(['', '   ', '回拨13800138000', 'x'.repeat(201)])('is refused for the purpose %j', (purpose) =>
    expect(() => access().checked(purpose)).toThrow(/InvalidInput|PersonalNumberInText/),
  );

  it('may name the office’s own line', () => expect(access().checked(' 来自0374-2959600 ')).toBe('来自0374-2959600'));
});
