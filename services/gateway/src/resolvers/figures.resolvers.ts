import type { FigureQuery, FigureRow, FigureValue } from '@sunlit/contracts';
import { Refused } from '@sunlit/kernel';
import type { Gateway } from '../gateway.types.js';
import type { QueryFigureArgs, QueryStatisticsArgs, Resolvers } from '../graphql/schema.generated.js';
import type { Services } from '../services.js';
import { connection } from './case-pages.js';
import { pageSize, plain, type Given } from './plain.js';

type Conditions = Given<QueryStatisticsArgs>['where'];

/** A figure with the question it answers, so that its parts can be asked for later. */
export interface AskedFigure extends FigureValue {
  readonly question: FigureQuery;
}

const whereOf = (conditions: Conditions | undefined): FigureQuery['where'] =>
  conditions && Object.fromEntries(conditions.map(({ dimension, values }) => [dimension, values]));

interface Span {
  readonly from: string;
  readonly to: string;
}

const checkSpan = ({ from, to }: Span): void => {
  if (from > to) throw new Refused('InvalidInput', { field: 'to', problem: '早于起始日 before `from`' });
};

/** The arguments as a figure's question. */
export const figureQuestion = (given: QueryFigureArgs): FigureQuery => {
  const { name, from, to, where, asOf } = plain(given);
  checkSpan(given);
  return { name, from, to, ...(where && { where: whereOf(where)! }), ...(asOf && { asOf }) };
};

/** The figure, its parts to be asked for as of the same instant. */
export const askFigure = async (services: Services, question: FigureQuery): Promise<AskedFigure> => {
  const value = await services.statistics.figure(question);
  return { ...value, question: { ...question, asOf: value.asOf } };
};

/** The last day of a month written as 2021-04. */
const lastOfMonth = (bucket: string): string => {
  const [year, month] = bucket.split('-').map(Number);
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10);
};

/** The days of a bucket, within what was asked for. */
const daysOf = (bucket: string | null, { from, to }: Span): { from: string; to: string } => {
  if (bucket === null) return { from, to };
  const [first, last] = bucket.length === 7 ? [`${bucket}-01`, lastOfMonth(bucket)] : [bucket, bucket];
  return { from: first > from ? first : from, to: last < to ? last : to };
};

const askedRow = ({ bucket, by: group, value }: FigureRow, given: Given<QueryStatisticsArgs>) => {
  const where = { ...whereOf(given.where), ...(given.by && group !== null && { [given.by]: group }) };
  const question: FigureQuery = { name: value.name, ...daysOf(bucket, given), where, asOf: value.asOf };
  return { bucket, by: group, figure: { ...value, question } };
};

/** Queries on figures; digest, entries and restatements are computed only where asked for. */
export const figureResolvers = ({ services: { statistics }, services, demo }: Gateway): Resolvers => ({
  Query: {
    figureDefinitions: async () => (await statistics.definitions({})).items,
    statistics: async (_, args) => {
      const given = plain(args);
      checkSpan(given);
      if (given.figures.length > 20) throw new Refused('InvalidInput', { field: 'figures', problem: '≤ 20' });
      const where = whereOf(given.where);
      const { where: _w, ...asked } = given;
      const { asOf, rows } = await statistics.statistics({ ...asked, ...(where && { where }) });
      return { demo, asOf, rows: rows.map((row) => askedRow(row, given)) };
    },
    figure: (_, args) => askFigure(services, figureQuestion(args)),
  },
  Figure: {
    demo: () => demo,
    beside: ({ beside }) => Object.entries(beside ?? {}).map(([name, value]) => ({ name, value })),
    definition: async ({ name }) => {
      const found = (await statistics.definitions({})).items.find((definition) => definition.name === name);
      if (!found) throw new Refused('UnknownFigure', { name });
      return found;
    },
    digest: async ({ question }) => (await statistics.digest(question)).digest,
    events: async ({ question }, { first, after }) => {
      const page = { first: pageSize(first), ...(after && { after }) };
      const { items, hasNext, total } = await statistics.events({ ...question, ...page });
      return connection(items, hasNext, total);
    },
    restated: async ({ question }, { first }) =>
      (await statistics.restated({ ...question, first: pageSize(first) })).items,
  },
  FigureEvent: { case: ({ stream }) => stream },
  Restated: { case: ({ stream }) => stream },
});
