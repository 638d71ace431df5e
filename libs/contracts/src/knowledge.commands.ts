import { z } from 'zod';
import { code, day, knowledgeStream, missingAnswerStream, officialText } from './terms.js';

const reason = officialText(500);
const question = officialText(200);

/** The document an answer rests on: its number, title and address. */
export const answerPolicy = z.strictObject({
  title: officialText(200),
  number: officialText(80).optional(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
});

/** An answer as it is written: what is asked, what is said, and how long it holds (both days included). */
export const answerText = z.strictObject({
  question,
  answer: officialText(8000),
  category: code,
  keywords: z.array(officialText(40)).max(20).optional(),
  policy: answerPolicy,
  validFrom: day.optional(),
  validUntil: day.optional(),
});

/** Commands on an answer of the knowledge base, by type: the data of each. No personal data anywhere. */
export const knowledgeCommands = {
  ProposeAnswer: answerText,
  /** Another text for it; it is reviewed anew before it replaces what is published. */
  ReviseAnswer: answerText,
  /** `revision`: what the reviewer read; refused where the text was changed since. */
  ApproveAnswer: z.strictObject({ revision: z.int().min(0).optional() }),
  SendBackAnswer: z.strictObject({ reason }),
  PublishAnswer: z.strictObject({}),
  RetireAnswer: z.strictObject({ reason }),
} as const;

/** Commands on a question nobody found an answer to. */
export const missingAnswerCommands = {
  /** The same question of the same category is one, however often it is noted. */
  NoteMissingAnswer: z.strictObject({ question, category: code }),
  /** There is an answer now. */
  SettleMissingAnswer: z.strictObject({ question: missingAnswerStream, knowledge: knowledgeStream }),
} as const;

export type KnowledgeCommandType = keyof typeof knowledgeCommands | keyof typeof missingAnswerCommands;
export type AnswerText = z.output<typeof answerText>;
