import { Refused } from '@sunlit/kernel';
import { mustBeMine } from './assignment.slice.js';
import {
  defined,
  moved,
  mustBe,
  without,
  type CaseState,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import type { CaseworkFact } from '../case/casework.events.js';
import type { Rules } from '../case/rules.js';
import { mustNotBeSuspended } from '../clock/suspension.slice.js';

const answered = (now: CaseState, event: Parameters<typeof moved>[1]): CaseState =>
  without(moved(now, event, 'answered'), 'extension', 'suspensionAsked');

/** That an answer of the knowledge base is given, where one is named: it stands behind the reply or answer it was named with. */
export const usedBy = ({ knowledge, edition = 1 }: Used): readonly CaseworkFact[] =>
  knowledge === undefined ? [] : [{ type: 'KnowledgeUsed', data: { knowledge, edition } }];
interface Used {
  readonly knowledge?: string | undefined;
  readonly edition?: number | undefined;
}

/** The answer: drafted, sent back or approved, delivered; or recorded as it stands in a register of the past. */
export const reply = (rules: Rules) => {
  const decide: DecideRows<'DraftReply' | 'SendBackReply' | 'ApproveReply' | 'DeliverReply' | 'RecordAnswer'> = {
    DraftReply: ({ data, meta }, now) => {
      const { text } = data;
      mustBe(now, 'assigned', 'signed', 'drafted', 'sent-back');
      mustBeMine(rules, now, meta);
      if (now.status === 'drafted' && now.reply === text) return [];
      rules.checkTime(meta, now);
      const drafted = defined({ unit: now.unit, round: now.round, text }) as never;
      return [{ type: 'ReplyDrafted', data: drafted }, ...usedBy(data)];
    },
    SendBackReply: ({ data, meta }, now) => {
      mustBe(now, 'drafted', 'approved');
      rules.checkTime(meta, now);
      return [{ type: 'ReplySentBack', data: { round: now.round, reason: data.reason } }];
    },
    ApproveReply: ({ meta }, now) => {
      if (now.status === 'approved') return [];
      mustBe(now, 'drafted');
      rules.checkTime(meta, now);
      return [{ type: 'ReplyApproved', data: { round: now.round } }];
    },
    DeliverReply: ({ data, meta }, now) => {
      mustBe(now, 'approved');
      mustBeMine(rules, now, meta);
      mustNotBeSuspended(now);
      rules.checkTime(meta, now);
      rules.check('medium', data.how, rules.day(meta.at));
      return [{ type: 'ReplyDelivered', data: { how: data.how, round: now.round } }];
    },
    RecordAnswer: ({ data, meta }, now) => {
      mustBe(now, 'accepted');
      if (!now.history) throw new Refused('HistoryOnly');
      rules.checkTime(meta, now);
      if (data.how !== undefined) rules.check('medium', data.how, rules.day(meta.at));
      return [{ type: 'AnswerRecorded', data: defined(data) }];
    },
  };

  const evolve: EvolveRows<
    'ReplyDrafted' | 'KnowledgeUsed' | 'ReplySentBack' | 'ReplyApproved' | 'ReplyDelivered' | 'AnswerRecorded'
  > = {
    KnowledgeUsed: (now) => now,
    ReplyDrafted: (now, event) => ({ ...moved(now, event, 'drafted'), reply: event.data.text }),
    ReplySentBack: (now, event) => moved(now, event, 'sent-back'),
    ReplyApproved: (now, event) => moved(now, event, 'approved'),
    ReplyDelivered: answered,
    AnswerRecorded: answered,
  };
  return { decide, evolve };
};
