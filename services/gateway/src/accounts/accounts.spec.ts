import { fakeContext } from '../testing/fake-context.js';
import { accountsOf } from './accounts.js';

const IDS = ['01a20cbc-7fc5-7792-8b5a-aeda95dfc031', '01a20cbc-7fc5-7792-8b5a-aeda95dfc032'];

describe('the first administrator', () => {
  it('is made by one of several gateways that begin at once, and its password told by that one', async () => {
    const context = fakeContext({ call: async () => ({}) }, () => Date.UTC(2021, 3, 12));
    const gateways = IDS.map(() => accountsOf(context, { N: 1024, r: 8, p: 1 }));
    const made = await Promise.all(gateways.map((accounts, at) => accounts.ensureAdministrator(IDS[at]!)));
    const [first, ...others] = made.filter((one) => one !== null);
    expect(others).toEqual([]);
    expect(await gateways[0]!.verify('admin', first!.password)).toMatchObject({ role: 'administrator' });
  });
});

describe('an account’s name', () => {
  it.each(['__proto__', '-admin', '.x', '_x', 'a', 'Admin', 'ad min', 'a'.repeat(41)])('is not %p', async (account) => {
    const context = fakeContext({ call: async () => ({}) }, () => Date.UTC(2021, 3, 12));
    const { change } = accountsOf(context, { N: 1024, r: 8, p: 1 });
    const given = { account, password: 'password-123', role: 'analyst', commandId: IDS[0]! };
    await expect(change('CreateAccount', given, { account: 'admin', role: 'administrator' })).rejects.toMatchObject({
      code: 'InvalidInput',
      details: { field: 'account' },
    });
  });
});
