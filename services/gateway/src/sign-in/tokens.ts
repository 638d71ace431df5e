import { Refused, type Clock, type KeyStore } from '@sunlit/kernel';
import type { Viewer } from '@sunlit/contracts';
import { SignJWT, errors, jwtVerify, type JWTPayload } from 'jose';
import type { SignInAccount } from '../accounts/accounts.js';

const ISSUER = 'sunlit';
const AUDIENCE = 'sunlit-gateway';
const TYPE = 'at+jwt';
export const SESSION_SECONDS = 8 * 3600;
/** How long a token is believed without looking at its account again. */
const RECHECK_MS = 30_000;
const CACHED = 10_000;

export interface Tokens {
  issue(account: SignInAccount): Promise<{ readonly token: string; readonly expiresAt: string }>;
  /** Whom the token speaks for; `Refused('NotSignedIn')` for one forged, expired, of another issuer, or of an account changed since. */
  verify(token: string): Promise<Viewer>;
}

interface Known {
  readonly viewer: Viewer;
  readonly since: number;
  readonly expires: number;
  checked: number;
}

interface Options {
  readonly keys: Pick<KeyStore, 'permanent'>;
  readonly clock: Clock;
  readonly active: (account: string) => Promise<SignInAccount | null>;
}

const known = ({ sub, role, unit, since, exp }: JWTPayload): Known => ({
  viewer: { account: sub!, role: String(role), ...(typeof unit === 'string' && { unit }) },
  since: Number(since),
  expires: exp! * 1000,
  checked: -Infinity,
});

/** Signed sign-ins (JWT, HS256 under a permanent key of the key store). A verified one is kept until it expires; its account is looked at every 30 s. */
export const tokensOf = ({ keys, clock, active }: Options): Tokens => {
  const cache = new Map<string, Known>();
  // Asked for each time: how long a key may be kept in memory is the key store's to say.
  const key = (): Promise<Uint8Array> => keys.permanent('jwt');

  const read = async (token: string): Promise<Known> => {
    const rules = {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: TYPE,
      currentDate: new Date(clock()),
    };
    const required = ['sub', 'role', 'since', 'exp', 'nbf', 'iat'];
    const { payload } = await jwtVerify(token, await key(), { ...rules, requiredClaims: required, clockTolerance: 5 });
    if (!payload.sub) throw new Refused('NotSignedIn');
    if (cache.size >= CACHED) cache.clear();
    const made = known(payload);
    cache.set(token, made);
    return made;
  };
  const checkAccount = async (entry: Known): Promise<void> => {
    if (clock() - entry.checked < RECHECK_MS) return;
    const { account, role, unit } = entry.viewer;
    const now = await active(account);
    if (now?.since !== entry.since || now.role !== role || now.unit !== unit) throw new Refused('NotSignedIn');
    entry.checked = clock();
  };

  return {
    issue: async ({ account, role, unit, since }) => {
      const seconds = Math.floor(clock() / 1000);
      const token = await new SignJWT({ role, since, ...(unit && { unit }) })
        .setProtectedHeader({ alg: 'HS256', typ: TYPE })
        .setSubject(account)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(seconds)
        .setNotBefore(seconds)
        .setExpirationTime(seconds + SESSION_SECONDS)
        .sign(await key());
      return { token, expiresAt: new Date((seconds + SESSION_SECONDS) * 1000).toISOString() };
    },
    verify: async (token) => {
      try {
        const entry = cache.get(token) ?? (await read(token));
        if (entry.expires <= clock()) throw new Refused('NotSignedIn');
        await checkAccount(entry);
        return entry.viewer;
      } catch (error) {
        if (error instanceof Refused || error instanceof errors.JOSEError) cache.delete(token);
        throw error instanceof errors.JOSEError ? new Refused('NotSignedIn') : error;
      }
    },
  };
};
