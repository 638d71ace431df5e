import { asking, filled, filledStore } from '../testing/filled.js';
import { dueOn, story, type Said } from '../testing/story.js';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };
const call: Said = { type: 'CaseRegistered', at: '2021-04-12T02:00:00.000Z' };
const complaintCall: Said = { ...call, data: { kind: 'complaint', number: 'C1' } };
const accepted: Said = { type: 'CaseAccepted', at: '2021-04-12T02:00:00.000Z' };
const due = (on: string, at = '2021-04-12T02:00:00.000Z'): Said => ({
  type: 'DeadlineSet',
  at,
  data: { due: dueOn(on), because: 'accepted' },
});
const assigned = (unit: string, at: string): Said => ({ type: 'CaseAssigned', at, data: { unit, round: 1 } });
const delivered = (at: string, recorded = at): Said => ({
  type: 'ReplyDelivered',
  at,
  recorded,
  data: { how: 'phone', round: 1 },
});
const attempt = (outcome: string, at: string): Said => ({ type: 'FollowUpAttempted', at, data: { outcome, round: 1 } });
const rating = (level: number, at: string): Said => ({ type: 'FollowUpRated', at, data: { level, round: 1 } });
const atOnce: Said = { type: 'AnsweredAtFirstContact', at: '2021-04-12T02:05:00.000Z' };

const complaint = (...said: readonly Said[]) => story('complaint-1', complaintCall, accepted, ...said);
const consultation = (...said: readonly Said[]) => story('consultation-1', call, accepted, ...said);
const figure = async (name: string, events: Parameters<typeof filled>[0], query: object = {}) =>
  (await filled(events)).figure({ name, ...YEAR, ...query });

describe('matters accepted by phone', () => {
  const accepting = (events: Parameters<typeof filled>[0], query?: object) =>
    figure('hotline.accepted.v1', events, query);

  it('counts an accepted call on the office day the person came', async () => {
    const late = story(
      'consultation-1',
      { ...call, at: '2021-04-12T16:30:00.000Z' },
      { ...accepted, at: '2021-04-14T02:00:00.000Z' },
    );
    expect(await accepting(late, { from: '2021-04-13', to: '2021-04-13' })).toMatchObject({ value: 1 });
    expect(await accepting(late, { from: '2021-04-12', to: '2021-04-12' })).toMatchObject({ value: 0 });
  });

  it('counts no other medium, nothing undecided, declined or voided', async () => {
    expect(await accepting(story('consultation-1', { ...call, data: { medium: 'web' } }, accepted))).toMatchObject({
      value: 0,
    });
    expect(await accepting(story('consultation-1', call))).toMatchObject({ value: 0 });
    const declined: Said = { type: 'CaseDeclined', at: '2021-04-13T02:00:00.000Z', data: { ground: 'court' } };
    expect(await accepting(consultation(declined))).toMatchObject({ value: 0 });
    const afterAll: Said = { type: 'CaseAccepted', at: '2021-04-14T02:00:00.000Z' };
    expect(await accepting(consultation(declined, afterAll))).toMatchObject({ value: 1 });
    expect(await accepting(consultation({ type: 'CaseVoided', at: '2021-04-13T02:00:00.000Z' }))).toMatchObject({
      value: 0,
    });
  });

  it('counts a handed-over one once, under what it became, on the day the person first came', async () => {
    const handedOver: Said = {
      type: 'CaseHandedOver',
      at: '2021-04-20T02:00:00.000Z',
      data: { to: 'complaint-1', kind: 'complaint' },
    };
    const taken = story(
      'complaint-1',
      {
        ...complaintCall,
        recorded: '2021-04-20T02:00:01.000Z',
        data: {
          kind: 'complaint',
          number: 'C1',
          origin: { stream: 'consultation-1', event: 'consultation-1#2', number: '2021-000001' },
        },
      },
      { ...accepted, recorded: '2021-04-20T02:00:01.000Z' },
    );
    const asked = await filled([...consultation(handedOver), ...taken]);
    const { rows } = await asked.statistics({
      figures: ['hotline.accepted.v1'],
      ...YEAR,
      by: 'kind',
      granularity: 'month',
    });
    const april = rows.filter(({ bucket }) => bucket === '2021-04');
    expect(april.map(({ by, value }) => [by, value.value])).toEqual([['complaint', 1]]);
    expect(rows).toHaveLength(12);
    const { items } = await asked.restated({ name: 'hotline.accepted.v1', ...YEAR, first: 10 });
    expect(items).toMatchObject([{ stream: 'consultation-1', by: 'consultation-1#2', reason: 'CaseHandedOver' }]);
  });

  it('takes a refused handover back', async () => {
    const back = consultation(
      { type: 'CaseHandedOver', at: '2021-04-20T02:00:00.000Z', data: { to: 'complaint-1', kind: 'complaint' } },
      { type: 'HandoverRefused', at: '2021-04-20T02:00:01.000Z', data: { code: 'WrongService' } },
    );
    expect(await accepting(back)).toMatchObject({ value: 1 });
  });

  it('moves a corrected one to its day and kind, and says why', async () => {
    const at = '2021-05-02T02:00:00.000Z';
    const corrected: Said = {
      type: 'DetailsCorrected',
      at,
      data: { changes: { cameAt: '2021-03-31T02:00:00.000Z', kind: 'help' } },
    };
    const asked = await filled(consultation(corrected));
    const value = async (query: object) =>
      (await asked.figure({ name: 'hotline.accepted.v1', ...YEAR, ...query })).value;
    expect(await value({ from: '2021-03-01', to: '2021-03-31', where: { kind: 'help' } })).toBe(1);
    expect(await value({ from: '2021-04-01', to: '2021-04-30' })).toBe(0);
    expect(await value({ from: '2021-04-01', to: '2021-04-30', asOf: '2021-05-01T00:00:00Z' })).toBe(1);
    const { items } = await asked.restated({
      name: 'hotline.accepted.v1',
      from: '2021-04-01',
      to: '2021-04-30',
      first: 5,
    });
    expect(items).toMatchObject([{ day: '2021-04-12', takenOutAt: at, reason: 'DetailsCorrected' }]);
  });
});

describe('shares of calls', () => {
  const other = story('consultation-2', { ...call, data: { kind: 'help', number: '2' } }, accepted);

  it('are of consultations alone, requests for help being none', async () => {
    expect(await figure('hotline.consultation-share.v1', [...consultation(), ...other])).toMatchObject({
      value: 0.5,
      numerator: 1,
      denominator: 2,
    });
  });

  it('answered at first contact counts while it stays answered', async () => {
    const name = 'hotline.first-contact-share.v1';
    expect(await figure(name, [...consultation(atOnce), ...other])).toMatchObject({ numerator: 1, denominator: 1 });
    const reopened: Said = { type: 'CaseReopened', at: '2021-04-15T02:00:00.000Z', data: { round: 2 } };
    expect(await figure(name, consultation(atOnce, reopened))).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it('has history without outcome in neither part, but in accepted', async () => {
    const old = story('consultation-1', { ...call, data: { history: true } }, accepted);
    expect(await figure('hotline.first-contact-share.v1', old)).toMatchObject({ value: null, denominator: 0 });
    expect(await figure('hotline.accepted.v1', old)).toMatchObject({ value: 1 });
    const answered: Said = { type: 'AnswerRecorded', at: '2021-04-14T02:00:00.000Z' };
    const known = story('consultation-1', { ...call, data: { history: true } }, accepted, answered);
    expect(await figure('hotline.first-contact-share.v1', known)).toMatchObject({ numerator: 0, denominator: 1 });
  });
});

describe('on time', () => {
  const name = 'answers.on-time-share.v1';

  it('is what was delivered on its due day, for the unit that led on that day', async () => {
    const events = complaint(
      due('2021-04-20'),
      assigned('roads', '2021-04-13T02:00:00.000Z'),
      assigned('buses', '2021-04-20T17:00:00.000Z'),
      delivered('2021-04-20T15:59:00.000Z', '2021-04-25T02:00:00.000Z'),
    );
    expect(await figure(name, events, { where: { unit: 'roads' } })).toMatchObject({ numerator: 1, denominator: 1 });
    expect(await figure(name, events, { where: { stated: 'yes' } })).toMatchObject({ numerator: 1 });
    expect(await figure(name, events, { where: { unit: 'buses' } })).toMatchObject({ denominator: 0 });
  });

  it('goes by the extended date, leaves the withdrawn out, and asks nothing that has not passed', async () => {
    const extended = due('2021-04-30', '2021-04-19T02:00:00.000Z');
    const later = delivered('2021-04-29T02:00:00.000Z');
    const end: Said = { type: 'CaseClosed', at: '2021-06-01T02:00:00.000Z' };
    expect(await figure(name, complaint(due('2021-04-20'), extended, later, end))).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
    expect(await figure(name, complaint(due('2021-04-20'), delivered('2021-04-21T02:00:00.000Z')))).toMatchObject({
      numerator: 0,
      denominator: 1,
    });
    const withdrawn: Said = { type: 'CaseWithdrawn', at: '2021-04-25T02:00:00.000Z' };
    expect(await figure(name, complaint(due('2021-04-20'), withdrawn))).toMatchObject({ denominator: 0 });
    expect(await figure(name, complaint(due('2021-04-20')))).toMatchObject({ denominator: 0 });
    expect(
      await figure(name, complaint(due('2021-04-20'), { ...assigned('a', '2021-04-21T02:00:00.000Z') })),
    ).toMatchObject({ numerator: 0, denominator: 1 });
  });
});

describe('levels', () => {
  it('are asked for any day without a clock', async () => {
    const asked = await filled(complaint(due('2021-04-20'), delivered('2021-04-23T02:00:00.000Z')));
    const on = async (name: string, day: string) => (await asked.figure({ name, from: day, to: day })).value;
    const days = ['2021-04-11', '2021-04-12', '2021-04-20', '2021-04-21', '2021-04-22', '2021-04-23', '2030-01-01'];
    expect(await Promise.all(days.map((day) => on('open.now.v1', day)))).toEqual([0, 1, 1, 1, 1, 0, 0]);
    expect(await Promise.all(days.map((day) => on('overdue.now.v1', day)))).toEqual([0, 0, 0, 1, 1, 0, 0]);
    const month = await asked.statistics({
      figures: ['overdue.now.v1'],
      from: '2021-04-20',
      to: '2021-04-24',
      granularity: 'day',
    });
    expect(month.rows.map(({ value }) => value.value)).toEqual([0, 1, 1, 0, 0]);
    const { items, total } = await asked.events({
      name: 'overdue.now.v1',
      from: '2021-04-22',
      to: '2021-04-22',
      first: 5,
    });
    expect([items[0]?.event, total]).toEqual(['complaint-1#2', 1]);
  });
});

describe('an overdue matter', () => {
  it('is open too: accepted after its due date, it is overdue from the acceptance on', async () => {
    const late: Said = { type: 'CaseAccepted', at: '2021-04-26T02:00:00.000Z' };
    const asked = await filled(story('complaint-1', complaintCall, late, due('2021-04-20', late.at)));
    const on = async (name: string, day: string) => (await asked.figure({ name, from: day, to: day })).value;
    const days = ['2021-04-21', '2021-04-25', '2021-04-26'];
    expect(await Promise.all(days.map((day) => on('open.now.v1', day)))).toEqual([0, 0, 1]);
    expect(await Promise.all(days.map((day) => on('overdue.now.v1', day)))).toEqual([0, 0, 1]);
  });
});

describe('follow-up', () => {
  const name = 'followup.satisfaction.v1';
  const answered = [due('2021-04-20'), delivered('2021-04-15T02:00:00.000Z')];

  it('counts the rated alone, by the day of the rating, with everything beside it', async () => {
    const good = complaint(
      ...answered,
      attempt('reached', '2021-05-02T02:00:00.000Z'),
      rating(3, '2021-05-02T02:00:00.000Z'),
    );
    const silent = story(
      'complaint-2',
      complaintCall,
      accepted,
      delivered('2021-04-15T02:00:00.000Z'),
      attempt('no-answer', '2021-05-03T02:00:00.000Z'),
    );
    const bad = story(
      'complaint-3',
      complaintCall,
      accepted,
      delivered('2021-04-15T02:00:00.000Z'),
      attempt('reached', '2021-05-03T02:00:00.000Z'),
      rating(2, '2021-05-03T02:00:00.000Z'),
    );
    const nameless = story(
      'complaint-4',
      { ...complaintCall, data: { kind: 'report', contactable: false } },
      accepted,
      delivered('2021-05-04T02:00:00.000Z'),
    );
    const may = await figure(name, [...good, ...silent, ...bad, ...nameless], { from: '2021-05-01', to: '2021-05-31' });
    expect(may).toMatchObject({
      value: 0.5,
      numerator: 1,
      denominator: 2,
      beside: { selected: 4, contactable: 3, attempted: 3, reached: 2, rated: 2, positive: 1 },
    });
    expect(may.interval!.low).toBeCloseTo(0.0945, 4);
    expect(await figure('followup.strict.v1', good)).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it('counts as contactable whom a correction made so, and no more whom one unmade', async () => {
    const corrected: Said = {
      type: 'DetailsCorrected',
      at: '2021-04-13T02:00:00.000Z',
      data: { changes: { contactable: false } },
    };
    const unreachable = await figure(name, complaint(corrected, ...answered));
    expect(unreachable).toMatchObject({ beside: { selected: 1, contactable: 0 } });
  });

  it('keeps a bad rating until a later round is rated, and the first round for itself', async () => {
    const redone: Said = { type: 'CaseRedone', at: '2021-05-05T02:00:00.000Z', data: { round: 2 } };
    const first = [
      ...answered,
      attempt('reached', '2021-05-02T02:00:00.000Z'),
      rating(1, '2021-05-02T02:00:00.000Z'),
      redone,
    ];
    expect(await figure(name, complaint(...first))).toMatchObject({ numerator: 0, denominator: 1 });
    const second = complaint(
      ...first,
      delivered('2021-05-09T02:00:00.000Z'),
      attempt('reached', '2021-05-10T02:00:00.000Z'),
      rating(5, '2021-05-10T02:00:00.000Z'),
    );
    expect(await figure(name, second)).toMatchObject({ numerator: 1, denominator: 1 });
    expect(await figure('followup.first-round.v1', second)).toMatchObject({ numerator: 0, denominator: 1 });
  });
});

describe('handling', () => {
  it('is told in whole working hours, by median and 90th percentile', async () => {
    const asked = await filled([
      ...complaint(delivered('2021-04-12T05:00:00.000Z')),
      ...story('complaint-2', complaintCall, accepted, delivered('2021-04-13T02:00:00.000Z')),
      ...story('complaint-3', complaintCall, accepted, delivered('2021-04-14T02:00:00.000Z')),
    ]);
    expect(await asked.figure({ name: 'handling.time.v1', ...YEAR })).toMatchObject({
      value: 7,
      beside: { matters: 3, median: 7, p90: 14 },
    });
  });

  it('counts a complaint as handled from its first answer on, and leaves the withdrawn out', async () => {
    const name = 'complaints.handled-share.v1';
    const withdrawn: Said = { type: 'CaseWithdrawn', at: '2021-04-25T02:00:00.000Z' };
    expect(await figure(name, complaint(withdrawn))).toMatchObject({ denominator: 0 });
    expect(await figure(name, complaint())).toMatchObject({ numerator: 0, denominator: 1 });
    expect(await figure(name, complaint(delivered('2021-04-15T02:00:00.000Z')))).toMatchObject({ numerator: 1 });
  });
});

describe('a question', () => {
  const asked = filled(consultation());
  const refused = async (query: object, code: string) =>
    expect((await asked).figure({ name: 'hotline.accepted.v1', ...YEAR, ...query })).rejects.toMatchObject({ code });

  it('is refused, by field, where it makes no sense', async () => {
    await refused({ name: 'hotline.accepted.v9' }, 'UnknownFigure');
    await refused({ from: '2021-02-30' }, 'InvalidInput');
    await refused({ from: '2022-01-01' }, 'InvalidInput');
    await refused({ where: { colour: 'red' } }, 'InvalidInput');
    await refused({ to: '9999-12-31' }, 'InvalidInput');
    await refused({ asOf: 'yesterday' }, 'InvalidInput');
  });

  it('names the cubes there are where none holds it', async () => {
    await refused({ where: { unit: 'roads', source: '12328' } }, 'NoCube');
  });

  it('takes any range', async () => {
    expect(
      (await (await asked).figure({ name: 'hotline.accepted.v1', from: '1900-01-01', to: '2999-12-31' })).value,
    ).toBe(1);
    expect((await (await asked).figure({ name: 'open.now.v1', from: '1900-01-01', to: '2999-12-31' })).value).toBe(1);
  });

  it('of an empty store is answered with zero', async () => {
    const empty = asking(await filledStore([]));
    expect(await empty.figure({ name: 'hotline.accepted.v1', ...YEAR })).toMatchObject({ value: 0, incomplete: 0 });
    expect((await empty.statistics({ figures: ['open.now.v1'], ...YEAR, granularity: 'month' })).rows).toHaveLength(12);
  });
});
