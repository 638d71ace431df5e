import { isDay } from '@sunlit/calendar';
import { Refused } from '@sunlit/kernel';

/** What a page's address says: the year and the instant everything on it is seen from. */
export interface Seen {
  readonly year: number;
  readonly asOf?: string;
}

type Query = Readonly<Record<string, unknown>>;

const text = (query: Query, name: string): string | undefined => {
  const value = query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const invalid = (field: string, problem: string): Refused => new Refused('InvalidInput', { field, problem });

const asOfOf = (given: string): string => {
  const ms = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(given) && isDay(given.slice(0, 10)) ? Date.parse(given) : NaN;
  if (Number.isNaN(ms)) throw invalid('asOf', '应为时刻,如 2021-12-31T16:00:00Z an instant');
  return new Date(ms).toISOString();
};

/** Reads `?year=2021&asOf=…`; `InvalidInput` names the part that is wrong. */
export const seenFrom = (query: Query, thisYear: number): Seen => {
  const year = text(query, 'year') ?? String(thisYear);
  if (!/^(19|20)\d\d$/.test(year)) throw invalid('year', '应为年份,如 2021 a year');
  const asOf = text(query, 'asOf');
  return { year: Number(year), ...(asOf && { asOf: asOfOf(asOf) }) };
};

/** The optional cursor of a list. */
export const afterFrom = (query: Query): string | undefined => text(query, 'after')?.slice(0, 500);

/** A local address with what is seen, and more, in its query. */
export const link = (
  path: string,
  { year, asOf }: Seen,
  more: Readonly<Record<string, string | undefined>> = {},
): string => {
  const query = new URLSearchParams({ year: String(year), ...(asOf && { asOf }) });
  for (const [name, value] of Object.entries(more)) if (value !== undefined) query.set(name, value);
  return `${path}?${query.toString()}`;
};
