import fc from 'fast-check';
import type { PublicEvent } from '@sunlit/kernel';
import { caseProjection, recount, told } from './testing/cases.js';
import { endOf, freshStore, histories, logOf, runUntil, stoppedEverywhere, stoppingStore } from './testing/drive.js';
import { fakeBus, fakeLog, publicEvent } from './testing/log.js';
import { runProjection } from './projection-runner.js';

const ours = (log: ReturnType<typeof fakeLog>) => log.events.filter(({ stream }) => stream.startsWith('case-'));

describe('a projection of the log', () => {
  it('is the plain fold of the log, however it is cut into batches, stopped and begun again', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 40 }),
        async (history, batch, cache) => {
          const log = logOf(history);
          const readStore = freshStore();
          const options = { projection: caseProjection(), readStore, source: { log: log.store }, batch, cache };
          await runUntil(options, endOf(log));
          expect(await told(readStore)).toEqual(recount(ours(log)));
          expect(await readStore.checkpoints('cases.v1')).toEqual(new Map([[0, log.head()]]));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same after a stop between any two writes, also where the next batch is cut otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async (history, sizes) => {
          const log = logOf(history);
          const { store: readStore, stopAfter } = stoppingStore();
          let run = 0;
          await stoppedEverywhere(stopAfter, () =>
            runUntil(
              {
                projection: caseProjection(),
                readStore,
                source: { log: log.store },
                batch: sizes[run++ % sizes.length]!,
                cache: 5,
              },
              endOf(log),
            ),
          );
          expect(await told(readStore)).toEqual(recount(ours(log)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('follows what comes, and writes a checkpoint for what is not its own', async () => {
    const log = fakeLog();
    const readStore = freshStore();
    await runUntil(
      { projection: caseProjection(), readStore, source: { log: log.store } },
      endOf(log),
      async (runner) => {
        log.say('case-1', 'Opened', { unit: 'roads' });
        log.say('other-1', 'Unheard');
        while (runner.position().get(0) !== log.head()) await new Promise((resolve) => setImmediate(resolve));
      },
    );
    expect((await told(readStore)).cases).toHaveLength(1);
    expect(await readStore.checkpoints('cases.v1')).toEqual(new Map([[0, log.head()]]));
  });

  it('has each batch that brings something observed once, from fold to write; a rebuild is not', async () => {
    const log = logOf([{ stream: 1, what: 'Opened', unit: 'roads', other: true }]);
    const readStore = freshStore();
    const seen: string[] = [];
    const options = {
      projection: caseProjection(),
      readStore,
      source: { log: log.store },
      observe: async (name: string, events: readonly { readonly type: string }[], work: () => Promise<void>) => {
        const before = (await told(readStore)).cases.length;
        await work();
        seen.push(`${name} ${events.map(({ type }) => type).join()} ${before}-${(await told(readStore)).cases.length}`);
      },
    };
    await runUntil(options, endOf(log), (runner) => runner.rebuild());
    await runUntil(options, endOf(log));
    expect(seen).toEqual(['cases.v1 Opened 0-1']);
  });

  it('passes the failpoints around each write, and fails as they do', async () => {
    const log = logOf([{ stream: 1, what: 'Opened', unit: 'roads', other: false }]);
    const passed: string[] = [];
    const options = { projection: caseProjection(), readStore: freshStore(), source: { log: log.store } };
    await runUntil({ ...options, failpoint: (name) => void passed.push(name) }, endOf(log));
    expect(passed).toEqual(['projection:before-write', 'projection:after-write']);
    const failpoint = () => Promise.reject(new Error('here'));
    const { signal } = new AbortController();
    await expect(runProjection({ ...options, readStore: freshStore(), failpoint, signal })).rejects.toThrow('here');
  });
});

const spread = (events: readonly PublicEvent[], partitions: number, repeats: readonly number[]): PublicEvent[][] => {
  const all = Array.from({ length: partitions }, (): PublicEvent[] => []);
  events.forEach((event, at) => {
    const mine = all[Number(event.subject.split('-')[1]) % partitions]!;
    mine.push(event);
    const back = repeats[at % Math.max(1, repeats.length)] ?? 0;
    mine.push(...mine.slice(mine.length - back));
  });
  return all;
};

describe('a projection of the bus', () => {
  it('is the fold of distinct events, whatever is repeated at new offsets, interleaved and stopped', async () => {
    const shape = fc.record({
      history: histories,
      partitions: fc.integer({ min: 1, max: 4 }),
      repeats: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 7 }),
      sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ history, partitions, repeats, sizes }) => {
        const events = ours(logOf(history)).map((event) => publicEvent(event));
        const all = spread(events, partitions, repeats);
        const { store: readStore, stopAfter } = stoppingStore();
        const until = new Map(all.map((messages, partition) => [partition, messages.length - 1]));
        const source = { bus: fakeBus(all, sizes) };
        await stoppedEverywhere(stopAfter, () => runUntil({ projection: caseProjection(), readStore, source }, until));
        expect(await told(readStore)).toEqual(recount(events));
      }),
      { numRuns: 60 },
    );
  });
});
