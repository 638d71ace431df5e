import { gatewayUnderTest, type GatewayUnderTest } from '../testing/gateway-under-test.js';
import { clustersOf } from './clusters.resolvers.js';

const DONE = '{ __typename ... on CommandDone { case events } ... on Refusal { code field } }';
const CASE = 'complaint-01a20cbc-7fc5-7792-8b5a-aeda95dfc031';
const named = (n: number, more: object = {}) => ({
  ...{ stream: `complaint-${n}`, category: 'bus', kind: 'line', name: '5路', folded: '5路', cameAt: `2021-04-1${n}` },
  ...more,
});

describe('clusters', () => {
  it('are of one category and one object, under the name the latest matter gives it, the largest first', () =>
    expect(
      clustersOf(
        [named(3, { name: '５ 路' }), named(1), named(2), named(4, { folded: '6路' }), named(5, { category: 'taxi' })],
        1,
      ),
    ).toEqual([
      { category: 'bus', kind: 'line', object: '５ 路', streams: ['complaint-1', 'complaint-2', 'complaint-3'] },
      { category: 'bus', kind: 'line', object: '5路', streams: ['complaint-4'] },
      { category: 'taxi', kind: 'line', object: '5路', streams: ['complaint-5'] },
    ]));
  it('are of so many at least', () => expect(clustersOf([named(1), named(2, { kind: 'station' })], 2)).toEqual([]));
});

describe('follow-up and clusters over GraphQL', () => {
  let under: GatewayUnderTest;
  let tokens: Record<string, string>;
  beforeAll(async () => {
    const roles = ['operator', 'reviewer', 'analyst', 'unit-handler'];
    under = await gatewayUnderTest({ roles });
    tokens = Object.fromEntries(
      await Promise.all(roles.map(async (role) => [role, await under.signIn(role)] as const)),
    );
  }, 30_000);
  afterAll(() => under.gateway.close());

  const command = async (role: string, mutation: string, input: object, inputType = mutation) => {
    const name = `${inputType[0]!.toUpperCase()}${inputType.slice(1)}Input`;
    const asked = `mutation ($input: ${name}!) { done: ${mutation}(input: $input) ${DONE} }`;
    return (await under.query(asked, tokens[role], { input } as never)).body.data.done;
  };
  const register = (kind: string, line: string) =>
    command(
      'operator',
      'registerCase',
      {
        ...{ kind, category: 'bus', source: '12328', medium: 'phone', summary: '5路晚点', attributes: { line } },
      },
      'register',
    );
  const clusters = async (role: string, given = 'days: 30, atLeast: 2') => {
    const asked = `{ clusters(${given}) { category kind object count matters { id service caller { state } } } }`;
    return (await under.query(asked, tokens[role])).body;
  };

  it('list many matters about one line over both services, without the person to an analyst', async () => {
    await register('complaint', '5路');
    await register('consultation', '５路');
    await register('complaint', '6路');
    const { data } = await clusters('analyst');
    expect(data.clusters).toMatchObject([{ category: 'bus', kind: 'line', count: 2 }]);
    const [{ matters }] = data.clusters;
    expect(matters.map(({ service }: { service: string }) => service).sort()).toEqual(['COMPLAINTS', 'CONSULTATIONS']);
    expect(matters[0].caller).toEqual({ state: 'WITHHELD' });
  });
  it.each(['days: 0, atLeast: 2', 'days: 400, atLeast: 2', 'days: 30, atLeast: 1'])('refuse %s', async (given) =>
    expect((await clusters('reviewer', given)).errors![0]!.extensions.code).toBe('InvalidInput'),
  );
  it('are not for units', async () =>
    expect((await clusters('unit-handler')).errors![0]!.extensions.code).toBe('NotAllowed'));

  it('take what the person said of whether it is solved', async () => {
    const { case: id } = await register('complaint', '7路');
    await command('operator', 'attemptFollowUp', {
      ...{ case: id, outcome: 'REACHED', level: 2, solved: 'PARTLY', reason: 'slow', note: '拖了两周' },
    });
    expect(under.complaints.sent.at(-1)!.data).toEqual({
      ...{ outcome: 'reached', level: 2, solved: 'partly', reason: 'slow', note: '拖了两周' },
    });
    await command('operator', 'attemptFollowUp', { case: id, outcome: 'NO_NUMBER' });
    expect(under.complaints.sent.at(-1)!.data).toEqual({ outcome: 'no-number' });
    await command('operator', 'rateBy', { case: id, medium: 'DEVICE', level: 4 });
    expect(under.complaints.sent.at(-1)).toMatchObject({ type: 'RateBy', data: { medium: 'device', level: 4 } });
    await command('operator', 'setAttributes', { case: id, attributes: { field: 'city' } });
    expect(under.complaints.sent.at(-1)).toMatchObject({
      type: 'SetAttributes',
      data: { attributes: { field: 'city' } },
    });
  });
  it('let reviewers alone judge ratings', async () => {
    const { case: id } = await register('complaint', '8路');
    const aside = { case: id, ground: 'mistaken', round: 1 };
    expect(await command('operator', 'setRatingAside', aside)).toMatchObject({ code: 'NotAllowed' });
    expect(await command('reviewer', 'setRatingAside', aside)).toMatchObject({ events: ['SetRatingAside'] });
    expect(await command('operator', 'restoreRating', { case: CASE, reason: '复核' })).toMatchObject({
      code: 'NotAllowed',
    });
    expect(await command('reviewer', 'restoreRating', { case: id, reason: '复核' })).toMatchObject({
      events: ['RestoreRating'],
    });
    expect(await command('operator', 'selectForFollowUp', { case: id, reason: '抽查' })).toMatchObject({
      events: ['SelectForFollowUp'],
    });
  });
});
