import type { AnswerText } from '@sunlit/contracts';
import { projection, type StoredEvent } from '@sunlit/kernel';
import { EVER, findable, keywordsOf, textIn, withoutText, type KnowledgeDocument } from './knowledge.document.js';
import type { KnowledgeFact } from './knowledge.events.js';
import { termsOf } from './search-terms.js';

const at = ({ meta }: StoredEvent): string => meta.recordedAt;

const drafted = (text: AnswerText, event: StoredEvent) => ({
  waits: 'proposed' as const,
  draft: { ...textIn(text), status: 'proposed' as const, revision: event.revision, changedAt: at(event) },
  draftTerms: termsOf(text.question, keywordsOf(text), text.answer),
  changedAt: at(event),
});

const settled = { waits: null, draftTerms: [] } as const;

type Change = (doc: KnowledgeDocument, event: StoredEvent) => KnowledgeDocument;
const row = (change: Change) => (doc: KnowledgeDocument | null, event: StoredEvent) => doc && change(doc, event);

const judged =
  (status: 'approved' | 'sent-back'): Change =>
  (doc, event) => {
    const reason = event.data['reason' as never] as string | undefined;
    const draft = doc.draft && { ...doc.draft, status, ...(reason !== undefined && { reason }) };
    return { ...doc, waits: status, changedAt: at(event), ...(draft && { draft }) };
  };

/** The knowledge base as it is searched and shown. */
export const knowledgeBase = projection<KnowledgeFact, KnowledgeDocument>({
  name: 'knowledge.v1',
  categories: ['knowledge'],
  index: {
    status: 'text',
    waits: 'text',
    category: 'text',
    from: 'day',
    until: 'day',
    changedAt: 'instant',
    terms: 'terms',
    heads: 'terms',
    draftTerms: 'terms',
  },
  apply: {
    AnswerProposed: (_, event) => {
      const text = textIn(event.data as AnswerText);
      const kept = { status: 'draft' as const, edition: 0, proposedAt: at(event), terms: [], heads: [], ...EVER };
      return { ...text, ...kept, ...drafted(text, event) };
    },
    AnswerRevised: row((doc, event) => {
      const text = event.data as unknown as AnswerText;
      const shown = doc.status === 'draft' ? { ...withoutText(doc), ...textIn(text) } : doc;
      return { ...shown, ...drafted(text, event) };
    }),
    AnswerApproved: row(judged('approved')),
    AnswerSentBack: row(judged('sent-back')),
    AnswerPublished: row(({ draft, ...doc }, event) => {
      const edition = event.data['edition' as never] as number;
      const text = textIn(draft ?? doc);
      const published = { status: 'published' as const, edition, publishedAt: at(event), changedAt: at(event) };
      return { ...withoutText(doc), ...text, ...findable(text), ...settled, ...published };
    }),
    AnswerRetired: row(({ draft: _, ...doc }, event) => ({
      ...doc,
      ...settled,
      // One that was never published is still found among the retired.
      terms: doc.edition > 0 ? doc.terms : doc.draftTerms,
      status: 'retired',
      retiredReason: event.data['reason' as never] as string,
      changedAt: at(event),
    })),
  },
});
