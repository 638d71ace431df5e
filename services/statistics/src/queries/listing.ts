import { createHash } from 'node:crypto';
import { addDays, dayOf } from '@sunlit/calendar';
import type { FigureEvent, Restated } from '@sunlit/contracts';
import type { Where } from '@sunlit/kernel';
import { NEVER, entriesOf, type EntryRow } from '../populations/collections.js';
import { dimensionsOf, valuesOf } from '../populations/population.js';
import { lastDay } from './counted.js';
import { cubeFor, dimensionsOfQuestion } from './cube.js';
import { justAfter, type Question } from './question.js';
import { everything, type AsOf, type Source } from './source.js';
import { matches, partsOf } from './tally.js';

/** Where an entry stands towards a question: outside, in it (a ratio's denominator), or counted (its numerator; of other kinds all). */
type Place = 0 | 1 | 2;

const placing = ({ figure, where }: Question) => {
  const dimensions = dimensionsOf(figure.of);
  const { value, part } = partsOf(figure);
  return (tuple: string): Place => {
    const values = valuesOf(dimensions, tuple);
    if (!matches(where, values) || !value!(values)) return 0;
    return !part || part(values) ? 2 : 1;
  };
};

const daysOf = ({ figure, from }: Question, to: string): Where =>
  figure.kind === 'level' ? { day: { to }, until: { from: addDays(to, 1) } } : { day: { from, to } };

/** What stood at the as-of, in the question's days. */
const standingAt = (question: Question, asOf: AsOf, timeZone: string): Where => ({
  ...daysOf(question, lastDay(question, asOf, timeZone)),
  ...(asOf.past
    ? { recordedAt: { to: asOf.asOf }, takenOutAt: { from: justAfter(asOf.asOf) } }
    : { takenOutAt: NEVER }),
});

/** Filters are on the tuple: those that occur in the days are counted, and the ones that match are asked for. */
const matching = async ({ readStore, timeZone }: Source, question: Question, asOf: AsOf, atLeast: Place) => {
  // A question no counter can answer is refused here too: its entries would add up to nothing shown.
  cubeFor(question.figure.of, dimensionsOfQuestion(question));
  const collection = entriesOf(question.figure.of);
  const where = standingAt(question, asOf, timeZone);
  const groups = await readStore.count(collection, { where, by: ['tuple'] });
  const place = placing(question);
  const taken = groups.filter(({ values: [tuple] }) => place(tuple as string) >= atLeast);
  const total = taken.reduce((sum, { count }) => sum + count, 0);
  const all = taken.length === groups.length;
  return { collection, total, where: all ? where : { ...where, tuple: { in: taken.map(({ values }) => values[0]!) } } };
};

const MOST = 1000;

/** The entries that add up to the figure's value, by day; of a ratio those of the denominator, the numerator's marked. */
export const eventsOf = async (
  source: Source,
  question: Question,
  asOf: AsOf,
  page: { first: number; after?: string },
) => {
  const { collection, where, total } = await matching(source, question, asOf, 1);
  const first = Math.min(Math.max(1, Math.floor(page.first)), MOST);
  const after = page.after !== undefined && { after: page.after };
  const found = await source.readStore.list(collection, { where, sort: { field: 'day' }, first, ...after });
  const place = placing(question);
  const dimensions = dimensionsOf(question.figure.of);
  const items = found.items.map(({ doc, cursor }): FigureEvent & { cursor: string } => {
    const { event, stream, number, day, recordedAt, tuple } = doc as unknown as EntryRow;
    const counted = place(tuple) === 2;
    return { event, stream, number, day, recordedAt, counted, dimensions: valuesOf(dimensions, tuple), cursor };
  });
  return { items, hasNext: found.hasNext, total };
};

/** SHA-256 in hex over the sorted ids of the counted events, one a line, and how many they are. */
export const digestOf = async (source: Source, question: Question, asOf: AsOf) => {
  const { collection, where } = await matching(source, question, asOf, 2);
  const ids: string[] = [];
  for await (const { doc } of everything<EntryRow>(source.readStore, collection, { where })) ids.push(doc.event);
  return { digest: createHash('sha256').update(ids.sort().join('\n')).digest('hex'), count: ids.length };
};

/** Whether what stands instead counts less towards the question than the entry did. */
const lost = (question: Question, row: EntryRow, to: string): boolean => {
  const place = placing(question);
  const was = place(row.tuple);
  const instead = row.out?.instead;
  if (was === 0 || !instead) return was > 0;
  const within =
    question.figure.kind === 'level'
      ? instead.day <= to && instead.until > to
      : instead.day >= question.from && instead.day <= to;
  return !within || place(instead.tuple) < was;
};

/** Entries of the question's days that were taken out of it up to the as-of, the latest first: when, by which event and of which type. */
export const restatedOf = async (source: Source, question: Question, asOf: AsOf, first: number) => {
  const { readStore, timeZone } = source;
  const to = lastDay(question, asOf, timeZone);
  const where = { ...daysOf(question, to), takenOutAt: { from: '', to: asOf.asOf } };
  const sort = { field: 'takenOutAt', descending: true };
  const items: Restated[] = [];
  for await (const { doc } of everything<EntryRow>(readStore, entriesOf(question.figure.of), { where, sort })) {
    // A level loses an entry every day: only what was said after that day changes what was shown of it.
    const late = question.figure.kind !== 'level' || dayOf(doc.takenOutAt, timeZone) > to;
    if (!late || !lost(question, doc, to)) continue;
    const { event, stream, number, day, takenOutAt, out } = doc;
    items.push({ event, stream, number, day, takenOutAt, by: out!.by, reason: out!.type });
    if (items.length >= Math.min(Math.max(1, Math.floor(first)), MOST)) break;
  }
  return { items };
};
