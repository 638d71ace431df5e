/** A sequence of whole numbers from a seed (mulberry32). */
export const seeded = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

/** A whole number below what is given. */
export type Chance = ReturnType<typeof seeded>;
export const of = <T>(list: readonly T[], chance: Chance): T => list[chance(list.length)]!;
