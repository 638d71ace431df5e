import fc from 'fast-check';
import type { ReadStore } from '@sunlit/kernel';
import { memoryReadStore } from '@sunlit/read-store/memory';
import { listAll } from './list-all.js';
import { listSetAside } from './set-aside.js';
import { caseProjection, recount, told } from './testing/cases.js';
import { endOf, freshStore, histories, logOf, runUntil, stoppedEverywhere, stoppingStore } from './testing/drive.js';
import { fakeBus, fakeLog, publicEvent } from './testing/log.js';

const everything = async (store: ReadStore) => ({
  documents: await Promise.all(
    ['cases.v1', 'units.v1', 'totals.v1'].map(async (name) =>
      (await listAll(store, name, {})).map(({ key, version, doc }) => ({ key, version, doc })),
    ),
  ),
  checkpoints: await store.checkpoints('cases.v1'),
});

describe('a rebuild', () => {
  it('gives the identical documents and versions', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 9 }), async (history, batch) => {
        const log = logOf(history);
        const readStore = freshStore();
        const options = { projection: caseProjection(), readStore, source: { log: log.store }, batch };
        await runUntil(options, endOf(log));
        const before = await everything(readStore);
        await runUntil({ ...options, batch: 10 - batch }, endOf(log), (runner) => runner.rebuild());
        expect(await everything(readStore)).toEqual(before);
        expect(await readStore.checkpoints('cases.v1~rebuild')).toEqual(new Map());
      }),
      { numRuns: 40 },
    );
  });

  it('mends what is wrong, by the bus from all partitions, one of them empty', async () => {
    const log = logOf([1, 2, 3, 4, 2].map((stream) => ({ stream, what: 'Opened', unit: 'roads', other: false })));
    const events = log.events.map((event) => publicEvent(event));
    const source = { bus: fakeBus([events.slice(0, 3), [], events.slice(3)], [2]) };
    const readStore = freshStore();
    const options = { projection: caseProjection(), readStore, source };
    const until = new Map([
      [0, 2],
      [2, 1],
    ]);
    await runUntil(options, until);
    const before = await everything(readStore);
    const wrong = [{ key: 'case-8', version: 7, doc: { unit: 'ghosts', moves: 0 } }];
    await readStore.write({ writes: [{ collection: 'cases.v1', documents: wrong }] });
    await runUntil(options, until, (runner) => runner.rebuild());
    expect(await everything(readStore)).toEqual(before);
  });

  it('is done in the end wherever it is stopped, under live writes, and says again what is set aside', async () => {
    const log = logOf([1, 2, 3].map((stream) => ({ stream, what: 'Opened', unit: 'roads', other: true })));
    log.say('case-2', 'Moved', { unit: 'buses', bad: true });
    log.say('case-2', 'Moved', { unit: 'taxis' });
    log.say('case-3', 'Moved', { unit: 'taxis', worse: true });
    const trouble = { row: true, change: true };
    const { store: readStore, stopAfter } = stoppingStore();
    const options = { projection: caseProjection(trouble), readStore, source: { log: log.store }, batch: 2 };
    await runUntil(options, endOf(log));
    expect(await listSetAside(readStore)).toHaveLength(2);
    trouble.row = false;
    const stops = await stoppedEverywhere(stopAfter, async () => {
      await runUntil(options, endOf(log), async (runner) => {
        if (log.events.length < 20) log.say('case-1', 'Moved', { unit: 'buses' });
        await runner.rebuild();
      });
    });
    expect(stops).toBeGreaterThan(10);
    await runUntil(options, endOf(log));
    const fine = log.events.filter(({ stream, revision }) => stream !== 'case-3' || revision === 0);
    expect(await told(readStore)).toEqual(recount(fine.filter(({ type }) => type !== 'Unheard')));
    expect(await listSetAside(readStore)).toMatchObject([{ stream: 'case-3', reason: 'RangeError', waiting: 1 }]);
    trouble.change = false;
    await runUntil(options, endOf(log), (runner) => runner.retry('case-3'));
    expect(await listSetAside(readStore)).toEqual([]);
    expect(await told(readStore)).toEqual(recount(log.events.filter(({ type }) => type !== 'Unheard')));
  });

  it('empties what nobody said', async () => {
    const log = fakeLog();
    const readStore = memoryReadStore();
    const options = { projection: caseProjection(), readStore, source: { log: log.store } };
    await runUntil(options, endOf(log), (runner) => runner.rebuild());
    expect((await told(readStore)).cases).toEqual([]);
  });
});
