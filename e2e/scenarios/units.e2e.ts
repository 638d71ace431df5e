import { eventually } from '../harness/eventually.js';
import { signIn, type Client } from '../harness/graphql.js';
import { aComplaint, done } from '../harness/matters.js';
import { openOffice, PASSWORD, STARTING, UNIT, type OpenOffice } from '../harness/office.js';

/** Two units of the shipped profile, the second below the first. */
const ABOVE = 'approvals';
const BELOW = 'civic-window';

const CASE = `query Case($id: ID!, $atLeast: String) {
  case(id: $id, atLeast: $atLeast) {
    status dueOn passedTo due { steps { what on why { zh en } } }
    interimReplies { text how } suspension { state ground on until }
    tasks { unit answerable state dueOn ground text }
    timeline { type data }
  }
}`;

const caseAs = async (as: Client, id: string, atLeast?: string) => (await as.ask(CASE, { id, atLeast })).case;

const queueOf = async (as: Client, queue: string, atLeast: string): Promise<number> =>
  (await as.ask(`query Q($atLeast: String) { cases(queue: ${queue}, atLeast: $atLeast) { totalCount } }`, { atLeast }))
    .cases.totalCount;

const daysAgo = (days: number) => ({
  occurredAt: { at: new Date(Date.now() - days * 24 * 3600_000).toISOString(), precision: 'MINUTE' },
});

describe('a complaint that concerns several units', () => {
  let office: OpenOffice;
  let above: Client;
  let below: Client;
  beforeAll(async () => {
    office = await openOffice();
    const create = `mutation Create($input: CreateAccountInput!) {
      createAccount(input: $input) { ... on Account { account } ... on Refusal { code } }
    }`;
    const handlerOf = async (unit: string): Promise<Client> => {
      const input = { account: `of-${unit}`, password: PASSWORD, role: 'UNIT_HANDLER', unit };
      await office.people.administrator.ask(create, { input });
      return signIn(office.server.url, input.account, PASSWORD);
    };
    above = await handlerOf(ABOVE);
    below = await handlerOf(BELOW);
  }, STARTING);
  afterAll(() => office.close());

  it('is led by one and assisted by another, which passes its task down, has it back and finishes it', async () => {
    const { operator, handler, elsewhere } = office.people;
    const { case: id } = await done(operator.command('registerComplaint', aComplaint()));
    await done(operator.command('assignCase', { case: id, unit: UNIT }));
    const given = await done(handler.command('giveTask', { case: id, unit: ABOVE, note: '请核查该车许可' }));
    expect(await caseAs(above, id, given.token)).toMatchObject({ tasks: [{ unit: ABOVE, state: 'GIVEN' }] });
    expect(await caseAs(below, id)).toBeNull();
    expect(await queueOf(above, 'TASKS', given.token)).toBe(1);

    await done(above.command('signTask', { case: id, unit: ABOVE }));
    const down = await done(above.command('passTaskDown', { case: id, unit: ABOVE, to: BELOW }));
    expect(await caseAs(below, id, down.token)).toMatchObject({ tasks: [{ unit: BELOW, answerable: [ABOVE] }] });
    expect(await below.command('draftReply', { case: id, text: '好' })).toMatchObject({ code: 'NotYourCase' });
    expect(await elsewhere.command('signTask', { case: id, unit: BELOW })).toMatchObject({ code: 'NotYourTask' });
    await done(below.command('returnTask', { case: id, unit: BELOW, ground: 'not-ours' }));
    const finished = await done(above.command('finishTask', { case: id, unit: ABOVE, text: '该车许可有效' }));
    expect(await caseAs(handler, id, finished.token)).toMatchObject({
      status: 'ASSIGNED',
      tasks: [{ unit: ABOVE, answerable: [], state: 'FINISHED', text: '该车许可有效' }],
    });
    expect(await queueOf(above, 'TASKS', finished.token)).toBe(0);
    // Its task is finished: the case and its person are the lead's alone again.
    expect(await caseAs(above, id)).toBeNull();
    expect(await above.command('signTask', { case: id, unit: ABOVE })).toMatchObject({ code: 'NoSuchTask' });
  });

  it('takes a task back with a reason, and has none left with a unit that becomes the lead', async () => {
    const { operator, handler } = office.people;
    const { case: id } = await done(operator.command('registerComplaint', aComplaint()));
    await done(operator.command('assignCase', { case: id, unit: UNIT }));
    await done(handler.command('giveTask', { case: id, unit: ABOVE }));
    expect(await above.command('cancelTask', { case: id, unit: ABOVE, reason: '不办' })).toMatchObject({
      code: 'NotYourCase',
    });
    const back = await done(handler.command('cancelTask', { case: id, unit: ABOVE, reason: '已查清' }));
    expect(back.events).toEqual(['TaskCancelled']);
    expect(await caseAs(handler, id, back.token)).toMatchObject({ tasks: [{ unit: ABOVE, state: 'CANCELLED' }] });
    expect(await caseAs(above, id, back.token)).toBeNull();
    await done(handler.command('giveTask', { case: id, unit: ABOVE }));
    const leads = await done(operator.command('assignCase', { case: id, unit: ABOVE }));
    expect(leads.events).toEqual(['CaseAssigned', 'TaskCancelled']);
    expect(await queueOf(above, 'TASKS', leads.token)).toBe(0);
    expect(await caseAs(above, id, leads.token)).not.toBeNull();
  });

  it('stands still while it waits: told so, not overdue, and due later once it goes on', async () => {
    const { operator, administrator, analyst } = office.people;
    const { case: id } = await done(operator.command('registerComplaint', { ...aComplaint(), ...daysAgo(28) }));
    const told = await done(
      operator.command('giveInterimReply', { case: id, text: '已收到,已转有关单位', how: 'phone' }),
    );
    expect(told.events).toEqual(['InterimReplyGiven']);
    const before = await caseAs(operator, id, told.token);
    expect(before).toMatchObject({
      status: 'ACCEPTED',
      interimReplies: [{ text: '已收到,已转有关单位', how: 'phone' }],
    });

    const ask = { case: id, ground: 'waits-on-authority', reason: '待公安机关函复' };
    const asked = await done(operator.command('askSuspension', { ...ask, ...daysAgo(26) }));
    expect(await queueOf(operator, 'SUSPENSION', asked.token)).toBe(1);
    const suspended = await done(administrator.command('approveSuspension', { case: id, ...daysAgo(26) }));
    expect(await caseAs(operator, id, suspended.token)).toMatchObject({ suspension: { state: 'SUSPENDED' } });
    const queues = ['SUSPENDED', 'OVERDUE'].map((queue) => queueOf(operator, queue, suspended.token));
    expect(await Promise.all(queues)).toEqual([1, 0]);

    const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
    const figures = `query F($day: Day!) {
      statistics(figures: ["open.now.v1", "overdue.now.v1", "interim.given.v1"], from: $day, to: $day) { rows { figure { name value } } } }`;
    const standing = async () => {
      const { statistics } = await analyst.ask(figures, { day: today });
      const rows: { figure: { name: string; value: number | null } }[] = statistics.rows;
      return Object.fromEntries(rows.map(({ figure }) => [figure.name, figure.value]));
    };
    const both = await eventually(async () => {
      const found = await standing();
      return found['open.now.v1'] === 3 && found['overdue.now.v1'] === 0 ? found : null;
    });
    expect(both).toEqual({ 'open.now.v1': 3, 'overdue.now.v1': 0, 'interim.given.v1': 1 });

    const resumed = await done(operator.command('resumeCase', { case: id, note: '已函复' }));
    expect(resumed.events).toEqual(['CaseResumed', 'DeadlineMoved']);
    const after = await caseAs(operator, id, resumed.token);
    expect(after.suspension).toBeNull();
    expect(after.dueOn > before.dueOn).toBe(true);
    const steps: { what: string; why: { zh: string; en: string } }[] = after.due.steps;
    expect(steps.find(({ what }) => what === 'stop')?.why.zh).toContain('挂起');
    expect(steps.find(({ what }) => what === 'stop')?.why.en).toContain('suspended');
    expect(await queueOf(operator, 'SUSPENDED', resumed.token)).toBe(0);
  });
});
