/** Numbers that look like chance and are the same again for a seed. */
export interface Chance {
  readonly seed: number;
  /** At least 0, below 1. */
  next(): number;
  /** A whole number of 0 to below `count`. */
  below(count: number): number;
  /** One of them. */
  of<T>(among: readonly T[]): T;
}

/** The chance of a seed. */
export const seeded = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { seed, next, below, of: (among) => among[below(among.length)]! };
};

/** Chance of `SUNLIT_TEST_SEED`, else of another seed each time; says which, so that a run can be had again. */
export const chanceOf = (what: string, fallback = Date.now() % 1_000_000): Chance => {
  const seed = Number(process.env['SUNLIT_TEST_SEED'] ?? fallback);
  console.log(`${what}: SUNLIT_TEST_SEED=${seed}`);
  return seeded(seed);
};
