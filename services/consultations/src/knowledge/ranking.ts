import { foldedText, occurrences } from './search-terms.js';

/** What is ranked: texts with the weight of a word found in each. */
export interface Ranked {
  readonly key: string;
  readonly fields: readonly { readonly text: string; readonly weight: number }[];
}

export interface Score {
  readonly key: string;
  /** Whether all terms sought are in it. */
  readonly whole: boolean;
  readonly score: number;
}

// BM25 (Robertson and Zaragoza, 2009) with its customary values, over fields that are weighted before saturation (BM25F).
const K1 = 1.2;
const B = 0.75;
/** Of a whole question a document must hold this share, by weight of the terms: else only its filling words (怎么, 可以) were met. */
const LEAST = 0.15;
/** So few terms are words somebody looks for, no question. */
const FEW = 4;

const countsIn = (text: string, terms: readonly string[]) => {
  const folded = foldedText(text);
  const counts = terms.map((term) => [term, occurrences(folded, term)] as const).filter(([, count]) => count > 0);
  return { counts: new Map(counts), length: folded.length };
};

interface Counted {
  readonly key: string;
  readonly fields: readonly {
    readonly counts: ReadonlyMap<string, number>;
    readonly length: number;
    readonly weight: number;
  }[];
}

const holds = ({ fields }: Counted, term: string): boolean => fields.some(({ counts }) => counts.has(term));

/** Rare terms say more than common ones; never less than nothing. */
const weightsOf = (terms: readonly string[], documents: readonly Counted[], total: number): Map<string, number> =>
  new Map(
    terms.map((term) => {
      const having = documents.filter((document) => holds(document, term)).length;
      return [term, Math.log(1 + (Math.max(total, having) - having + 0.5) / (having + 0.5))];
    }),
  );

const averages = (documents: readonly Counted[]): number[] =>
  (documents[0]?.fields ?? []).map(
    (_, index) => documents.reduce((sum, { fields }) => sum + fields[index]!.length, 0) / documents.length || 1,
  );

/** How often the term is met, each field by its weight and against its usual length; saturated. */
const frequency = ({ fields }: Counted, term: string, usual: readonly number[]): number => {
  const met = fields.reduce((sum, { counts, length, weight }, index) => {
    const count = counts.get(term) ?? 0;
    return sum + (weight * count) / (1 - B + (B * length) / usual[index]!);
  }, 0);
  return met / (K1 + met);
};

/**
 * The documents that answer the search, best first: those with all terms before those with some, then by BM25. `documents` are all of
 * `total` that hold any of the terms, which makes the terms' weights exact. Ties keep the order given.
 */
export const ranked = (terms: readonly string[], documents: readonly Ranked[], total: number): Score[] => {
  const counted = documents.map(({ key, fields }): Counted => ({
    key,
    fields: fields.map(({ text, weight }) => ({ ...countsIn(text, terms), weight })),
  }));
  const weights = weightsOf(terms, counted, total);
  const usual = averages(counted);
  const most = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const scores = counted.flatMap((document): Score[] => {
    const found = terms.filter((term) => holds(document, term));
    const share = found.reduce((sum, term) => sum + weights.get(term)!, 0) / most;
    if (found.length === 0 || (terms.length > FEW && share < LEAST)) return [];
    const score = found.reduce((sum, term) => sum + weights.get(term)! * frequency(document, term, usual), 0);
    return [{ key: document.key, whole: found.length === terms.length, score: score * share }];
  });
  return scores.sort((a, b) => Number(b.whole) - Number(a.whole) || b.score - a.score);
};
