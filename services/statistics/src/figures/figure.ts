import type { Text } from '@sunlit/contracts';
import type { Dimension, Population } from '../populations/population.js';

/** Which entries: every named dimension has one of these values. */
export type Filter = Readonly<Partial<Record<Dimension, readonly string[]>>>;

interface Common {
  /** With its version: a figure that counts otherwise has another name. */
  readonly name: string;
  readonly title: Text;
  /** The definition, in words. */
  readonly description: Text;
  readonly of: Population;
  /** The entries it is about. */
  readonly where: Filter;
}

/** How many. */
export interface Count extends Common {
  readonly kind: 'count';
}

/** Which share of the entries is in the part. */
export interface Ratio extends Common {
  readonly kind: 'ratio';
  readonly part: Filter;
  /** Entries whose day has not passed at the as-of are not asked yet. */
  readonly passed?: true;
  /** On people's answers: shown with these numbers, over the whole population, and a Wilson interval. */
  readonly beside?: Readonly<Record<string, Filter>>;
  /** Nobody drew these as a sample: no interval. */
  readonly interval?: false;
}

/** How many on a day, at its end. */
export interface Level extends Common {
  readonly kind: 'level';
}

/** How the values of the dimension `hours` are spread: the median is its value. */
export interface Distribution extends Common {
  readonly kind: 'distribution';
}

export type Figure = Count | Ratio | Level | Distribution;

type Given<F extends Figure> = Omit<F, 'kind' | 'where'> & { readonly where?: Filter };

const made =
  <F extends Figure>(kind: F['kind']) =>
  (given: Given<F>): F =>
    ({ where: {}, ...given, kind }) as unknown as F;

export const count = made<Count>('count');
export const ratio = made<Ratio>('ratio');
export const level = made<Level>('level');
export const distribution = made<Distribution>('distribution');

/** The dimensions a figure cannot be computed without. */
export const neededBy = (figure: Figure): readonly Dimension[] => {
  const filters =
    figure.kind === 'ratio' ? [figure.where, figure.part, ...Object.values(figure.beside ?? {})] : [figure.where];
  const named = filters.flatMap((filter) => Object.keys(filter) as Dimension[]);
  return [...new Set<Dimension>([...named, ...(figure.kind === 'distribution' ? (['hours'] as const) : [])])];
};
