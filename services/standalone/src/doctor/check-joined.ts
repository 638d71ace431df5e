import type { Recounted } from './check-desks.js';
import type { Find } from './doctor.types.js';
import { lastOf, type Step } from './recount/case-file.js';

/** What a joined or linked case hangs on, and by which of the other's facts. */
const BONDS = [
  {
    on: 'CaseJoined',
    off: 'CaseUnjoined',
    field: 'into',
    held: 'DuplicateHeld',
    gone: 'DuplicateGone',
    as: 'duplicate',
  },
  { on: 'CaseLinked', off: 'CaseUnlinked', field: 'under', held: 'FollowerHeld', gone: 'FollowerGone', as: 'follower' },
] as const;
type Bond = (typeof BONDS)[number];

const boundTo = (steps: readonly Step[], { on, off, field }: Bond): string | null => {
  const turn = lastOf(steps, on, off);
  return turn?.type === on ? String(turn.data[field]) : null;
};

const holds = (steps: readonly Step[], stream: string, { held, gone, as }: Bond): boolean =>
  lastOf(
    steps.filter(({ data }) => data[as] === stream),
    held,
    gone,
  )?.type === held;

const isRight = (files: Recounted['files'], stream: string, other: string, bond: Bond): boolean => {
  const kept = files.get(other)?.steps;
  return kept !== undefined && holds(kept, stream, bond) && boundTo(kept, bond) === null;
};

/** That whatever is joined into a case, or follows it, is held by it, and that this one hangs on no other in the same way. */
export const checkJoined = ({ files }: Recounted, find: Find): void => {
  for (const { stream, steps } of files.values())
    for (const bond of BONDS) {
      const other = boundTo(steps, bond);
      if (other === null || isRight(files, stream, other, bond)) continue;
      find({
        invariant: 'I7',
        where: `${stream} ${bond.on}`,
        expected: other,
        found: null,
        text: {
          zh: `${stream}:并入或关联于 ${other},但后者没有记录,或其自身也已并入他件。`,
          en: `${stream}: joined into or linked under ${other}, which does not hold it or hangs on another itself.`,
        },
      });
    }
};
