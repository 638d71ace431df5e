import { PASSWORD, gatewayUnderTest, type GatewayUnderTest } from '../testing/gateway-under-test.js';

describe('signing in', () => {
  let under: GatewayUnderTest;
  beforeEach(async () => {
    under = await gatewayUnderTest({
      roles: ['operator', 'administrator'],
      rates: { signInByAccount: { points: 3, duration: 60 } },
    });
  }, 30_000);
  afterEach(() => under.gateway.close());

  it('gives a token that is believed', async () => {
    const { body } = await under.query('{ me { account role } }', await under.signIn('operator'));
    expect(body.data.me).toEqual({ account: 'operator', role: 'OPERATOR' });
  });

  it('says the same of a wrong password and an unknown account', async () => {
    expect(await under.signIn('operator', 'wrong-password')).toBe('WrongPassword');
    expect(await under.signIn('nobody')).toBe('WrongPassword');
    expect(await under.signIn('../etc')).toBe('WrongPassword');
  });

  it('is limited by account, whatever the password then is, and for nobody else', async () => {
    for (let tries = 0; tries < 3; tries++) await under.signIn('operator', 'wrong-password');
    expect(await under.signIn('operator')).toBe('TooManyRequests');
    expect(await under.signIn('administrator')).toContain('.');
  });

  it('is 401 with a token that does not hold', async () => {
    const { status, body } = await under.query('{ me { account } }', 'a.b.c');
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([401, 'NotSignedIn']);
  });

  it('lets an administrator create, re-key and disable accounts', async () => {
    const admin = await under.signIn('administrator');
    const change = (name: string, input: string) =>
      under.query(
        `mutation { ${name}(input: ${input}) { ... on Account { account role disabled } ... on Refusal { code field } } }`,
        admin,
      );
    const created = await change('createAccount', `{account: "wang", password: "${PASSWORD}", role: ANALYST}`);
    expect(created.body.data.createAccount).toEqual({ account: 'wang', role: 'ANALYST', disabled: false });
    const again = await change('createAccount', `{account: "wang", password: "${PASSWORD}", role: ANALYST}`);
    expect(again.body.data.createAccount).toEqual({ code: 'AccountExists', field: 'account' });
    const short = await change('createAccount', '{account: "zhao", password: "short", role: ANALYST}');
    expect(short.body.data.createAccount).toEqual({ code: 'InvalidInput', field: 'password' });
    const token = await under.signIn('wang');
    await change('setPassword', '{account: "wang", password: "another-word-1"}');
    expect(await under.signIn('wang')).toBe('WrongPassword');
    expect(await under.signIn('wang', 'another-word-1')).toContain('.');
    expect((await under.query('{ me { account } }', token)).status).toBe(401);
    await change('disableAccount', '{account: "wang"}');
    expect(await under.signIn('wang', 'another-word-1')).toBe('WrongPassword');
  }, 30_000);

  it('keeps no password and no hash in the clear', async () => {
    const events = await under.context.store.read('account-operator');
    expect(events.map(({ type }) => type)).toEqual(['AccountCreated']);
    expect(Object.keys(events[0]!.data['secret'] as object).sort()).toEqual(['alg', 'box', 'key', 'shape']);
    expect(JSON.stringify(events)).not.toContain(PASSWORD);
  });

  it('makes the first administrator once', async () => {
    expect(await under.accounts.ensureAdministrator('01a20cbc-7fc5-7792-8b5a-aeda95dfc031')).toBeNull();
  });
});
