import { join } from 'node:path';
import { caseNumberEvents } from './case/casework.events.js';
import { caseNumbers } from './service/case.numbers.js';
import { orderNumberEvents } from './order/order.events.js';
import { goldenEvent, goldenFiles } from './testing/golden.js';
import { memoryEventStore } from './testing/stores.js';

const folder = join(import.meta.dirname, 'golden');

goldenFiles('case numbers and claims', { folder, schemas: { ...caseNumberEvents, ...orderNumberEvents }, upcasts: {} });

it('a leased block, as logs hold it, is not given out again', async () => {
  const store = memoryEventStore();
  const { stream, revision: _, position: __, ...leased } = goldenEvent(folder, 'CaseNumbersLeased');
  await store.append(stream, [leased], -1);
  const clock = () => Date.parse('2021-07-01T02:00:00.000Z');
  const { next } = caseNumbers({ store, clock, category: stream.slice(0, -'-2021'.length), prefix: 'XX' });
  expect(await next(2021)).toBe('XX-2021-000101');
});
