import type { Item } from '../item/item.js';

/** What entries are told apart by. Values are codes; `none` where there is none. */
export const DIMENSIONS = [
  'medium',
  'source',
  'class',
  'kind',
  'unit',
  'category',
  'result',
  'stated',
  'hours',
  'purpose',
  'field',
  'district',
  'object',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Dimensions = Readonly<Partial<Record<Dimension, string>>>;

export const isDimension = (name: string): name is Dimension => (DIMENSIONS as readonly string[]).includes(name);

/** One thing counted: on a day of the office, under its dimensions, because of an event. */
export interface Entry {
  /** Which of the item's entries in this population: a round's number, or empty. */
  readonly part: string;
  readonly day: string;
  /** Of a level: the first day it no longer counts; null: it still does. Absent elsewhere. */
  readonly until?: string | null;
  /** The id of the event that put it there. */
  readonly event: string;
  readonly dimensions: Dimensions;
}

/** What figures count, as entries of items. A pure function of the item. */
export interface Population {
  readonly name: string;
  readonly of: (item: Item) => readonly Entry[];
  /** Combinations counters are kept for; a query needs one that holds its grouping and filter. */
  readonly cubes: readonly (readonly Dimension[])[];
  /** Its cubes are large: each has documents of its own for months, so that reading one reads no other. */
  readonly apart?: true;
  /** Of a level: its entries have an end. */
  readonly lasting?: true;
}

/** Every dimension of the population's cubes, in a fixed order: what its rows are kept by. */
export const dimensionsOf = ({ cubes }: Population): readonly Dimension[] =>
  DIMENSIONS.filter((dimension) => cubes.some((cube) => cube.includes(dimension)));

const SEPARATOR = '|';

/** The values of these dimensions as one text; codes hold no `|`. */
export const tupleOf = (dimensions: readonly Dimension[], values: Dimensions): string =>
  dimensions.map((dimension) => values[dimension]!).join(SEPARATOR);

/** The reverse of `tupleOf`. */
export const valuesOf = (dimensions: readonly Dimension[], tuple: string): Dimensions => {
  const values = tuple.split(SEPARATOR);
  return Object.fromEntries(dimensions.map((dimension, at) => [dimension, values[at]!]));
};
