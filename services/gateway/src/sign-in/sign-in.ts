import { Refused } from '@sunlit/kernel';
import type { Accounts } from '../accounts/accounts.js';
import type { RateLimits } from './rate-limits.js';
import type { Tokens } from './tokens.js';

/** A sign-in as its owner gets it. */
export interface SignedIn {
  readonly token: string;
  readonly account: string;
  readonly role: string;
  readonly unit?: string;
  readonly expiresAt: string;
}

interface Attempt {
  readonly account: string;
  readonly password: string;
  readonly address: string;
}

export type SignIn = (attempt: Attempt) => Promise<SignedIn>;

/** Signs in: `WrongPassword` alike for an unknown account, a disabled one and a wrong password; `TooManyRequests` by account and by address. */
export const signInOf = (accounts: Accounts, tokens: Tokens, limits: RateLimits): SignIn => {
  return async ({ account: given, password, address }) => {
    const name = given.trim().toLowerCase().slice(0, 64);
    await limits.take('signInByAddress', address);
    await limits.take('signInByAccount', name);
    const found = await accounts.verify(name, password);
    if (!found) throw new Refused('WrongPassword');
    await limits.forget('signInByAccount', name);
    const { account, role, unit } = found;
    return { ...(await tokens.issue(found)), account, role, ...(unit && { unit }) };
  };
};
