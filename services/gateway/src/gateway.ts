import { timeOrderedId, type Actor, type JsonObject, type Projection } from '@sunlit/kernel';
import type { ServiceContext, ServiceDefinition } from '@sunlit/platform';
import { accountsOf, type AccountChange, type AccountCommandType } from './accounts/accounts.js';
import { accountsList } from './accounts/accounts.projection.js';

/** Operations of `gateway` for the program itself (the command line, the demo): no role is asked for here. */
export interface GatewayOperations {
  changeAccount(payload: AccountChange & { type: AccountCommandType; by: Actor }): Promise<JsonObject>;
}

/** The gateway as a service: it owns the accounts and says nothing of them to others. */
export const gateway = (context: ServiceContext): ServiceDefinition => {
  const accounts = accountsOf(context);
  const operations: GatewayOperations = {
    changeAccount: async ({ type, by, ...change }) => ({ ...(await accounts.change(type, change, by)) }),
  };
  return {
    name: 'gateway',
    operations: operations as unknown as ServiceDefinition['operations'],
    projections: [accountsList as unknown as Projection],
    consumers: [],
    policies: [],
    timers: [],
    publishes: { account: () => null, access: () => null },
    erases: ({ type, data }) => (type === 'PasswordSet' ? [String(data['replaces'])] : []),
  };
};

/** Creates the first administrator if there is no account yet; its password is given this once, for the caller to print. */
export const ensureAdministrator = (context: ServiceContext) =>
  accountsOf(context).ensureAdministrator(timeOrderedId(context.clock()));
