import { Refused, isUuid, timeOrderedId } from '@sunlit/kernel';
import type { AccountChange, AccountCommandType } from '../accounts/accounts.js';
import type { Gateway } from '../gateway.types.js';
import { actorOf, type RequestContext } from '../graphql/context.js';
import { orRefusal, plain } from './plain.js';

type Input = Omit<AccountChange, 'commandId'> & { readonly commandId?: string };

/** Signing in, and accounts for administrators. */
export const accountResolvers = ({ accounts, signIn, clock }: Gateway) => {
  const change =
    (type: AccountCommandType) =>
    (_: unknown, { input }: { input: Input }, { viewer }: RequestContext) =>
      orRefusal('Account', () => {
        const { commandId = timeOrderedId(clock()), ...given } = plain(input);
        if (!isUuid(commandId)) throw new Refused('InvalidInput', { field: 'commandId', problem: 'UUID' });
        return accounts.change(type, { ...given, commandId }, actorOf(viewer));
      });
  return {
    Query: {
      me: (_: unknown, __: unknown, { viewer }: RequestContext) =>
        viewer.role === 'public' ? null : { ...viewer, disabled: false },
      accounts: () => accounts.list(),
    },
    Mutation: {
      signIn: (_: unknown, { account, password }: { account: string; password: string }, { address }: RequestContext) =>
        orRefusal('SignedIn', () => signIn({ account, password, address })),
      createAccount: change('CreateAccount'),
      setPassword: change('SetPassword'),
      disableAccount: change('DisableAccount'),
      enableAccount: change('EnableAccount'),
    },
  };
};
