import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import { sqliteKeyStore } from '@sunlit/privacy/sqlite';
import { eventually } from '../harness/eventually.js';
import { client, type Client, type Data } from '../harness/graphql.js';
import { aCall, aComplaint, done, handleToAnswer } from '../harness/matters.js';
import { PASSWORD, STARTING, UNIT } from '../harness/office.js';
import { aFolder, sunlit } from '../harness/program.js';
import { anOrder, day } from './access.scenes.js';
import { attacked, createAccount, tokenOf, type Attacked } from './attacked.js';
import { aviary, sung, unpacked } from './canaries.js';

const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

/** Personal data under unique names, by every way it comes in. */
describe('what a person told', () => {
  const birds = aviary();
  let office: Attacked;
  let outside: ReturnType<typeof aFolder>;
  let citizen: Client;
  let imported: string;
  /** Every case that has any of it. */
  const cases: string[] = [];

  /** All files of the data folder that hold a canary, and which. */
  const inFiles = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .flatMap((name) => sung(birds.personal, readFileSync(join(folder, name))).map((where) => `${name}: ${where}`));
  const inWhatIsWritten = (): readonly string[] => sung(birds.personal, office.written());
  const inMetrics = async (): Promise<readonly string[]> => sung(birds.personal, await office.metrics());

  const registered = async (command: Promise<Data>): Promise<string> => {
    const { case: id } = await done(command);
    cases.push(id);
    return id;
  };

  beforeAll(async () => {
    outside = aFolder();
    office = await attacked({ SUNLIT_LOG: 'trace' });
    const { people, url } = office;
    const { operator, administrator, reviewer } = people;
    await createAccount(administrator, { account: 'citizen', password: PASSWORD, role: 'CITIZEN' });
    citizen = client(url, await tokenOf(url, 'citizen', PASSWORD));

    const person = (path: string) => ({
      ...{ caller: birds.caller(path), statement: birds.statement(path), subject: birds.subject(path) },
      summary: '反映车辆问题',
    });
    await registered(
      citizen.command('registerComplaint', aComplaint({ ...person('form'), source: 'site', medium: 'web' })),
    );
    const answered = await registered(operator.command('registerComplaint', aComplaint(person('operator'))));
    await handleToAnswer(people, answered);
    const call = { case: answered, outcome: 'REACHED', level: 2 };
    await done(operator.command('attemptFollowUp', { ...call, comment: { text: birds.word('follow-up comment') } }));
    const rated = await registered(
      operator.command('registerConsultation', aCall({ ...person('answered call'), answer: '末班车 21:30。' })),
    );
    await done(
      operator.command('rateCase', { case: rated, level: 4, comment: { text: birds.word('rating comment') } }),
    );
    await registered(operator.command('receiveOrder', anOrder(person('order'))));
    const asked = await registered(operator.command('registerConsultation', aCall(person('consultation'))));
    const contact = { case: asked, source: '2959600', medium: 'phone', purpose: 'NEW_FACTS' };
    await done(operator.command('addContact', { ...contact, said: { text: birds.word('contact said') } }));
    const { caller, statement, subject } = person('correction');
    await done(operator.command('correctCaller', { case: asked, caller, statement, subject, reason: '更正' }));
    const over = await registered(operator.command('registerConsultation', aCall(person('handed over'))));
    await done(
      operator.command('handOver', { case: over, kind: 'complaint', category: 'taxi.refusal', reason: '实为投诉' }),
    );
    const there = await eventually(
      async () =>
        (await operator.ask('query H($id: ID!) { case(id: $id) { handedOverTo } }', { id: over })).case?.handedOverTo ??
        null,
    );
    await eventually(
      async () => (await operator.ask('query T($id: ID!) { case(id: $id) { number } }', { id: there })).case,
    );
    cases.push(there);
    const secret = await registered(
      operator.command('registerComplaint', aComplaint({ ...person('secret'), secrecy: true })),
    );
    await done(operator.command('writeTextForUnits', { case: secret, text: '反映车辆问题' }));
    const open = `mutation O($input: OpenIdentityInput!) { openIdentity(input: $input) { ... on Identity { caller { name } } } }`;
    expect((await reviewer.ask(open, { input: { case: secret, reason: '核实' } })).openIdentity.caller.name).toMatch(
      /雀/,
    );

    const sheet = join(outside.path, '工单.csv');
    const lines = readFileSync(example('hotline-orders.csv'), 'utf8').split('\n').slice(0, 4).join('\n');
    const filled = lines
      .replace('张先生', birds.word('sheet name'))
      .replace('13900000000', birds.phone('sheet phone'))
      .replace('请问9路公交车冬季末班车几点从火车站发出?', birds.word('sheet statement'));
    writeFileSync(sheet, filled);
    const read = await sunlit(
      'import',
      sheet,
      '--mapping',
      example('hotline-orders.mapping.yaml'),
      '--data',
      office.data,
      '--json',
    );
    imported = read.out + read.err;
    expect(JSON.parse(read.out).added).toBeGreaterThan(0);
    const { cases: history } = await operator.ask(
      '{ cases(first: 50, filter: { history: true }) { edges { node { id } } } }',
    );
    cases.push(...history.edges.map(({ node }: Data) => node.id));
    await done(operator.command('assignCase', { case: secret, unit: UNIT }));
  }, STARTING);
  afterAll(async () => {
    await office.close();
    await outside.remove();
  });

  it('is there for who may read it', async () => {
    const seen = JSON.stringify(
      await office.people.operator.ask(
        '{ cases(first: 50) { edges { node { caller { name } statement { text } comment { text } contacts { said { text } } } } } }',
      ),
    );
    expect(sung(birds.personal, seen)).toEqual(
      expect.arrayContaining([
        'form name',
        'operator name',
        'order statement',
        'contact said',
        'rating comment',
        'follow-up comment',
        'sheet name',
      ]),
    );
  });

  it('is in no error, however it was sent', async () => {
    const { operator } = office.people;
    const name = birds.word('mistaken name');
    const phone = birds.phone('mistaken phone');
    const register = (input: unknown) => ({
      query:
        'mutation R($input: RegisterInput!) { registerComplaint(input: $input) { __typename ... on Refusal { code textZh textEn field } } }',
      variables: { input },
    });
    const good = aComplaint({ caller: { name, phone } }) as Record<string, unknown>;
    const literal = (fields: string) => ({
      query: `mutation { registerComplaint(input: {kind: "complaint", ${fields}}) { __typename } }`,
    });
    const mistakes: unknown[] = [
      register({ ...good, kind: 'moon' }),
      register({ ...good, kind: name }),
      register({ ...good, category: phone, source: name }),
      register({ ...good, source: phone, medium: name }),
      register({ ...good, caller: { name, phone, mobile: phone } }),
      register({ ...good, caller: [name, [phone]] }),
      register({ ...good, caller: name }),
      register({ ...good, caller: { name: { first: name }, phone: Number(phone) } }),
      register({ ...good, urgency: phone }),
      register({ ...good, occurredAt: { at: phone, precision: 'DAY' } }),
      register({ ...good, occurredAt: { at: `${name} at "x"; y`, precision: name } }),
      register({ ...good, summary: `来电人${name}电话${phone}` }),
      register({ ...good, summary: { text: name } }),
      register({ ...good, accept: phone }),
      register({ ...good, caller: { name: name.padEnd(200, '长') } }),
      register(name),
      register([{ name }]),
      literal(`caller: {phone: ${phone}}`),
      literal(`caller: {name: "${name}", mobile: "${phone}"}`),
      literal(`caller: "${name}"`),
      literal(`urgency: "${name}"`),
      literal(`accept: "${phone}"`),
      literal(`occurredAt: {at: "${phone}", precision: "${name}"}`),
      literal(`caller: {name: "${name}" "${phone}"}`),
      literal(`caller: {name: "${name}`),
      { query: `{ callerCases(phone: "${phone}", purpose: "来电${phone}") { number } }` },
      { query: `{ callerCases(phone: "${phone}", purpose: 1) { number } }` },
      { query: `{ cases(search: "${name}", after: "${phone}") { totalCount } }` },
      { query: `{ case(id: "${name}") { number } }` },
      { query: `{ caseProgress(number: "${name}", queryCode: "${phone}") { ... on Refusal { textZh textEn } } }` },
      { query: `{ figure(name: "${name}", from: "2021-01-01", to: "2021-12-31") { value } }` },
      { query: `{ figure(name: "x", from: "${name}", to: "2021-12-31") { value } }` },
      { query: `query Q { me { account } }`, variables: name },
      `{"query": "{ me { account } }", "variables": {"input": "${name}"`,
    ];
    for (const [at, mistake] of mistakes.entries())
      for (const as of [operator, citizen, client(office.url)]) {
        const { status, body } = await as.raw(mistake);
        expect([at, status < 500, sung(birds.personal, JSON.stringify(body))]).toEqual([at, true, []]);
      }
    for (const path of [
      `/matters/${name}`,
      `/figures/${phone}`,
      `/knowledge?q=${encodeURIComponent(name)}&after=${phone}`,
      `/${phone}`,
    ]) {
      const page = await fetch(`${office.url}${path}`, { headers: { accept: 'application/json' } });
      // The page of a search or of a sign-in has the reader's own address in it; nobody else has.
      expect([path, page.status < 500]).toEqual([path, true]);
    }
    expect(inWhatIsWritten()).toEqual([]);
    expect(await inMetrics()).toEqual([]);
  });

  it('is in no file in the clear, no log, no metric and no figure as long as it is kept', async () => {
    expect(inFiles(office.data)).toEqual([]);
    expect(inWhatIsWritten()).toEqual([]);
    expect(await inMetrics()).toEqual([]);
    expect(sung(birds.personal, imported)).toEqual([]);
    const xlsx = join(outside.path, '指标.xlsx');
    const span = ['--from', '2021-01-01', '--to', day(0)];
    const figures = await sunlit('figures', ...span, '--xlsx', xlsx, '--data', office.data, '--json');
    expect(figures.code).toBe(0);
    expect(sung(birds.personal, figures.out + figures.err)).toEqual([]);
    expect(sung(birds.personal, unpacked(xlsx))).toEqual([]);
    const events = await sunlit('events', '--data', office.data, '--json');
    expect(sung(birds.personal, events.out + events.err)).toEqual([]);
    const doctor = await sunlit('doctor', '--data', office.data);
    expect([doctor.code, sung(birds.personal, doctor.out + doctor.err)]).toEqual([0, []]);
  });

  it('is gone for good once it is erased: no file holds it, no key opens what is left', async () => {
    const { operator, reviewer } = office.people;
    for (const id of cases) {
      const answer = await reviewer.command('erasePersonalData', { case: id, part: 'ALL' });
      expect(['CommandDone', 'Erased']).toContain(answer.code ?? answer.__typename);
    }
    const left =
      '{ cases(first: 50) { edges { node { number caller { state } statement { state } subject { state } comment { state } contacts { said { state } } } } } }';
    await eventually(async () => (JSON.stringify(await operator.ask(left)).includes('"OPEN"') ? null : true));
    expect(await office.stop()).toBe(0);
    expect(inFiles(office.data)).toEqual([]);
    expect(inWhatIsWritten()).toEqual([]);

    const store = sqliteEventStore({ file: join(office.data, 'events.sqlite'), readOnly: true });
    const masterKey = Buffer.from(readFileSync(join(office.data, 'master.key'), 'utf8').trim(), 'hex');
    const keys = sqliteKeyStore({ file: join(office.data, 'keys.sqlite'), masterKey });
    try {
      const ids = new Set<string>();
      for (const stream of cases)
        for (const { data } of await store.read(stream))
          JSON.stringify(data, (_, value: unknown) => {
            if (typeof value === 'object' && value !== null && 'box' in value && 'key' in value)
              ids.add(String(value.key));
            return value;
          });
      expect(ids.size).toBeGreaterThan(cases.length);
      // The worker destroys what the log says is erased; where it was stopped before, it begins there.
      const alive = (await keys.get([...ids])).filter((key) => key !== null);
      expect(alive).toEqual([]);
    } finally {
      await keys.close();
      await store.close();
    }
  });
});
