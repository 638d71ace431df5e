import type { CaseProgress, CaseView, DeskFilter, PageRequest, Viewer } from '@sunlit/contracts';
import { Refused } from '@sunlit/kernel';
import type { Gateway } from '../gateway.types.js';
import type { QueryCasesArgs, Resolvers } from '../graphql/schema.generated.js';
import { CASE_SERVICES, serviceOfCase, type Services } from '../services.js';
import { casePage, deskCounts, type CasesQuestion } from './case-pages.js';
import { namedCounts, orRefusal, pageSize, plain, type Given } from './plain.js';

/** Arguments of `cases`, `deskCounts` and `deskChanged`. */
export type CasesArguments = Partial<QueryCasesArgs>;

const filterOf = ({ filter, queue, search }: Given<CasesArguments>): DeskFilter => {
  if (search !== undefined && search.length > 200)
    throw new Refused('InvalidInput', { field: 'search', problem: '≤ 200' });
  return { ...filter, ...(queue && { queue }), ...(search && { search }) };
};

const pageOf = ({ first, after, sort = 'cameAt', descending = true }: Given<CasesArguments>): PageRequest => ({
  first: pageSize(first),
  sort,
  descending,
  ...(after && { after }),
});

/** The arguments as a question to the services. */
export const questionOf = (arguments_: CasesArguments, viewer: Viewer, today: string): CasesQuestion => {
  const given = plain(arguments_);
  const { service, atLeast } = given;
  const asked = { viewer, today, filter: filterOf(given), page: pageOf(given) };
  return { ...asked, ...(service && { service }), ...(atLeast && { atLeast }) };
};

/**
 * Progress by number and code; the number leads to its service, and through handovers to where the matter is now. A number nobody has is
 * looked up and compared as a wrong code is, so neither the answer nor the work tells which of the two was wrong.
 */
const progress = async (services: Services, number: string, queryCode: string): Promise<CaseProgress> => {
  const known = await Promise.all(CASE_SERVICES.map((service) => services.cases[service].byNumber({ number })));
  const at = known.findIndex(({ stream }) => stream !== null);
  const found = await services.cases[CASE_SERVICES[Math.max(at, 0)]!].progress({ number, queryCode });
  const { handedOverTo, joinedInto } = found;
  const elsewhere = handedOverTo ?? joinedInto;
  if (!elsewhere) return found.progress;
  // The receiving service may not have registered it yet: until then the giving one's progress stands.
  const there = await services.cases[serviceOfCase(elsewhere)].progressOf({ stream: elsewhere }).catch(notYet);
  if (!there) return found.progress;
  return handedOverTo ? { ...there.progress, number } : answeredThere(found.progress, there.progress);
};
/** A duplicate's own steps, with the answer of the case it is joined into. */
const answeredThere = (own: CaseProgress, { reply, answeredAt }: CaseProgress): CaseProgress => ({
  ...own,
  ...(reply !== undefined && { reply }),
  ...(answeredAt !== undefined && { answeredAt }),
});
const notYet = (error: unknown): null => {
  if (error instanceof Refused) return null;
  throw error;
};

/** Queries on cases. */
export const caseResolvers = ({ services, limits, today }: Gateway): Resolvers => {
  const one = async (stream: string, viewer: Viewer, atLeast?: string | null): Promise<CaseView | null> =>
    (await services.cases[serviceOfCase(stream)].case({ viewer, stream, ...(atLeast && { atLeast }) })).case;
  const entriesOf = async (stream: string, viewer: Viewer) =>
    (await services.cases[serviceOfCase(stream)].timeline({ stream, viewer })).entries;

  return {
    Query: {
      cases: (_, given, { viewer }) => casePage(services, questionOf(given, viewer, today())),
      case: (_, { id, atLeast }, { viewer }) => one(id, viewer, atLeast),
      caseByNumber: async (_, { number }, { viewer }) => {
        for (const service of CASE_SERVICES) {
          const { stream } = await services.cases[service].byNumber({ number });
          if (stream) return one(stream, viewer);
        }
        return null;
      },
      caseTimeline: async (_, { id }, { viewer }) => {
        const found = await one(id, viewer);
        return found && { ...found, entries: await entriesOf(id, viewer) };
      },
      caseProgress: (_, { number, queryCode }, { address }) =>
        orRefusal('CaseProgress', async () => {
          await limits.take('progressByAddress', address);
          return progress(services, number.trim(), queryCode.trim().toUpperCase());
        }),
      deskCounts: (_, given, { viewer }) => deskCounts(services, questionOf(given, viewer, today())),
    },
    Case: {
      id: ({ stream }) => stream,
      service: ({ stream }) => serviceOfCase(stream),
      timeline: ({ stream }, _, { viewer }) => entriesOf(stream, viewer),
      interimReplies: ({ interimReplies }) => (interimReplies ?? []) as never,
      tasks: ({ tasks }) => (tasks ?? []) as never,
    },
    CaseTimeline: { id: ({ stream }) => stream },
    DeskCounts: {
      byStatus: ({ byStatus }) => namedCounts(byStatus),
      byQueue: ({ byQueue }) => namedCounts(byQueue),
    },
  };
};
