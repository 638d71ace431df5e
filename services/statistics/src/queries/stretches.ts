import { addDays } from '@sunlit/calendar';
import { Refused } from '@sunlit/kernel';
import type { Bucketing } from '../populations/collections.js';
import type { Granularity, Question } from './question.js';

/** Counters to be read: of all days or months from one to another, both included. */
export interface Stretch {
  readonly bucketing: Bucketing;
  readonly from: string;
  readonly to: string;
}

const monthOf = (day: string): string => day.slice(0, 7);
const firstOf = (month: string): string => `${month}-01`;
const nextMonth = (month: string): string => monthOf(addDays(firstOf(month), 31));
const monthBefore = (month: string): string => monthOf(addDays(firstOf(month), -1));
const lastOf = (month: string): string => addDays(firstOf(nextMonth(month)), -1);

const stretch = (bucketing: Bucketing, from: string, to: string): readonly Stretch[] =>
  from <= to ? [{ bucketing, from, to }] : [];

/** Whole months where there are any, days at the edges. */
const within = (from: string, to: string): readonly Stretch[] => {
  const first = from === firstOf(monthOf(from)) ? monthOf(from) : nextMonth(monthOf(from));
  const last = to === lastOf(monthOf(to)) ? monthOf(to) : monthBefore(monthOf(to));
  if (first > last) return stretch('day', from, to);
  return [
    ...stretch('day', from, addDays(firstOf(first), -1)),
    ...stretch('month', first, last),
    ...stretch('day', firstOf(nextMonth(last)), to),
  ];
};

/** Before every month there can be. */
const BEGINNING = '0000-00';

/** All that came before counts too: a level is what began less what ended. */
const upTo = (from: string, to: string, granularity: Granularity): readonly Stretch[] => {
  const byDay =
    granularity === 'day' ? monthOf(from) : to === lastOf(monthOf(to)) ? nextMonth(monthOf(to)) : monthOf(to);
  return [...stretch('month', BEGINNING, monthBefore(byDay)), ...stretch('day', firstOf(byDay), to)];
};

/** What has to be read for a question up to the day `to`. */
export const stretchesOf = ({ figure, from, granularity }: Question, to: string): readonly Stretch[] => {
  if (to < from) return [];
  if (figure.kind === 'level') return upTo(from, to, granularity);
  return granularity === 'day' ? stretch('day', from, to) : within(from, to);
};

/** The bucket of the question a day (or a whole month) falls into; what came before a level's first bucket is in that one. */
export const bucketOf = ({ from, granularity }: Question, dayOrMonth: string): string | null => {
  if (granularity === 'all') return null;
  const bucket = granularity === 'month' ? monthOf(dayOrMonth) : dayOrMonth;
  const first = granularity === 'month' ? monthOf(from) : from;
  return bucket < first ? first : bucket;
};

const MAX_BUCKETS = 4000;

/** Every bucket of the question in order: null for the whole; more than 4,000 are refused. */
export const bucketsOf = ({ from, to, granularity }: Question): readonly (string | null)[] => {
  if (granularity === 'all') return [null];
  const next = granularity === 'month' ? nextMonth : (day: string) => addDays(day, 1);
  const [first, last] = granularity === 'month' ? [monthOf(from), monthOf(to)] : [from, to];
  const buckets: string[] = [];
  for (let bucket = first; bucket <= last; bucket = next(bucket)) {
    buckets.push(bucket);
    if (buckets.length > MAX_BUCKETS)
      throw new Refused('InvalidInput', {
        field: 'granularity',
        problem: `时段过长,最多 ${MAX_BUCKETS} 段 / too long a period: at most ${MAX_BUCKETS} buckets`,
      });
  }
  return buckets;
};
