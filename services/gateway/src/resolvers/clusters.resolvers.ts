import { addDays } from '@sunlit/calendar';
import type { CaseView, NamedObject, Viewer } from '@sunlit/contracts';
import { Refused } from '@sunlit/kernel';
import type { Gateway } from '../gateway.types.js';
import type { Resolvers } from '../graphql/schema.generated.js';
import { CASE_SERVICES, serviceOfCase, type Services } from '../services.js';

/** Matters of one category about one object. */
export interface FoundCluster {
  readonly category: string;
  readonly kind: string;
  readonly object: string;
  readonly streams: readonly string[];
}

const MOST_CLUSTERS = 100;
const MOST_MATTERS = 200;

const within = (field: string, value: number, least: number, most: number): void => {
  if (value < least || value > most) throw new Refused('InvalidInput', { field, problem: `${least} … ${most}` });
};

/** The groups with at least so many matters, the largest first. */
export const clustersOf = (named: readonly NamedObject[], atLeast: number): readonly FoundCluster[] => {
  const groups = new Map<string, NamedObject[]>();
  for (const one of [...named].sort((a, b) => (a.cameAt < b.cameAt ? -1 : 1))) {
    const key = [one.category, one.kind, one.folded].join('|');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .filter(([, members]) => members.length >= atLeast)
    .sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
    .slice(0, MOST_CLUSTERS)
    .map(([, members]) => {
      const { category, kind, name } = members.at(-1)!;
      return { category, kind, object: name, streams: members.map(({ stream }) => stream) };
    });
};

const mattersOf = async (services: Services, viewer: Viewer, streams: readonly string[]): Promise<CaseView[]> => {
  const found = await Promise.all(
    streams.map(async (stream) => (await services.cases[serviceOfCase(stream)].case({ viewer, stream })).case),
  );
  return found
    .filter((one) => one !== null)
    .sort((a, b) => (a.cameAt < b.cameAt ? 1 : -1))
    .slice(0, MOST_MATTERS);
};

/** Many people about one thing: found over both services. */
export const clusterResolvers = ({ services, today }: Gateway): Resolvers => ({
  Query: {
    clusters: async (_, { days, atLeast }, { viewer }) => {
      within('days', days, 1, 366);
      within('atLeast', atLeast, 2, 100_000);
      const cameFrom = addDays(today(), 1 - days);
      const found = await Promise.all(
        CASE_SERVICES.map((service) => services.cases[service].namedObjects({ viewer, cameFrom })),
      );
      return clustersOf(
        found.flatMap(({ items }) => items),
        atLeast,
      );
    },
  },
  Cluster: {
    count: ({ streams }) => streams.length,
    matters: ({ streams }, _, { viewer }) => mattersOf(services, viewer, streams.slice(-MOST_MATTERS)),
  },
});
