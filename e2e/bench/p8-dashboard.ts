import { performance } from 'node:perf_hooks';
import type { Size } from './bench.js';
import { quantile, spread } from './rounds.js';
import { CODES } from './year-log.js';
import { YEAR, mustAgreeWithTally, yearOfFigures, type YearOfFigures } from './year-figures.js';

/** A dashboard's question: of one figure, for the year, such that one declared cube answers it and no smaller one. */
interface Query {
  readonly cube: string;
  readonly ask: (office: YearOfFigures) => Promise<unknown>;
}

const values = (dimension: string): readonly string[] | undefined =>
  (CODES as Readonly<Record<string, readonly string[]>>)[dimension]?.slice(0, 2);

/** Each declared cube of each population: by the one of its dimensions that has the most values, the others as filters where codes are known. */
const queriesOf = async (office: YearOfFigures): Promise<readonly Query[]> => {
  const { items } = await office.statistics.definitions({});
  const populations = new Map(items.map((figure) => [figure.population, figure]));
  return [...populations.values()].flatMap(({ name, population, dimensions }) =>
    dimensions.flatMap((cube) => {
      const widest = ['category', 'unit', 'source', 'medium', 'kind', 'object'].find((one) => cube.includes(one));
      const where = Object.fromEntries(
        cube.filter((one) => one !== widest && values(one)).map((one) => [one, values(one)!]),
      );
      return (['all', 'month'] as const).map((granularity) => ({
        cube: `${population} ${cube.join(' × ')} by ${widest}, ${granularity}`,
        ask: ({ statistics }: YearOfFigures) =>
          statistics.statistics({ figures: [name], ...YEAR, by: widest!, where, granularity } as never),
      }));
    }),
  );
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

interface Timed {
  readonly cube: string;
  readonly few: number[];
  readonly many: number[];
}

/** Asks both by turns, each question in each round; the first two times warm up. */
const ask = async (few: YearOfFigures, many: YearOfFigures, times: number): Promise<readonly Timed[]> => {
  const askOne = async ({ cube, ask: question }: Query): Promise<Timed> => {
    const one: Timed = { cube, few: [], many: [] };
    for (let time = -2; time < times; time++) {
      const ms = [await timed(() => question(few)), await timed(() => question(many))] as const;
      if (time < 0) continue;
      one.few.push(ms[0]);
      one.many.push(ms[1]);
    }
    return one;
  };
  const all: Timed[] = [];
  for (const query of await queriesOf(many)) all.push(await askOne(query));
  return all;
};

const sizesOf = ({ small, large }: Size): readonly [few: number, many: number] => {
  if (small) return [500, 1_500];
  return [10_000, large ? 10_000_000 : 1_000_000];
};

const ROUNDS = 5;

/** P8: a dashboard's questions of a year, each declared cube, over many events / over few: p99. 24 units, 300 categories, 8 media. */
export const dashboard = async (size: Size): Promise<void> => {
  const [fewEvents, manyEvents] = sizesOf(size);
  const [few, many] = [await yearOfFigures(fewEvents), await yearOfFigures(manyEvents)];
  try {
    for (const office of [few, many]) await mustAgreeWithTally(office, office.year);
    console.log('  both agree with what was put in, by category, unit, medium, source, district and month');
    const rounds: (readonly Timed[])[] = [];
    for (let round = 0; round < (size.small ? 1 : ROUNDS); round++)
      rounds.push(await ask(few, many, size.small ? 3 : 20));
    const p99 = (side: 'few' | 'many') =>
      rounds.map((all) =>
        quantile(
          all.flatMap((one) => one[side]),
          0.99,
        ),
      );
    const p50 = (side: 'few' | 'many') =>
      rounds.map((all) =>
        quantile(
          all.flatMap((one) => one[side]),
          0.5,
        ),
      );
    const ratios = p99('many').map((ms, round) => ms / p99('few')[round]!);
    for (const side of ['few', 'many'] as const)
      console.log(
        `  ${side === 'few' ? fewEvents : manyEvents} events: p50 ${spread(p50(side))} ms, p99 ${spread(p99(side))} ms`,
      );
    console.log(`  p99 over many / over few: ${spread(ratios)}  (${rounds[0]!.length} questions)`);
    const merged = rounds[0]!.map(({ cube }, at) => {
      const of = (side: 'few' | 'many') =>
        quantile(
          rounds.flatMap((all) => all[at]![side]),
          0.5,
        );
      return { cube, few: of('few'), many: of('many') };
    });
    for (const { cube, few: a, many: b } of merged.toSorted((one, other) => other.many - one.many).slice(0, 6))
      console.log(`    slowest: ${cube}: ${b.toFixed(2)} ms of ${a.toFixed(2)} ms`);
  } finally {
    await few.close();
    await many.close();
  }
};
