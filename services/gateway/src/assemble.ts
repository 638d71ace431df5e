import { setTimeout } from 'node:timers/promises';
import { dayOf } from '@sunlit/calendar';
import type { ServiceContext } from '@sunlit/platform';
import { callerAccess } from './access/caller-access.js';
import { accountsOf } from './accounts/accounts.js';
import type { Gateway } from './gateway.types.js';
import { checkpointsOf } from './live/checkpoints.js';
import { accountResolvers } from './resolvers/accounts.resolvers.js';
import { caseResolvers } from './resolvers/cases.resolvers.js';
import { contactResolvers } from './resolvers/contacts.resolvers.js';
import { clusterResolvers } from './resolvers/clusters.resolvers.js';
import { commandResolvers } from './resolvers/commands.resolvers.js';
import { identityResolvers } from './resolvers/identity.resolvers.js';
import { figureResolvers } from './resolvers/figures.resolvers.js';
import { orderResolvers } from './resolvers/orders.resolvers.js';
import { knowledgeResolvers } from './resolvers/knowledge.resolvers.js';
import { officeResolvers } from './resolvers/office.resolvers.js';
import { subscriptionResolvers } from './resolvers/subscriptions.resolvers.js';
import { enumValues } from './graphql/enums.js';
import { scalars } from './graphql/scalars.js';
import { servicesOf } from './services.js';
import { rateLimits, type Rate } from './sign-in/rate-limits.js';
import { signInOf } from './sign-in/sign-in.js';
import { tokensOf } from './sign-in/tokens.js';

/** Other rates than the usual ones, by name. */
export type Rates = Partial<Record<Rate, { readonly points: number; readonly duration: number }>>;

/** Everything the resolvers and pages work with, made from what a service is given. */
export const assemble = (context: ServiceContext, demo: boolean, rates: Rates = {}): Gateway => {
  const { rpc, keys, clock, office } = context;
  const services = servicesOf(rpc);
  const accounts = accountsOf(context);
  const tokens = tokensOf({ keys, clock, active: accounts.active });
  const limits = rateLimits(rates);
  const wait = (ms: number, signal: AbortSignal) =>
    setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);
  return {
    services,
    accounts,
    access: callerAccess(context),
    tokens,
    limits,
    office,
    clock,
    demo,
    signIn: signInOf(accounts, tokens, limits),
    checkpoints: checkpointsOf(services.worker.positions, wait),
    today: () => dayOf(new Date(clock()).toISOString(), office.office.timeZone),
  };
};

/** All resolvers of the schema. */
export const resolversOf = (gateway: Gateway) => [
  scalars,
  enumValues(),
  commandResolvers(gateway),
  contactResolvers(gateway),
  identityResolvers(gateway),
  orderResolvers(gateway),
  caseResolvers(gateway),
  clusterResolvers(gateway),
  figureResolvers(gateway),
  knowledgeResolvers(gateway),
  officeResolvers(gateway),
  accountResolvers(gateway),
  subscriptionResolvers(gateway),
];
