import type { Compared, ComparedRound, Difference, Share, Side, WhatIfOptions } from './whatif.types.js';

const shareOf = (sides: readonly (Side | null)[], today: string): Share => {
  // As the figure itself: what is due today or later is not counted yet.
  const counted = sides.filter((side): side is Side => side !== null && side.dueOn < today);
  const onTime = counted.filter(({ verdict }) => verdict === 'on-time').length;
  return { onTime, of: counted.length, share: counted.length === 0 ? null : onTime / counted.length };
};

const moment = ({ dueOn, dueAt }: Side): string => dueAt ?? dueOn;

const isMoved = ({ before, after }: ComparedRound): boolean =>
  before === null || after === null || moment(before) !== moment(after);

const direction = ({ before, after }: ComparedRound): keyof Difference['moved'] => {
  if (before === null) return 'timed';
  if (after === null) return 'untimed';
  if (before.dueOn !== after.dueOn) return after.dueOn < before.dueOn ? 'earlier' : 'later';
  // The end of the day is later than any instant of it.
  return (after.dueAt ?? '9') < (before.dueAt ?? '9') ? 'earlier' : 'later';
};

const compared = (code: string, rounds: readonly ComparedRound[], today: string): Compared => ({
  code,
  matters: new Set(rounds.map(({ stream }) => stream)).size,
  moved: rounds.filter(isMoved).length,
  before: shareOf(
    rounds.map(({ before }) => before),
    today,
  ),
  after: shareOf(
    rounds.map(({ after }) => after),
    today,
  ),
});

const groupedBy = (rounds: readonly ComparedRound[], by: 'kind' | 'unit', today: string): readonly Compared[] => {
  const groups = new Map<string, ComparedRound[]>();
  for (const round of rounds) groups.set(round[by], [...(groups.get(round[by]) ?? []), round]);
  return [...groups.keys()].sort().map((code) => compared(code, groups.get(code)!, today));
};

const dueOf = ({ before, after }: ComparedRound): string => (before ?? after)!.dueOn;

const inOrder = (a: ComparedRound, b: ComparedRound): number =>
  `${dueOf(a)} ${a.number} ${a.round}` < `${dueOf(b)} ${b.number} ${b.round}` ? -1 : 1;

/** What the other policy changes, over the rounds due in the period. */
export const differenceOf = (
  all: readonly ComparedRound[],
  { from, to, today, first }: Pick<WhatIfOptions, 'from' | 'to' | 'today' | 'first'>,
): Difference => {
  const rounds = all.filter((round) => from <= dueOf(round) && dueOf(round) <= to).sort(inOrder);
  const moved = { earlier: 0, later: 0, timed: 0, untimed: 0 };
  for (const round of rounds.filter(isMoved)) moved[direction(round)] += 1;
  const changed = rounds.filter(({ before, after }) => before?.verdict !== after?.verdict);
  const { before, after } = compared('', rounds, today);
  return {
    ...{ from, to, rounds: rounds.length, moved, onTime: { before, after } },
    byKind: groupedBy(rounds, 'kind', today),
    byUnit: groupedBy(rounds, 'unit', today),
    changed: { all: changed.length, first: changed.slice(0, first) },
  };
};
