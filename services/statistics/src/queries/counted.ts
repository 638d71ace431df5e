import { dayOf } from '@sunlit/calendar';
import type { FieldValue, ReadStore, Where } from '@sunlit/kernel';
import { COUNTERS, NO_END, cellsOf, counterAt, entriesOf, type CounterDocument } from '../populations/collections.js';
import { dimensionsOf, valuesOf } from '../populations/population.js';
import { cubeFor, dimensionsOfQuestion } from './cube.js';
import { dayBefore, justAfter, type Question } from './question.js';
import { everything, type AsOf, type Source } from './source.js';
import { bucketOf, stretchesOf, type Stretch } from './stretches.js';
import { tallies, type Tallies } from './tally.js';

/** The last day a question reaches: of a figure about passed days, none that has not passed at the as-of. */
export const lastDay = ({ figure, to }: Question, { asOf }: AsOf, timeZone: string): string => {
  const passed = figure.kind === 'ratio' && figure.passed ? dayBefore(dayOf(asOf, timeZone)) : to;
  return passed < to ? passed : to;
};

/** The latest instant an entry can have been taken out at. */
const TAKEN_OUT = '9999-12-31T23:59:59.998Z';

const addCounters = async (readStore: ReadStore, question: Question, stretches: readonly Stretch[], into: Tallies) => {
  const population = question.figure.of;
  const number = cubeFor(population, dimensionsOfQuestion(question));
  const cube = population.cubes[number]!;
  for (const { bucketing, from, to } of stretches) {
    const at = {
      from: counterAt(population, number, bucketing, from),
      to: counterAt(population, number, bucketing, to),
    };
    for await (const { doc } of everything<CounterDocument>(readStore, COUNTERS, { where: { at } })) {
      const bucket = bucketOf(question, doc.bucket);
      for (const [tuple, n] of cellsOf(doc, number)) into.add(bucket, valuesOf(cube, tuple), n);
    }
  }
};

/** Entries of the question's days, and what they were told apart by, added (or taken off) as their counters would be. */
const addEntries = async (
  readStore: ReadStore,
  question: Question,
  { where, to, sign }: { where: Where; to: string; sign: 1 | -1 },
  into: Tallies,
) => {
  const population = question.figure.of;
  const dimensions = dimensionsOf(population);
  const by = population.lasting ? ['tuple', 'day', 'until'] : ['tuple', 'day'];
  for (const { values, count } of await readStore.count(entriesOf(population), { where, by })) {
    const [tuple, day, until = NO_END] = values as readonly FieldValue[] as readonly [string, string, string?];
    const told = valuesOf(dimensions, tuple);
    into.add(bucketOf(question, day), told, count * sign);
    if (until !== NO_END && until <= to) into.add(bucketOf(question, until), told, -count * sign);
  }
};

/** Which days' entries count towards a question. */
const daysOf = ({ figure, from }: Question, to: string): Where =>
  figure.kind === 'level' ? { day: { to } } : { day: { from, to } };

/** The question's sums by bucket and group, from counters; for a past as-of less what was recorded later, plus what was taken out later. */
export const counted = async ({ readStore, timeZone }: Source, question: Question, asOf: AsOf): Promise<Tallies> => {
  const to = lastDay(question, asOf, timeZone);
  const into = tallies(question);
  await addCounters(readStore, question, stretchesOf(question, to), into);
  if (!asOf.past || (to < question.from && question.figure.kind !== 'level')) return into;
  const days = daysOf(question, to);
  const later = justAfter(asOf.asOf);
  await addEntries(readStore, question, { where: { ...days, recordedAt: { from: later } }, to, sign: -1 }, into);
  const out = { ...days, takenOutAt: { from: later, to: TAKEN_OUT } };
  await addEntries(readStore, question, { where: out, to, sign: 1 }, into);
  return into;
};
