import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unavailable, type EventStore, type KeyStore, type LogBatch, type StoredEvent } from '@sunlit/kernel';
import { erasuresUpTo, runErasures } from './erasure.js';
import { sqliteKeyStore } from './sqlite/index.js';

const event = (position: number, keys?: string[]): StoredEvent => ({
  id: `e${position}`,
  stream: 'complaint-1',
  revision: position - 1,
  position,
  type: keys ? 'PersonalDataErased' : 'CaseNoted',
  data: keys ? { keys } : {},
  meta: {
    commandId: 'c',
    digest: '',
    by: { account: 'a', role: 'r' },
    recordedAt: '',
    correlation: 'c',
    causation: 'c',
  },
});
const isErasure = ({ type, data }: StoredEvent) => (type === 'PersonalDataErased' ? (data['keys'] as string[]) : []);

/** A log in memory that follows: batches of two, and what is added later. */
const logOf = (events: StoredEvent[]) => {
  const reads: number[] = [];
  const end = () => events.at(-1)?.position ?? 0;
  let wake = (): void => undefined;
  async function* subscribe({ after, signal }: { after: number; signal: AbortSignal }): AsyncGenerator<LogBatch> {
    reads.push(after);
    signal.addEventListener('abort', () => wake());
    for (let seen = after; !signal.aborted;) {
      const next = events.filter(({ position }) => position > seen).slice(0, 2);
      seen = next.at(-1)?.position ?? seen;
      yield { events: next, position: seen, caughtUp: seen === end() };
      if (!signal.aborted && seen === end()) await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  const store: Pick<EventStore, 'subscribe' | 'head'> = { subscribe, head: async () => end() };
  return { store, reads, add: (one: StoredEvent) => (events.push(one), wake()) };
};

describe('erasures of a log', () => {
  const masterKey = Buffer.alloc(32, 7);
  let folder: string;
  let keys: KeyStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'erasure-'));
    keys = sqliteKeyStore({ file: join(folder, 'keys.sqlite'), masterKey, batch: 8 });
  });
  afterEach(async () => {
    await keys.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const taken = async (count: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let n = 0; n < count; n++) ids.push((await keys.take()).id);
    return ids;
  };
  const alive = async (ids: string[], store = keys) => (await store.get(ids)).map((key) => key !== null);

  it('destroys the keys of every erasure up to the end, and nothing else', async () => {
    const ids = await taken(4);
    const { store } = logOf([event(1), event(2, [ids[0]!]), event(3), event(7, [ids[2]!, ids[2]!]), event(9)]);
    expect(await erasuresUpTo({ store, keys, isErasure })).toEqual({ position: 9, destroyed: [ids[0], ids[2]] });
    expect(await alive(ids)).toEqual([false, true, false, true]);
    expect(await keys.destroyedUpTo()).toBe(9);
  });

  it('ends at once on an empty log', async () => {
    expect(await erasuresUpTo({ store: logOf([]).store, keys, isErasure })).toEqual({ position: 0, destroyed: [] });
  });

  it('does the same when it is run again', async () => {
    const ids = await taken(2);
    const { store } = logOf([event(1, [ids[0]!])]);
    await erasuresUpTo({ store, keys, isErasure });
    await erasuresUpTo({ store, keys, isErasure });
    expect(await alive(ids)).toEqual([false, true]);
  });

  it('erases again in a key store restored from before', async () => {
    const ids = await taken(2);
    const { store } = logOf([event(1), event(2, [ids[0]!])]);
    const kept = new Map([[ids[0]!, (await keys.get([ids[0]!]))[0]!]]);
    await erasuresUpTo({ store, keys, isErasure });
    let upTo = 1;
    const restored: Pick<KeyStore, 'destroy' | 'destroyedUpTo'> = {
      destroy: async (gone, position) => (
        gone.forEach((id) => kept.delete(id)),
        void (upTo = Math.max(upTo, position))
      ),
      destroyedUpTo: async () => upTo,
    };
    await erasuresUpTo({ store, keys: restored, isErasure });
    expect(kept.size).toBe(0);
  });

  it('reads all again where the log ends before its checkpoint: it was restored, and its next events are others', async () => {
    const [id] = await taken(1);
    await keys.destroy([], 50_000);
    const { store, reads } = logOf([event(1, [id!]), event(40_000)]);
    await erasuresUpTo({ store, keys, isErasure });
    expect(await alive([id!])).toEqual([false]);
    expect(reads).toEqual([0]);
  });

  it('begins near its checkpoint otherwise', async () => {
    await keys.destroy([], 50_000);
    const { store, reads } = logOf([event(60_000)]);
    await erasuresUpTo({ store, keys, isErasure });
    expect(reads).toEqual([40_000]);
  });

  it('follows the log until it is stopped', async () => {
    const ids = await taken(2);
    const { store, add } = logOf([event(1, [ids[0]!])]);
    const stop = new AbortController();
    const done = runErasures({
      store,
      keys,
      isErasure,
      signal: stop.signal,
      onProgress: ({ position }) => (position === 1 ? add(event(2, [ids[1]!])) : stop.abort()),
    });
    await done;
    expect(await alive(ids)).toEqual([false, false]);
    expect(await keys.destroyedUpTo()).toBe(2);
  });

  it('goes on from its checkpoint after the key store was away, or says so', async () => {
    const ids = await taken(1);
    const { store } = logOf([event(1), event(2), event(3, ids)]);
    const stop = new AbortController();
    let away = 2;
    const faulty: Pick<KeyStore, 'destroy' | 'destroyedUpTo'> = {
      destroyedUpTo: () => keys.destroyedUpTo(),
      destroy: async (gone, position) => {
        if (away-- > 0) throw new Unavailable('away');
        await keys.destroy(gone, position);
      },
    };
    await expect(runErasures({ store, keys: faulty, isErasure, signal: stop.signal })).rejects.toThrow(Unavailable);
    const retries: unknown[] = [];
    await runErasures({
      store,
      keys: faulty,
      isErasure,
      signal: stop.signal,
      retry: async (error) => void retries.push(error),
      onProgress: ({ destroyed }) => destroyed.length > 0 && stop.abort(),
    });
    expect(retries).toHaveLength(1);
    expect(await alive(ids)).toEqual([false]);
  });
});
