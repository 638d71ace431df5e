import { freshStore } from './testing/drive.js';
import { waitFor } from './wait-for.js';

const at = (position: number, partition = 0) => ({ writes: [], checkpoint: { name: 'p', partition, position } });

describe('waiting for a projection', () => {
  it('is over at once where the checkpoint is there, or past it', async () => {
    const readStore = freshStore();
    await readStore.write(at(5));
    expect(await waitFor({ readStore, projection: 'p', position: 5, timeoutMs: 0 })).toBe(true);
    expect(await waitFor({ readStore, projection: 'p', position: 4, timeoutMs: 0 })).toBe(true);
  });

  it('says no at the time-out, and asks for the right partition', async () => {
    const readStore = freshStore();
    await readStore.write(at(5));
    expect(await waitFor({ readStore, projection: 'p', position: 6, timeoutMs: 5 })).toBe(false);
    expect(await waitFor({ readStore, projection: 'p', position: 5, partition: 1, timeoutMs: 5 })).toBe(false);
  });

  it('looks again by itself', async () => {
    const readStore = freshStore();
    const waiting = waitFor({ readStore, projection: 'p', position: 6, timeoutMs: 60_000 });
    await readStore.write(at(6));
    expect(await waiting).toBe(true);
  });

  it('wakes up when told, and is told no more afterwards', async () => {
    const readStore = freshStore();
    const listeners = new Set<() => void>();
    const wake = (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    };
    const waiting = waitFor({ readStore, projection: 'p', position: 6, timeoutMs: 60_000, wake });
    for (const position of [4, 5, 6]) {
      await readStore.write(at(position));
      listeners.forEach((listener) => listener());
    }
    expect(await waiting).toBe(true);
    expect(listeners.size).toBe(0);
  });
});
