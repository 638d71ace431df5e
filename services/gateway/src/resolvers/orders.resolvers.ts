import { dayOf, daysBetween } from '@sunlit/calendar';
import { Refused, type JsonObject } from '@sunlit/kernel';
import { kindOfWord, type Office } from '@sunlit/platform';
import type { Gateway } from '../gateway.types.js';
import type { ReceiveOrderInput, Resolvers } from '../graphql/schema.generated.js';
import { actorOf } from '../graphql/context.js';
import { commandIdOf } from './commands.resolvers.js';
import { orRefusal, plain, type Given } from './plain.js';

/** When the person came: as the platform says, else when it dispatched the order, as far as that may be stated. */
const cameAt = (
  office: Office,
  { cameAt: told, dispatchedAt }: Given<ReceiveOrderInput>,
  { role, now }: { readonly role: string; readonly now: number },
): string | undefined => {
  if (told !== undefined) return told;
  const { statedBy, maxDaysBack } = office.occurredAt;
  const { timeZone } = office.office;
  const back = daysBetween(dayOf(dispatchedAt, timeZone), dayOf(new Date(now).toISOString(), timeZone));
  return (statedBy as readonly string[]).includes(role) && back >= 0 && back <= maxDaysBack ? dispatchedAt : undefined;
};

/** A platform's order: its word for the kind leads to the service; whoever has its number already is the answer. */
export const orderResolvers = ({ services, office, clock }: Gateway): Resolvers => ({
  Mutation: {
    receiveOrder: (_, { input }, { viewer }) =>
      orRefusal('CommandDone', async () => {
        const given = plain(input);
        const { platform, number, kind: word, dispatchedAt, dueAt, cameAt: __, commandId, ...details } = given;
        const kind = kindOfWord(office, platform, word);
        if (!kind) throw new Refused('UnknownCode', { field: 'kind', code: word.slice(0, 60) });
        const at = cameAt(office, given, { role: viewer.role, now: clock() });
        const order = { dispatchedAt, kind: word, ...(dueAt !== undefined && { dueAt }) };
        const data = { ...details, kind: kind.code, source: platform, externalNumber: number, order };
        const answer = await services.cases[kind.service].command({
          commandId: commandIdOf(commandId, clock()),
          type: 'RegisterCase',
          data: data as unknown as JsonObject,
          by: actorOf(viewer),
          ...(at !== undefined && { occurredAt: { at, precision: 'minute' } }),
        });
        return { ...answer, case: answer.stream };
      }),
  },
});
