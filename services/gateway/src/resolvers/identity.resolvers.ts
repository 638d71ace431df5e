import { commandIdOf } from './commands.resolvers.js';
import type { Gateway } from '../gateway.types.js';
import { actorOf } from '../graphql/context.js';
import type { Resolvers } from '../graphql/schema.generated.js';
import { serviceOfCase } from '../services.js';
import { orRefusal } from './plain.js';

/** Opening the identity of a person kept secret: one call, which records it before it answers. */
export const identityResolvers = ({ services, clock }: Gateway): Resolvers => ({
  Mutation: {
    openIdentity: (_, { input }, { viewer }) =>
      orRefusal('Identity', async () => {
        const { case: stream, reason, commandId } = input;
        const { openIdentity } = services.cases[serviceOfCase(stream)];
        const envelope = {
          commandId: commandIdOf(commandId ?? undefined, clock()),
          stream,
          by: actorOf(viewer),
          reason,
        };
        const { stream: opened, ...identity } = await openIdentity(envelope);
        return { case: opened, ...identity };
      }),
  },
});
