import type { FigureRow } from '@sunlit/contracts';
import { counted } from './counted.js';
import type { Question } from './question.js';
import type { AsOf, Source } from './source.js';
import { bucketsOf } from './stretches.js';
import type { Tally } from './tally.js';
import { figureValue, plus } from './value.js';

/** One row a bucket and group, zero-filled: every bucket of the period, every group that has anything in it. */
export const rowsOf = async (source: Source, question: Question, asOf: AsOf): Promise<readonly FigureRow[]> => {
  const buckets = bucketsOf(question);
  const found = await counted(source, question, asOf);
  const standing = { asOf: asOf.asOf, incomplete: asOf.incomplete };
  const before = new Map<string | null, Tally>();
  const tallyOf = (bucket: string | null, group: string | null): Tally => {
    const tally = found.of(bucket, group);
    if (question.figure.kind !== 'level') return tally;
    const soFar = before.get(group);
    const level = soFar ? plus(soFar, tally) : tally;
    before.set(group, level);
    return level;
  };
  const groups = found.groups();
  return buckets.flatMap((bucket) =>
    groups.map((by) => ({ bucket, by, value: figureValue(question.figure, tallyOf(bucket, by), standing) })),
  );
};
