import type { JsonObject } from '@sunlit/kernel';
import type { AtLeast, Text } from './case.rpc.js';

/** What a figure is asked for. Days are the office's days, inclusive. */
export interface FigureQuery {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Dimension → value(s): `{ unit: 'roads' }`. */
  readonly where?: Readonly<Record<string, string | readonly string[]>>;
  /** ISO 8601 instant; default: what has been seen. */
  readonly asOf?: string;
}

/** The five numbers of a ratio on people's answers, always shown together. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface FigureValue {
  readonly name: string;
  /** count, level: the number; ratio: numerator / denominator or null for 0/0; distribution: the median in whole working hours. */
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  /** Wilson, 95 %. */
  readonly interval?: Interval;
  /** Numbers shown beside it: selected, contactable, attempted, reached, rated, positive; median, p90. */
  readonly beside?: Readonly<Record<string, number>>;
  readonly asOf: string;
  /** Streams set aside: what the figure may lack. */
  readonly incomplete: number;
}

export interface FigureRow {
  readonly bucket: string | null;
  readonly by: string | null;
  readonly value: FigureValue;
}

export interface FigureDefinition {
  readonly name: string;
  readonly title: Text;
  readonly kind: 'count' | 'ratio' | 'level' | 'distribution';
  /** What it counts, in words. */
  readonly description: Text;
  readonly population: string;
  readonly dimensions: readonly (readonly string[])[];
}

export interface FigureEvent {
  /** The event that put it there. */
  readonly event: string;
  readonly stream: string;
  readonly number: string;
  readonly day: string;
  readonly recordedAt: string;
  /** Whether it is in the numerator (ratio) or counted (else). */
  readonly counted: boolean;
  readonly dimensions: JsonObject;
}

export interface Restated {
  readonly event: string;
  readonly stream: string;
  readonly number: string;
  readonly day: string;
  readonly takenOutAt: string;
  /** The event that took it out, and its type. */
  readonly by: string;
  readonly reason: string;
}

/** Operations of `statistics`. */
export interface StatisticsOperations {
  definitions(payload: JsonObject): Promise<{ readonly items: readonly FigureDefinition[] }>;
  /** One row a figure, bucket and group. `by`: one dimension. */
  statistics(
    payload: {
      figures: readonly string[];
      from: string;
      to: string;
      by?: string;
      granularity?: 'day' | 'month' | 'all';
      asOf?: string;
      where?: FigureQuery['where'];
    } & AtLeast,
  ): Promise<{ readonly asOf: string; readonly rows: readonly FigureRow[] }>;
  figure(payload: FigureQuery): Promise<FigureValue>;
  /** SHA-256 in hex over the sorted ids of the counted events. */
  digest(payload: FigureQuery): Promise<{ readonly digest: string; readonly count: number }>;
  events(payload: FigureQuery & { first: number; after?: string }): Promise<{
    readonly items: readonly (FigureEvent & { readonly cursor: string })[];
    readonly hasNext: boolean;
    readonly total: number;
  }>;
  restated(payload: FigureQuery & { first: number }): Promise<{ readonly items: readonly Restated[] }>;
}
