import { projection } from '@sunlit/kernel';
import type { MissingAnswerFact } from './knowledge.events.js';

/** A question nobody found an answer to, and how often. */
export interface MissingAnswerDocument {
  readonly question: string;
  readonly category: string;
  readonly times: number;
  readonly firstNotedAt: string;
  readonly lastNotedAt: string;
  /** Whether it still has none. */
  readonly missing: boolean;
  readonly knowledge?: string;
}

/** Questions without an answer; one that is settled stays, as settled. */
export const missingAnswers = projection<MissingAnswerFact, MissingAnswerDocument>({
  name: 'missing-answers.v1',
  categories: ['missinganswer'],
  index: { missing: 'flag', category: 'text', times: 'number', lastNotedAt: 'instant' },
  apply: {
    MissingAnswerNoted: (doc, event) => ({
      question: event.data.question,
      category: event.data.category,
      times: (doc?.times ?? 0) + 1,
      firstNotedAt: doc?.firstNotedAt ?? event.meta.recordedAt,
      lastNotedAt: event.meta.recordedAt,
      missing: true,
    }),
    MissingAnswerSettled: (doc, { data }) => doc && { ...doc, missing: false, knowledge: data.knowledge },
  },
});
