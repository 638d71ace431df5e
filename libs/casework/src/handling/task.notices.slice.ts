import type { CommandMeta } from '@sunlit/kernel';
import { OPEN, mustBeSystem, type CaseState, type DecideRows, type EvolveRows, type Task } from '../case/case.state.js';
import type { Rules } from '../case/rules.js';
import { changed, heldBy } from './task.state.js';

/** What time makes of a task: due soon, then overdue; each said once. A suspended case waits, and so do its tasks. */
export const taskNotices = (rules: Rules) => {
  /** The unfinished task of the unit that is due that day, as long as anybody is to do it. */
  const waiting = (
    now: CaseState,
    { unit, dueOn }: { readonly unit: string; readonly dueOn: string },
    meta: CommandMeta,
  ): readonly [string, Task] | null => {
    mustBeSystem(meta);
    const found = OPEN.includes(now.status) && !now.suspended ? heldBy(now, unit) : undefined;
    return found?.[1].dueOn === dueOn ? found! : null;
  };

  const decide: DecideRows<'WarnTask' | 'RemindTask'> = {
    // As with the case's own: once the day has passed the reminder takes the warning's place.
    WarnTask: ({ data, meta }, now) => {
      const found = waiting(now, data, meta);
      const today = rules.day(meta.at);
      if (!found || found[1].warned || today < rules.taskWarnOn(data.dueOn) || today > data.dueOn) return [];
      return [{ type: 'TaskWarned', data: { task: found[0], ...data } }];
    },
    RemindTask: ({ data, meta }, now) => {
      const found = waiting(now, data, meta);
      if (!found || found[1].reminded || rules.day(meta.at) <= data.dueOn) return [];
      return [{ type: 'TaskReminded', data: { task: found[0], ...data } }];
    },
  };
  const evolve: EvolveRows<'TaskWarned' | 'TaskReminded'> = {
    TaskWarned: (now, { data }) => changed(now, data.task, { warned: true }),
    TaskReminded: (now, { data }) => changed(now, data.task, { reminded: true }),
  };
  return { decide, evolve };
};
