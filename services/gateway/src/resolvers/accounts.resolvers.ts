import { Refused, isUuid, timeOrderedId } from '@sunlit/kernel';
import type { AccountCommandType } from '../accounts/accounts.js';
import type { Gateway } from '../gateway.types.js';
import type { AccountInput, CreateAccountInput, Resolvers, SetPasswordInput } from '../graphql/schema.generated.js';
import { actorOf, type RequestContext } from '../graphql/context.js';
import { orRefusal, plain } from './plain.js';

/** `SetPassword` and the like have fewer fields; whichever are there are checked by the accounts. */
type Input = CreateAccountInput | SetPasswordInput | AccountInput;

/** Signing in, and accounts for administrators. */
export const accountResolvers = ({ accounts, signIn, clock }: Gateway): Resolvers => {
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
      me: (_, __, { viewer }) => (viewer.role === 'public' ? null : { ...viewer, disabled: false }),
      accounts: () => accounts.list(),
    },
    Mutation: {
      signIn: (_, { account, password }, { address }) =>
        orRefusal('SignedIn', () => signIn({ account, password, address })),
      createAccount: change('CreateAccount'),
      setPassword: change('SetPassword'),
      disableAccount: change('DisableAccount'),
      enableAccount: change('EnableAccount'),
    },
  };
};
