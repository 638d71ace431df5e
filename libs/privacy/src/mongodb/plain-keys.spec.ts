import { KEPT_MS, plainKeys } from './plain-keys.js';

const key = Buffer.alloc(32, 1);

describe('plain keys', () => {
  let now = 0;
  const clock = () => now;

  it('are kept for less than a minute from when they were asked for', () => {
    const keys = plainKeys(clock, 10);
    const mark = keys.mark();
    now += 1000;
    keys.keep('a', key, mark);
    expect(keys.get('a')).toBe(key);
    now += KEPT_MS - 1000;
    expect(keys.get('a')).toBeUndefined();
    keys.keep('late', key, mark);
    expect(keys.get('late')).toBeUndefined();
    keys.clear();
  });

  it('are forgotten at once, also by an answer that was under way', () => {
    const keys = plainKeys(clock, 10);
    keys.keep('a', key, keys.mark());
    const before = keys.mark();
    keys.forget(['a']);
    expect(keys.get('a')).toBeUndefined();
    keys.keep('a', key, before);
    expect(keys.get('a')).toBeUndefined();
    keys.keep('a', key, keys.mark());
    expect(keys.get('a')).toBe(key);
    keys.clear();
    expect(keys.get('a')).toBeUndefined();
  });

  it('are no more than they may be, the longest kept go first', () => {
    const keys = plainKeys(clock, 2);
    for (const name of ['a', 'b', 'a', 'c']) keys.keep(name, key, keys.mark());
    expect(['a', 'b', 'c'].map((name) => keys.get(name) !== undefined)).toEqual([true, false, true]);
    keys.clear();
  });
});
