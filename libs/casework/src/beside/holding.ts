import { Refused } from '@sunlit/kernel';
import { OPEN, type CaseState, type Holds } from '../case/case.state.js';

/** Where a case may stand that holds others. */
export const KEEPS: readonly CaseState['status'][] = [...OPEN, 'answered', 'closed'];

export const some = (holds: Holds): boolean => Object.keys(holds).length > 0;

/** Refuses to hold what is itself, or is still being let go; true: it is held already. */
export const heldAlready = (now: CaseState, holds: Holds, stream: string): boolean => {
  if (stream === now.stream) throw new Refused('SameCase');
  if (holds[stream]?.releasing) throw new Refused('LettingGo');
  return holds[stream] !== undefined;
};

/** What is told of a hold holds only as long as it is this very one, and in this phase. */
export const isPhase = (holds: Holds, stream: string, hold: string, releasing: boolean): boolean =>
  holds[stream]?.hold === hold && (holds[stream].releasing ?? false) === releasing;

export const held = (holds: Holds, stream: string, hold: string): Holds => ({ ...holds, [stream]: { hold } });

export const releasing = (holds: Holds, stream: string): Holds =>
  holds[stream] ? { ...holds, [stream]: { ...holds[stream], releasing: true } } : holds;

export const gone = (holds: Holds, stream: string): Holds => {
  const { [stream]: _, ...rest } = holds;
  return rest;
};

/** Refuses to carry out a hold that has ended here: its command was late, or came again. */
export const mustNotBeOver = ({ endedHolds }: CaseState, hold: string): void => {
  if (endedHolds.includes(hold)) throw new Refused('NotHeld');
};

/** The state in which that hold is over for good. */
export const over = (now: CaseState, hold: string): CaseState => ({ ...now, endedHolds: [...now.endedHolds, hold] });
