/** The value below which that share of the sorted values lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Median and spread as they are printed. */
export const spread = (values: readonly number[], digits = 2): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;

/** One side of a comparison: does its work once and gives what it made of it, as a rate. */
export interface Side {
  readonly name: string;
  readonly run: (round: number) => Promise<number>;
}

/** Runs the sides in turn, A B C A B C …, and gives each one's rates by round; a round before them warms up and counts for nothing. */
export const interleaved = async (sides: readonly Side[], rounds: number): Promise<ReadonlyMap<string, number[]>> => {
  const rates = new Map(sides.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++)
    for (const { name, run } of sides) {
      const rate = await run(round);
      if (round > 0) rates.get(name)!.push(rate);
    }
  return rates;
};

/** How rates are printed: their unit, which sides are compared, how many digits rates have. */
export interface Printing {
  readonly unit: string;
  readonly pairs: readonly (readonly [string, string])[];
  readonly digits?: number;
}

/** Prints the rates, and what the first of each pair is to the second, round by round taken. */
export const printRatios = (
  rates: ReadonlyMap<string, readonly number[]>,
  { unit, pairs, digits = 0 }: Printing,
): void => {
  for (const [name, all] of rates) console.log(`  ${name.padEnd(60)} ${spread(all, digits)} ${unit}`);
  for (const [one, other] of pairs) {
    const ratios = rates.get(one)!.map((rate, round) => rate / rates.get(other)![round]!);
    console.log(`  ${`${one} / ${other}`.padEnd(60)} ${spread(ratios)}`);
  }
};
