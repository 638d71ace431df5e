import type { CaseState, Task } from '../case/case.state.js';
import type { CaseworkFact } from '../case/casework.events.js';

/** The unfinished task of a unit, with its id. */
export const heldBy = (now: CaseState, unit: string): [string, Task] | undefined =>
  Object.entries(now.tasks).find(([, task]) => task.unit === unit);

/** The tasks without that one. */
export const less = (tasks: CaseState['tasks'], id: string): CaseState['tasks'] =>
  Object.fromEntries(Object.entries(tasks).filter(([other]) => other !== id));

/** The state with that task changed, if it is there. */
export const changed = (now: CaseState, id: string, change: Partial<Task>): CaseState => {
  const found = now.tasks[id];
  return found ? { ...now, tasks: { ...now.tasks, [id]: { ...found, ...change } } } : now;
};

/** A unit that leads owes itself nothing: the tasks it has, or answers for, end when it becomes the lead. */
export const endedByLead = (now: CaseState, lead: string): CaseworkFact[] =>
  Object.entries(now.tasks)
    .filter(([, { unit, answerable }]) => unit === lead || answerable.includes(lead))
    .map(([task, { unit }]) => ({ type: 'TaskCancelled', data: { task, unit, because: 'leads' } }));
