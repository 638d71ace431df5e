import { caseNumbers } from './case.numbers.js';
import { memoryEventStore } from '../testing/stores.js';

const clock = () => Date.parse('2021-04-12T02:00:00.000Z');
const options = { clock, category: 'complaintnumbers', prefix: 'TS' };

describe('case numbers', () => {
  it('are unique among any number of processes, and lease a block of a hundred an event', async () => {
    const store = memoryEventStore();
    const processes = [1, 2, 3].map(() => caseNumbers({ ...options, store }));
    const given = await Promise.all(processes.flatMap(({ next }) => Array.from({ length: 150 }, () => next(2021))));
    expect(new Set(given).size).toBe(450);
    expect(given).toContain('TS-2021-000001');
    expect(store.log.every(({ stream }) => stream === 'complaintnumbers-2021')).toBe(true);
    expect(store.log.length).toBeLessThanOrEqual(9);
  });
  it('go on after a restart in a block of their own', async () => {
    const store = memoryEventStore();
    await caseNumbers({ ...options, store }).next(2021);
    expect(await caseNumbers({ ...options, store }).next(2021)).toBe('TS-2021-000101');
    expect(await caseNumbers({ ...options, store }).next(2022)).toBe('TS-2022-000001');
  });
  it('are never recorded before the block leased last, whatever the clock says', async () => {
    const store = memoryEventStore();
    await caseNumbers({ ...options, store }).next(2021);
    await caseNumbers({ ...options, store, clock: () => clock() - 3_600_000 }).next(2021);
    const [first, second] = store.log.map(({ meta }) => meta.recordedAt);
    expect(second).toBe(first);
  });
  it('are leased ahead: the command that meets the end of a block waits for nothing', async () => {
    const store = memoryEventStore();
    const { next } = caseNumbers({ ...options, store });
    for (let n = 0; n < 85; n++) await next(2021);
    await new Promise(setImmediate);
    expect(store.log).toHaveLength(2);
  });
  it('cost the same in a long year: no lease is read twice', async () => {
    const store = memoryEventStore();
    const read: number[] = [];
    const counting = {
      append: store.append,
      read: async (stream: string, from?: number) => {
        const events = await store.read(stream, from);
        read.push(events.length);
        return events;
      },
    };
    const { next } = caseNumbers({ ...options, store: counting });
    for (let n = 0; n < 1000; n++) await next(2021);
    expect(read.length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...read)).toBe(1);
  });
  it('are asked for again after a failed lease', async () => {
    const store = memoryEventStore();
    store.lose();
    const { next } = caseNumbers({ ...options, store });
    await expect(next(2021)).rejects.toThrow('the answer was lost');
    expect(await next(2021)).toBe('TS-2021-000101');
  });
});
