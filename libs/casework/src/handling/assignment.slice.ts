import { Refused, type CommandMeta } from '@sunlit/kernel';
import {
  OPEN,
  defined,
  momentOf,
  momentOfCommand,
  moved,
  mustBe,
  without,
  type CaseState,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import type { CaseworkFact } from '../case/casework.events.js';
import { deadlineStarted } from '../clock/deadline.slice.js';
import type { Rules } from '../case/rules.js';
import { mustHaveTextForUnits } from '../person/text-for-units.js';
import { endedByLead } from './task.state.js';

/** Refuses whoever is bound to another unit. */
export const mustBeMine = (rules: Rules, now: CaseState, meta: CommandMeta): void => {
  const mine = rules.actsFor(meta.by, now.unit) || (now.passedTo !== undefined && rules.actsFor(meta.by, now.passedTo));
  if (!mine) throw new Refused('NotYourCase');
};

/** Which unit leads: given to it, signed for or given back with a ground, given to another. */
export const assignment = (rules: Rules) => {
  const decide: DecideRows<'AssignCase' | 'SignAssignment' | 'ReturnAssignment'> = {
    AssignCase: ({ data, meta }, now) => {
      mustBe(now, ...OPEN);
      if (now.unit === data.unit) return [];
      rules.checkTime(meta, now);
      rules.checkUnit(data.unit, rules.day(meta.at));
      mustHaveTextForUnits(now, meta);
      const { unit, note } = data;
      const given = defined({ unit, from: now.unit, round: now.round, note }) as never;
      return [{ type: 'CaseAssigned', data: given }, ...endedByLead(now, unit)];
    },
    SignAssignment: ({ meta }, now) => {
      if (now.status === 'signed') return [];
      mustBe(now, 'assigned');
      mustBeMine(rules, now, meta);
      rules.checkTime(meta, now);
      const signed: CaseworkFact = { type: 'AssignmentSigned', data: { unit: now.unit! } };
      return [signed, ...deadlineStarted(rules, { ...now, signed: momentOfCommand(meta) }, 'signed')];
    },
    ReturnAssignment: ({ data, meta }, now) => {
      mustBe(now, 'assigned', 'signed');
      mustBeMine(rules, now, meta);
      rules.checkTime(meta, now);
      rules.check('returnGround', data.ground, rules.day(meta.at));
      return [{ type: 'AssignmentReturned', data: defined({ unit: now.unit!, ...data }) as never }];
    },
  };

  const evolve: EvolveRows<'CaseAssigned' | 'AssignmentSigned' | 'AssignmentReturned'> = {
    CaseAssigned: (now, event) => ({
      ...without(moved(now, event, 'assigned'), 'passedTo'),
      unit: event.data.unit,
      everAssigned: true,
      // The first unit to receive a case stays answerable for tracking it.
      receivedBy: now.receivedBy ?? event.data.unit,
    }),
    AssignmentSigned: (now, event) => ({ ...moved(now, event, 'signed'), signed: momentOf(event) }),
    AssignmentReturned: (now, event) => without(moved(now, event, 'returned'), 'unit', 'passedTo'),
  };
  return { decide, evolve };
};
