import { createHmac, generateKeyPairSync } from 'node:crypto';
import { Refused, Unavailable } from '@sunlit/kernel';
import { SignJWT, UnsecuredJWT } from 'jose';
import type { SignInAccount } from '../accounts/accounts.js';
import { fakeKeys } from '../testing/fake-context.js';
import { SESSION_SECONDS, tokensOf } from './tokens.js';

const START = Date.parse('2026-01-01T00:00:00Z');

const made = async () => {
  const keys = fakeKeys();
  const state = { now: START, account: { account: 'li', role: 'operator', since: 0 } as SignInAccount | null };
  const tokens = tokensOf({ keys, clock: () => state.now, active: async () => state.account });
  const key = await keys.permanent('jwt');
  const seconds = START / 1000;
  const good = (
    change: (jwt: SignJWT) => SignJWT = (jwt) => jwt,
    secret: Uint8Array = key,
    header = { alg: 'HS256', typ: 'at+jwt' },
  ) =>
    change(
      new SignJWT({ role: 'operator', since: 0 })
        .setProtectedHeader(header)
        .setSubject('li')
        .setIssuer('sunlit')
        .setAudience('sunlit-gateway')
        .setIssuedAt(seconds)
        .setNotBefore(seconds)
        .setExpirationTime(seconds + 60),
    ).sign(secret);
  return { tokens, state, key, good, seconds };
};
const refused = (promise: Promise<unknown>) => expect(promise).rejects.toEqual(new Refused('NotSignedIn'));

describe('tokens', () => {
  it('speak for their account until they expire', async () => {
    const { tokens, state } = await made();
    state.account = { account: 'li', role: 'operator', unit: 'taxi', since: 0 };
    const { token, expiresAt } = await tokens.issue({ account: 'li', role: 'operator', unit: 'taxi', since: 0 });
    expect(expiresAt).toBe('2026-01-01T08:00:00.000Z');
    expect(await tokens.verify(token)).toEqual({ account: 'li', role: 'operator', unit: 'taxi' });
    state.now += (SESSION_SECONDS + 1) * 1000;
    await refused(tokens.verify(token));
  });

  it('hold when well made: what the refusals below differ from', async () => {
    const { tokens, good } = await made();
    expect(await tokens.verify(await good())).toEqual({ account: 'li', role: 'operator' });
  });

  it('are refused without a signature (alg none)', async () => {
    const { tokens, seconds } = await made();
    const claims = {
      role: 'administrator',
      since: 0,
      sub: 'li',
      iss: 'sunlit',
      aud: 'sunlit-gateway',
      iat: seconds,
      nbf: seconds,
      exp: seconds + 60,
    };
    await refused(tokens.verify(new UnsecuredJWT(claims).encode()));
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    await refused(tokens.verify(`${part({ alg: 'none', typ: 'at+jwt' })}.${part(claims)}.AAAA`));
  });

  it('are refused under another algorithm or key, also one passed off as ours', async () => {
    const { tokens, key, good } = await made();
    await refused(tokens.verify(await good(undefined, Buffer.concat([key, key]), { alg: 'HS512', typ: 'at+jwt' })));
    await refused(tokens.verify(await good(undefined, key, { alg: 'HS256', typ: 'JWT' })));
    await refused(tokens.verify(await good(undefined, Buffer.alloc(32, 1))));
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const rsa = await new SignJWT({ role: 'operator', since: 0 })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt' })
      .sign(privateKey);
    await refused(tokens.verify(rsa));
    const [header, payload] = (await good()).split('.');
    const confused = createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' }))
      .update(`${header}.${payload}`)
      .digest('base64url');
    await refused(tokens.verify(`${header}.${payload}.${confused}`));
    expect(key.length).toBe(32);
  });

  it.each<[string, (jwt: SignJWT, seconds: number) => SignJWT]>([
    ['another audience', (jwt) => jwt.setAudience('elsewhere')],
    ['another issuer', (jwt) => jwt.setIssuer('elsewhere')],
    ['an expiry that is past', (jwt, seconds) => jwt.setExpirationTime(seconds - 60)],
    ['a beginning yet to come', (jwt, seconds) => jwt.setNotBefore(seconds + 60)],
    ['no subject', (jwt) => jwt.setSubject('')],
  ])('are refused with %s', async (_, change) => {
    const { tokens, good, seconds } = await made();
    await refused(tokens.verify(await good((jwt) => change(jwt, seconds))));
  });

  it('are refused where they name another unit, or none, than their account has', async () => {
    const { tokens, state } = await made();
    const li: SignInAccount = { account: 'li', role: 'operator', since: 0 };
    const other = await tokens.issue({ ...li, unit: 'legal' });
    await refused(tokens.verify(other.token));
    const none = await tokens.issue(li);
    state.account = { ...li, unit: 'taxi' };
    await refused(tokens.verify(none.token));
  });

  it('die within half a minute when the account is disabled or gets a new password', async () => {
    const { tokens, state } = await made();
    const { token } = await tokens.issue({ account: 'li', role: 'operator', since: 0 });
    await tokens.verify(token);
    state.account = { account: 'li', role: 'operator', since: 1 };
    state.now += 30_000;
    await refused(tokens.verify(token));
    state.account = null;
    await refused(tokens.verify(token));
  });

  it('ask the key store for their key whenever they need it, and keep none', async () => {
    const keys = fakeKeys();
    const asked: string[] = [];
    let away = true;
    const permanent = async (name: string) => {
      asked.push(name);
      if (away) throw new Unavailable('The key store is away.');
      return keys.permanent(name);
    };
    const li: SignInAccount = { account: 'li', role: 'operator', since: 0 };
    const tokens = tokensOf({ keys: { permanent }, clock: () => START, active: async () => li });
    await expect(tokens.issue(li)).rejects.toThrow(Unavailable);
    away = false;
    const { token } = await tokens.issue(li);
    for (let time = 0; time < 2; time++) expect(await tokens.verify(token)).toMatchObject({ account: 'li' });
    // The try that failed, the issue, and the first look at the token: what was verified is known.
    expect(asked).toEqual(['jwt', 'jwt', 'jwt']);
  });
});
