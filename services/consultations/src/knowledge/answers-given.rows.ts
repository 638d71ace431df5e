import { momentOf } from '@sunlit/casework';
import type { StoredEvent } from '@sunlit/kernel';
import type { ConsultationFact } from '../domain/consultation.events.js';

interface Given {
  readonly knowledge: string;
  readonly edition: number;
}

interface Answered {
  readonly round: number;
  readonly at: string;
  readonly given?: Given;
}

/** Of a consultation: what it was about, and each answer it was given. */
export interface AnsweredCase {
  readonly number: string;
  readonly summary: string;
  readonly category: string;
  /** Named with the draft that may become the answer. */
  readonly drafted?: Given;
  readonly answers: readonly Answered[];
}

type FactOf<T extends ConsultationFact['type']> = StoredEvent & Extract<ConsultationFact, { type: T }>;
type Row<T extends ConsultationFact['type']> = (doc: AnsweredCase | null, event: FactOf<T>) => AnsweredCase | null;

const answered = (doc: AnsweredCase, answer: Answered): AnsweredCase => {
  const { drafted: _, ...rest } = doc;
  return { ...rest, answers: [...doc.answers.filter(({ round }) => round !== answer.round), answer] };
};

/** What changes an answer given; whatever else happens to a case does not. */
export const rows: { readonly [T in ConsultationFact['type']]?: Row<T> } = {
  // Imported history names no answers: it is no sign of a gap.
  CaseRegistered: (_, { data: { number, summary, category, history } }) =>
    history ? null : { number, summary, category, answers: [] },
  DetailsCorrected: (doc, { data: { changes } }) => {
    const { summary = doc?.summary ?? '', category = doc?.category ?? '' } = changes;
    return doc && { ...doc, summary, category };
  },
  AnsweredAtFirstContact: (doc, event) => doc && answered(doc, { round: 1, at: momentOf(event).at }),
  ReplyDrafted: (doc) => {
    if (!doc) return doc;
    const { drafted: _, ...rest } = doc;
    return rest;
  },
  // Another case's reply, given to this case's person too: a use of its own, if it is one.
  ReplyTakenOver: (doc) => {
    if (!doc) return doc;
    const { drafted: _, ...rest } = doc;
    return rest;
  },
  // It stands behind the answer or the draft it was named with.
  KnowledgeUsed: (doc, event) => {
    const last = doc?.answers.at(-1);
    const given = { ...event.data };
    const atOnce = last !== undefined && last.at === momentOf(event).at && last.given === undefined;
    return doc && (atOnce ? answered(doc, { ...last, given }) : { ...doc, drafted: given });
  },
  ReplyDelivered: (doc, event) =>
    doc &&
    answered(doc, {
      round: event.data.round,
      at: momentOf(event).at,
      ...(doc.drafted && { given: doc.drafted }),
    }),
  CaseVoided: (doc) => doc && { ...doc, answers: [] },
};
