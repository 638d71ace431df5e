import { positionOf } from '@sunlit/casework';
import type {
  AnsweredWithoutView,
  KnowledgeOperations,
  KnowledgeStatus,
  KnowledgeView,
  Listed,
  ListRequest,
  MissingAnswerView,
} from '@sunlit/contracts';
import { Refused, type JsonObject, type StoredDocument, type Where } from '@sunlit/kernel';
import { categorySubtree, type ServiceContext } from '@sunlit/platform';
import { ANSWERS_GIVEN, answersGivenCollection, type AnswerGiven } from './answers-given.projection.js';
import { answersElsewhereCollection } from './answers-given-elsewhere.projection.js';
import { textIn, type KnowledgeDocument } from './knowledge.document.js';
import { knowledgeBase } from './knowledge.projection.js';
import { missingAnswers } from './missing-answers.projection.js';
import { knowledgeSearch } from './knowledge.search.js';
import { holdsOn } from './knowledge.decider.js';

type Context = Pick<ServiceContext, 'readStore' | 'office' | 'seen'>;
type Row = StoredDocument<KnowledgeDocument>;

/** The largest page. */
const MOST = 200;

/** Who is not of the office reads what is published and holds today, nothing else. */
export const isOfTheOffice = (role: string): boolean => role !== 'citizen' && role !== 'public';

const statusOf = ({ status, waits }: KnowledgeDocument): KnowledgeStatus =>
  status === 'draft' ? (waits ?? 'proposed') : status;

type Uses = ReadonlyMap<string, readonly { readonly month: string; readonly count: number }[]>;

/** Counts by answer and month, as the answers' uses, the earliest month first. */
const usesIn = (rows: readonly { readonly values: readonly unknown[]; readonly count: number }[]): Uses => {
  const uses = new Map<string, Map<string, number>>();
  for (const { values, count } of rows) {
    const [knowledge, month] = values.map(String) as [string, string];
    const months = uses.get(knowledge) ?? new Map<string, number>();
    uses.set(knowledge, months.set(month, (months.get(month) ?? 0) + count));
  }
  const sorted = (months: ReadonlyMap<string, number>) =>
    [...months].map(([month, count]) => ({ month, count })).sort((a, b) => (a.month < b.month ? -1 : 1));
  return new Map([...uses].map(([knowledge, months]) => [knowledge, sorted(months)]));
};

const viewOf = ({ key, version, doc }: Row, role: string, today: string, uses: Uses): KnowledgeView => {
  const { edition, publishedAt, proposedAt, changedAt, retiredReason, draft } = doc;
  const usesByMonth = uses.get(key) ?? [];
  return {
    stream: key,
    revision: version,
    ...textIn(doc),
    ...{ status: statusOf(doc), edition, proposedAt, changedAt },
    ...(publishedAt && { publishedAt }),
    ...(retiredReason && { retiredReason }),
    inForce: doc.status === 'published' && holdsOn(doc, today),
    ...(draft && isOfTheOffice(role) && { draft }),
    uses: usesByMonth.reduce((sum, { count }) => sum + count, 0),
    usesByMonth,
  };
};

/** The questions asked of the knowledge base. */
export const knowledgeQueries = (
  context: Context,
  service: string,
): Omit<KnowledgeOperations, 'knowledgeCommand' | 'answerInForce'> => {
  const { readStore, office, seen } = context;
  const { search, suggestions } = knowledgeSearch(readStore);

  const wait = async (projection: string, atLeast: string | undefined): Promise<void> => {
    const position = positionOf(service, atLeast);
    if (position !== null) await seen(projection, position);
  };
  const checkFirst = (first: number): void => {
    if (!Number.isInteger(first) || first < 1 || first > MOST)
      throw new Refused('InvalidInput', { field: 'first', problem: `1 … ${MOST}` });
  };
  const under = (category: string | undefined): Where =>
    category === undefined ? {} : { category: { in: categorySubtree(office, category) } };

  const usesOf = async (streams: readonly string[]): Promise<Uses> => {
    const where: Where = { knowledge: { in: streams } };
    const counted = [answersGivenCollection, answersElsewhereCollection].map(({ name }) =>
      readStore.count(name, { where, by: ['knowledge', 'month'] }),
    );
    return usesIn((await Promise.all(counted)).flat());
  };

  const listed = async <T extends object>(
    { collection, where, sort }: { readonly collection: string; readonly where: Where; readonly sort: string },
    { first, after }: ListRequest,
    view: (row: StoredDocument) => T,
  ): Promise<Listed<T>> => {
    checkFirst(first);
    const [{ items, hasNext }, counted] = await Promise.all([
      readStore.list(collection, {
        ...{ where, first, sort: { field: sort, descending: true } },
        ...(after !== undefined && { after }),
      }),
      readStore.count(collection, { where }),
    ]);
    return {
      items: items.map((row) => ({ ...view(row), cursor: row.cursor })),
      hasNext,
      total: counted[0]?.count ?? 0,
    };
  };

  const countsBy = async (collection: string, where: Where): Promise<ReadonlyMap<string, number>> => {
    const rows = await readStore.count(collection, { where, by: ['category'] });
    return new Map(rows.map(({ values, count }) => [String(values[0]), count]));
  };

  const mustBeOfTheOffice = (role: string): void => {
    if (!isOfTheOffice(role)) throw new Refused('NotAllowed');
  };

  return {
    knowledge: async ({ viewer, stream, today, atLeast }) => {
      await wait(knowledgeBase.name, atLeast);
      const [found] = await readStore.get(knowledgeBase.name, [stream]);
      if (!found?.doc) return { knowledge: null };
      const row = { key: stream, version: found.version, doc: found.doc as unknown as KnowledgeDocument };
      const view = viewOf(row, viewer.role, today, await usesOf([stream]));
      return { knowledge: isOfTheOffice(viewer.role) || view.inForce ? view : null };
    },
    knowledgeSearch: async ({ viewer, text, category, status, first, after, today, atLeast }) => {
      await wait(knowledgeBase.name, atLeast);
      checkFirst(first);
      const asked = isOfTheOffice(viewer.role) ? status : undefined;
      const found = await search({
        ...{ text: text ?? '', where: under(category), today, first },
        ...(asked && { status: asked }),
        ...(after !== undefined && { after }),
      });
      const uses = await usesOf(found.items.map(({ row }) => row.key));
      return {
        ...found,
        items: found.items.map(({ row, ...hit }) => ({ ...hit, knowledge: viewOf(row, viewer.role, today, uses) })),
      };
    },
    knowledgeSuggestions: async ({ text, today }) => ({ items: await suggestions(text, today) }),
    missingAnswers: async (request) => {
      mustBeOfTheOffice(request.viewer.role);
      await wait(missingAnswers.name, request.atLeast);
      const collection = missingAnswers.name;
      const where = { missing: true, ...under(request.category) };
      return listed<MissingAnswerView>({ collection, where, sort: 'lastNotedAt' }, request, ({ key, doc }) => {
        const { missing: _, knowledge: __, ...shown } = doc as JsonObject;
        return { stream: key, ...shown } as unknown as MissingAnswerView;
      });
    },
    answeredWithout: async (request) => {
      mustBeOfTheOffice(request.viewer.role);
      await wait(ANSWERS_GIVEN, request.atLeast);
      const collection = answersGivenCollection.name;
      const where = { without: true, ...under(request.category) };
      return listed<AnsweredWithoutView>({ collection, where, sort: 'answeredAt' }, request, ({ doc }) => {
        const { case: of, number, summary, category, answeredAt } = doc as unknown as AnswerGiven;
        return { case: of, number, summary, category, answeredAt };
      });
    },
    unansweredCounts: async ({ viewer, category: of, atLeast }) => {
      mustBeOfTheOffice(viewer.role);
      await Promise.all([missingAnswers.name, ANSWERS_GIVEN].map((name) => wait(name, atLeast)));
      const [noted, without] = await Promise.all([
        countsBy(missingAnswers.name, { missing: true, ...under(of) }),
        countsBy(answersGivenCollection.name, { without: true, ...under(of) }),
      ]);
      const items = [...new Set([...noted.keys(), ...without.keys()])].map((category) => ({
        category,
        noted: noted.get(category) ?? 0,
        answeredWithout: without.get(category) ?? 0,
      }));
      return { items: items.sort((a, b) => b.noted - a.noted || b.answeredWithout - a.answeredWithout) };
    },
  };
};
