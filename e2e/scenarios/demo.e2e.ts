import { readFileSync } from 'node:fs';
import { client, signIn, type Client, type Data } from '../harness/graphql.js';
import { aFolder, serving, sunlit, sunlitJson, type Server } from '../harness/program.js';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };
const MAKING = 600_000;
const OPERATIONS = new URL('../../services/gateway/graphiql/operations.graphql', import.meta.url);

/** The report's year and the days before today, read back through the API. */
describe('the demo', () => {
  let folder: ReturnType<typeof aFolder>;
  let server: Server;
  let reader: Client;
  beforeAll(async () => {
    folder = aFolder();
    server = await serving(['demo', '--data', `${folder.path}/demo`]);
    reader = await signIn(server.url, 'analyst', 'sunlit-demo');
  }, MAKING);
  afterAll(async () => {
    await (server as Server | undefined)?.stop();
    await folder.remove();
  });

  const figure = async (name: string, more = ''): Promise<Data> =>
    (
      await reader.ask(
        `query F($name: String!, $from: Day!, $to: Day!) { figure(name: $name, from: $from, to: $to) { value numerator denominator incomplete ${more} } }`,
        { name, ...YEAR },
      )
    ).figure;

  it('is the year of the report', async () => {
    const accepted = await figure('hotline.accepted.v1', 'demo');
    expect(accepted.demo).toBe(true);
    expect(accepted.value).toBeGreaterThanOrEqual(5301);
    expect(accepted.value).toBeLessThanOrEqual(5399);
    const share = await figure('hotline.consultation-share.v1');
    expect(share).toMatchObject({ denominator: accepted.value, incomplete: 0 });
    expect(share.value).toBeGreaterThanOrEqual(0.8);
    expect(share.value).toBeLessThan(0.85);
    expect(await figure('complaints.handled-share.v1')).toMatchObject({ value: 1 });
    const satisfied = await figure('followup.satisfaction.v1', 'interval { low high } beside { name value }');
    expect(satisfied.value).toBeGreaterThanOrEqual(0.99);
    expect(satisfied.value).toBeLessThanOrEqual(0.995);
    const beside = Object.fromEntries(satisfied.beside.map(({ name, value }: Data) => [name, value]));
    const { selected, contactable, attempted, reached, rated, positive } = beside;
    const ladder = [selected, contactable, attempted, reached, rated, positive];
    expect(ladder).toEqual([...ladder].sort((a, b) => b - a));
    expect(satisfied).toMatchObject({ numerator: positive, denominator: rated });
    expect(reached).toBeLessThan(attempted);
  });

  it('adds up by kind, by month, and down to its events', async () => {
    const ask = `query S($from: Day!, $to: Day!, $by: String, $granularity: Granularity) {
      statistics(figures: ["hotline.accepted.v1"], from: $from, to: $to, by: $by, granularity: $granularity) { rows { bucket by figure { value } } } }`;
    const total = (await figure('hotline.accepted.v1')).value;
    for (const how of [{ by: 'kind' }, { granularity: 'MONTH' }, { by: 'source' }]) {
      const { statistics } = await reader.ask(ask, { ...YEAR, ...how });
      expect(statistics.rows.reduce((sum: number, row: Data) => sum + row.figure.value, 0)).toBe(total);
    }
    const down = await figure(
      'hotline.accepted.v1',
      'digest events(first: 3) { totalCount edges { node { case number } } }',
    );
    expect(down).toMatchObject({
      value: total,
      events: { totalCount: total },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('has something in every queue of the desk', async () => {
    const operator = await signIn(server.url, 'operator', 'sunlit-demo');
    const { deskCounts } = await operator.ask('{ deskCounts { byQueue { name count } } }');
    expect(deskCounts.byQueue.filter(({ count }: Data) => count === 0)).toEqual([]);
    const overdue = await operator.ask('{ cases(queue: OVERDUE, first: 50) { edges { node { timeline { type } } } } }');
    const types = new Set(overdue.cases.edges.flatMap(({ node }: Data) => node.timeline.map(({ type }: Data) => type)));
    expect([...types]).toEqual(expect.arrayContaining(['DeadlineWarned', 'DeadlineReminded', 'DeadlineSupervised']));
  });

  it('answers every query GraphiQL opens with, and has some of each turn', async () => {
    const operator = await signIn(server.url, 'operator', 'sunlit-demo');
    const found: Data = await operator.ask('{ cases(first: 1) { edges { node { id } } } }');
    for (const block of readFileSync(OPERATIONS, 'utf8').split(/^# ---$/m)) {
      if (!/^query /m.test(block)) continue;
      const variables = JSON.parse(/^# variables: (.*)$/m.exec(block)?.[1] ?? '{}') as Record<string, string>;
      if (variables['case'] === '') variables['case'] = found.cases.edges[0].node.id;
      if (variables['atLeast'] === '') delete variables['atLeast'];
      Object.assign(found, await operator.ask(block, variables));
    }
    expect(found.case.timeline.length).toBeGreaterThan(0);
    expect(found.knowledgeSearch.edges.length).toBeGreaterThan(0);
    const sameLine = found.clusters.filter((one: Data) => one.category === 'bus.schedule' && one.kind === 'line');
    expect(Math.max(...sameLine.map(({ count }: Data) => count))).toBeGreaterThanOrEqual(6);
    const turns = ['joined', 'declined', 'handedOver', 'takenBack', 'voided', 'withdrawn'];
    const queues = ['toSign', 'toReport', 'bounced', 'tasks', 'suspended', 'asked'];
    expect([...turns, ...queues].filter((name) => found[name].totalCount === 0)).toEqual([]);
  });

  it('says on every page that it is a demonstration, in less than 40 KB and without a script', async () => {
    const home = await (await fetch(`${server.url}/`)).text();
    const links = [...home.matchAll(/href="(\/figures\/[^"]+)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&'));
    const figurePage = await (await fetch(server.url + links[0])).text();
    const matter = /href="(\/matters\/[^"]+|\/cases\/[^"]+)"/.exec(figurePage)?.[1]?.replaceAll('&amp;', '&');
    const matterPage = await (await fetch(server.url + matter)).text();
    for (const page of [home, figurePage, matterPage]) {
      expect(page).toContain('演示数据');
      expect(page).not.toMatch(/<script/i);
      expect(Buffer.byteLength(page)).toBeLessThan(40 * 1024);
    }
    expect((await client(server.url).ask('{ figureDefinitions { name } }')).figureDefinitions.length).toBeGreaterThan(
      10,
    );
  });

  it('takes no import, and agrees with its recount', async () => {
    const data = ['--data', `${folder.path}/demo`];
    const refused = await sunlit(
      'import',
      'examples/hotline-orders.csv',
      '--mapping',
      'examples/hotline-orders.mapping.yaml',
      ...data,
    );
    expect(refused.code).not.toBe(0);
    expect(refused.err).toMatch(/demo store takes no import/);
    const examined = await sunlitJson<object>('doctor', ...data);
    expect(examined).toMatchObject({ code: 0, findings: [], asOf: expect.any(String) });
    expect((await sunlit('figures', '--from', YEAR.from, '--to', YEAR.to, ...data)).out).toContain('演示数据');
  });
});
