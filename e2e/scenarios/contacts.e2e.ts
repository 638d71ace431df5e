import { eventually } from '../harness/eventually.js';
import { client } from '../harness/graphql.js';
import { aCall, aComplaint, done, theCase } from '../harness/matters.js';
import { openOffice, STARTING, UNIT, type OpenOffice } from '../harness/office.js';

const PHONE = '13900004321';
const caller = { name: '李秀英', phone: PHONE };
const TOLD = `query Told($id: ID!, $atLeast: String) { case(id: $id, atLeast: $atLeast) {
  status dueOn reply chaseUps joinedInto linkedUnder duplicates followers answeredBefore
  contacts { purpose medium taker callId said { state text } } flags { flag until } opening { taker callId } } }`;
const PROGRESS = `query P($number: String!, $code: String!) { caseProgress(number: $number, queryCode: $code) {
  ... on CaseProgress { status reply } ... on Refusal { code } } }`;

const today = (): string => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);

describe('whoever comes again, or with others', () => {
  let office: OpenOffice;
  beforeAll(async () => (office = await openOffice()), STARTING);
  afterAll(() => office.close());

  const told = async (id: string, atLeast?: string) => (await office.people.operator.ask(TOLD, { id, atLeast })).case;
  const until = (id: string, holds: (seen: Record<string, unknown>) => boolean) =>
    eventually(async () => {
      const seen = await told(id);
      return seen && holds(seen) ? seen : null;
    });
  const figures = async (): Promise<Record<string, number>> => {
    const names = ['hotline.accepted.v1', 'hotline.matters.v1', 'hotline.contacts.v1', 'open.now.v1'];
    const ask = `query F($names: [String!]!, $day: Day!) { statistics(figures: $names, from: $day, to: $day) {
      rows { figure { name value } } } }`;
    const { statistics } = await office.people.analyst.ask(ask, { names, day: today() });
    return Object.fromEntries(statistics.rows.map(({ figure }: never) => [figure['name'], figure['value'] ?? 0]));
  };
  /** Figures follow the commands by a moment, so what they are to become is said outright, never as more than now. */
  const counting = async (wanted: Record<string, number>): Promise<void> => {
    let now: Record<string, number> = {};
    const asWanted = async () => {
      now = await figures();
      return Object.entries(wanted).every(([name, value]) => now[name] === value) || null;
    };
    await eventually(asWanted).catch(() => expect(now).toMatchObject(wanted));
  };
  const answer = async (id: string, text: string): Promise<void> => {
    const { operator, handler, reviewer } = office.people;
    await done(operator.command('assignCase', { case: id, unit: UNIT }));
    await done(handler.command('signAssignment', { case: id }));
    await done(handler.command('draftReply', { case: id, text }));
    await done(reviewer.command('approveReply', { case: id }));
  };

  it('a chase-up restarts no clock and is counted on the matter; what was said is sealed', async () => {
    const { operator, analyst } = office.people;
    const registered = await done(
      operator.command('registerConsultation', aCall({ caller, contact: { callId: 'C-0001' } })),
    );
    const before = await theCase(operator, registered.case, registered.token);
    const again = {
      case: registered.case,
      source: '2959600',
      medium: 'phone',
      purpose: 'CHASE_UP',
      callId: 'C-0002',
      said: { text: '等了三天了' },
    };
    const { token } = await done(operator.command('addContact', again));
    expect(await told(registered.case, token)).toMatchObject({
      dueOn: before.dueOn,
      chaseUps: 1,
      opening: { taker: 'operator', callId: 'C-0001' },
      contacts: [{ purpose: 'CHASE_UP', callId: 'C-0002', said: { state: 'OPEN', text: '等了三天了' } }],
    });
    await expect(analyst.ask(TOLD, { id: registered.case })).rejects.toThrow(/没有权限/);
    const withdrawn = await done(operator.command('addContact', { ...again, purpose: 'WITHDRAWAL' }));
    expect(withdrawn.events).toEqual(['ContactAdded', 'CaseWithdrawn']);
  });

  it('the same person, the same matter, in the other service: joined, one answer, and undone', async () => {
    const { server, people } = office;
    const { operator } = people;
    const kept = await done(operator.command('registerComplaint', aComplaint({ caller })));
    const duplicate = await done(operator.command('registerConsultation', aCall({ caller })));
    // With the matter withdrawn before, which is no longer open.
    await counting({ 'hotline.accepted.v1': 3, 'hotline.matters.v1': 3, 'open.now.v1': 2 });
    const before = await theCase(operator, duplicate.case, duplicate.token);

    await done(operator.command('holdDuplicate', { case: kept.case, duplicate: duplicate.case }));
    await until(duplicate.case, ({ status }) => status === 'JOINED');
    await counting({ 'hotline.accepted.v1': 3, 'hotline.matters.v1': 2, 'open.now.v1': 1 });
    // Neither the other way round nor into a third.
    const circle = await operator.command('holdDuplicate', { case: duplicate.case, duplicate: kept.case });
    expect(circle.code).toBe('Joined');

    await done(
      operator.command('releaseDuplicate', { case: kept.case, duplicate: duplicate.case, reason: '不是同一件事' }),
    );
    const alone = await until(duplicate.case, ({ status }) => status === before.status);
    expect(alone.dueOn).toBe(before.dueOn);
    await counting({ 'hotline.matters.v1': 3, 'open.now.v1': 2 });

    await eventually(async () => {
      const { code } = await operator.command('holdDuplicate', { case: kept.case, duplicate: duplicate.case });
      return code !== 'LettingGo' || null;
    });
    await until(duplicate.case, ({ status }) => status === 'JOINED');
    await answer(kept.case, '已约谈驾驶员。');
    const { token } = await done(operator.command('deliverReply', { case: kept.case, how: 'phone' }));
    expect(await told(kept.case, token)).toMatchObject({ status: 'ANSWERED' });
    expect(await told(duplicate.case)).toMatchObject({ status: 'JOINED', reply: '已约谈驾驶员。' });
    const mine = await client(server.url).ask(PROGRESS, { number: duplicate.number, code: duplicate.queryCode });
    expect(mine.caseProgress).toMatchObject({ status: 'JOINED', reply: '已约谈驾驶员。' });
  });

  it('other persons, the same matter: handled once, each answered for themselves', async () => {
    const { operator } = office.people;
    const leading = await done(operator.command('registerComplaint', aComplaint()));
    const follower = await done(
      operator.command('registerComplaint', aComplaint({ caller: { name: '赵敏', phone: '13900005555' } })),
    );
    await done(operator.command('holdFollower', { case: leading.case, follower: follower.case }));
    await until(follower.case, ({ linkedUnder }) => linkedUnder === leading.case);
    await answer(leading.case, '该线路已加密班次。');
    const taken = await until(follower.case, ({ status }) => status === 'APPROVED');
    expect(taken.reply).toBe('该线路已加密班次。');
    for (const { case: id } of [leading, follower]) {
      const { token } = await done(operator.command('deliverReply', { case: id, how: 'phone' }));
      expect(await told(id, token)).toMatchObject({ status: 'ANSWERED', reply: '该线路已加密班次。' });
      await done(operator.command('attemptFollowUp', { case: id, outcome: 'REACHED', level: 5 }));
    }
  });

  it('an invalid call opens no matter and is counted', async () => {
    const { operator } = office.people;
    // Of the scenarios before: five matters and two contacts more of the first.
    await counting({ 'hotline.contacts.v1': 7, 'hotline.accepted.v1': 5 });
    const query = `mutation I($input: RecordInvalidContactInput!) { recordInvalidContact(input: $input) {
      ... on ContactDone { contact events } ... on Refusal { code } } }`;
    const { recordInvalidContact } = await operator.ask(query, {
      input: { source: '2959600', medium: 'phone', why: 'SILENT' },
    });
    expect(recordInvalidContact).toMatchObject({ events: ['InvalidContact'] });
    await counting({ 'hotline.contacts.v1': 8, 'hotline.accepted.v1': 5 });
  });

  it('a caller’s earlier matters are shown for a purpose, with flags in force; a matter answered before is declined', async () => {
    const { operator, reviewer } = office.people;
    const ask = `query C($phone: String!, $purpose: String!) { callerCases(phone: $phone, purpose: $purpose) {
      id status chaseUps flags { flag until } } }`;
    const earlier = async () => (await operator.ask(ask, { phone: PHONE, purpose: '来电核对' })).callerCases;
    const [answered] = (await eventually(async () => {
      const found = (await earlier()).filter(({ status }: { status: string }) => status === 'ANSWERED');
      return found.length > 0 ? found : null;
    })) as { id: string }[];
    const flagged = await done(
      operator.command('flagPerson', { case: answered!.id, flag: 'needs-care', until: today() }),
    );
    expect((await told(answered!.id, flagged.token)).flags).toEqual([{ flag: 'needs-care', until: today() }]);
    await expect(operator.ask(ask, { phone: PHONE, purpose: `回拨${PHONE}` })).rejects.toThrow(/purpose/);

    const more = await done(operator.command('registerComplaint', aComplaint({ caller })));
    const open = await operator.command('declineAsAnswered', { case: more.case, answered: more.case });
    expect(open.code).toBe('NotAllowed');
    const declined = await done(
      reviewer.command('declineAsAnswered', { case: more.case, answered: answered!.id, note: '没有新内容' }),
    );
    expect(await told(more.case, declined.token)).toMatchObject({ status: 'DECLINED', answeredBefore: answered!.id });
  });
});
