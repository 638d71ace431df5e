import type { Gateway } from '../gateway.types.js';
import { orRefusal } from './plain.js';

/** The office profile, and the upkeep of projections. */
export const officeResolvers = ({ services: { worker }, office, demo, today }: Gateway) => ({
  Query: {
    office: () => ({ ...office, name: office.office.name, timeZone: office.office.timeZone, demo, today: today() }),
    setAside: async () => (await worker.setAside({})).items,
  },
  Mutation: {
    retrySetAside: (_: unknown, { projection, stream }: { projection: string; stream: string }) =>
      orRefusal('UpkeepDone', async () => ({ ...(await worker.retry({ projection, stream })), projection })),
    rebuildProjection: (_: unknown, { projection }: { projection: string }) =>
      orRefusal('UpkeepDone', async () => ({ ...(await worker.rebuild({ projection })), projection })),
  },
});
