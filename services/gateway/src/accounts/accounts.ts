import { Refused, fold, handler, digestOf, type Actor, type JsonObject, type StoredEvent } from '@sunlit/kernel';
import { ROLES, type RoleCode, type ServiceContext } from '@sunlit/platform';
import { openBox, sealBox } from '@sunlit/privacy';
import { account, type Account } from './account.decider.js';
import { accountsList, type ListedAccount } from './accounts.projection.js';
import { SECRET_SHAPE, checkPassword, generatedPassword, passwordMatches, secretOf, type Cost } from './passwords.js';

/** A change to an account as it is asked for; the password in the clear, never stored so. */
export interface AccountChange {
  readonly account: string;
  readonly password?: string;
  readonly role?: string;
  readonly unit?: string;
  readonly commandId: string;
}
export type AccountCommandType = 'CreateAccount' | 'SetPassword' | 'DisableAccount' | 'EnableAccount';

export interface Accounts {
  change(type: AccountCommandType, change: AccountChange, by: Actor): Promise<ListedAccount>;
  /** The account, if the password is its own and it is not disabled; else null, after the same work. */
  verify(name: string, password: string): Promise<SignInAccount | null>;
  /** The account as its stream says now; null for none and a disabled one. */
  active(name: string): Promise<SignInAccount | null>;
  list(): Promise<readonly ListedAccount[]>;
  /** Creates `admin` with a generated password if there is no account at all; the password is given once, here. */
  ensureAdministrator(commandId: string): Promise<{ readonly account: string; readonly password: string } | null>;
}

/** Who signs in; `since` is the revision tokens must name. */
export interface SignInAccount {
  readonly account: string;
  readonly role: string;
  readonly unit?: string;
  readonly since: number;
}

const NAME = /^[a-z0-9][a-z0-9._-]{1,39}$/;
const SYSTEM: Actor = { account: 'system', role: 'system' };
const streamOf = (name: string): string => `account-${name}`;

const invalid = (field: string, problem: string): Refused => new Refused('InvalidInput', { field, problem });

const checkNew = ({ role, unit }: AccountChange, units: ReadonlySet<string>): void => {
  if (!ROLES.includes(role as RoleCode)) throw invalid('role', '没有这个角色 no such role');
  if (role === 'unit-handler' && !unit) throw invalid('unit', '经办人须有单位 a unit handler needs a unit');
  if (unit && !units.has(unit)) throw new Refused('UnknownUnit', { code: unit, field: 'unit' });
};

const checkChange = (type: AccountCommandType, change: AccountChange, units: ReadonlySet<string>): void => {
  if (!NAME.test(change.account)) {
    throw invalid(
      'account',
      '小写字母、数字与 . _ - ,以字母或数字开头,2 至 40 个 lower-case letters, digits, . _ -, a letter or digit first, 2 to 40',
    );
  }
  const needsPassword = type === 'CreateAccount' || type === 'SetPassword';
  if (needsPassword) checkPassword(change.password ?? '');
  if (type === 'CreateAccount') checkNew(change, units);
};

/** Local accounts, each its own stream; a name is taken once because a stream is. */
export const accountsOf = (context: ServiceContext, cost?: Cost): Accounts => {
  const { store, keys, readStore, clock, office } = context;
  const units = new Set(office.units.map(({ code }) => code));

  const load = async (name: string): Promise<Account> => fold(account, await store.read(streamOf(name)));
  const secret = async (state: Account): Promise<JsonObject | null> => {
    if (state.is !== 'active') return null;
    const [key] = await keys.get([state.secret.key]);
    return key ? openBox(key, state.secret) : null;
  };
  const sealed = async (password: string) => {
    const [content, { id, key }] = await Promise.all([secretOf(password, cost), keys.take()]);
    return sealBox(key, id, SECRET_SHAPE, content);
  };
  const prepare = async ({ data: { password, ...data } }: { readonly data: JsonObject }) => {
    const ready = typeof password === 'string' ? { ...data, secret: { ...(await sealed(password)) } } : data;
    // The password stays out of the digest: a hash of it in the log could be guessed at. `sameCommand` compares it through the box.
    return { data: ready, digest: digestOf(data) };
  };
  const samePassword = async (
    { data }: { readonly data: JsonObject },
    recorded: StoredEvent,
  ): Promise<boolean | null> => {
    if (digestOf({ ...data, password: undefined }) !== recorded.meta.digest) return false;
    const { secret: box } = recorded.data as unknown as { secret?: Parameters<typeof openBox>[1] };
    const [key] = box ? await keys.get([box.key]) : [];
    if (!box || typeof data['password'] !== 'string') return true;
    return key ? passwordMatches(data['password'], openBox(key, box)) : null;
  };
  const handle = handler({ decider: account, store, clock, prepare, sameCommand: samePassword });

  const listed = async (name: string): Promise<ListedAccount> => {
    const state = await load(name);
    if (state.is === 'unknown') throw new Refused('NoSuchAccount', { field: 'account' });
    return {
      account: state.account,
      role: state.role,
      ...(state.unit && { unit: state.unit }),
      disabled: state.is === 'disabled',
    };
  };
  const change: Accounts['change'] = async (type, { commandId, account: name, ...rest }, by) => {
    checkChange(type, { commandId, account: name, ...rest }, units);
    const data =
      type === 'CreateAccount' ? { account: name, ...rest } : rest.password ? { password: rest.password } : {};
    await handle({ commandId, stream: streamOf(name), type, data: data as JsonObject, by });
    return listed(name);
  };
  const signIn = (state: Account): SignInAccount | null => {
    if (state.is !== 'active') return null;
    return { account: state.account, role: state.role, ...(state.unit && { unit: state.unit }), since: state.since };
  };
  const noAccountYet = async (): Promise<boolean> => {
    const end = new AbortController();
    for await (const batch of store.subscribe({ after: 0, categories: ['account'], signal: end.signal })) {
      if (batch.events.length > 0 || batch.caughtUp) return batch.events.length === 0;
    }
    return true;
  };

  return {
    change,
    verify: async (name, password) => {
      const state: Account = NAME.test(name) ? await load(name) : { is: 'unknown' };
      return (await passwordMatches(password.slice(0, 200), await secret(state))) ? signIn(state) : null;
    },
    active: async (name) => signIn(await load(name)),
    list: async () => {
      const page = await readStore.list(accountsList.name, { first: 1000, sort: { field: 'account' } });
      return page.items.map(({ doc }) => doc as unknown as ListedAccount);
    },
    ensureAdministrator: async (commandId) => {
      if (!(await noAccountYet())) return null;
      const first = { account: 'admin', password: generatedPassword() };
      try {
        await change('CreateAccount', { ...first, role: 'administrator', commandId }, SYSTEM);
      } catch (error) {
        // Of several gateways that begin at once another was first, and tells the password.
        if (error instanceof Refused && error.code === 'AccountExists') return null;
        throw error;
      }
      return first;
    },
  };
};
