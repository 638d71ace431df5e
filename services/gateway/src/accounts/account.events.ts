import type { Box, Command, Fact } from '@sunlit/kernel';

/** A box as plain JSON. */
export type Secret = Pick<Box, keyof Box>;

// Stored for good: a changed shape gets a new name and an upcast.

/** `secret` is a box `secret.v1` {salt, hash, n, r, p}: what a password is checked by, under the account's own key. */
export type AccountEvent =
  | Fact<
      'AccountCreated',
      { readonly account: string; readonly role: string; readonly unit?: string; readonly secret: Secret }
    >
  /** `replaces`: the key of the former secret, to be destroyed. */
  | Fact<'PasswordSet', { readonly secret: Secret; readonly replaces: string }>
  | Fact<'AccountDisabled', Record<string, never>>
  | Fact<'AccountEnabled', Record<string, never>>;

/** `secret` is sealed before anything decides on it. */
export type AccountCommand =
  | Command<
      'CreateAccount',
      { readonly account: string; readonly role: string; readonly unit?: string; readonly secret: Secret }
    >
  | Command<'SetPassword', { readonly secret: Secret }>
  | Command<'DisableAccount', Record<string, never>>
  | Command<'EnableAccount', Record<string, never>>;
