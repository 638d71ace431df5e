import type { ContactOperations } from '@sunlit/contracts';
import type { JsonObject } from '@sunlit/kernel';
import type { Gateway } from '../gateway.types.js';
import { actorOf, type RequestContext } from '../graphql/context.js';
import type { RecordInvalidContactInput, Resolvers, VoidInvalidContactInput } from '../graphql/schema.generated.js';
import { CASE_SERVICES, serviceOfCase } from '../services.js';
import { commandIdOf } from './commands.resolvers.js';
import { orRefusal, plain } from './plain.js';

type Input = RecordInvalidContactInput | VoidInvalidContactInput;
type Sent = Parameters<ContactOperations['contact']>[0];

const precise = ({ input }: { input: Input }) =>
  plain(input) as JsonObject & {
    readonly commandId?: string;
    readonly contact?: string;
    readonly occurredAt?: Sent['occurredAt'];
  };

/** Contacts that open nothing, and what a caller told before: shown for a purpose that is recorded. */
export const contactResolvers = ({ services, clock, today, access }: Gateway): Resolvers => {
  const contact =
    (type: string) =>
    (_: unknown, given: { input: Input }, { viewer }: RequestContext) =>
      orRefusal('ContactDone', async () => {
        const { commandId, contact: stream, occurredAt, ...data } = precise(given);
        const { stream: recorded, ...done } = await services.contacts.contact({
          commandId: commandIdOf(commandId, clock()),
          ...(stream !== undefined && { stream }),
          type,
          data: data as JsonObject,
          by: actorOf(viewer),
          ...(occurredAt && { occurredAt }),
        });
        return { ...done, contact: recorded };
      });
  return {
    Query: {
      callerCases: async (_, { phone, purpose }, { viewer }) => {
        const stated = access.checked(purpose);
        const found = await Promise.all(
          CASE_SERVICES.map((service) => services.cases[service].byPhone({ viewer, phone })),
        );
        const cases = found.flatMap(({ items }) => items).sort((a, b) => (a.cameAt < b.cameAt ? 1 : -1));
        await access.record({ purpose: stated, cases: cases.map(({ stream }) => stream) }, actorOf(viewer));
        return cases;
      },
    },
    Mutation: {
      recordInvalidContact: contact('RecordInvalidContact'),
      voidInvalidContact: contact('VoidInvalidContact'),
    },
    Case: {
      chaseUps: ({ chaseUps = 0 }) => chaseUps,
      duplicates: ({ duplicates = [] }) => [...duplicates],
      followers: ({ followers = [] }) => [...followers],
      flags: ({ flags = [] }) => flags.filter(({ until }) => String(until) >= today()) as never,
      // The kept case's answer, once it has one, is the duplicate's.
      reply: async ({ joinedInto, reply }, _, { viewer }) => {
        if (joinedInto === undefined) return reply ?? null;
        const { case: kept } = await services.cases[serviceOfCase(joinedInto)].case({ viewer, stream: joinedInto });
        return kept?.answeredAt === undefined ? null : (kept.reply ?? null);
      },
    },
    CaseTimeline: {
      duplicates: ({ duplicates = [] }) => [...duplicates],
      followers: ({ followers = [] }) => [...followers],
    },
  };
};
