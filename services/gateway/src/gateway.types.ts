import type { Clock } from '@sunlit/kernel';
import type { Office } from '@sunlit/platform';
import type { CallerAccess } from './access/caller-access.js';
import type { Accounts } from './accounts/accounts.js';
import type { Checkpoints } from './live/checkpoints.js';
import type { Services } from './services.js';
import type { RateLimits } from './sign-in/rate-limits.js';
import type { SignIn } from './sign-in/sign-in.js';
import type { Tokens } from './sign-in/tokens.js';

/** All that resolvers and pages work with. */
export interface Gateway {
  readonly services: Services;
  readonly accounts: Accounts;
  readonly access: CallerAccess;
  readonly tokens: Tokens;
  readonly signIn: SignIn;
  readonly limits: RateLimits;
  readonly office: Office;
  readonly clock: Clock;
  readonly checkpoints: Checkpoints;
  /** The store holds made-up data: said on every page. */
  readonly demo: boolean;
  /** Today, the office's day. */
  readonly today: () => string;
}
