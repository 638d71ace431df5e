import type { CaseFile, Step } from './case-file.js';
import { lastOf } from './case-file.js';
import { cameAtOf, statusOf } from './desk-facts.js';
import type { Counted } from './figure-rules.js';

/** A call, visit or message is counted whatever became of the matter, unless what it was recorded in was voided. */
const came = (day: string): Counted => ({ day, in: ['value'] });

const opening = (steps: readonly Step[], dayOf: (instant: string) => string): readonly Counted[] =>
  statusOf(steps) === 'handed-over' ? [] : [came(dayOf(cameAtOf(steps)))];

/** Every contact that a stream's events tell of: the one it began with, and those that were added. */
export const contactsOf = (
  { steps }: Pick<CaseFile, 'steps'>,
  dayOf: (instant: string) => string,
): readonly Counted[] => {
  if (lastOf(steps, 'CaseVoided', 'InvalidContactVoided')) return [];
  const again = steps.filter(({ type }) => type === 'ContactAdded').map(({ at }) => came(dayOf(at)));
  const first = steps[0]!.type === 'InvalidContact' ? [came(dayOf(steps[0]!.at))] : opening(steps, dayOf);
  return [...first, ...again];
};

/** Every time a person was told something before an answer, of whatever was not voided. */
export const toldMeanwhile = (
  { steps }: Pick<CaseFile, 'steps'>,
  dayOf: (instant: string) => string,
): readonly Counted[] =>
  lastOf(steps, 'CaseVoided')
    ? []
    : steps.filter(({ type }) => type === 'InterimReplyGiven').map(({ at }) => came(dayOf(at)));
