import { canonicalJson, digestOf, type Json } from '@sunlit/kernel';
import type { Gateway } from '../gateway.types.js';
import type { Resolvers } from '../graphql/schema.generated.js';
import type { RequestContext } from '../graphql/context.js';
import { casePage, deskCounts } from './case-pages.js';
import { questionOf, type CasesArguments } from './cases.resolvers.js';
import { askFigure, figureQuestion } from './figures.resolvers.js';
import { pageSize } from './plain.js';

interface Followed<T> {
  readonly read: () => Promise<T>;
  /** What makes two answers the same for the reader. */
  readonly face: (answer: T) => Json;
}

async function* answers<T>(
  { checkpoints }: Gateway,
  context: RequestContext,
  { read, face }: Followed<T>,
  signal: AbortSignal,
) {
  let last = '';
  for await (const _ of checkpoints.moves(signal)) {
    await context.stillSignedIn();
    const answer = await read();
    const seen = digestOf(face(answer));
    if (seen !== last) yield answer;
    last = seen;
  }
}

/** The present answer, then each one that differs; at most one waits for a slow reader. */
const changes = <T>(gateway: Gateway, context: RequestContext, followed: Followed<T>): AsyncIterableIterator<T> => {
  const end = new AbortController();
  const pushed = answers(gateway, context, followed, end.signal);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => pushed.next(),
    return: async () => {
      // The generator waits for the next move and would hear of its end only then.
      end.abort();
      return pushed.return(undefined);
    },
  };
};

/** What was read is the field's value. */
const pushed = <T>(answer: T): T => answer;

/** The desk's queue and figures, pushed when they change. */
export const subscriptionResolvers = (gateway: Gateway): Resolvers => {
  const { services, today } = gateway;
  const desk =
    (args: CasesArguments, { viewer }: RequestContext) =>
    async () => {
      const question = questionOf({ ...args, first: pageSize(args.first, 50) }, viewer, today());
      const [counts, cases] = await Promise.all([deskCounts(services, question), casePage(services, question)]);
      return { counts, cases };
    };
  return {
    Subscription: {
      deskChanged: {
        resolve: pushed,
        subscribe: (_, args, context) =>
          changes(gateway, context, {
            read: desk(args, context),
            face: ({ counts, cases }) => [
              counts,
              cases.totalCount,
              ...cases.edges.map(({ node }) => `${node.stream}:${node.revision}`),
            ],
          }),
      },
      figureChanged: {
        resolve: pushed,
        subscribe: (_, args, context) =>
          changes(gateway, context, {
            read: () => askFigure(services, figureQuestion(args)),
            face: ({ asOf: _asOf, question: _question, ...value }) =>
              canonicalJson(JSON.parse(JSON.stringify(value)) as Json),
          }),
      },
    },
  };
};
