import { client } from '../harness/graphql.js';
import { eventually } from '../harness/eventually.js';
import { aCall, done, theCase } from '../harness/matters.js';
import { openOffice, STARTING, UNIT, type OpenOffice } from '../harness/office.js';

const PROGRESS = `query P($number: String!, $code: String!) { caseProgress(number: $number, queryCode: $code) {
  ... on CaseProgress { number status kind } ... on Refusal { code } } }`;

describe('a consultation', () => {
  let office: OpenOffice;
  beforeAll(async () => (office = await openOffice()), STARTING);
  afterAll(() => office.close());

  it('is answered while the caller is on the line', async () => {
    const { operator } = office.people;
    const call = aCall({ answer: '末班车 21:30 从火车站发出。' });
    const answered = await done(operator.command('registerConsultation', call));
    expect(answered.events).toEqual(
      expect.arrayContaining(['CaseRegistered', 'CaseAccepted', 'AnsweredAtFirstContact']),
    );
    expect(await theCase(operator, answered.case, answered.token)).toMatchObject({ status: 'ANSWERED' });
    const found = await operator.ask(
      'query S($t: String) { cases(search: "末班", atLeast: $t) { totalCount edges { node { number } } } }',
      {
        t: answered.token,
      },
    );
    expect(found.cases.edges.map(({ node }: { node: { number: string } }) => node.number)).toContain(answered.number);
  });

  it('is referred, extended, answered, reviewed and delivered', async () => {
    const { operator, handler, reviewer } = office.people;
    const { case: id } = await done(operator.command('registerConsultation', aCall()));
    await done(operator.command('assignCase', { case: id, unit: UNIT }));
    await done(handler.command('signAssignment', { case: id }));
    const asked = await done(
      handler.command('requestExtension', { case: id, workingDays: 2, reason: '需与客运公司核实' }),
    );
    const { dueOn } = await theCase(operator, id, asked.token);
    const granted = await done(reviewer.command('grantExtension', { case: id }));
    const extended = await theCase(operator, id, granted.token);
    expect(extended.dueOn > dueOn).toBe(true);
    await done(handler.command('draftReply', { case: id, text: '末班车 21:30。' }));
    await done(reviewer.command('sendBackReply', { case: id, reason: '请写明首班车' }));
    await done(handler.command('draftReply', { case: id, text: '首班车 6:00，末班车 21:30。' }));
    await done(reviewer.command('approveReply', { case: id }));
    const delivered = await done(operator.command('deliverReply', { case: id, how: 'phone' }));
    expect(await theCase(operator, id, delivered.token)).toMatchObject({
      status: 'ANSWERED',
      reply: '首班车 6:00，末班车 21:30。',
    });
  });

  it('that is a complaint is handed over once; number and code go on working, and it counts once', async () => {
    const { server, people } = office;
    const day = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
    const ask = `query A($day: Day!) {
      statistics(figures: ["hotline.accepted.v1"], from: $day, to: $day) { rows { figure { value } } } }`;
    const accepted = async () => (await people.analyst.ask(ask, { day })).statistics.rows[0]?.figure.value;
    const all = async () =>
      (await people.operator.ask('{ cases(service: CONSULTATIONS) { totalCount } }')).cases.totalCount;
    const registered = await done(people.operator.command('registerConsultation', aCall()));
    const { case: id, number, queryCode } = registered;
    await theCase(people.operator, id, registered.token);
    const before = await all();
    // Figures follow by themselves: only when they have come up can a handover be seen to change none.
    await eventually(async () => (await accepted()) === before || null);
    const handed = await done(
      people.operator.command('handOver', {
        case: id,
        kind: 'complaint',
        category: 'bus.service',
        reason: '实为投诉驾驶员',
      }),
    );
    const { handedOverTo } = await theCase(people.operator, id, handed.token);
    expect(handedOverTo).toMatch(/^complaint-/);
    const complaint = await eventually(() => theCase(people.operator, handedOverTo));
    expect(complaint).toMatchObject({ kind: 'complaint', caller: { name: '王小明', phone: '13900001234' } });
    await eventually(async () => (await accepted()) === before || null);
    const mine = await client(server.url).ask(PROGRESS, { number, code: queryCode });
    expect(mine.caseProgress).toMatchObject({ kind: 'complaint' });

    const erased = await done(people.reviewer.command('erasePersonalData', { case: id }));
    await eventually(async () => {
      const states = [await theCase(people.operator, id, erased.token), await theCase(people.operator, handedOverTo)];
      return states.every(({ caller }) => caller.state === 'ERASED') || null;
    });
    expect(await accepted()).toBe(before);
  });
});
