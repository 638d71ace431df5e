import { seededBus } from '@sunlit/event-bus/seeded';
import type { EventBus, PublicEvent } from '@sunlit/kernel';
import { readMemory, memoryReadStore } from '@sunlit/read-store/memory';
import { projectionRunner } from '@sunlit/runner';
import fc from 'fast-check';
import { figures } from './figures/figures.js';
import { casePublicEvents, publicEvents } from '@sunlit/contracts';
import { asking, filled, projection } from './testing/filled.js';
import { randomLog } from './testing/random-log.js';
import { dueOn, story } from './testing/story.js';

const ALL = {
  figures: figures.map(({ name }) => name),
  from: '2021-01-01',
  to: '2021-12-31',
  granularity: 'month',
} as const;

/** A bus over these events that says when a subscriber asked for more after the last. */
const ending = (events: readonly PublicEvent[], ended: () => void): EventBus => {
  const bus = seededBus(events, { seed: 5, partitions: 7 });
  return {
    ...bus,
    async *subscribe(options) {
      const open = new Set(Array.from({ length: 7 }, (_, partition) => partition));
      for await (const batch of bus.subscribe(options)) {
        yield batch;
        if (batch.caughtUp) open.delete(batch.partition);
        if (open.size === 0) ended();
      }
    },
  };
};

/** Runs the projection over a harsh bus to its end, and gives what it keeps. */
const run = async (events: readonly PublicEvent[], readStore = memoryReadStore(readMemory())) => {
  const control = new AbortController();
  const bus = ending(events, () => control.abort());
  await projectionRunner({ projection, readStore, source: { bus }, signal: control.signal }).run();
  return asking(readStore);
};

describe('the projection of figures', () => {
  it('has a row for every public event type there is', () => {
    const types = new Set(Object.values(publicEvents).flatMap((table) => Object.keys(table)));
    expect(Object.keys(projection.apply).sort()).toEqual([...types].sort());
    expect(types.size).toBeGreaterThan(Object.keys(casePublicEvents).length);
  });

  it('comes to the same over seven partitions, interleaved and repeated', async () => {
    const check = fc.asyncProperty(randomLog(60), async (log) => {
      expect(await (await run(log)).statistics(ALL)).toEqual(await (await filled(log)).statistics(ALL));
    });
    await fc.assert(check, { numRuns: 15 });
  }, 60_000);

  it('counts a stream it had to set aside as lacking', async () => {
    const at = '2021-04-12T02:00:00.000Z';
    const newer = story('complaint-1', { type: 'CaseRegistered', at }, { type: 'CaseTelepathised', at });
    const good = story(
      'complaint-2',
      { type: 'CaseRegistered', at },
      { type: 'CaseAccepted', at },
      { type: 'DeadlineSet', at, data: { due: dueOn('2021-04-20') } },
    );
    const asked = await run([...newer, ...good]);
    expect(await asked.figure({ name: 'matters.accepted.v1', from: '2021-01-01', to: '2021-12-31' })).toMatchObject({
      value: 1,
      incomplete: 1,
    });
  });
});
