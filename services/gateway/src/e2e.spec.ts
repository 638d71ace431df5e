import { gatewayUnderTest, type GatewayUnderTest } from './testing/gateway-under-test.js';

const DONE =
  '{ __typename ... on CommandDone { case revision events token number queryCode } ... on Refusal { code textZh textEn field } }';
const REGISTER = `mutation ($input: RegisterInput!) { registerComplaint(input: $input) ${DONE} }`;
const input = {
  kind: 'complaint',
  category: 'taxi.fare',
  source: '12345',
  medium: 'phone',
  summary: '计价器不准',
  caller: { name: '王某', phone: '13900000000' },
};
const CASES =
  'query ($after: String) { cases(first: 2, after: $after, sort: REGISTERED_AT) { totalCount pageInfo { hasNextPage endCursor } edges { node { number service caller { state name } } } } }';

interface CasesPage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly {
    readonly node: { readonly number: string; readonly caller: { readonly state: string } };
  }[];
}

describe('the API over HTTP', () => {
  let under: GatewayUnderTest;
  let operator: string;
  let analyst: string;
  beforeAll(async () => {
    under = await gatewayUnderTest({
      roles: ['operator', 'analyst', 'citizen', 'administrator'],
      rates: { progressByAddress: { points: 5, duration: 60 } },
    });
    [operator, analyst] = await Promise.all([under.signIn('operator'), under.signIn('analyst')]);
  }, 30_000);
  afterAll(() => under.gateway.close());

  const register = async (token = operator, more: object = {}) =>
    (await under.query(REGISTER, token, { input: { ...input, ...more } })).body.data.registerComplaint;

  it('registers, and tells what the citizen is told', async () => {
    const done = await register();
    expect(done).toMatchObject({
      __typename: 'CommandDone',
      revision: 0,
      number: 'T2021-00001',
      queryCode: 'AB12CD34',
    });
    const { by, commandId } = under.complaints.sent.at(-1)!;
    expect(by).toEqual({ account: 'operator', role: 'operator' });
    expect(done.case).toBe(`complaint-${commandId}`);
  });

  it('sends the command id, the stated time and the data on as they were given', async () => {
    const commandId = '01a20cbc-7fc5-7792-8b5a-aeda95dfc031';
    await register(operator, {
      commandId,
      occurredAt: { at: '2026-11-23T08:00:00+08:00', precision: 'MINUTE' },
      object: { line: '3' },
    });
    expect(under.complaints.sent.at(-1)).toMatchObject({
      commandId,
      type: 'RegisterCase',
      occurredAt: { at: '2026-11-23T00:00:00.000Z', precision: 'minute' },
      data: { object: { line: '3' } },
    });
  });

  it('routes by case and by kind, and says where a command does not apply', async () => {
    const text = `mutation { registerCase(input: {kind: "consultation", category: "taxi", source: "12328", medium: "phone", summary: "问路"}) ${DONE} }`;
    const consultation = (await under.query(text, operator)).body.data.registerCase;
    expect(consultation.case).toMatch(/^consultation-/);
    const closed = await under.query(`mutation { closeCase(input: {case: "${consultation.case}"}) ${DONE} }`, operator);
    expect(closed.body.data.closeCase).toMatchObject({ __typename: 'Refusal', code: 'NotForThisCase' });
    const nowhere = await under.query(`mutation { acceptCase(input: {case: "complaint-1"}) ${DONE} }`, operator);
    expect(nowhere.body.data.acceptCase).toMatchObject({ code: 'NoSuchCase', field: 'case' });
    const odd = await under.query(
      `mutation { registerCase(input: {kind: "moon", category: "taxi", source: "12328", medium: "phone", summary: "?"}) ${DONE} }`,
      operator,
    );
    expect(odd.body.data.registerCase).toMatchObject({ code: 'UnknownCode', field: 'kind' });
  });

  it('gives refusals of the services as union members, in both languages', async () => {
    expect(await register(operator, { summary: 'x'.repeat(501) })).toMatchObject({
      __typename: 'Refusal',
      code: 'InvalidInput',
      field: 'summary',
    });
    expect(await register(analyst)).toMatchObject({ code: 'NotAllowed', textZh: '没有权限。' });
  });

  it('lets a citizen ask, not decide', async () => {
    await register(await under.signIn('citizen'), { source: 'site', accept: true, answer: 'done', history: true });
    expect(under.complaints.sent.at(-1)!.data).toMatchObject({ accept: false });
    expect(Object.keys(under.complaints.sent.at(-1)!.data)).not.toContain('answer');
  });

  it('takes a citizen for nobody else: a platform is no source of theirs', async () => {
    const citizen = await under.signIn('citizen');
    const before = under.complaints.sent.length;
    for (const source of ['12345', '12328'])
      expect(await register(citizen, { source })).toMatchObject({ code: 'InvalidInput', field: 'source' });
    expect(under.complaints.sent).toHaveLength(before);
  });

  it('pages through both services at once, each case once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 10; page++) {
      const { cases }: { cases: CasesPage } = (await under.query(CASES, operator, after === null ? {} : { after })).body
        .data;
      seen.push(...cases.edges.map(({ node }: CasesPage['edges'][number]) => node.number));
      expect(cases.totalCount).toBe(4);
      if (!cases.pageInfo.hasNextPage) break;
      after = cases.pageInfo.endCursor;
    }
    expect([...seen].sort()).toEqual(['T2021-00001', 'T2021-00002', 'T2021-00003', 'Z2021-00001']);
    expect((await under.query(CASES, operator, { after: 'nonsense' })).body.errors?.[0]?.extensions['code']).toBe(
      'InvalidInput',
    );
  });

  it('withholds personal data from who only analyses', async () => {
    const { cases } = (await under.query(CASES, analyst)).body.data;
    expect(cases.edges.map(({ node }: CasesPage['edges'][number]) => node.caller.state)).toEqual([
      'WITHHELD',
      'WITHHELD',
    ]);
  });

  it('shows a citizen the progress by number and code, without signing in, a few times a minute', async () => {
    const progress = async (queryCode: string) =>
      (
        await under.query(
          'query ($queryCode: String!) { caseProgress(number: "T2021-00001", queryCode: $queryCode) { ... on CaseProgress { number status steps { title { zh } } } ... on Refusal { code } } }',
          undefined,
          { queryCode },
        )
      ).body.data.caseProgress;
    expect(await progress('ab12cd34 ')).toMatchObject({ number: 'T2021-00001', status: 'ACCEPTED' });
    for (let tries = 0; tries < 4; tries++) expect(await progress('00000000')).toEqual({ code: 'NoSuchCase' });
    expect(await progress('AB12CD34')).toEqual({ code: 'TooManyRequests' });
  });

  it('computes digest and entries of a figure only where they are asked for', async () => {
    const figure = (parts: string) =>
      under.query(
        `{ figure(name: "followup.satisfaction.v1", from: "2021-01-01", to: "2021-12-31") { ${parts} } }`,
        analyst,
      );
    under.asked.length = 0;
    expect(
      (await figure('value numerator denominator interval { low } beside { name value } asOf')).body.errors,
    ).toBeUndefined();
    expect(under.asked).toEqual(['figure']);
    const all = (
      await figure(
        'digest definition { title { en } } events(first: 3) { totalCount edges { node { number case } } } restated { number }',
      )
    ).body.data.figure;
    expect(all.events).toMatchObject({ totalCount: 5329 });
    expect(under.asked.sort()).toEqual(['definitions', 'digest', 'events', 'figure', 'figure', 'restated']);
  });

  it('refuses impossible days, unknown figures and a span that ends before it begins', async () => {
    const code = async (args: string) =>
      (await under.query(`{ figure(${args}) { value } }`, analyst)).body.errors?.[0]?.extensions['code'];
    expect(await code('name: "hotline.accepted.v1", from: "2021-02-30", to: "2021-12-31"')).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect(await code('name: "moon.v1", from: "2021-01-01", to: "2021-12-31"')).toBe('UnknownFigure');
    expect(await code('name: "hotline.accepted.v1", from: "2021-12-31", to: "2021-01-01"')).toBe('InvalidInput');
  });

  it('is 503 with Retry-After while a service is away', async () => {
    under.away.add('statistics');
    const { status, headers, body } = await under.query('{ figureDefinitions { name } }');
    under.away.delete('statistics');
    expect([status, headers.get('retry-after'), body.errors?.[0]?.extensions['code']]).toEqual([
      503,
      '5',
      'UNAVAILABLE',
    ]);
  });

  it('tells nothing of a bug but the id it is logged under', async () => {
    const { body } = await under.query(
      '{ callerCases(phone: "1", purpose: "来电核对") { number handedOverTo } caseProgress(number: "T2021-00001", queryCode: "1") { __typename } case(id: "complaint-01a20cbc-7fc5-7792-8b5a-aeda95dfc031") { due { steps { why { zh } } } timeline { title { zh } } } }',
      operator,
    );
    expect(body.errors).toBeUndefined();
    under.context.rpc.call = () => Promise.reject(new TypeError('secret of the house'));
    const broken = await under.query('{ deskCounts { byQueue { name } } }', operator);
    const { code, id } = broken.body.errors![0]!.extensions;
    expect(code).toBe('INTERNAL');
    expect(JSON.stringify(broken.body)).not.toContain('secret of the house');
    expect(under.logged).toContainEqual({ id, error: expect.any(TypeError) });
  });
});

describe('starting', () => {
  it('names the port that is in use', async () => {
    const one = await gatewayUnderTest({ roles: [] });
    const port = Number(new URL(one.url).port);
    await expect(gatewayUnderTest({ roles: [], port })).rejects.toThrow(`127.0.0.1:${port}`);
    await one.gateway.close();
  });
  it('takes further routes', async () => {
    const one = await gatewayUnderTest({
      roles: [],
      routes: (fastify) => void fastify.get('/health/live', async () => ({ ok: true })),
    });
    expect(await (await fetch(`${one.url}/health/live`)).json()).toEqual({ ok: true });
    await one.gateway.close();
  });
});
