import { mustBeMine } from './assignment.slice.js';
import { OPEN, defined, mustBe, roundBegan, type DecideRows, type EvolveRows } from '../case/case.state.js';
import type { Rules } from '../case/rules.js';

/** What the person is told before the answer: a fact of its own that stops no clock and is no answer. */
export const interim = (rules: Rules) => {
  const decide: DecideRows<'GiveInterimReply'> = {
    GiveInterimReply: ({ data, meta }, now) => {
      mustBe(now, ...OPEN);
      mustBeMine(rules, now, meta);
      rules.checkTime(meta, now, roundBegan(now));
      if (data.how !== undefined) rules.check('medium', data.how, rules.day(meta.at));
      const said = defined({ round: now.round, unit: meta.by.unit, ...data });
      return [{ type: 'InterimReplyGiven', data: said as never }];
    },
  };
  const evolve: EvolveRows<'InterimReplyGiven'> = { InterimReplyGiven: (now) => now };
  return { decide, evolve };
};
