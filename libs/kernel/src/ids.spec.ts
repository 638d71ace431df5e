import fc from 'fast-check';
import { derivedId, isUuid, timeOrderedId } from './ids.js';

describe('ids', () => {
  it('derived ones depend on every part and nothing else', () => {
    expect(derivedId('a', 'b', 1)).toBe(derivedId('a', 'b', 1));
    expect(new Set([derivedId('a', 'bc'), derivedId('ab', 'c'), derivedId('a', 'b', 'c'), derivedId('abc')]).size).toBe(
      4,
    );
  });

  it('time-ordered ones sort by time', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 45), fc.nat(2 ** 45), (a, b) => {
        fc.pre(a < b);
        expect(timeOrderedId(a) < timeOrderedId(b)).toBe(true);
      }),
    );
  });

  it('are UUIDs', () => {
    expect([derivedId('x'), timeOrderedId(0), timeOrderedId(2 ** 47)].every(isUuid)).toBe(true);
    expect(isUuid('complaint-1')).toBe(false);
  });
});
