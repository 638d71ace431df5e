import { projection } from '@sunlit/kernel';
import type { AccountEvent } from './account.events.js';

/** An account as an administrator lists it; no secret in it. */
export type ListedAccount = {
  readonly account: string;
  readonly role: string;
  readonly unit?: string;
  readonly disabled: boolean;
};

/** All accounts. */
export const accountsList = projection<AccountEvent, ListedAccount>({
  name: 'accounts.v1',
  categories: ['account'],
  index: { account: 'text', role: 'text', disabled: 'flag' },
  apply: {
    AccountCreated: (_, { data: { account, role, unit } }) => ({
      account,
      role,
      ...(unit && { unit }),
      disabled: false,
    }),
    PasswordSet: (doc) => doc,
    AccountDisabled: (doc) => doc && { ...doc, disabled: true },
    AccountEnabled: (doc) => doc && { ...doc, disabled: false },
  },
});
