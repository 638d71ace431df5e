import { randomUUID } from 'node:crypto';
import { client, type Client, type Data } from '../harness/graphql.js';
import { aCall, aComplaint, done } from '../harness/matters.js';
import { STARTING, UNIT } from '../harness/office.js';
import { attacked, type Attacked } from './attacked.js';

const PROGRESS = `query P($number: String!, $code: String!) { caseProgress(number: $number, queryCode: $code) {
  __typename ... on CaseProgress { number status } ... on Refusal { code textZh textEn field } } }`;
const CASES = `query C($after: String, $sort: CaseSort) {
  cases(first: 2, after: $after, sort: $sort) { totalCount pageInfo { endCursor } edges { cursor node { number unit } } } }`;
const base64 = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

describe('what belongs to others', () => {
  let office: Attacked;
  /** Of the complaint of another unit, and of a consultation of none. */
  const known: { complaint: Data; consultation: Data } = { complaint: null, consultation: null };
  beforeAll(async () => {
    office = await attacked();
    const { operator } = office.people;
    known.complaint = await done(operator.command('registerComplaint', aComplaint()));
    known.consultation = await done(operator.command('registerConsultation', aCall()));
    for (let more = 0; more < 4; more++) await done(operator.command('registerComplaint', aComplaint()));
    const { token } = await done(operator.command('assignCase', { case: known.complaint.case, unit: UNIT }));
    await operator.ask('query W($t: String) { cases(atLeast: $t) { totalCount } }', { t: token });
  }, STARTING);
  afterAll(() => office.close());

  const work = async (): Promise<Readonly<Record<string, number>>> => {
    const found = [...(await office.metrics()).matchAll(/^sunlit_rpc_seconds_count\{([^}]*)\} (\d+)$/gm)];
    return Object.fromEntries(
      found.filter(([, labels]) => !labels!.includes('"worker"')).map(([, labels, count]) => [labels!, Number(count)]),
    );
  };
  /** What an asking led to: each operation with how often it was called. */
  const workOf = async (ask: () => Promise<unknown>) => {
    const before = await work();
    await ask();
    const after = await work();
    return Object.entries(after)
      .map(([labels, count]) => [labels, count - (before[labels] ?? 0)] as const)
      .filter(([, count]) => count > 0)
      .sort();
  };

  it('is told by number and code alone: a wrong number and a wrong code are answered alike, after the same work', async () => {
    const nobody = client(office.url);
    const { number, queryCode } = known.complaint;
    const ask = (one: string, code: string) => nobody.raw({ query: PROGRESS, variables: { number: one, code } });
    expect((await ask(number, queryCode)).body.data.caseProgress).toMatchObject({ __typename: 'CaseProgress', number });

    const year = number.slice(0, number.lastIndexOf('-'));
    const tries: Readonly<Record<string, readonly [string, string]>> = {
      'a wrong code': [number, 'AAAAAAAA'],
      'a number nobody has': [`${year}-99999`, queryCode],
      'another year': [number.replace(/\d{4}/, '1999'), queryCode],
      'the code of another': [known.consultation.number, queryCode],
      'no code': [number, ''],
      'a longer code': [number, `${queryCode}A`],
      'no number': ['', queryCode],
      nonsense: ["' OR 1=1 --", '%'],
    };
    const answers = new Map<string, string>();
    for (const [what, [one, code]] of Object.entries(tries)) {
      const { status, body } = await ask(one, code);
      answers.set(what, JSON.stringify([status, body]));
    }
    expect(new Set(answers.values()).size).toBe(1);
    const [wrongCode, wrongNumber, wrongConsultation] = [
      await workOf(() => ask(number, 'BBBBBBBB')),
      await workOf(() => ask(`${year}-99998`, 'BBBBBBBB')),
      await workOf(() => ask(known.consultation.number, 'BBBBBBBB')),
    ];
    const operations = (calls: readonly (readonly [string, number])[]) =>
      calls.map(([labels, count]) => `${labels.replace(/service="\w+",?/, '')} ${count}`).sort();
    expect(operations(wrongNumber)).toEqual(operations(wrongCode));
    expect(operations(wrongConsultation)).toEqual(operations(wrongCode));
  });

  it('is guessed a few times a minute alone, whatever address a header claims', async () => {
    const codes = new Set<string>();
    for (let at = 0; at < 40; at++) {
      const headers = { 'x-forwarded-for': `10.1.0.${at}`, 'x-real-ip': `10.1.0.${at}`, forwarded: `for=10.1.0.${at}` };
      const variables = { number: known.complaint.number, code: 'CCCCCCCC' };
      const { body } = await client(office.url).raw({ query: PROGRESS, variables }, headers);
      codes.add(body.data.caseProgress.code);
    }
    expect(codes).toEqual(new Set(['NoSuchCase', 'TooManyRequests']));
    // Nor is the right one told now.
    const variables = { number: known.complaint.number, code: known.complaint.queryCode };
    expect((await client(office.url).raw({ query: PROGRESS, variables })).body.data.caseProgress.code).toBe(
      'TooManyRequests',
    );
    // And not by many at once in one operation.
    const many = Array.from(
      { length: 40 },
      (_, at) =>
        `a${at}: caseProgress(number: "${known.complaint.number}", queryCode: "D${at}") { ... on Refusal { code } ... on CaseProgress { number } }`,
    );
    const { data } = (await client(office.url).raw({ query: `{ ${many.join(' ')} }` })).body;
    expect(new Set(Object.values(data as Record<string, { code: string }>).map(({ code }) => code))).toEqual(
      new Set(['TooManyRequests']),
    );
  });

  it('is to another unit as if it were not there', async () => {
    const { elsewhere } = office.people;
    const none = `complaint-${randomUUID()}`;
    for (const query of ['case(id: $id) { number }', 'caseTimeline(id: $id) { number }']) {
      const asked = async (id: string) =>
        (await elsewhere.raw({ query: `query Q($id: ID!) { found: ${query} }`, variables: { id } })).body;
      expect(await asked(known.complaint.case)).toEqual(await asked(none));
      expect(await asked(known.consultation.case)).toEqual(await asked(none));
    }
    const byNumber = async (number: string) =>
      (
        await elsewhere.raw({
          query: 'query N($n: String!) { caseByNumber(number: $n) { number } }',
          variables: { n: number },
        })
      ).body;
    expect(await byNumber(known.complaint.number)).toEqual(await byNumber('TS-2021-99999'));
    const { cases } = await elsewhere.ask('{ cases(first: 200, filter: { unit: "city-transit" }) { totalCount } }');
    expect(cases.totalCount).toBe(0);
    const searched = await elsewhere.ask('{ cases(search: "拒载") { totalCount } }');
    expect(searched.cases.totalCount).toBe(0);
    const { deskCounts } = await elsewhere.ask(
      '{ deskCounts(filter: { unit: "city-transit" }) { byStatus { count } byQueue { count } } }',
    );
    expect(
      [...deskCounts.byStatus, ...deskCounts.byQueue].reduce((sum: number, { count }: Data) => sum + count, 0),
    ).toBe(0);
  });

  it('is not reached under the name of the other service, nor under one that is no name', async () => {
    const { operator } = office.people;
    const uuid = known.complaint.case.slice('complaint-'.length);
    const names = [
      `consultation-${uuid}`,
      uuid,
      `complaint-${uuid.toUpperCase()}`,
      `complaint-${uuid} `,
      `complaint-${uuid}\u0000`,
    ];
    names.push(
      `account-admin`,
      `access-${uuid}`,
      `complaintnumbers-2026`,
      `knowledge-${uuid}`,
      `complaint-${uuid}/../x`,
      '',
    );
    for (const id of names) {
      const { body } = await operator.raw({
        query: 'query Q($id: ID!) { case(id: $id) { number } }',
        variables: { id },
      });
      expect([id, body.data?.case ?? null]).toEqual([id, null]);
      const answer = await operator.command('acceptCase', { case: id });
      expect([id, ['NoSuchCase', 'NotRegistered'].includes(answer.code)]).toEqual([id, true]);
      expect((await operator.command('closeCase', { case: id })).__typename).toBe('Refusal');
    }
    // A command of one service under the id of a case of the other.
    expect(await operator.command('rateCase', { case: known.complaint.case, level: 4 })).toMatchObject({
      code: 'NotForThisCase',
    });
    expect(await operator.command('closeCase', { case: known.consultation.case })).toMatchObject({
      code: 'NotForThisCase',
    });
  });

  it('is not had by a command sent under an id somebody else has used', async () => {
    const { operator, reviewer } = office.people;
    const commandId = randomUUID();
    await done(operator.command('registerComplaint', aComplaint({ commandId })));
    const again = await reviewer.command('registerComplaint', aComplaint({ commandId, summary: '反映别的事' }));
    expect(again).toMatchObject({ __typename: 'Refusal', code: 'CommandIdReused' });
    expect(again.queryCode).toBeUndefined();
  });

  const codeOf = ({ body, status }: { status: number; body: Data }): string =>
    status >= 500 && status !== 503 ? `${status}` : (body.errors?.[0]?.extensions.code ?? 'answered');

  it('is not paged into by cursors changed by hand or taken from others', async () => {
    const { operator, elsewhere } = office.people;
    const { cases } = await operator.ask(CASES, {});
    const { endCursor } = cases.pageInfo;
    const inside = JSON.parse(Buffer.from(endCursor, 'base64url').toString()) as Record<string, string>;
    const [service, own] = Object.entries(inside)[0]!;
    // A good one leads on, and to whoever may see nothing, to nothing.
    expect((await operator.ask(CASES, { after: endCursor })).cases.edges).toHaveLength(2);
    expect((await elsewhere.ask(CASES, { after: endCursor })).cases).toMatchObject({ totalCount: 0, edges: [] });
    const changed: readonly unknown[] = [
      { ...inside, [service]: 5 },
      { ...inside, [service]: null },
      { ...inside, [service]: { $gt: '' } },
      { ...inside, [service]: [own] },
      { ...inside, [service]: own.slice(0, -3) },
      { ...inside, [service]: `${own}AAAA` },
      { ...inside, [service]: base64([null, 'x']) },
      { ...inside, [service]: base64({ value: { $ne: 1 }, key: 1 }) },
      { ...inside, [service]: base64(["'; DROP TABLE x; --", 'complaint-1']) },
      { ...inside, [service]: base64([1e308, 'x'.repeat(10_000)]) },
      { moon: own },
      [],
      'x',
      5,
      null,
    ];
    const asked = (as: Client, after: string, more: object = {}) =>
      as.raw({ query: CASES, variables: { after, ...more } });
    for (const cursor of [...changed.map(base64), own, endCursor.slice(0, -2), '%%%', '\u0000', 'x'.repeat(5000)])
      for (const as of [operator, elsewhere]) {
        const answer = await asked(as, cursor);
        expect([cursor, ['InvalidInput', 'answered']]).toEqual([cursor, expect.arrayContaining([codeOf(answer)])]);
        if (as === elsewhere) expect(answer.body.data?.cases.edges ?? []).toEqual([]);
      }
    // Of another order.
    expect(['InvalidInput', 'answered']).toContain(codeOf(await asked(operator, endCursor, { sort: 'DUE_ON' })));
    const others = [
      '{ figure(name: "hotline.accepted.v1", from: "2021-01-01", to: "2030-12-31") { events(first: 1, after: $after) { totalCount } } }',
      '{ knowledgeSearch(text: "公交", after: $after) { totalCount } }',
      '{ unanswered { noted(after: $after) { totalCount } consultations(after: $after) { totalCount } } }',
    ];
    for (const query of others)
      for (const after of [...changed.slice(0, 10).map(base64), endCursor, own, 'x', ''])
        expect(['InvalidInput', 'answered']).toContain(
          codeOf(await operator.raw({ query: `query Q($after: String) ${query}`, variables: { after } })),
        );
  });

  it('is waited for no longer by a token made by hand, and no token tells more than its own', async () => {
    const { operator, elsewhere } = office.people;
    const asked = (as: Client, atLeast: string) =>
      as.raw({
        query: 'query Q($t: String) { cases(first: 5, atLeast: $t) { totalCount } }',
        variables: { t: atLeast },
      });
    for (const token of [
      '',
      'x',
      base64('complaints:'),
      base64('complaints:-1'),
      base64('moon:1'),
      base64('complaints:1e9'),
      base64('complaints:99999999999999999999'),
      base64({ complaints: 1 }),
    ])
      expect([token, codeOf(await asked(operator, token))]).toEqual([token, 'answered']);
    expect((await asked(elsewhere, known.complaint.token)).body.data.cases.totalCount).toBe(0);
    const ahead = await asked(operator, base64('complaints:999999999'));
    expect(['answered', 'StillCatchingUp', 'InvalidInput']).toContain(codeOf(ahead));
    const figure = `query Q($t: String) { statistics(figures: ["hotline.accepted.v1"], from: "2021-01-01", to: "2021-12-31", atLeast: $t) { asOf } }`;
    for (const token of ['x', base64('complaints:1'), base64('statistics:999999999'), base64('complaints:999999999')])
      expect(['answered', 'StillCatchingUp', 'InvalidInput']).toContain(
        codeOf(await client(office.url).raw({ query: figure, variables: { t: token } })),
      );
  });

  it('leaves nothing in the log of errors', () => expect(office.written()).not.toMatch(/unexpected error/));
});
