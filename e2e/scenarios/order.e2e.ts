import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../harness/eventually.js';
import type { Client, Data } from '../harness/graphql.js';
import { done, handleToAnswer } from '../harness/matters.js';
import { openOffice, STARTING, UNIT, type OpenOffice } from '../harness/office.js';
import { sunlit } from '../harness/program.js';

const HOUR = 3600_000;
const at = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
/** The office's day so many days ago. */
const day = (ago: number): string => new Date(Date.now() + (8 - 24 * ago) * HOUR).toISOString().slice(0, 10);

/** Everything was dispatched an hour ago, whenever it is sent. */
const DISPATCHED = at(-1);

/** An order as the platform sends it; personal data obviously invented. */
const order = (number: string, more: object = {}) => ({
  ...{ platform: '12345', number, kind: '投诉', dispatchedAt: DISPATCHED, dueAt: at(72) },
  ...{ category: 'taxi.refusal', medium: 'phone', summary: '反映出租车在高铁站拒载' },
  ...{ caller: { name: '王小明', phone: '13900001234' } },
  ...more,
});

const CASE = `query Case($id: ID!, $atLeast: String) {
  case(id: $id, atLeast: $atLeast) {
    number status round dueOn externalNumber kind
    order { platform number kind dueAt status signedAt returnUntil returnGround insisted bounces bounceReason
      extension { dueAt reason } ratings { level solved round } }
    timeline { type title { zh } }
  }
}`;
const caseAs = async (as: Client, id: string, atLeast?: string): Promise<Data> =>
  (await as.ask(CASE, { id, atLeast })).case;

const queueOf = async (as: Client, queue: string, atLeast: string, source = '12345'): Promise<number> =>
  (
    await as.ask(
      `query Q($atLeast: String, $source: String) { cases(queue: ${queue}, filter: { source: $source }, atLeast: $atLeast) { totalCount } }`,
      { atLeast, source },
    )
  ).cases.totalCount;

const figuresOf = async (as: Client): Promise<Record<string, Data>> => {
  const query = `query F($from: Day!, $to: Day!) {
    statistics(figures: ["hotline.accepted.v1", "platform.satisfaction.v1", "followup.satisfaction.v1"], from: $from, to: $to) {
      rows { figure { name value numerator denominator } } } }`;
  const { statistics } = await as.ask(query, { from: day(2), to: day(0) });
  return Object.fromEntries(statistics.rows.map(({ figure }: Data) => [figure.name, figure]));
};

describe('an order of a platform', () => {
  let office: OpenOffice;
  beforeAll(async () => (office = await openOffice()), STARTING);
  afterAll(() => office.close());

  it('is one matter under two kinds, and goes from dispatch to the platform’s own follow-up', async () => {
    const { operator, reviewer, analyst, administrator } = office.people;
    const first = await done(operator.command('receiveOrder', order('GD-1')));
    expect(first.number).toMatch(/^TS-/);
    const again = await done(administrator.command('receiveOrder', order('GD-1', { kind: '咨询' })));
    expect(again).toMatchObject({ case: first.case, number: first.number, events: [], queryCode: null });
    const { case: id } = first;
    expect(await queueOf(operator, 'ORDER_TO_SIGN', first.token)).toBe(1);
    expect(await queueOf(operator, 'ORDER_TO_SIGN', first.token, '12328')).toBe(0);

    await done(operator.command('signOrder', { case: id }));
    await done(operator.command('askOrderExtension', { case: id, dueAt: at(120), reason: '需现场核查' }));
    const longer = await done(operator.command('noteOrderExtension', { case: id, granted: true }));
    const extended = await caseAs(operator, id, longer.token);
    expect(extended).toMatchObject({
      externalNumber: 'GD-1',
      order: { status: 'SIGNED', kind: '投诉', extension: null },
    });
    expect(Date.parse(extended.order.dueAt)).toBeGreaterThan(Date.now() + 100 * HOUR);

    expect(await operator.command('reportOrder', { case: id })).toMatchObject({ code: 'NotFinished' });
    const { token: answered } = await handleToAnswer(office.people, id);
    expect(await queueOf(operator, 'ORDER_TO_REPORT', answered)).toBe(1);
    await done(operator.command('reportOrder', { case: id }));
    const bounce = { case: id, reason: '未答复诉求', dueAt: at(48) };
    const { token: bounced, events } = await done(operator.command('noteReportBounced', bounce));
    expect(events).toEqual(['OrderReportBounced', 'CaseReopened', 'DeadlineSet']);
    expect(await queueOf(operator, 'ORDER_BOUNCED', bounced)).toBe(1);
    expect(await caseAs(operator, id, bounced)).toMatchObject({ round: 2, order: { status: 'BOUNCED', bounces: 1 } });

    await handleToAnswer(office.people, id);
    await done(operator.command('reportOrder', { case: id }));
    await done(operator.command('noteReportTaken', { case: id }));
    const { token } = await done(operator.command('recordPlatformRating', { case: id, level: 4, solved: 'YES' }));
    const taken = await caseAs(reviewer, id, token);
    expect(taken.order).toMatchObject({ status: 'TAKEN', ratings: [{ level: 4, solved: 'YES', round: 2 }] });
    expect(taken.timeline.map(({ type }: Data) => type)).toEqual(
      expect.arrayContaining(['OrderReceived', 'OrderExtensionGranted', 'OrderReportBounced', 'PlatformRated']),
    );

    const figures = await eventually(async () => {
      const found = await figuresOf(analyst);
      return found['platform.satisfaction.v1']?.denominator === 1 ? found : null;
    });
    expect(figures['hotline.accepted.v1']).toMatchObject({ value: 1 });
    expect(figures['platform.satisfaction.v1']).toMatchObject({ numerator: 1, denominator: 1 });
    expect(figures['followup.satisfaction.v1']).toMatchObject({ denominator: 0 });
  });

  it('is returned and taken back: then it is no accepted matter', async () => {
    const { operator, analyst } = office.people;
    const { value: before } = (await figuresOf(analyst))['hotline.accepted.v1'];
    const { case: id } = await done(operator.command('receiveOrder', order('GD-2', { kind: '求助' })));
    await eventually(async () =>
      (await figuresOf(analyst))['hotline.accepted.v1'].value === before + 1 ? true : null,
    );
    const wrong = await operator.command('returnOrder', { case: id, ground: 'too-busy' });
    expect(wrong).toMatchObject({ code: 'UnknownCode', field: 'ground' });
    await done(operator.command('returnOrder', { case: id, ground: 'not-ours', note: '属市城管局职责' }));
    const { token } = await done(operator.command('noteOrderTakenBack', { case: id }));
    expect(await caseAs(operator, id, token)).toMatchObject({ status: 'TAKEN_BACK', order: { status: 'TAKEN_BACK' } });
    expect(await operator.command('assignCase', { case: id, unit: UNIT })).toMatchObject({ code: 'WrongState' });
    await eventually(async () => ((await figuresOf(analyst))['hotline.accepted.v1'].value === before ? true : null));
  });

  it('is received from those who may, under a kind there is', async () => {
    const { operator, analyst, handler } = office.people;
    for (const nobody of [analyst, handler])
      expect(await nobody.command('receiveOrder', order('GD-3'))).toMatchObject({ code: 'NotAllowed' });
    const unknown = await operator.command('receiveOrder', order('GD-3', { kind: '疑难杂症' }));
    expect(unknown).toMatchObject({ code: 'UnknownCode', field: 'kind' });
  });

  it('goes back as a sheet in the platform’s columns', async () => {
    const out = join(office.data, 'back.xlsx');
    const since = day(2);
    const asked = ['export', '--data', office.data, '--source', '12345', '--since', since, '--out', out, '--json'];
    const { code, out: answer } = await sunlit(...asked);
    expect([code, JSON.parse(answer).numbers]).toEqual([0, ['GD-1']]);
    expect(existsSync(out)).toBe(true);
    expect((await sunlit('export', '--data', office.data, '--source', '99999', '--since', since)).code).not.toBe(0);
  });
});
