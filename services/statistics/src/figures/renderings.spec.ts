import { wilson } from './interval.js';
import { renderCount, renderOver, renderReaching, renderShare, wholePercent } from './renderings.js';

describe('renderings', () => {
  it('says 5300余 from 5,301 to 5,399 only', () => {
    expect([5299, 5300, 5301, 5399, 5400].map((n) => renderCount(n).zh)).toEqual([
      '5200余',
      '5300',
      '5300余',
      '5300余',
      '5400',
    ]);
    expect(renderCount(842).zh).toBe('842');
    expect(renderCount(5301).en).toBe('over 5,300');
  });

  it('says 80%以上 from 80.0 % only, and 达99% from 99.0 % only', () => {
    expect(renderOver(4239, 5299, 80)).toBeNull();
    expect(renderOver(4, 5, 80)?.zh).toBe('80%以上');
    expect(renderReaching(9899, 10_000, 99)).toBeNull();
    expect(renderReaching(989_999, 1_000_000, 99)).toBeNull();
    expect(renderReaching(99, 100, 99)?.zh).toBe('达99%');
    expect(renderOver(0, 0, 80)).toBeNull();
  });

  it('rounds nothing up', () => {
    expect(renderShare(9997, 10_000)).toBe('99.9%');
    expect(renderShare(0, 0)).toBe('—');
    expect(renderShare(1, 1)).toBe('100.0%');
    expect(wholePercent(999, 1000)).toBe(99);
    expect(wholePercent(0, 0)).toBeNull();
    expect(() => renderShare(2, 1)).toThrow(RangeError);
    expect(() => renderCount(1.5)).toThrow(RangeError);
  });

  it("gives the interval of the report's own figures", () => {
    const rounded = (part: number, whole: number) => {
      const { low, high } = wilson(part, whole)!;
      return [low, high].map((bound) => Math.round(bound * 1000) / 10);
    };
    expect(rounded(99, 100)).toEqual([94.6, 99.8]);
    expect(rounded(525, 530)).toEqual([97.8, 99.6]);
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(0, 10)!.low).toBe(0);
  });
});
