import type { Envelope, JsonObject } from '@sunlit/kernel';
import type { AtLeast, CommandAnswer, Viewer } from './case.rpc.js';
import type { AnswerText } from './knowledge.commands.js';

/** Where an answer stands for whoever looks for it. */
export type KnowledgeStatus = 'proposed' | 'sent-back' | 'approved' | 'published' | 'retired';

/** A stretch of a text: found by the words searched for, or not. Together they are the text. */
export interface Segment {
  readonly text: string;
  readonly match: boolean;
}

/** A text that is not published: of a new answer or a revision. */
export interface DraftView extends AnswerText {
  readonly status: 'proposed' | 'sent-back' | 'approved';
  /** The answer's revision when it was written: what an approval names. */
  readonly revision: number;
  readonly changedAt: string;
  /** Why it was sent back. */
  readonly reason?: string;
}

/** An answer of the knowledge base; its own fields are those of the published text, or of the draft where none was published. */
export interface KnowledgeView extends AnswerText {
  readonly stream: string;
  readonly revision: number;
  readonly status: KnowledgeStatus;
  /** How many texts were published; 0: none yet. */
  readonly edition: number;
  readonly publishedAt?: string;
  readonly proposedAt: string;
  readonly changedAt: string;
  readonly retiredReason?: string;
  /** Whether it is published and holds today. */
  readonly inForce: boolean;
  /** What waits to become the next edition; for the office's own people alone. */
  readonly draft?: DraftView;
  /** In how many answers it was given, in all and by month (`2021-04`). */
  readonly uses: number;
  readonly usesByMonth: readonly { readonly month: string; readonly count: number }[];
}

/** An answer found: question and the part of the answer that matters, marked. */
export interface KnowledgeHit {
  readonly knowledge: KnowledgeView;
  readonly question: readonly Segment[];
  readonly excerpt: readonly Segment[];
  readonly cursor: string;
}

export interface KnowledgePage {
  readonly items: readonly KnowledgeHit[];
  readonly hasNext: boolean;
  readonly total: number;
}

export interface KnowledgeSuggestion {
  readonly stream: string;
  readonly question: readonly Segment[];
}

/** A question nobody found an answer to, and how often that was noted. */
export interface MissingAnswerView {
  readonly stream: string;
  readonly question: string;
  readonly category: string;
  readonly times: number;
  readonly firstNotedAt: string;
  readonly lastNotedAt: string;
}

/** A consultation answered without an answer of the knowledge base. */
export interface AnsweredWithoutView {
  readonly case: string;
  readonly number: string;
  readonly summary: string;
  readonly category: string;
  readonly answeredAt: string;
}

export interface Listed<T> {
  readonly items: readonly (T & { readonly cursor: string })[];
  readonly hasNext: boolean;
  readonly total: number;
}

export interface ListRequest {
  readonly viewer: Viewer;
  readonly category?: string;
  readonly first: number;
  readonly after?: string;
}

/** Operations of `consultations` on its knowledge base. `today` is the office's day. Errors: `Refused`. */
export interface KnowledgeOperations {
  /** A command of `knowledgeCommands` or `missingAnswerCommands`; a new answer's or question's stream is left out. */
  knowledgeCommand(payload: Omit<Envelope, 'stream'> & { readonly stream?: string }): Promise<CommandAnswer>;
  /** The edition in which an answer may be given today, where one is named; `NoSuchAnswer`, `AnswerNotInForce`. */
  answerInForce(payload: JsonObject): Promise<JsonObject>;
  knowledge(
    payload: { viewer: Viewer; stream: string; today: string } & AtLeast,
  ): Promise<{ readonly knowledge: KnowledgeView | null }>;
  /** By relevance; without `text` the latest first. Without `status` what is published and holds today. */
  knowledgeSearch(
    payload: ListRequest & { text?: string; status?: KnowledgeStatus; today: string } & AtLeast,
  ): Promise<KnowledgePage>;
  /** The five best by their questions and keywords, the last word still being typed. */
  knowledgeSuggestions(payload: { text: string; today: string }): Promise<{
    readonly items: readonly KnowledgeSuggestion[];
  }>;
  missingAnswers(payload: ListRequest & AtLeast): Promise<Listed<MissingAnswerView>>;
  answeredWithout(payload: ListRequest & AtLeast): Promise<Listed<AnsweredWithoutView>>;
  /** By category, most first: questions noted, and consultations answered without one. */
  unansweredCounts(payload: { viewer: Viewer; category?: string } & AtLeast): Promise<{
    readonly items: readonly { readonly category: string; readonly noted: number; readonly answeredWithout: number }[];
  }>;
}
