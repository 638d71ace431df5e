import { headWatch } from './head-watch.js';

describe('the watch over the head', () => {
  const looks = (answers: readonly (number | Error)[]) => {
    let count = 0;
    const readHead = async (): Promise<number> => {
      const answer = answers[Math.min(count++, answers.length - 1)]!;
      if (answer instanceof Error) throw answer;
      return answer;
    };
    return { readHead, count: () => count };
  };
  const next = (watch: ReturnType<typeof headWatch>) => new Promise<number>((resolve) => void watch.next(resolve));

  it('looks once for all who wait, and again only for who asks again', async () => {
    const { readHead, count } = looks([1, 2]);
    const watch = headWatch(readHead, 1);
    // The first look begins at once; who comes later gets a later one.
    expect(await Promise.all([next(watch), next(watch), next(watch)])).toEqual([1, 2, 2]);
    expect(count()).toBe(2);
    watch.stop();
  });

  it('goes on while the server is away, and tells nobody of it', async () => {
    const { readHead } = looks([new Error('away'), new Error('away'), 7]);
    const watch = headWatch(readHead, 1);
    expect(await next(watch)).toBe(7);
    watch.stop();
  });

  it('stops looking when nobody waits any more, also where the look under way fails', async () => {
    let fail = (): void => undefined;
    let count = 0;
    const watch = headWatch(() => {
      count++;
      return new Promise((_, reject) => (fail = () => reject(new Error('away'))));
    }, 1);
    const leave = watch.next(() => undefined);
    leave();
    fail();
    const later = headWatch(async () => 1, 20);
    await next(later);
    await next(later);
    expect(count).toBe(1);
    for (const each of [watch, later]) each.stop();
  });
});
