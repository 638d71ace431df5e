import { Unavailable } from '@sunlit/kernel';
import { patiently } from './patience.js';

const never = new AbortController().signal;

describe('a process that waits for its stores', () => {
  it('begins when they are there, and says meanwhile what it waits for', async () => {
    const told: string[] = [];
    let left = 2;
    const open = async (): Promise<string> => {
      if (left-- > 0) throw new Unavailable('the store is away');
      return 'open';
    };
    expect(await patiently(open, { signal: never, onWait: ({ message }) => told.push(message) })).toBe('open');
    expect(told).toEqual(['the store is away', 'the store is away']);
  });

  it('waits for a file another process is about to make', async () => {
    let left = 1;
    const open = async (): Promise<string> => {
      if (left-- > 0) throw Object.assign(new Error('no file'), { problem: 'FileMissing' });
      return 'open';
    };
    expect(await patiently(open, { signal: never, onWait: () => undefined })).toBe('open');
  });

  it('gives up at once on what only a person can mend, and ends when it is told to', async () => {
    const wrong = async (): Promise<never> => {
      throw new Error('another master key');
    };
    await expect(patiently(wrong, { signal: never, onWait: () => undefined })).rejects.toThrow('another master key');
    const ending = new AbortController();
    const away = async (): Promise<never> => {
      throw new Unavailable('away');
    };
    expect(await patiently(away, { signal: ending.signal, onWait: () => ending.abort() })).toBeNull();
  });
});
