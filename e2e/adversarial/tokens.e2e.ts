import { createHmac, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { SignJWT, type JWTPayload } from 'jose';
import { sqliteKeyStore } from '@sunlit/privacy/sqlite';
import { WebSocket } from 'ws';
import { client, type Data } from '../harness/graphql.js';
import { PASSWORD, STARTING } from '../harness/office.js';
import { attacked, createAccount, tokenOf, type Attacked } from './attacked.js';

const ME = { query: '{ me { account role } }' };
const HEADER = { alg: 'HS256', typ: 'at+jwt' };

/** The key tokens of the office are signed with: the worst that could be known to who forges one. */
const signingKey = async (data: string): Promise<Uint8Array> => {
  const masterKey = Buffer.from(readFileSync(join(data, 'master.key'), 'utf8').trim(), 'hex');
  const keys = sqliteKeyStore({ file: join(data, 'keys.sqlite'), masterKey });
  try {
    return await keys.permanent('jwt');
  } finally {
    await keys.close();
  }
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a sign-in that does not hold', () => {
  let office: Attacked;
  let good: string;
  let key: Uint8Array;
  let claims: JWTPayload;
  beforeAll(async () => {
    office = await attacked();
    good = await tokenOf(office.url, 'operator', PASSWORD);
    key = await signingKey(office.data);
    claims = JSON.parse(Buffer.from(good.split('.')[1]!, 'base64url').toString()) as JWTPayload;
  }, STARTING);
  afterAll(() => office.close());

  const signed = (change: JWTPayload = {}, header: object = HEADER, by: Uint8Array = key): Promise<string> =>
    new SignJWT({ ...claims, ...change }).setProtectedHeader(header as typeof HEADER).sign(by);
  const asked = (token: string) => client(office.url).raw(ME, { authorization: `Bearer ${token}` });
  const refused = async (token: string): Promise<void> => {
    const { status, body } = await asked(token);
    expect([status, body.errors?.[0].extensions.code, body.data ?? null]).toEqual([401, 'NotSignedIn', null]);
    expect(JSON.stringify(body)).not.toContain(token.slice(0, 40));
  };

  it('differs from one that does, made as the forged ones are', async () => {
    const { status, body } = await asked(await signed());
    expect([status, body.data.me]).toEqual([200, { account: 'operator', role: 'OPERATOR' }]);
  });

  const HMAC = (text: string, by: Uint8Array | string, hash = 'sha256') =>
    createHmac(hash, by).update(text).digest('base64url');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const seconds = (): number => Math.floor(Date.now() / 1000);

  const FORGED: Readonly<Record<string, () => Promise<string> | string>> = {
    'no signature (alg none)': () => `${part({ alg: 'none', typ: 'at+jwt' })}.${part(claims)}.AAAA`,
    'alg None in another case': () => `${part({ alg: 'nOnE', typ: 'at+jwt' })}.${part(claims)}.${HMAC('', key)}`,
    'a signature of RSA': () =>
      new SignJWT(claims).setProtectedHeader({ ...HEADER, alg: 'RS256' }).sign(rsa.privateKey),
    'a public key taken for the secret': () => signed({}, HEADER, Buffer.from(pem)),
    'the right key under another algorithm': () => signed({}, { ...HEADER, alg: 'HS512' }, Buffer.concat([key, key])),
    'a header that says HS256 and a signature of HS384': () => {
      const text = `${part(HEADER)}.${part(claims)}`;
      return `${text}.${HMAC(text, key, 'sha384')}`;
    },
    'a key of its own in the header': () => {
      const own = randomBytes(32);
      return signed({}, { ...HEADER, jwk: { kty: 'oct', k: own.toString('base64url') } }, own);
    },
    'a key to fetch from elsewhere': () => signed({}, { ...HEADER, jku: `${office.url}/metrics` }, randomBytes(32)),
    'a path for its key': () => signed({}, { ...HEADER, kid: '../../../../dev/null' }, new Uint8Array(32)),
    'an empty key': () => {
      const text = `${part(HEADER)}.${part(claims)}`;
      return `${text}.${HMAC(text, '')}`;
    },
    'an unknown critical header': () =>
      signed({}, { ...HEADER, crit: ['moon'], moon: 1 } as object).catch(() => 'a.b.c'),
    'another type': () => signed({}, { ...HEADER, typ: 'JWT' }),
    'no type': () => signed({}, { alg: 'HS256' }),
    'another audience': () => signed({ aud: 'sunlit-pages' }),
    'no audience': () => signed({ aud: undefined } as unknown as JWTPayload),
    'another issuer': () => signed({ iss: 'sunlit2' }),
    'an expiry that is past': () => signed({ exp: seconds() - 60 }),
    'no expiry': () => signed({ exp: undefined } as unknown as JWTPayload),
    'an expiry that is no number': () => signed({ exp: '9999999999' as unknown as number }).catch(() => 'a.b.c'),
    'a beginning yet to come': () => signed({ nbf: seconds() + 600 }),
    'an account there is not': () => signed({ sub: 'nobody-here' }),
    'an account of the program': () => signed({ sub: 'system', role: 'system' }),
    'another role': () => signed({ role: 'administrator' }),
    'a role of the program': () => signed({ role: 'system' }),
    'another account': () => signed({ sub: 'admin' }),
    'no account': () => signed({ sub: '' }),
    'a name of the prototype': () => signed({ sub: '__proto__' }),
    'another beginning of the account': () => signed({ since: 99 }),
    'no beginning of the account': () => signed({ since: undefined }),
    'a payload changed and signed no more': () => {
      const [header, , signature] = good.split('.');
      return `${header}.${part({ ...claims, role: 'administrator', sub: 'admin' })}.${signature}`;
    },
    'a signature cut short': () => good.slice(0, -4),
    'a payload that is no object': () => {
      const text = `${part(HEADER)}.${part([1])}`;
      return `${text}.${HMAC(text, key)}`;
    },
    'three parts of nothing': () => 'a.b.c',
    'another unit': () => signed({ unit: 'legal' }),
  };

  it.each(Object.entries(FORGED))('is refused: %s', async (_, made) => refused(await made()));

  it('is refused without any token in it', async () => {
    for (const authorization of [
      'Bearer',
      'Bearer  ',
      'Basic YWRtaW46YWRtaW4=',
      `Token ${good}`,
      good,
      'Bearer a b c',
    ]) {
      const { status, body } = await client(office.url).raw(ME, { authorization });
      expect([authorization, status, body.errors?.[0].extensions.code]).toEqual([authorization, 401, 'NotSignedIn']);
    }
  });

  it('is refused by the thousand, under as many unknown keys, and the office goes on', async () => {
    const forged = await Promise.all(
      Array.from({ length: 1000 }, () =>
        signed({ jti: randomUUID() }, { ...HEADER, kid: randomUUID() }, randomBytes(32)),
      ),
    );
    const answers: number[] = [];
    for (let at = 0; at < forged.length; at += 50)
      answers.push(...(await Promise.all(forged.slice(at, at + 50).map(asked))).map(({ status }) => status));
    expect(new Set(answers)).toEqual(new Set([401]));
    expect((await asked(good)).status).toBe(200);
  });

  it('opens no socket', async () => {
    for (const token of [await signed({ role: 'administrator' }), await signed({ aud: 'elsewhere' }), 'a.b.c']) {
      const one = createClient({
        url: `${office.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: { authorization: `Bearer ${token}` },
      });
      const query = 'subscription { deskChanged(first: 1) { cases { totalCount } } }';
      await expect(one.iterate({ query }).next()).rejects.toMatchObject({ code: 4403 });
      await one.dispose();
    }
  });

  describe('because the account was changed since', () => {
    const change = async (mutation: string, input: object): Promise<Data> => {
      const type = mutation === 'setPassword' ? 'SetPasswordInput' : 'AccountInput';
      const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { __typename ... on Refusal { code } } }`;
      return (await office.people.administrator.ask(query, { input })).done;
    };

    it('is refused: disabled, enabled again, another password', async () => {
      const account = 'leaver';
      expect(
        await createAccount(office.people.administrator, { account, password: PASSWORD, role: 'REVIEWER' }),
      ).toBeNull();
      // Not used yet: one that was is believed for half a minute.
      const first = await tokenOf(office.url, account, PASSWORD);
      expect(await change('disableAccount', { account })).toEqual({ __typename: 'Account' });
      await refused(first);
      await expect(tokenOf(office.url, account, PASSWORD)).rejects.toThrow('WrongPassword');
      await change('enableAccount', { account });
      await refused(first);
      const second = await tokenOf(office.url, account, PASSWORD);
      await change('setPassword', { account, password: `${PASSWORD} other` });
      await refused(second);
      await expect(tokenOf(office.url, account, PASSWORD)).rejects.toThrow('WrongPassword');
    });

    it('is made for nobody under a role of the program or a name out of the ordinary', async () => {
      const { administrator } = office.people;
      const create = (input: object) =>
        createAccount(administrator, { password: PASSWORD, role: 'OPERATOR', ...input });
      for (const role of ['SYSTEM', 'IMPORTER', 'system', 'importer', 'administrator'])
        await expect(create({ account: `a-${role.toLowerCase()}`, role })).rejects.toThrow(/Role/);
      for (const account of ['__proto__', 'ADMIN', 'a'.repeat(41), 'ad min', 'аdmin', 'admin\u200b', '../admin', ''])
        expect([account, await create({ account })]).toEqual([account, 'InvalidInput']);
      expect(await create({ account: 'public', role: 'PUBLIC' })).toBe('InvalidInput');
      expect(await create({ account: 'unitless', role: 'UNIT_HANDLER' })).toBe('InvalidInput');
      expect(await create({ account: 'unit-of-none', role: 'UNIT_HANDLER', unit: '__proto__' })).toBe('UnknownUnit');
    });
  });

  describe('because another site sends it', () => {
    it('in a cookie: GraphQL reads none', async () => {
      const { body } = await client(office.url).raw(ME, {
        cookie: `sunlit_session=${good}; authorization=Bearer ${good}`,
      });
      expect(body.data).toEqual({ me: null });
    });

    it.each([
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ])('as a form of the pages: %p', async (headers) => {
      const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers } as Record<string, string>;
      for (const path of ['/sign-in', '/sign-out']) {
        const body = `account=operator&password=${encodeURIComponent(PASSWORD)}&next=/`;
        const answer = await fetch(`${office.url}${path}`, { method: 'POST', headers: form, body, redirect: 'manual' });
        expect([path, answer.status, answer.headers.get('set-cookie')]).toEqual([path, 403, null]);
      }
    });

    it('leads nowhere but to this office, and its cookie to nobody but it', async () => {
      for (const next of [
        '//evil.example',
        'https://evil.example',
        '/\\evil.example',
        '/\t/evil.example',
        'javascript:alert(1)',
      ]) {
        const body = `account=operator&password=${encodeURIComponent(PASSWORD)}&next=${encodeURIComponent(next)}`;
        const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
        const answer = await fetch(`${office.url}/sign-in`, { method: 'POST', headers, body, redirect: 'manual' });
        expect(answer.status).toBe(303);
        expect(new URL(answer.headers.get('location')!, office.url).origin).toBe(office.url);
        expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
      }
    });
  });

  it('leaves no token and no password in what the process writes', () => {
    expect(office.written()).not.toContain(good.slice(20, 60));
    expect(office.written()).not.toContain(PASSWORD);
    expect(office.written()).not.toMatch(/unexpected error/);
  });
});
