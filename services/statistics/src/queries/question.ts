import { addDays, instantMs, isDay } from '@sunlit/calendar';
import type { FigureQuery } from '@sunlit/contracts';
import { Refused } from '@sunlit/kernel';
import { figureNamed } from '../figures/figures.js';
import type { Figure, Filter } from '../figures/figure.js';
import { isDimension, type Dimension } from '../populations/population.js';

export type Granularity = 'day' | 'month' | 'all';

/** A checked query of one figure. */
export interface Question {
  readonly figure: Figure;
  /** Days of the office, inclusive. */
  readonly from: string;
  readonly to: string;
  readonly where: Filter;
  readonly by: Dimension | null;
  readonly granularity: Granularity;
  /** ISO 8601 UTC with milliseconds; null: what has been seen. */
  readonly asOf: string | null;
}

const invalid = (field: string, problem: string): Refused => new Refused('InvalidInput', { field, problem });

const dayOf = (field: string, value: unknown): string => {
  if (!isDay(value))
    throw invalid(field, '不是存在的日期,应为 2021-04-12 的形式 / no day that exists: write it as 2021-04-12');
  return value;
};

/** Months are reckoned with a margin at both ends of what the calendar can name. */
const withinReach = (field: string, day: string): string => {
  if (day < '1900-01-01' || day > '2999-12-31')
    throw invalid(field, '应在 1900 至 2999 年之间 / the years are 1900 to 2999');
  return day;
};

const dimensionOf = (field: string, name: string): Dimension => {
  if (!isDimension(name)) throw invalid(field, '没有这个维度 / there is no such dimension');
  return name;
};

const valuesOf = (name: string, value: unknown): readonly string[] => {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!values.every((one): one is string => typeof one === 'string'))
    throw invalid(`where.${name}`, '应为代码或代码列表 / give a code or a list of codes');
  return values;
};

const filterOf = (where: FigureQuery['where']): Filter =>
  Object.fromEntries(
    Object.entries(where ?? {}).map(([name, value]) => [dimensionOf(`where.${name}`, name), valuesOf(name, value)]),
  );

const instantOf = (asOf: unknown): string => {
  try {
    return new Date(instantMs(asOf as string)).toISOString();
  } catch {
    throw invalid('asOf', '应为 ISO 8601 时刻 / give an ISO 8601 instant, as 2021-12-31T16:00:00Z');
  }
};

const GRANULARITIES: readonly string[] = ['day', 'month', 'all'];

const granularityOf = (value: unknown): Granularity => {
  if (!GRANULARITIES.includes(value as string)) throw invalid('granularity', 'day, month, all');
  return value as Granularity;
};

/** Checks a query; `Refused` names the field: UnknownFigure, InvalidInput. */
export const questionOf = (query: FigureQuery & { readonly by?: string; readonly granularity?: string }): Question => {
  const figure = figureNamed(query.name);
  if (!figure) throw new Refused('UnknownFigure', { name: String(query.name) });
  const [from, to] = [withinReach('from', dayOf('from', query.from)), withinReach('to', dayOf('to', query.to))];
  if (from > to) throw invalid('to', '早于起始日 / is before from');
  return {
    figure,
    from,
    to,
    where: filterOf(query.where),
    by: query.by == null ? null : dimensionOf('by', query.by),
    granularity: granularityOf(query.granularity ?? 'all'),
    asOf: query.asOf == null ? null : instantOf(query.asOf),
  };
};

/** The first instant after this one, in the log's milliseconds. */
export const justAfter = (instant: string): string => new Date(instantMs(instant) + 1).toISOString();

/** The last day before. */
export const dayBefore = (day: string): string => addDays(day, -1);
