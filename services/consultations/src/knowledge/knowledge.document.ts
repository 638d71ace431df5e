import type { AnswerText, DraftView } from '@sunlit/contracts';
import { termsOf } from './search-terms.js';

/** An answer as it is kept to be found: the published text (before there is one: the draft), and what waits. */
export type KnowledgeDocument = AnswerText & {
  readonly status: 'draft' | 'published' | 'retired';
  /** Of what waits; null for nothing. */
  readonly waits: DraftView['status'] | null;
  readonly edition: number;
  readonly proposedAt: string;
  readonly changedAt: string;
  readonly publishedAt?: string;
  readonly retiredReason?: string;
  readonly draft?: DraftView;
  /** From and until when it holds; open ends written out, so that stores can compare them. */
  readonly from: string;
  readonly until: string;
  /** Found by: the published text; its question and keywords alone; the text that waits. */
  readonly terms: readonly string[];
  readonly heads: readonly string[];
  readonly draftTerms: readonly string[];
};

/** Open ends. */
export const EVER = { from: '0001-01-01', until: '9999-12-31' };

/** The words people may look an answer up by besides its text. */
export const keywordsOf = ({ keywords = [], policy }: AnswerText): string =>
  [...keywords, policy.number ?? '', policy.title].join(' ');

/** What a published text is found by. */
export const findable = (text: AnswerText) => ({
  heads: termsOf(text.question, ...(text.keywords ?? [])),
  terms: termsOf(text.question, keywordsOf(text), text.answer),
  from: text.validFrom ?? EVER.from,
  until: text.validUntil ?? EVER.until,
});

const TEXT = ['question', 'answer', 'category', 'keywords', 'policy', 'validFrom', 'validUntil'] as const;

/** The text alone. */
export const textIn = (of: AnswerText): AnswerText =>
  Object.fromEntries(
    TEXT.flatMap((name) => (of[name] === undefined ? [] : [[name, of[name]]])),
  ) as unknown as AnswerText;

/** All but the text. */
export const withoutText = (doc: KnowledgeDocument): Omit<KnowledgeDocument, keyof AnswerText> =>
  Object.fromEntries(Object.entries(doc).filter(([name]) => !(TEXT as readonly string[]).includes(name))) as never;
