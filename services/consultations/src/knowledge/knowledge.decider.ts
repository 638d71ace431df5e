import { defined, type Rules } from '@sunlit/casework';
import type { AnswerText, knowledgeCommands } from '@sunlit/contracts';
import { Refused, canonicalJson, decider, type Command, type CommandMeta, type Json } from '@sunlit/kernel';
import type { z } from 'zod';
import type { KnowledgeFact } from './knowledge.events.js';

type Commands = typeof knowledgeCommands;
export type KnowledgeCommand = { [T in keyof Commands]: Command<T, z.output<Commands[T]>> }[keyof Commands];

/** What waits to become the next edition, and who had a hand in it. */
interface Draft {
  readonly text: AnswerText;
  readonly authors: readonly string[];
  readonly revision: number;
  readonly is: 'proposed' | 'sent-back' | 'approved';
}

/** An answer of the knowledge base: what is published, and what waits. */
export interface Knowledge {
  readonly is: 'none' | 'kept' | 'retired';
  readonly published?: AnswerText;
  readonly edition: number;
  readonly draft?: Draft;
}

const known = (now: Knowledge): Knowledge => {
  if (now.is === 'none') throw new Refused('NoSuchAnswer');
  return now;
};

const live = (now: Knowledge): Knowledge => {
  if (known(now).is === 'retired') throw new Refused('AnswerRetired');
  return now;
};

const waiting = (now: Knowledge): Draft => {
  const { draft } = live(now);
  if (!draft) throw new Refused('NothingToReview');
  return draft;
};

/** Two pairs of eyes: who had a hand in the text does not judge it. */
const mustBeAnother = ({ authors }: Draft, { by }: CommandMeta): void => {
  if (authors.includes(by.account)) throw new Refused('OwnText');
};

const same = (one: AnswerText | undefined, other: AnswerText): boolean =>
  one !== undefined && canonicalJson(one as Json) === canonicalJson(other as Json);

/** An answer is proposed, reviewed by another, published, revised the same way, and retired. */
export const knowledge = (rules: Rules) => {
  const checkText = ({ category, validFrom, validUntil }: AnswerText, meta: CommandMeta): void => {
    rules.check('category', category, rules.day(meta.at));
    if (validFrom !== undefined && validUntil !== undefined && validUntil < validFrom)
      throw new Refused('InvalidInput', { field: 'validUntil', problem: '早于 before validFrom' });
  };
  /** What replaces another must hold at once: else there would be no answer until it does. */
  const checkDays = ({ validFrom = '', validUntil }: AnswerText, today: string, replaces: boolean): void => {
    if (validUntil !== undefined && validUntil < today)
      throw new Refused('InvalidInput', { field: 'validUntil', problem: '已过 is past' });
    if (replaces && validFrom > today)
      throw new Refused('InvalidInput', { field: 'validFrom', problem: '届时再发布 publish it on that day' });
  };
  const textOf = ({ policy, ...text }: AnswerText): AnswerText => ({
    ...(defined(text) as Omit<AnswerText, 'policy'>),
    policy: defined(policy) as AnswerText['policy'],
  });

  return decider<KnowledgeCommand, KnowledgeFact, Knowledge>({
    initial: { is: 'none', edition: 0 },
    decide: {
      ProposeAnswer: ({ data, meta }, now) => {
        if (now.is !== 'none') return [];
        checkText(data, meta);
        return [{ type: 'AnswerProposed', data: textOf(data) as never }];
      },
      ReviseAnswer: ({ data, meta }, now) => {
        const { draft, published } = live(now);
        const text = textOf(data);
        if (same(draft?.text ?? published, text)) return [];
        checkText(text, meta);
        return [{ type: 'AnswerRevised', data: text as never }];
      },
      ApproveAnswer: ({ data, meta }, now) => {
        const draft = waiting(now);
        if (data.revision !== undefined && data.revision !== draft.revision) throw new Refused('TextChangedSince');
        if (draft.is === 'approved') return [];
        if (draft.is === 'sent-back') throw new Refused('NothingToReview');
        mustBeAnother(draft, meta);
        return [{ type: 'AnswerApproved', data: {} }];
      },
      SendBackAnswer: ({ data, meta }, now) => {
        const draft = waiting(now);
        if (draft.is === 'sent-back') throw new Refused('NothingToReview');
        mustBeAnother(draft, meta);
        return [{ type: 'AnswerSentBack', data }];
      },
      PublishAnswer: ({ meta }, now) => {
        const { draft, edition } = live(now);
        if (!draft && edition > 0) return [];
        if (draft?.is !== 'approved') throw new Refused('NotApproved');
        checkDays(draft.text, rules.day(meta.at), edition > 0);
        return [{ type: 'AnswerPublished', data: { edition: edition + 1 } }];
      },
      RetireAnswer: ({ data }, now) => (known(now).is === 'retired' ? [] : [{ type: 'AnswerRetired', data }]),
    },
    evolve: {
      AnswerProposed: (now, { data, meta, revision }) => ({
        ...now,
        is: 'kept',
        draft: { text: data as AnswerText, authors: [meta.by.account], revision, is: 'proposed' },
      }),
      // A new text is nobody's yet: whatever was said of the one before is void.
      AnswerRevised: (now, { data, meta, revision }) => ({
        ...now,
        draft: {
          text: data as AnswerText,
          authors: [...(now.draft?.authors ?? []), meta.by.account],
          revision,
          is: 'proposed',
        },
      }),
      AnswerApproved: (now) => (now.draft ? { ...now, draft: { ...now.draft, is: 'approved' } } : now),
      AnswerSentBack: (now) => (now.draft ? { ...now, draft: { ...now.draft, is: 'sent-back' } } : now),
      AnswerPublished: ({ draft, ...now }, { data: { edition } }) => ({
        ...now,
        edition,
        ...(draft && { published: draft.text }),
      }),
      AnswerRetired: ({ draft: _, ...now }) => ({ ...now, is: 'retired' }),
    },
  });
};

/** Whether the answer may be given on that day: published, not retired, within its days. */
export const mayBeGiven = ({ is, published }: Knowledge, on: string): boolean =>
  is === 'kept' && published !== undefined && holdsOn(published, on);

/** Whether the day lies within the text's validity, both days included. */
export const holdsOn = ({ validFrom, validUntil }: Pick<AnswerText, 'validFrom' | 'validUntil'>, on: string): boolean =>
  (validFrom === undefined || validFrom <= on) && (validUntil === undefined || on <= validUntil);
