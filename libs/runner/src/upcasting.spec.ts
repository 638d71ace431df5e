import { fakeLog } from './testing/log.js';
import { upcasting } from './upcasting.js';

const steps = {
  Called: (data: object) => ({ type: 'Contacted', data: { ...data, medium: 'phone' } }),
  Contacted: (data: object) => ({ type: 'ContactMade', data: { ...data, answered: true } }),
};

describe('a log read through upcasts', () => {
  it('gives an old event in its newest shape, by read and by subscribe, and others as they are', async () => {
    const log = fakeLog();
    log.say('case-1', 'Called', { n: 1 });
    log.say('case-1', 'Closed', { n: 2 });
    const store = upcasting(log.store, steps);
    const expected = [
      { type: 'ContactMade', data: { n: 1, medium: 'phone', answered: true }, revision: 0, id: 'case-1@0' },
      { type: 'Closed', data: { n: 2 }, revision: 1 },
    ];
    expect(await store.read('case-1')).toMatchObject(expected);
    expect(await store.read('case-1', 1)).toMatchObject(expected.slice(1));
    const control = new AbortController();
    for await (const { events, position } of store.subscribe({ after: 0, signal: control.signal })) {
      expect(events).toMatchObject(expected);
      expect(position).toBe(await store.head());
      control.abort();
    }
    expect(log.events[0]).toMatchObject({ type: 'Called', data: { n: 1 } });
  });

  it('says so where the steps go round in a circle', async () => {
    const log = fakeLog();
    log.say('case-1', 'A');
    const circle = { A: () => ({ type: 'B', data: {} }), B: () => ({ type: 'A', data: {} }) };
    await expect(upcasting(log.store, circle).read('case-1')).rejects.toThrow('circle');
  });
});
