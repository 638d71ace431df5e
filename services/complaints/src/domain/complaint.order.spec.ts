import { registration } from '@sunlit/casework/testing';
import type { ComplaintFact } from './complaint.events.js';
import { accepted, answered, as, command, due, given, on, registered, stated, working } from './complaint.scenes.js';

const dispatchedAt = '2021-04-12T01:00:00.000Z';
const dueAt = '2021-04-20T09:30:00.000Z';
const order = { dispatchedAt, kind: '投诉举报', dueAt };
const limits = { signUntil: '2021-04-12T05:00:00.000Z', returnUntil: '2021-04-14T16:00:00.000Z' };
const received: ComplaintFact = {
  type: 'OrderReceived',
  data: { platform: '12328', number: 'BL-1', ...order, ...limits },
};
const signed: ComplaintFact = { type: 'OrderSigned', data: {} };
const returnAsked: ComplaintFact = { type: 'OrderReturnAsked', data: { ground: 'not-ours' } };
const takenBack: ComplaintFact = { type: 'OrderTakenBack', data: {} };
const insisted: ComplaintFact = { type: 'OrderInsisted', data: {} };
const later = '2021-04-27T09:30:00.000Z';
const asked: ComplaintFact = { type: 'OrderExtensionAsked', data: { dueAt: later, reason: '需现场核查' } };
const granted: ComplaintFact = { type: 'OrderExtensionGranted', data: { dueAt: later } };
const reported: ComplaintFact = { type: 'OrderReported', data: { round: 1 } };
const taken: ComplaintFact = { type: 'OrderReportTaken', data: {} };
const bounced: ComplaintFact = { type: 'OrderReportBounced', data: { reason: '未答复诉求' } };

const came = [registered, received, accepted, due] as const;
const [, , , ...handled] = working;
const inHand = [registered, received, accepted, due, signed, ...handled] as const;
const [, , , ...work] = answered;
const done = [registered, received, accepted, due, signed, ...work] as const;

const register = (more: object = {}, meta: object = {}) =>
  command('RegisterCase', registration('complaint', { externalNumber: 'BL-1', order, ...more }), meta);
const ask = (at = '2021-04-14T02:00:00.000Z', until = later) =>
  command('AskOrderExtension', { dueAt: until, reason: '需现场核查' }, on(at));

describe('an order of a platform', () => {
  it('is received in the append of its registration, with the limits the platform has then', () => {
    const facts = given().when(register()).facts();
    expect(facts.map(({ type }) => type)).toEqual(['CaseRegistered', 'OrderReceived', 'CaseAccepted', 'DeadlineSet']);
    expect(facts[1]).toEqual(received);
    expect(facts[0]!.data).not.toHaveProperty('order');
  });
  it('comes from a source that is a platform, under its number, and was dispatched already', () => {
    given()
      .when(register({ source: 'bureau-line' }))
      .thenRefused('InvalidInput');
    given()
      .when(register({ externalNumber: undefined }))
      .thenRefused('InvalidInput');
    given()
      .when(register({ order: { dispatchedAt: '2021-04-13T01:00:00.000Z' } }, on('2021-04-12T02:00:00.000Z')))
      .thenRefused('InTheFuture');
  });
  it('is due at the platform beside our own date', () => {
    const state = given(...came).state();
    expect(state.order).toMatchObject({ status: 'to-sign', dueAt });
    expect(state.due?.on).toBe('2021-04-28');
  });
  it('is none of its business where a case came otherwise', () =>
    given(...working)
      .when(command('SignOrder', {}))
      .thenRefused('NotAnOrder'));

  it('is signed for once, not before it was dispatched', () => {
    given(...came)
      .when(command('SignOrder', {}))
      .then(signed);
    given(...came, signed)
      .when(command('SignOrder', {}))
      .thenNothing();
    given(...came)
      .when(command('SignOrder', {}, stated('2021-04-12T00:30:00.000Z', '2021-04-12T03:00:00.000Z')))
      .thenRefused('BeforeWhatItAnswers');
  });
});

describe('returning an order', () => {
  const returned = (at = '2021-04-13T02:00:00.000Z', ground = 'not-ours') => command('ReturnOrder', { ground }, on(at));
  it('takes a ground of that platform, within its limit', () => {
    given(...came)
      .when(returned())
      .then(returnAsked);
    given(...came)
      .when(returned('2021-04-13T02:00:00.000Z', 'not-transport'))
      .thenRefused('UnknownCode');
    given(...came)
      .when(returned('2021-04-14T16:00:00.001Z'))
      .thenRefused('OrderReturnTooLate');
  });
  it('is too late once the person has an answer', () =>
    given(...done)
      .when(returned())
      .thenRefused('WrongState'));
  it('ends with the platform taking it back: the case ends, its clock with it', () => {
    const scene = given(...came, returnAsked);
    scene.when(command('NoteOrderTakenBack', {})).then(takenBack);
    expect(given(...came, returnAsked, takenBack).state()).toMatchObject({ status: 'taken-back' });
    given(...came, returnAsked, takenBack)
      .when(command('AssignCase', { unit: 'buses' }))
      .thenRefused('WrongState');
  });
  it('ends with the platform insisting: then there is no second return', () => {
    given(...came, returnAsked)
      .when(command('NoteOrderInsisted', {}))
      .then(insisted);
    given(...came, returnAsked, insisted)
      .when(returned())
      .thenRefused('OrderInsisted');
    given(...came)
      .when(command('NoteOrderInsisted', {}))
      .thenRefused('WrongOrderState');
  });
  it('is undone where the order comes again: the case goes on where it stood', () => {
    const again = { dispatchedAt: '2021-04-12T01:30:00.000Z', dueAt: later };
    const scene = given(...inHand, returnAsked, takenBack);
    const facts = scene.when(command('NoteOrderSentAgain', again)).facts();
    expect(facts).toMatchObject([{ type: 'OrderSentAgain', data: again }]);
    const state = given(...inHand, returnAsked, takenBack, ...facts).state();
    expect(state).toMatchObject({ status: 'signed', order: { status: 'to-sign', dueAt: later } });
  });
});

describe('more time of the platform', () => {
  it('is asked before its due time, to a later one, once at a time', () => {
    given(...inHand)
      .when(ask())
      .then(asked);
    given(...inHand, asked)
      .when(ask())
      .thenRefused('OrderExtensionPending');
    given(...inHand)
      .when(ask('2021-04-20T09:30:00.001Z'))
      .thenRefused('OrderExtensionTooLate');
    given(...inHand)
      .when(ask('2021-04-14T02:00:00.000Z', dueAt))
      .thenRefused('NotAfterDueTime');
  });
  it('granted moves the platform’s due time alone; refused moves nothing', () => {
    given(...inHand, asked)
      .when(command('NoteOrderExtension', { granted: true }))
      .then(granted);
    const state = given(...inHand, asked, granted).state();
    expect([state.order?.dueAt, state.due?.on]).toEqual([later, '2021-04-28']);
    given(...inHand, asked)
      .when(command('NoteOrderExtension', { granted: false, note: '不同意' }))
      .then({ type: 'OrderExtensionRefused', data: { note: '不同意' } });
    given(...inHand)
      .when(command('NoteOrderExtension', { granted: true }))
      .thenRefused('NoOrderExtensionPending');
  });
});

describe('reporting an order', () => {
  const report = (data: object = {}) => command('ReportOrder', data);
  it('comes after the answer, or whatever else ended it here', () => {
    given(...done)
      .when(report())
      .then(reported);
    given(...inHand)
      .when(report())
      .thenRefused('NotFinished');
    const declined: ComplaintFact = { type: 'CaseDeclined', data: { ground: 'not-transport' } };
    given(registered, received, signed, declined).when(report()).then(reported);
  });
  it('of a joined case names the one that has its answer', () => {
    const into = 'complaint-11111111-1111-4111-8111-111111111111';
    const joined = { type: 'CaseJoined', data: { into, hold: 'h' } } as ComplaintFact;
    given(...inHand, joined)
      .when(report())
      .thenRefused('NotFinished');
    given(...inHand, joined)
      .when(report({ answered: into }))
      .then({ type: 'OrderReported', data: { round: 1, answered: into } });
  });
  it('is taken', () =>
    given(...done, reported)
      .when(command('NoteReportTaken', {}))
      .then(taken));
  it('bounces into a new round with a deadline of its own, due at the platform when it says', () => {
    const facts = given(...done, reported)
      .when(command('NoteReportBounced', { reason: '未答复诉求' }, on('2021-04-19T02:00:00.000Z', 'reviewer')))
      .facts();
    expect(facts.map(({ type }) => type)).toEqual(['OrderReportBounced', 'CaseReopened', 'DeadlineSet']);
    const state = given(...done, reported, ...facts).state();
    expect(state).toMatchObject({ status: 'assigned', round: 2, order: { status: 'bounced' } });
    expect([state.order?.dueAt, state.due?.on]).toEqual([undefined, '2021-05-08']);
  });
  it('bounces also after it was taken, and while it is handled again already', () => {
    const redone: ComplaintFact = { type: 'CaseRedone', data: { round: 2, reason: '重办' } };
    given(...done, reported, taken, redone)
      .when(command('NoteReportBounced', { reason: '未答复诉求' }))
      .then(bounced);
  });
});

describe('what the person told the platform', () => {
  const told = command('RecordPlatformRating', { level: 2, solved: 'no' });
  const fact: ComplaintFact = { type: 'PlatformRated', data: { platform: '12328', level: 2, solved: 'no', round: 1 } };
  it('is kept under its name, once for each report', () => {
    given(...done, reported)
      .when(told)
      .then(fact);
    given(...done, reported, fact)
      .when(told)
      .thenRefused('AlreadyRated');
    given(...done)
      .when(told)
      .thenRefused('WrongOrderState');
  });
  it('is no rating of the office: its own follow-up goes on', () =>
    given(...done, reported, fact)
      .when(command('AttemptFollowUp', { outcome: 'reached', level: 5 }, as('operator')))
      .then(
        { type: 'FollowUpAttempted', data: { outcome: 'reached', round: 1 } },
        { type: 'FollowUpRated', data: { level: 5, round: 1 } },
      ));
});

it('an order handed over arrives as it stood: extended, and signed for', () => {
  const orderTaken = {
    platform: '12328',
    number: 'BL-1',
    dispatchedAt,
    dueAt: later,
    signedAt: '2021-04-12T02:00:00.000Z',
  };
  const facts = given()
    .when(register({ order: undefined, orderTaken }))
    .facts();
  expect(given(...facts).state().order).toMatchObject({ status: 'signed', dueAt: later });
});
