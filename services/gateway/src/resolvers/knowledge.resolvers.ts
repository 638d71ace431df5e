import type { KnowledgePage, Listed } from '@sunlit/contracts';
import type { JsonObject } from '@sunlit/kernel';
import type { Gateway } from '../gateway.types.js';
import type { Resolvers } from '../graphql/schema.generated.js';
import { actorOf, type RequestContext } from '../graphql/context.js';
import { commandIdOf } from './commands.resolvers.js';
import { orRefusal, pageSize, plain } from './plain.js';

/** What `unanswered` was asked for; its lists are read where they are asked for. */
export interface UnansweredAsked {
  readonly category?: string;
  readonly atLeast?: string;
}

interface KnowledgeInput {
  readonly knowledge?: string;
  readonly commandId?: string | null;
  readonly [name: string]: unknown;
}

const MUTATIONS = [
  'proposeAnswer',
  'reviseAnswer',
  'approveAnswer',
  'sendBackAnswer',
  'publishAnswer',
  'retireAnswer',
  'noteMissingAnswer',
  'settleMissingAnswer',
] as const;

const typeOf = (mutation: string): string => mutation[0]!.toUpperCase() + mutation.slice(1);

/** In every mutation but this one `knowledge` is what the command is for. */
const isStream = (mutation: string): boolean => mutation !== 'settleMissingAnswer';

const connection = <T, N>({ items, hasNext, total }: Listed<T>, nodeOf: (item: T) => N) => ({
  totalCount: total,
  pageInfo: { hasNextPage: hasNext, endCursor: items.at(-1)?.cursor ?? null },
  edges: items.map((item) => ({ cursor: item.cursor, node: nodeOf(item) })),
});

const found = ({ items, hasNext, total }: KnowledgePage) => ({
  totalCount: total,
  pageInfo: { hasNextPage: hasNext, endCursor: items.at(-1)?.cursor ?? null },
  edges: items.map(({ knowledge, ...hit }) => ({ ...hit, node: knowledge })),
});

/** The knowledge base: what is asked of it and what is done to it, all by the consultations service. */
export const knowledgeResolvers = ({ services: { knowledge }, clock, today }: Gateway): Resolvers => {
  const send = async (mutation: string, input: KnowledgeInput, { viewer }: RequestContext) => {
    const { commandId: given, knowledge: named, ...rest } = plain(input);
    const commandId = commandIdOf(given, clock());
    const stream = isStream(mutation) ? named : undefined;
    const data = named === undefined || stream ? rest : { ...rest, knowledge: named };
    const { stream: id, ...done } = await knowledge.knowledgeCommand({
      ...{ commandId, type: typeOf(mutation), data: data as JsonObject, by: actorOf(viewer) },
      ...(stream !== undefined && { stream }),
    });
    return { ...done, id };
  };
  const resolver =
    (mutation: string) =>
    (_: unknown, { input }: { input: KnowledgeInput }, context: RequestContext) =>
      orRefusal('KnowledgeDone', () => send(mutation, input, context));

  return {
    Query: {
      knowledge: async (_, { id, atLeast }, { viewer }) => {
        const asked = { viewer, stream: id, today: today(), ...(atLeast && { atLeast }) };
        return (await knowledge.knowledge(asked)).knowledge;
      },
      knowledgeSearch: async (_, given, { viewer }) => {
        const { first, ...asked } = plain(given);
        return found(await knowledge.knowledgeSearch({ ...asked, viewer, today: today(), first: pageSize(first) }));
      },
      knowledgeSuggestions: async (_, { text }) => {
        const { items } = await knowledge.knowledgeSuggestions({ text, today: today() });
        return items.map(({ stream, question }) => ({ id: stream, question }));
      },
      unanswered: (_, given) => plain(given),
    },
    Unanswered: {
      byCategory: async (asked, _, { viewer }) => {
        const { items } = await knowledge.unansweredCounts({ ...asked, viewer });
        return items;
      },
      noted: async (asked, given, { viewer }) => {
        const { first, after } = plain(given);
        const page = { viewer, first: pageSize(first), ...(after && { after }) };
        return connection(await knowledge.missingAnswers({ ...asked, ...page }), ({ stream, ...question }) => ({
          ...question,
          id: stream,
        }));
      },
      consultations: async (asked, given, { viewer }) => {
        const { first, after } = plain(given);
        const page = { viewer, first: pageSize(first), ...(after && { after }) };
        return connection(await knowledge.answeredWithout({ ...asked, ...page }), (one) => one);
      },
    },
    Knowledge: {
      id: ({ stream }) => stream,
      keywords: ({ keywords }) => keywords ?? [],
    },
    KnowledgeDraft: { keywords: ({ keywords }) => keywords ?? [] },
    Mutation: Object.fromEntries(MUTATIONS.map((mutation) => [mutation, resolver(mutation)])),
  };
};
