import type { FigureQuery, StatisticsOperations } from '@sunlit/contracts';
import { filledOffice, follow } from './filled-office.js';
import { talliedBy, type FilledYear, type Matter } from './year-log.js';

/** A year of events with its figures folded, and what answers about them. */
export const yearOfFigures = async (events: number) => {
  const office = await filledOffice(events);
  const { context, figures, log } = office;
  const following = await follow({
    projection: figures,
    source: { bus: context.bus },
    readStore: context.readStore,
    upTo: await log.head(),
  });
  await following.stop();
  console.log(`  figures folded in ${following.seconds.toFixed(0)} s`);
  return { ...office, statistics: office.of('statistics').operations as unknown as StatisticsOperations };
};

export type YearOfFigures = Awaited<ReturnType<typeof yearOfFigures>>;

/** The days every matter came in, and all of their consequences. */
export const YEAR = { from: '2021-01-01', to: '2021-12-31' } as const;

/** The values of a figure by one dimension, empty ones left out. */
export const valuesBy = async (
  { statistics }: Pick<YearOfFigures, 'statistics'>,
  name: string,
  by: string | null,
  read: (row: { value: number | null; numerator?: number }) => number = ({ value }) => value ?? 0,
): Promise<Readonly<Record<string, number>>> => {
  const question = { figures: [name], ...YEAR, granularity: by === null ? 'month' : 'all', ...(by !== null && { by }) };
  const { rows } = await statistics.statistics(question as never);
  const found = rows.map((row) => [(by === null ? row.bucket : row.by) ?? '', read(row.value)] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== 0));
};

const sorted = (values: Readonly<Record<string, number>>): string => JSON.stringify(Object.entries(values).sort());

/** Throws where the values are not the same, whatever their order. */
export const mustEqual = (
  what: string,
  found: Readonly<Record<string, number>>,
  expected: Readonly<Record<string, number>>,
): void => {
  if (sorted(found) === sorted(expected)) return;
  throw new Error(`${what}: ${sorted(found).slice(0, 600)} in place of ${sorted(expected).slice(0, 600)}`);
};

const DIMENSIONS = ['category', 'unit', 'medium', 'source', 'district'] as const;

/** Throws where a figure of the year is not what was put in. */
export const mustAgreeWithTally = async (
  office: Pick<YearOfFigures, 'statistics'>,
  year: FilledYear,
): Promise<void> => {
  for (const name of DIMENSIONS)
    mustEqual(`matters by ${name}`, await valuesBy(office, 'matters.accepted.v1', name), talliedBy(year.matters, name));
  mustEqual('matters by month', await valuesBy(office, 'matters.accepted.v1', null), talliedBy(year.matters, 'month'));
  const answered = year.matters.filter(({ result }: Matter) => result === 'answered');
  const positive = ({ numerator = 0 }: { readonly numerator?: number }): number => numerator;
  const satisfied = await valuesBy(office, 'followup.satisfaction.v1', 'unit', positive);
  mustEqual('satisfied by unit', satisfied, talliedBy(answered, 'unit'));
};

export type { FigureQuery };
