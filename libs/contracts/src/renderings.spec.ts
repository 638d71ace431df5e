import { renderCount, renderOver, renderReaching, renderRoughly, renderShare, wholePercent } from './renderings.js';

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
    expect(renderShare(99_978, 100_000)).toBe('99.97%');
    expect(renderShare(0, 0)).toBe('—');
    expect(renderShare(1, 1)).toBe('100.00%');
    expect(wholePercent(999, 1000)).toBe(99);
    expect(wholePercent(0, 0)).toBeNull();
    expect(() => renderShare(2, 1)).toThrow(RangeError);
    expect(() => renderCount(1.5)).toThrow(RangeError);
  });

  it('picks the way reports write a share: all, 达 from 90 %, 以上 from 50 %, else none', () => {
    const rough = [
      [7, 7],
      [989, 1000],
      [850, 1000],
      [499, 1000],
    ].map(([part, of]) => renderRoughly(part!, of!)?.zh);
    expect(rough).toEqual(['全部', '达98%', '80%以上', undefined]);
    expect(renderRoughly(0, 0)).toBeNull();
  });
});
