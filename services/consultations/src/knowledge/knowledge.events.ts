import type { Facts } from '@sunlit/casework';
import { code, day } from '@sunlit/contracts';
import { z } from 'zod';

// Stored for good: a changed shape gets a new name and an upcast from the old one. Official texts alone: no field is personal.

const text = z.string();
const empty = z.strictObject({});

const answerText = {
  question: text,
  answer: text,
  category: code,
  keywords: z.array(text).optional(),
  policy: z.strictObject({ title: text, number: text.optional(), link: text.optional() }),
  validFrom: day.optional(),
  validUntil: day.optional(),
};

/** The facts of an answer of the knowledge base, by type. */
export const knowledgeEvents = {
  AnswerProposed: z.strictObject(answerText),
  /** Another text: it waits for review and replaces the published one only when it is published itself. */
  AnswerRevised: z.strictObject(answerText),
  AnswerApproved: empty,
  AnswerSentBack: z.strictObject({ reason: text }),
  /** The approved text is what is found from now on, as this edition. */
  AnswerPublished: z.strictObject({ edition: z.int().min(1) }),
  AnswerRetired: z.strictObject({ reason: text }),
} as const;

/** The facts of a question nobody found an answer to. */
export const missingAnswerEvents = {
  MissingAnswerNoted: z.strictObject({ question: text, category: code }),
  MissingAnswerSettled: z.strictObject({ knowledge: text }),
} as const;

export type KnowledgeFact = Facts<typeof knowledgeEvents>;
export type MissingAnswerFact = Facts<typeof missingAnswerEvents>;
