import {
  casework,
  deadlineAnew,
  defined,
  drawn,
  isFollowedUp,
  moved,
  mustBe,
  newRound,
  unregistered,
  type CaseCommand,
  type CaseState,
  type Rules,
} from '@sunlit/casework';
import type { ComplaintCommandType } from '@sunlit/contracts';
import { Refused, decider } from '@sunlit/kernel';
import type { ComplaintFact } from './complaint.events.js';

export type ComplaintCommand = { [T in ComplaintCommandType]: CaseCommand<T> }[ComplaintCommandType];

/** A complaint, from registration to follow-up: the person is called back after the answer, and it is redone where the unit is at fault. */
export const complaint = (rules: Rules) => {
  const shared = casework(rules);
  return decider<ComplaintCommand, ComplaintFact, CaseState>({
    initial: unregistered,
    decide: {
      ...shared.decide,
      RegisterCase: (command, now) => {
        if (command.data.answer !== undefined)
          throw new Refused('InvalidInput', {
            field: 'answer',
            problem: 'a complaint is not answered at first contact',
          });
        if (command.data.knowledge !== undefined)
          throw new Refused('InvalidInput', { field: 'knowledge', problem: 'is named with the answer given' });
        return shared.decide.RegisterCase(command, now);
      },
      DeliverReply: (command, now) => [...shared.decide.DeliverReply(command, now), ...drawn(rules, now)],
      CloseCase: ({ data, meta }, now) => {
        if (now.status === 'closed') return [];
        mustBe(now, 'answered');
        if (!isFollowedUp(rules, now)) throw new Refused('FollowUpFirst');
        rules.checkTime(meta, now);
        return [{ type: 'CaseClosed', data: defined(data) }];
      },
      RedoCase: ({ data: { reason }, meta }, now) => {
        mustBe(now, 'answered', 'closed');
        rules.checkTime(meta, now);
        return [
          { type: 'CaseRedone', data: { round: now.round + 1, reason } },
          ...deadlineAnew(rules, now, meta, 'redone'),
        ];
      },
    },
    evolve: {
      ...shared.evolve,
      CaseClosed: (now, event) => moved(now, event, 'closed'),
      CaseRedone: newRound,
    },
  });
};
