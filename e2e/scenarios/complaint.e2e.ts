import { eventually } from '../harness/eventually.js';
import { client } from '../harness/graphql.js';
import { aComplaint, done, handleToAnswer, theCase } from '../harness/matters.js';
import { openOffice, STARTING, UNIT, type OpenOffice } from '../harness/office.js';

describe('a complaint', () => {
  let office: OpenOffice;
  beforeAll(async () => (office = await openOffice()), STARTING);
  afterAll(() => office.close());

  it('goes from the call to the figure', async () => {
    const { people, server } = office;
    const {
      case: id,
      number,
      queryCode,
      token,
    } = await done(people.operator.command('registerComplaint', aComplaint()));
    expect(number).toMatch(/^TS-\d{4}-\d{6}$/);
    const before = await theCase(people.operator, id, token);
    expect(before).toMatchObject({ status: 'ACCEPTED', caller: { name: '王小明' }, subject: { plate: '豫K12345' } });
    expect(before.due.steps.length).toBeGreaterThan(1);

    const answered = await handleToAnswer(people, id);
    const called = people.operator.command('attemptFollowUp', {
      case: id,
      outcome: 'REACHED',
      level: 5,
      comment: { text: '很满意' },
    });
    expect(answered.events).toEqual(['ReplyDelivered', 'FollowUpSelected']);
    expect((await done(called)).events).toEqual(['FollowUpAttempted', 'FollowUpRated']);
    const closed = await done(people.operator.command('closeCase', { case: id }));
    expect(await theCase(people.reviewer, id, closed.token)).toMatchObject({ status: 'CLOSED', level: 5, unit: UNIT });

    const progress = `query P($number: String!, $code: String!) { caseProgress(number: $number, queryCode: $code) {
      ... on CaseProgress { number status reply steps { title { zh } } } ... on Refusal { code textZh } } }`;
    const mine = await client(server.url).ask(progress, { number, code: queryCode });
    expect(mine.caseProgress).toMatchObject({ number, status: 'CLOSED', reply: '已约谈该车驾驶员并责令整改。' });
    const wrong = await client(server.url).ask(progress, { number, code: 'AAAA0000' });
    const none = await client(server.url).ask(progress, { number: 'TS-2021-999999', code: queryCode });
    expect(wrong.caseProgress).toEqual(none.caseProgress);
    expect(wrong.caseProgress.code).toBe('NoSuchCase');

    const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
    const figures = `query F($day: Day!) {
      statistics(figures: ["hotline.accepted.v1", "complaints.handled-share.v1", "followup.satisfaction.v1"], from: $day, to: $day) {
        rows { figure { name value numerator denominator incomplete } } } }`;
    const byName = await eventually(async () => {
      const { statistics } = await people.analyst.ask(figures, { day: today });
      const rows: { figure: { name: string; value: number | null } }[] = statistics.rows;
      const found = Object.fromEntries(rows.map(({ figure }) => [figure.name, figure]));
      return found['followup.satisfaction.v1']?.value === null ? null : found;
    });
    expect(byName['hotline.accepted.v1']).toMatchObject({ value: 1, incomplete: 0 });
    expect(byName['complaints.handled-share.v1']).toMatchObject({ value: 1, numerator: 1, denominator: 1 });
    expect(byName['followup.satisfaction.v1']).toMatchObject({ value: 1, numerator: 1, denominator: 1 });
    const down = `query D($day: Day!) { figure(name: "hotline.accepted.v1", from: $day, to: $day) {
      value digest definition { title { zh } } events(first: 5) { totalCount edges { node { case number counted } } } restated { reason } } }`;
    const { figure } = await people.analyst.ask(down, { day: today });
    expect(figure).toMatchObject({ value: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/), restated: [] });
    expect(figure.events).toMatchObject({ totalCount: 1, edges: [{ node: { case: id, number, counted: true } }] });
  });

  it('is seen and handled only by whom it concerns', async () => {
    const { people } = office;
    const { case: id, token } = await done(people.operator.command('registerComplaint', aComplaint()));
    const assigned = await done(people.operator.command('assignCase', { case: id, unit: UNIT }));
    expect(await theCase(people.handler, id, assigned.token)).toMatchObject({ caller: { state: 'OPEN' } });
    expect(await theCase(people.elsewhere, id, token)).toBeNull();
    expect(await people.elsewhere.command('signAssignment', { case: id })).toMatchObject({ code: 'NotYourCase' });
    expect(await people.analyst.command('assignCase', { case: id, unit: UNIT })).toMatchObject({ code: 'NotAllowed' });
    const analyst = await people.analyst.ask('query C($id: ID!) { case(id: $id) { number } }', { id });
    expect(analyst.case.number).toBeTruthy();
  });

  it('that reports a violation is handled without its units learning who reported it', async () => {
    const { operator, handler, reviewer } = office.people;
    const { case: id } = await done(operator.command('registerComplaint', aComplaint({ kind: 'report' })));
    const assigning = () => operator.command('assignCase', { case: id, unit: UNIT });
    expect(await assigning()).toMatchObject({ code: 'TextForUnitsFirst' });
    const text = '有人反映高铁站出租车拒载';
    await done(operator.command('writeTextForUnits', { case: id, text }));
    const { token } = await done(assigning());
    const summary = 'query S($id: ID!, $t: String) { case(id: $id, atLeast: $t) { summary } }';
    expect(await handler.ask(summary, { id, t: token })).toEqual({ case: { summary: text } });
    const seen =
      'query S($id: ID!, $t: String) { case(id: $id, atLeast: $t) { secrecy textForUnits caller { state phone } statement { state text } } }';
    const hidden = { state: 'WITHHELD' };
    for (const person of [operator, handler, reviewer])
      expect((await person.ask(seen, { id, t: token })).case).toEqual({
        secrecy: 'KIND',
        textForUnits: text,
        caller: { ...hidden, phone: null },
        statement: { ...hidden, text: null },
      });
    const open = `mutation O($input: OpenIdentityInput!) { openIdentity(input: $input) {
      ... on Identity { case caller { state name phone } } ... on Refusal { code } } }`;
    const input = { case: id, reason: '核实线索' };
    expect(await operator.ask(open, { input })).toEqual({ openIdentity: { code: 'NotAllowed' } });
    expect(await reviewer.ask(open, { input })).toMatchObject({
      openIdentity: { case: id, caller: { state: 'OPEN', name: '王小明', phone: '13900001234' } },
    });
    const steps = 'query T($id: ID!) { caseTimeline(id: $id) { entries { type role data } } }';
    const { caseTimeline } = await reviewer.ask(steps, { id });
    expect(caseTimeline.entries.filter(({ type }: { type: string }) => type === 'IdentityOpened')).toEqual([
      { type: 'IdentityOpened', role: 'reviewer', data: {} },
    ]);
  });

  it('is registered once, however often it is sent', async () => {
    const { operator } = office.people;
    const order = aComplaint({
      source: '12345',
      externalNumber: `HD-${Date.now()}`,
      commandId: '019300aa-0000-7000-8000-000000000001',
    });
    const [first, second] = await Promise.all([
      operator.command('registerComplaint', order),
      operator.command('registerComplaint', order),
    ]);
    expect({ ...second, events: [] }).toEqual({ ...first, events: [] });
    expect(await theCase(operator, first.case, first.token)).toMatchObject({ number: first.number });
    const other = await operator.command('registerComplaint', { ...order, summary: '另一件事' });
    expect(other).toMatchObject({ __typename: 'Refusal', code: 'CommandIdReused' });
  });

  it('leaves nothing of a refused command', async () => {
    const { operator } = office.people;
    // What the other scenarios registered is on the desk before it is counted.
    const { case: id, token } = await done(operator.command('registerComplaint', aComplaint()));
    await theCase(operator, id, token);
    const count = async () => (await operator.ask('{ cases(service: COMPLAINTS) { totalCount } }')).cases.totalCount;
    const before = await count();
    const refused = [
      [aComplaint({ summary: '请回电 13812345678' }), 'PersonalNumberInText'],
      [aComplaint({ category: 'no.such' }), 'UnknownCode'],
      [aComplaint({ kind: 'consultation' }), 'WrongService'],
      [aComplaint({ occurredAt: { at: '2999-01-01T00:00:00Z', precision: 'DAY' } }), 'InTheFuture'],
      [aComplaint({ summary: '长'.repeat(501) }), 'InvalidInput'],
    ] as const;
    for (const [input, code] of refused)
      expect(await operator.command('registerComplaint', input)).toMatchObject({ __typename: 'Refusal', code });
    expect(await count()).toBe(before);
  });
});
