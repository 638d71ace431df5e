import type { Gateway } from '../gateway.types.js';
import type { Resolvers } from '../graphql/schema.generated.js';
import { orRefusal } from './plain.js';

/** Lists a profile may leave out. */
const LISTS = {
  suspensionGrounds: [],
  dissatisfactionReasons: [],
  setAsideGrounds: [],
  businessFields: [],
  districts: [],
  objects: [],
};

/** The office profile, and the upkeep of projections. */
export const officeResolvers = ({ services: { worker }, office, demo, today }: Gateway): Resolvers => ({
  Query: {
    office: () => ({
      ...LISTS,
      ...office,
      name: office.office.name,
      timeZone: office.office.timeZone,
      demo,
      today: today(),
    }),
    setAside: async () => (await worker.setAside({})).items,
  },
  Mutation: {
    retrySetAside: (_, { projection, stream }) =>
      orRefusal('UpkeepDone', async () => ({ ...(await worker.retry({ projection, stream })), projection })),
    rebuildProjection: (_, { projection }) =>
      orRefusal('UpkeepDone', async () => ({ ...(await worker.rebuild({ projection })), projection })),
  },
});
