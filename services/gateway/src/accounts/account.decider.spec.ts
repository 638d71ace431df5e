import { specification } from '@sunlit/kernel/testing';
import { account } from './account.decider.js';

const given = specification(account);
const secret = { key: 'k1', alg: 'A256GCM', shape: 'secret.v1', box: 'AA' } as const;
const created = { type: 'AccountCreated', data: { account: 'li', role: 'operator', secret } } as const;
const disabled = { type: 'AccountDisabled', data: {} } as const;

describe('an account', () => {
  it('is created once under its name', () => {
    given().when({ type: 'CreateAccount', data: created.data }).then(created);
    given(created).when({ type: 'CreateAccount', data: created.data }).thenRefused('AccountExists');
  });
  it('gets a new password, and says which key the old one had', () => {
    const next = { ...secret, key: 'k2' };
    given(created)
      .when({ type: 'SetPassword', data: { secret: next } })
      .then({ type: 'PasswordSet', data: { secret: next, replaces: 'k1' } });
  });
  it('is disabled and enabled, each once', () => {
    given(created).when({ type: 'DisableAccount', data: {} }).then(disabled);
    given(created, disabled).when({ type: 'DisableAccount', data: {} }).thenNothing();
    given(created, disabled).when({ type: 'EnableAccount', data: {} }).then({ type: 'AccountEnabled', data: {} });
  });
  it('must be there to be changed', () =>
    given().when({ type: 'DisableAccount', data: {} }).thenRefused('NoSuchAccount'));
});
