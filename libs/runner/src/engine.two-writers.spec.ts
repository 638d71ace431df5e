import type { Projected, ReadStore } from '@sunlit/kernel';
import { openEngine } from './engine.js';
import type { Foldable } from './engine.js';
import type { SourceBatch } from './source.js';
import { caseProjection, told } from './testing/cases.js';
import { freshStore } from './testing/drive.js';
import { fakeLog } from './testing/log.js';

/** A partition of which each position is an event, and stretches of it. */
const aPartition = async () => {
  const log = fakeLog();
  for (const stream of [1, 2, 3, 4, 5, 6]) log.say(`case-${stream}`, 'Opened', { unit: 'roads' });
  for (const stream of [3, 1, 5, 6]) log.say(`case-${stream}`, 'Moved', { unit: 'buses' });
  log.say('case-7', 'Opened', { unit: 'buses' });
  const events: Projected[] = [];
  const ending = new AbortController();
  for await (const batch of log.store.subscribe({ after: 0, signal: ending.signal })) {
    events.push(...batch.events);
    if (batch.caughtUp) ending.abort();
  }
  return {
    length: events.length,
    /** From after one position up to another. */
    stretch: (after: number, to: number): SourceBatch => ({
      partition: 0,
      items: events.slice(after, to).map((event, at) => ({ position: after + at + 1, event })),
      position: to,
      caughtUp: to === events.length,
    }),
  };
};

const open = (readStore: ReadStore, cache: number) =>
  openEngine({
    projection: caseProjection() as unknown as Foldable,
    readStore,
    failpoint: () => undefined,
    cache,
    beside: false,
  });

/** Which of two writers takes the partition from where it stands to where. */
type Stretches = readonly (readonly [who: 0 | 1, after: number, to: number])[];

describe('two writers of a partition', () => {
  const outcomeOf = async (stretches: Stretches, cache: number) => {
    const { stretch } = await aPartition();
    const readStore = freshStore();
    const writers = [await open(readStore, cache), await open(readStore, cache)];
    for (const [who, after, to] of stretches) await writers[who]!.process(stretch(after, to));
    return told(readStore);
  };

  it.each<[string, Stretches]>([
    [
      'that comes back to the first, which read it to somewhere',
      [
        [0, 0, 2],
        [1, 0, 6],
        [0, 2, 6],
        [0, 6, 11],
      ],
    ],
    [
      'that comes back in smaller stretches',
      [
        [0, 0, 2],
        [1, 0, 8],
        [0, 2, 4],
        [0, 4, 7],
        [0, 7, 9],
        [0, 9, 11],
      ],
    ],
    [
      'that comes back and goes away again',
      [
        [0, 0, 3],
        [1, 0, 7],
        [0, 3, 9],
        [1, 7, 10],
        [0, 9, 11],
        [1, 10, 11],
      ],
    ],
    [
      'that both read at once',
      [
        [0, 0, 1],
        [1, 0, 2],
        [0, 1, 4],
        [1, 2, 5],
        [0, 4, 8],
        [1, 5, 11],
        [0, 8, 11],
      ],
    ],
  ])('%s leave the documents that one would have', async (_, stretches) => {
    for (const cache of [1, 2, 3, 5, 100]) {
      const alone = await outcomeOf([[0, 0, 11]], cache);
      expect([cache, await outcomeOf(stretches, cache)]).toEqual([cache, alone]);
    }
  });
});

/** Numbers that look like chance, the same again for a seed. */
const chance = (seed: number) => {
  let state = seed;
  return (count: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % count;
  };
};

/** A store whose answers come after a while, and which the writer is cut off from in the middle of its `last`-th write. */
const unreliable = (store: ReadStore, below: (count: number) => number, last: number): ReadStore => {
  const turns = async (): Promise<void> => {
    for (let left = below(4); left > 0; left--) await new Promise((resolve) => setImmediate(resolve));
  };
  let writes = 0;
  return {
    ...store,
    get: async (...args) => {
      await turns();
      return store.get(...args);
    },
    write: async ({ writes: parts, checkpoint }) => {
      const cut = ++writes === last ? below(parts.length + 1) : parts.length + 1;
      for (const part of parts.slice(0, cut)) {
        await turns();
        await store.write({ writes: [part] });
      }
      if (cut <= parts.length) throw new Error('killed');
      await turns();
      if (checkpoint) await store.write({ writes: [], checkpoint });
    },
  };
};

describe('writers of a partition that overlap, die in the middle of a write and begin again', () => {
  it('leave the documents that one would have', async () => {
    const { stretch, length } = await aPartition();
    const alone = freshStore();
    await (await open(alone, 100)).process(stretch(0, length));
    const wanted = await told(alone);
    for (let seed = 1; seed <= 300; seed++) {
      const below = chance(seed);
      const readStore = freshStore();
      /** Reads on from the checkpoint with pauses, in which the other one reads on too, and begins anew where it was cut off. */
      const writer = async (): Promise<void> => {
        for (let left = 1 + below(3); left >= 0; left--) {
          const own = unreliable(readStore, below, left === 0 ? Infinity : 1 + below(4));
          const engine = await open(own, 1 + below(8));
          try {
            for (let at = engine.positions.get(0) ?? 0; at < length;) {
              const to = Math.min(length, at + 1 + below(3));
              await engine.process(stretch(at, to));
              at = to;
            }
          } catch (error) {
            if ((error as Error).message !== 'killed') throw error;
          }
        }
      };
      await Promise.all([writer(), writer()]);
      expect([seed, await told(readStore)]).toEqual([seed, wanted]);
    }
  });
});
