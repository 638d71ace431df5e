import type { Rules } from '@sunlit/casework';
import type { missingAnswerCommands } from '@sunlit/contracts';
import { Refused, decider, type Command } from '@sunlit/kernel';
import type { z } from 'zod';
import type { MissingAnswerFact } from './knowledge.events.js';

type Commands = typeof missingAnswerCommands;
export type MissingAnswerCommand = { [T in keyof Commands]: Command<T, z.output<Commands[T]>> }[keyof Commands];

/** Whether somebody looks for an answer to this question. */
export type MissingAnswer = 'unknown' | 'missing' | 'settled';

/** A question nobody found an answer to: noted each time it comes up, until there is an answer; it may come up again. */
export const missingAnswer = (rules: Rules) =>
  decider<MissingAnswerCommand, MissingAnswerFact, MissingAnswer>({
    initial: 'unknown',
    decide: {
      NoteMissingAnswer: ({ data, meta }) => {
        rules.check('category', data.category, rules.day(meta.at));
        return [{ type: 'MissingAnswerNoted', data }];
      },
      SettleMissingAnswer: ({ data: { knowledge } }, now) => {
        if (now === 'unknown') throw new Refused('NoSuchQuestion');
        return now === 'settled' ? [] : [{ type: 'MissingAnswerSettled', data: { knowledge } }];
      },
    },
    evolve: { MissingAnswerNoted: () => 'missing', MissingAnswerSettled: () => 'settled' },
  });
