import { dayOf, daysBetween } from '@sunlit/calendar';
import { Refused, derivedId, type JsonObject } from '@sunlit/kernel';
import { kindOfWord, type Office } from '@sunlit/platform';
import type { CommandAnswer } from '@sunlit/contracts';
import type { Gateway } from '../gateway.types.js';
import type { ReceiveOrderInput, Resolvers } from '../graphql/schema.generated.js';
import { actorOf, type RequestContext } from '../graphql/context.js';
import { serviceOfCase } from '../services.js';
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

/** What came of an order whose number was known, and who sent it under which command. */
interface Again {
  readonly id: string;
  readonly order: { readonly dispatchedAt: string; readonly kind: string; readonly dueAt?: string };
  readonly viewer: RequestContext['viewer'];
}

/** A platform's order: its word for the kind leads to the service; whoever has its number already is the answer, and notes a later dispatch. */
export const orderResolvers = ({ services, office, clock }: Gateway): Resolvers => {
  /** Notes that the case there is was dispatched again; nothing where it was not. A case handed over is followed. */
  const sentAgain = async (
    { stream }: CommandAnswer,
    { id, order, viewer }: Again,
  ): Promise<Partial<CommandAnswer>> => {
    const { case: seen } = await services.cases[serviceOfCase(stream)].case({ viewer, stream });
    const to = seen?.handedOverTo ?? stream;
    if (!seen?.order || order.dispatchedAt <= seen.order.dispatchedAt) return {};
    const { events, revision, position, token } = await services.cases[serviceOfCase(to)].command({
      ...{ commandId: derivedId(id, 'sent-again'), type: 'NoteOrderSentAgain', stream: to },
      ...{ data: order, by: actorOf(viewer) },
    });
    return to === stream ? { events, revision, position, token } : {};
  };

  return {
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
          const id = commandIdOf(commandId, clock());
          const answer = await services.cases[kind.service].command({
            commandId: id,
            type: 'RegisterCase',
            data: data as unknown as JsonObject,
            by: actorOf(viewer),
            ...(at !== undefined && { occurredAt: { at, precision: 'minute' } }),
          });
          const noted = answer.events.length === 0 && (await sentAgain(answer, { id, order, viewer }));
          return { ...answer, ...noted, case: answer.stream };
        }),
    },
  };
};
