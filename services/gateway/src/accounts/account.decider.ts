import { Refused, decider } from '@sunlit/kernel';
import type { AccountCommand, AccountEvent, Secret } from './account.events.js';

/** An account as its stream says. `since`: the revision its present sign-ins began with; older tokens no longer hold. */
export type Account =
  | { readonly is: 'unknown' }
  | {
      readonly is: 'active' | 'disabled';
      readonly account: string;
      readonly role: string;
      readonly unit?: string;
      readonly secret: Secret;
      readonly since: number;
    };
export type KnownAccount = Exclude<Account, { readonly is: 'unknown' }>;

const known = (state: Account): KnownAccount => {
  if (state.is === 'unknown') throw new Refused('NoSuchAccount');
  return state;
};

/** A local account: created once under its name, given passwords, disabled and enabled. */
export const account = decider<AccountCommand, AccountEvent, Account>({
  initial: { is: 'unknown' },
  decide: {
    CreateAccount: ({ data }, state) => {
      if (state.is !== 'unknown') throw new Refused('AccountExists', { account: data.account, field: 'account' });
      return [{ type: 'AccountCreated', data }];
    },
    SetPassword: ({ data }, state) => [{ type: 'PasswordSet', data: { ...data, replaces: known(state).secret.key } }],
    DisableAccount: (_, state) => (known(state).is === 'disabled' ? [] : [{ type: 'AccountDisabled', data: {} }]),
    EnableAccount: (_, state) => (known(state).is === 'active' ? [] : [{ type: 'AccountEnabled', data: {} }]),
  },
  evolve: {
    AccountCreated: (_, { data, revision }) => ({ is: 'active', ...data, since: revision }),
    PasswordSet: (state, { data, revision }) => ({ ...known(state), secret: data.secret, since: revision }),
    AccountDisabled: (state, { revision }) => ({ ...known(state), is: 'disabled', since: revision }),
    AccountEnabled: (state, { revision }) => ({ ...known(state), is: 'active', since: revision }),
  },
});
