import type { KnowledgeHit, KnowledgeStatus, KnowledgeSuggestion } from '@sunlit/contracts';
import { Refused, type ReadStore, type StoredDocument, type Where } from '@sunlit/kernel';
import { keywordsOf, type KnowledgeDocument } from './knowledge.document.js';
import { knowledgeBase } from './knowledge.projection.js';
import { excerpt, marked } from './marking.js';
import { ranked, type Ranked, type Score } from './ranking.js';
import { soughtTerms } from './search-terms.js';

type Row = StoredDocument<KnowledgeDocument>;
type Field = 'terms' | 'heads' | 'draftTerms';

/** A hit with the document behind it. */
export type Found = Omit<KnowledgeHit, 'knowledge'> & { readonly row: Row };

interface Search {
  readonly text: string;
  /** Absent: what is published and holds today. */
  readonly status?: KnowledgeStatus;
  readonly where: Where;
  readonly today: string;
  readonly first: number;
  readonly after?: string;
}

interface Results {
  readonly items: readonly Found[];
  readonly hasNext: boolean;
  readonly total: number;
}

/** How many documents are ranked at most: past that, those with all terms and as many others. */
const MOST_RANKED = 1000;
const SUGGESTED = 5;
const LONGEST_TEXT = 200;

const inForce = (today: string): Where => ({ status: 'published', from: { to: today }, until: { from: today } });

const DRAFTS: readonly string[] = ['proposed', 'sent-back', 'approved'];
const isDraft = (status: KnowledgeStatus | undefined): boolean => status !== undefined && DRAFTS.includes(status);

const whereOf = ({ status, today, where }: Search): Where => {
  if (status === undefined) return { ...where, ...inForce(today) };
  return { ...where, ...(isDraft(status) ? { waits: status } : { status }) };
};

/** The text a search in drafts looks at, else the published one. */
const textOf = ({ doc }: Row, drafts: boolean) => (drafts && doc.draft ? doc.draft : doc);

// A question says what it is about; its keywords nearly so; the answer mentions much besides.
const whole =
  (drafts: boolean) =>
  (row: Row): Ranked => {
    const text = textOf(row, drafts);
    return {
      key: row.key,
      fields: [
        { text: text.question, weight: 3 },
        { text: keywordsOf(text), weight: 2 },
        { text: text.answer, weight: 1 },
      ],
    };
  };
const heads = ({ key, doc }: Row): Ranked => ({
  key,
  fields: [
    { text: doc.question, weight: 3 },
    { text: (doc.keywords ?? []).join(' '), weight: 2 },
  ],
});

const checkedText = (text: string): string => {
  if (text.length > LONGEST_TEXT) throw new Refused('InvalidInput', { field: 'text', problem: `≤ ${LONGEST_TEXT}` });
  return text.trim();
};

/** Search in the knowledge base: the store finds by terms, the order and the marks are made here, so in every store alike. */
export const knowledgeSearch = (readStore: ReadStore) => {
  const { name } = knowledgeBase;
  const list = async (where: Where): Promise<{ rows: Row[]; more: boolean }> => {
    const { items, hasNext } = await readStore.list(name, { where, first: MOST_RANKED });
    return { rows: items as unknown as Row[], more: hasNext };
  };

  const candidates = async (where: Where, field: Field, terms: readonly string[]): Promise<Row[]> => {
    const { rows, more } = await list({ ...where, [field]: { any: terms } });
    if (!more) return rows;
    const { rows: holdingAll } = await list({ ...where, [field]: { all: terms } });
    return [...new Map([...holdingAll, ...rows].map((row) => [row.key, row])).values()];
  };

  const found = async (
    where: Where,
    field: Field,
    terms: readonly string[],
    fields: (row: Row) => Ranked,
  ): Promise<{ readonly scores: readonly Score[]; readonly rows: ReadonlyMap<string, Row> }> => {
    if (terms.length === 0) return { scores: [], rows: new Map() };
    const [rows, counted] = await Promise.all([candidates(where, field, terms), readStore.count(name, { where })]);
    const scores = ranked(terms, rows.map(fields), counted[0]?.count ?? 0);
    return { scores, rows: new Map(rows.map((row) => [row.key, row])) };
  };

  const latest = async (search: Search): Promise<Results> => {
    const where = whereOf(search);
    const { first, after } = search;
    const sort = { field: 'changedAt', descending: true };
    const [page, counted] = await Promise.all([
      readStore.list(name, { where, sort, first, ...(after !== undefined && { after }) }),
      readStore.count(name, { where }),
    ]);
    const items = page.items.map((item): Found => {
      const row = item as unknown as Row;
      const text = textOf(row, isDraft(search.status));
      return { row, question: marked(text.question, []), excerpt: excerpt(text.answer, []), cursor: item.cursor };
    });
    return { items, hasNext: page.hasNext, total: counted[0]?.count ?? 0 };
  };

  return {
    search: async (given: Search): Promise<Results> => {
      const text = checkedText(given.text);
      if (text === '') return latest(given);
      const drafts = isDraft(given.status);
      const terms = soughtTerms(text);
      const { scores, rows } = await found(whereOf(given), drafts ? 'draftTerms' : 'terms', terms, whole(drafts));
      // A cursor names the hit it stands behind: what came in between moves nothing twice over the page's edge.
      const start = given.after === undefined ? 0 : scores.findIndex(({ key }) => key === given.after) + 1;
      const items = scores.slice(start, start + given.first).map(({ key }): Found => {
        const row = rows.get(key)!;
        const shown = textOf(row, drafts);
        return { row, question: marked(shown.question, terms), excerpt: excerpt(shown.answer, terms), cursor: key };
      });
      return { items, hasNext: start + given.first < scores.length, total: scores.length };
    },
    /** The best by question and keywords, for as long as somebody types. */
    suggestions: async (given: string, today: string): Promise<readonly KnowledgeSuggestion[]> => {
      const terms = soughtTerms(checkedText(given), true);
      const { scores, rows } = await found(inForce(today), 'heads', terms, heads);
      return scores.slice(0, SUGGESTED).map(({ key }) => ({
        stream: key,
        question: marked(rows.get(key)!.doc.question, terms),
      }));
    },
  };
};
