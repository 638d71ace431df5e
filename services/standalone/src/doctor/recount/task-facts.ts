import type { Json } from '@sunlit/kernel';
import { lastOf, type Step } from './case-file.js';

interface TaskNow {
  readonly holders: readonly Json[];
  readonly over: 'returned' | 'finished' | null;
  readonly round: Json | undefined;
}

/** Where a task stands after its steps: its holders, whoever answers for it first and whoever does it last. */
const taskOf = (steps: readonly Step[]): TaskNow => {
  const holders: Json[] = [];
  let over: TaskNow['over'] = null;
  for (const { type, data } of steps) {
    if (type === 'TaskGiven') holders.push(data['unit']!);
    if (type === 'TaskPassedDown') holders.push(data['to']!);
    if (type === 'TaskReturned' && data['to'] !== undefined) holders.pop();
    else if (type === 'TaskReturned') over = 'returned';
    if (type === 'TaskFinished') over = 'finished';
  }
  return { holders, over, round: steps[0]!.data['round'] };
};

const unique = (list: readonly (Json | undefined)[]): Json[] =>
  [...new Set(list)].filter((one) => one !== undefined) as Json[];

/** Which units a case concerns, and which of them have an unfinished task in this round. */
export const unitFacts = (steps: readonly Step[], round: Json, open: boolean) => {
  const given = steps.filter(({ type }) => type === 'TaskGiven').map(({ data }) => data['task']);
  const tasks = given.map((id) => taskOf(steps.filter(({ data }) => data['task'] === id)));
  const unit = lastOf(steps, 'CaseAssigned', 'AssignmentReturned')?.data['unit'];
  const passedTo = lastOf(steps, 'AssignmentPassedDown', 'CaseAssigned', 'AssignmentReturned')?.data['to'];
  const concerned = tasks.filter(({ over }) => over !== 'returned');
  const unfinished = tasks.filter((task) => open && task.over === null && task.round === round);
  return {
    passedTo,
    units: unique([unit, passedTo, ...concerned.flatMap(({ holders }) => [holders.at(-1), ...holders.slice(0, -1)])]),
    taskUnits: unfinished.map(({ holders }) => holders.at(-1)!),
  };
};
