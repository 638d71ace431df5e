/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** True once in so many times. */
  onceIn(times: number): boolean;
}

/** A 32-bit linear congruential generator (Numerical Recipes' constants), of which the high bits count most. */
export const seededRandom = (seed: number): Random => {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return { below, onceIn: (times) => below(times) === 0 };
};
