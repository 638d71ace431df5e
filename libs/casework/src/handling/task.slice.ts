import { Refused, derivedId, type CommandMeta } from '@sunlit/kernel';
import { mustBeMine } from './assignment.slice.js';
import {
  OPEN,
  defined,
  momentOf,
  mustBe,
  roundBegan,
  type CaseCommand,
  type CaseState,
  type DecideRows,
  type EvolveRows,
  type Task,
} from '../case/case.state.js';
import type { Rules } from '../case/rules.js';
import { mustHaveTextForUnits } from '../person/text-for-units.js';
import { changed, heldBy, less } from './task.state.js';

/** Who else works at a case: units that assist, each with a task of its own, and units below that do what was passed down to them. */
export const task = (rules: Rules) => {
  const mustHaveNone = (now: CaseState, unit: string): void => {
    if (unit === now.unit) throw new Refused('LeadsAlready');
    if (heldBy(now, unit)) throw new Refused('TaskExists');
  };

  const dueOn = ({ data, meta }: CaseCommand<'GiveTask'>, { due }: CaseState): string | undefined => {
    if (data.dueOn === undefined) return due?.on;
    const late = due !== undefined && data.dueOn > due.on;
    if (late || data.dueOn < rules.day(meta.at)) throw new Refused('TaskTooLate', { due: due?.on ?? '' });
    return data.dueOn;
  };

  /** The unfinished task of that unit, for somebody who acts for it. */
  const mine = (now: CaseState, unit: string, meta: CommandMeta): readonly [string, Task] => {
    mustBe(now, ...OPEN);
    if (!rules.actsFor(meta.by, unit)) throw new Refused('NotYourTask');
    const found = heldBy(now, unit);
    if (!found) throw new Refused('NoSuchTask');
    rules.checkTime(meta, now, found[1].since);
    return found;
  };

  const decide: DecideRows<
    'PassAssignmentDown' | 'GiveTask' | 'SignTask' | 'ReturnTask' | 'PassTaskDown' | 'FinishTask' | 'CancelTask'
  > = {
    PassAssignmentDown: ({ data: { to, note }, meta }, now) => {
      mustBe(now, ...OPEN);
      if (now.unit === undefined) throw new Refused('NoLead');
      if (now.passedTo === to) return [];
      const from = now.unit;
      if (!rules.actsFor(meta.by, from)) throw new Refused('NotYourCase');
      rules.checkTime(meta, now, roundBegan(now));
      rules.checkUnit(to, rules.day(meta.at));
      if (!rules.isBelow(to, from)) throw new Refused('NotBelow');
      return [{ type: 'AssignmentPassedDown', data: defined({ from, to, note }) as never }];
    },
    GiveTask: (command, now) => {
      const { data, meta } = command;
      mustBe(now, ...OPEN);
      if (now.unit === undefined) throw new Refused('NoLead');
      mustBeMine(rules, now, meta);
      rules.checkTime(meta, now, roundBegan(now));
      rules.checkUnit(data.unit, rules.day(meta.at));
      mustHaveNone(now, data.unit);
      mustHaveTextForUnits(now, meta);
      const { unit, note } = data;
      const id = derivedId(now.stream, meta.commandId, 'task');
      const given = defined({ task: id, unit, dueOn: dueOn(command, now), round: now.round, note });
      return [{ type: 'TaskGiven', data: given as never }];
    },
    SignTask: ({ data: { unit }, meta }, now) => {
      const [id, { signed }] = mine(now, unit, meta);
      return signed ? [] : [{ type: 'TaskSigned', data: { task: id, unit } }];
    },
    ReturnTask: ({ data: { unit, ground, note }, meta }, now) => {
      const [id, { answerable }] = mine(now, unit, meta);
      rules.check('returnGround', ground, rules.day(meta.at));
      const to = answerable.at(-1);
      return [{ type: 'TaskReturned', data: defined({ task: id, unit, to, ground, note }) as never }];
    },
    PassTaskDown: ({ data: { unit, to, note }, meta }, now) => {
      const [id] = mine(now, unit, meta);
      rules.checkUnit(to, rules.day(meta.at));
      if (!rules.isBelow(to, unit)) throw new Refused('NotBelow');
      mustHaveNone(now, to);
      return [{ type: 'TaskPassedDown', data: defined({ task: id, from: unit, to, note }) as never }];
    },
    FinishTask: ({ data: { unit, text }, meta }, now) => {
      const [id] = mine(now, unit, meta);
      return [{ type: 'TaskFinished', data: { task: id, unit, text } }];
    },
    CancelTask: ({ data: { unit, reason }, meta }, now) => {
      mustBe(now, ...OPEN);
      mustBeMine(rules, now, meta);
      const found = heldBy(now, unit);
      if (!found) throw new Refused('NoSuchTask');
      rules.checkTime(meta, now, found[1].since);
      return [{ type: 'TaskCancelled', data: { task: found[0], unit, because: 'asked', reason } }];
    },
  };

  const evolve: EvolveRows<
    | 'AssignmentPassedDown'
    | 'TaskGiven'
    | 'TaskSigned'
    | 'TaskReturned'
    | 'TaskPassedDown'
    | 'TaskFinished'
    | 'TaskCancelled'
  > = {
    AssignmentPassedDown: (now, { data }) => ({ ...now, passedTo: data.to }),
    TaskGiven: (now, event) => {
      const { task: id, unit, dueOn } = event.data;
      const given = { unit, answerable: [], signed: false, since: momentOf(event), ...(dueOn && { dueOn }) };
      return { ...now, tasks: { ...now.tasks, [id]: given } };
    },
    TaskSigned: (now, event) => changed(now, event.data.task, { signed: true, since: momentOf(event) }),
    // Back with the unit that had passed it down, which signed for it before; else with nobody.
    TaskReturned: (now, event) => {
      const { task: id, to } = event.data;
      if (to === undefined) return { ...now, tasks: less(now.tasks, id) };
      const answerable = now.tasks[id]?.answerable.slice(0, -1) ?? [];
      return changed(now, id, { unit: to, answerable, signed: true, since: momentOf(event) });
    },
    TaskPassedDown: (now, event) => {
      const { task: id, from, to } = event.data;
      const answerable = [...(now.tasks[id]?.answerable ?? []), from];
      return changed(now, id, { unit: to, answerable, signed: false, since: momentOf(event) });
    },
    TaskFinished: (now, { data }) => ({ ...now, tasks: less(now.tasks, data.task) }),
    TaskCancelled: (now, { data }) => ({ ...now, tasks: less(now.tasks, data.task) }),
  };
  return { decide, evolve };
};
