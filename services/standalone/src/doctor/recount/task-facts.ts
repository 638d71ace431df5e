import type { Json } from '@sunlit/kernel';
import { lastOf, type Step } from './case-file.js';

/** What begins a round after the first. */
const AGAIN = ['CaseReopened', 'CaseRedone'];

/** What ends a task: one given back to the unit above is not over. */
const ENDS = ['TaskReturned', 'TaskFinished', 'TaskCancelled'];

interface TaskNow {
  readonly holders: readonly Json[];
  readonly over: boolean;
  readonly round: Json | undefined;
}

/** Where a task stands after its steps: its holders, whoever answers for it first and whoever does it last. */
const taskOf = (steps: readonly Step[]): TaskNow => {
  const holders: Json[] = [];
  for (const { type, data } of steps) {
    if (type === 'TaskGiven') holders.push(data['unit']!);
    if (type === 'TaskPassedDown') holders.push(data['to']!);
    if (type === 'TaskReturned' && data['to'] !== undefined) holders.pop();
  }
  const over = steps.some(({ type, data }) => ENDS.includes(type) && data['to'] === undefined);
  return { holders, over, round: steps[0]!.data['round'] };
};

const unique = (list: readonly (Json | undefined)[]): Json[] =>
  [...new Set(list)].filter((one) => one !== undefined) as Json[];

/** Which units a case concerns: the lead, whom it passed its work to in this round, and those of an unfinished task of it. */
export const unitFacts = (steps: readonly Step[], round: Json, open: boolean) => {
  const given = steps.filter(({ type }) => type === 'TaskGiven').map(({ data }) => data['task']);
  const tasks = given.map((id) => taskOf(steps.filter(({ data }) => data['task'] === id)));
  const unit = lastOf(steps, 'CaseAssigned', 'AssignmentReturned')?.data['unit'];
  const passedTo = lastOf(steps, 'AssignmentPassedDown', 'CaseAssigned', 'AssignmentReturned', ...AGAIN)?.data['to'];
  const unfinished = tasks.filter((task) => open && !task.over && task.round === round);
  return {
    passedTo,
    units: unique([unit, passedTo, ...unfinished.flatMap(({ holders }) => [holders.at(-1), ...holders.slice(0, -1)])]),
    taskUnits: unfinished.map(({ holders }) => holders.at(-1)!),
  };
};
