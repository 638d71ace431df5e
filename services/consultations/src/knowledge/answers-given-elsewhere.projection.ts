import type { Rules } from '@sunlit/casework';
import { publicEvents, type PublicData } from '@sunlit/contracts';
import {
  unchanged,
  type CollectionSpec,
  type DerivedChange,
  type JsonObject,
  type Projection,
  type PublicEvent,
} from '@sunlit/kernel';

interface Used {
  readonly knowledge: string;
  readonly edition: number;
}

/** Of a complaint: the answer of the knowledge base its reply is, and each one that was given to its person. */
export interface GivenElsewhere {
  readonly category: string;
  /** Named with the reply that may become the answer. */
  readonly drafted?: Used;
  readonly answers: readonly (Used & { readonly round: number; readonly month: string })[];
}

/** The answers of the knowledge base given by the other service, one document a case and round. */
export const answersElsewhereCollection: CollectionSpec = {
  name: 'answers-given-elsewhere.v1.answers',
  index: { knowledge: 'text', month: 'text', category: 'text' },
};

type Types = keyof (typeof publicEvents)['complaints'];
type Row<T extends Types> = (
  doc: GivenElsewhere,
  data: PublicData<T>,
  event: PublicEvent,
  rules: Rules,
) => GivenElsewhere;

const forgotten = ({ drafted: _, ...doc }: GivenElsewhere): GivenElsewhere => doc;

const rows: { readonly [T in Types]?: Row<T> } = {
  DetailsCorrected: (doc, { changes }) => ({ ...doc, category: changes.category ?? doc.category }),
  ReplyDrafted: forgotten,
  ReplyTakenOver: forgotten,
  KnowledgeUsed: (doc, { knowledge, edition }) => ({ ...doc, drafted: { knowledge, edition } }),
  ReplyDelivered: ({ drafted, ...doc }, { round }, event, rules) => {
    const answers = doc.answers.filter((answer) => answer.round !== round);
    const month = rules.day(event.time).slice(0, 7);
    return { ...doc, answers: drafted ? [...answers, { ...drafted, round, month }] : answers };
  },
  CaseVoided: (doc) => ({ ...doc, answers: [] }),
};

const changesOf = (stream: string, before: GivenElsewhere | null, after: GivenElsewhere | null): DerivedChange[] => {
  const rounds = [...(before?.answers ?? []), ...(after?.answers ?? [])].map(({ round }) => round);
  return [...new Set(rounds)].map((of) => ({
    collection: answersElsewhereCollection.name,
    key: `${stream} ${of}`,
    change: (): JsonObject | null => {
      const found = after?.answers.find(({ round }) => round === of);
      if (!after || !found) return null;
      const { round: _, ...answer } = found;
      return { ...answer, case: stream, category: after.category };
    },
  }));
};

/**
 * Which answers of the knowledge base were given to people by the other service, from what it says publicly. As here: once for each person
 * answered and round, when the answer reached them, whoever wrote it; a voided case gave none.
 */
export const answersGivenElsewhere = (rules: Rules): Projection<PublicEvent, GivenElsewhere> => ({
  name: 'answers-given-elsewhere.v1',
  categories: ['complaints'],
  index: {},
  apply: Object.fromEntries(
    Object.keys(publicEvents.complaints).map((type) => {
      const row = rows[type as Types] as Row<never> | undefined;
      if (type === 'CaseRegistered')
        return [
          type,
          (doc: GivenElsewhere | null, { data }: PublicEvent) =>
            doc ?? { category: String(data['category']), answers: [] },
        ];
      return [
        type,
        row
          ? (doc: GivenElsewhere | null, event: PublicEvent) => doc && row(doc, event.data as never, event, rules)
          : unchanged,
      ];
    }),
  ) as Projection<PublicEvent, GivenElsewhere>['apply'],
  derive: (before, after, { subject }) => (before === after ? [] : changesOf(subject, before, after)),
  derived: [answersElsewhereCollection],
});
