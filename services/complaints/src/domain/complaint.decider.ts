import {
  casework,
  deadlineAnew,
  defined,
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

const mayClose = (now: CaseState): boolean =>
  now.attempts > 0 || now.history || !now.contactable || now.erased.includes('caller');

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
        return shared.decide.RegisterCase(command, now);
      },
      // Somebody not reached has said nothing: without contact there is no rating, so it can count neither way.
      AttemptFollowUp: ({ data: { outcome, level, comment }, meta }, now) => {
        mustBe(now, 'answered');
        if (level !== undefined && outcome !== 'reached') throw new Refused('RatingNeedsContact');
        if (level !== undefined && now.rated) throw new Refused('AlreadyRated');
        rules.checkTime(meta, now);
        const { round } = now;
        const attempted = { type: 'FollowUpAttempted', data: defined({ outcome, round, comment }) as never } as const;
        return level === undefined ? [attempted] : [attempted, { type: 'FollowUpRated', data: { level, round } }];
      },
      CloseCase: ({ data, meta }, now) => {
        if (now.status === 'closed') return [];
        mustBe(now, 'answered');
        if (!mayClose(now)) throw new Refused('FollowUpFirst');
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
      FollowUpAttempted: (now) => ({ ...now, attempts: now.attempts + 1 }),
      FollowUpRated: (now) => ({ ...now, rated: true }),
      CaseClosed: (now, event) => moved(now, event, 'closed'),
      CaseRedone: newRound,
    },
  });
};
