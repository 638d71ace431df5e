import { wilson } from './interval.js';

describe('the interval', () => {
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
