import type { PublicEvent } from '@sunlit/kernel';
import type { Thing } from './recount.js';

/** A round of a case: its events. */
interface Turns {
  readonly own: readonly PublicEvent[];
}

/** Whether its clock stood still at the end of the day: the last of its turns up to then, each on the day it says. */
export const suspendedOn = ({ own }: Turns, day: string): boolean =>
  own.findLast(
    ({ type, data }) => ['CaseSuspended', 'CaseResumed'].includes(type) && (data as { on: string }).on <= day,
  )?.type === 'CaseSuspended';

/** The stretches of what was found in which the clock did not stand still, day by day. */
export const running = (thing: Thing, round: Turns): readonly Thing[] => {
  const turns = round.own.filter(({ type }) => ['CaseSuspended', 'CaseResumed'].includes(type));
  const days = [thing.day, ...turns.map(({ data }) => (data as { on: string }).on), thing.until!]
    .filter((day) => day >= thing.day && day <= thing.until!)
    .sort();
  const stretches: Thing[] = [];
  for (const [at, day] of days.slice(0, -1).entries()) {
    const [last, until] = [stretches.at(-1), days[at + 1]!];
    if (day === until || suspendedOn(round, day)) continue;
    if (last?.until === day) stretches.splice(-1, 1, { ...last, until });
    else stretches.push({ ...thing, day, until });
  }
  return stretches;
};
