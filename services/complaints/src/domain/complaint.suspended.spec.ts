import type { ComplaintFact } from './complaint.events.js';
import { as, by, command, drafted, approved, given, on, open, registered, working } from './complaint.scenes.js';

const ground = 'waits-on-person';
const asked: ComplaintFact = { type: 'SuspensionAsked', data: { ground, reason: '待补充车票' } };
const suspended: ComplaintFact = { type: 'CaseSuspended', data: { ground, on: '2021-04-14', until: '2021-04-21' } };
const ask = (at: string) => command('AskSuspension', { ground, reason: '待补充车票' }, on(at));
const system = (at: string) => ({ meta: { by: by('system'), at, recordedAt: at } });
const end = (at: string) => command('EndSuspension', { until: '2021-04-21' }, system(at));

describe('an interim reply', () => {
  it('is a fact of its own: no answer, and no clock stops', () => {
    const given_ = given(...working).when(
      command('GiveInterimReply', { text: '已收到,已转公交公司', how: 'phone' }, as('unit-handler', 'buses')),
    );
    given_.then({
      type: 'InterimReplyGiven',
      data: { round: 1, unit: 'buses', text: '已收到,已转公交公司', how: 'phone' },
    });
    const told: ComplaintFact = { type: 'InterimReplyGiven', data: { round: 1, text: '已转' } };
    expect(given(...working, told).state()).toEqual(given(...working).state());
  });
  it('is given by whom the case is with', () =>
    given(...working)
      .when(command('GiveInterimReply', { text: '已转' }, as('unit-handler', 'roads')))
      .thenRefused('NotYourCase'));
  it('is none before the case is accepted', () =>
    given(registered)
      .when(command('GiveInterimReply', { text: '已转' }))
      .thenRefused('WrongState'));
});

describe('a suspension', () => {
  it('is asked for with a ground of the profile', () => {
    given(...working)
      .when(ask('2021-04-14T02:00:00.000Z'))
      .then(asked);
    given(...working)
      .when(command('AskSuspension', { ground: 'too-busy', reason: '忙' }))
      .thenRefused('UnknownCode');
  });
  it('lasts as many working days as the profile says at most', () =>
    given(...working, asked)
      .when(command('ApproveSuspension', {}, on('2021-04-14T02:00:00.000Z', 'reviewer')))
      .then(suspended));
  it('is refused with a reason, and may be asked for again', () => {
    const refused: ComplaintFact = { type: 'SuspensionRefused', data: { reason: '可先答复' } };
    given(...working, asked)
      .when(command('RefuseSuspension', { reason: '可先答复' }))
      .then(refused);
    given(...working, asked, refused)
      .when(ask('2021-04-14T02:00:00.000Z'))
      .then(asked);
  });
  it('cannot save what is late, whether asked for or granted late', () => {
    given(...working)
      .when(ask('2021-04-29T02:00:00.000Z'))
      .thenRefused('SuspensionTooLate');
    given(...working, asked)
      .when(command('ApproveSuspension', {}, on('2021-04-29T02:00:00.000Z', 'reviewer')))
      .thenRefused('SuspensionTooLate');
  });
  it('is had as often as the profile says', () => {
    const [again, back] = [
      { ...suspended, data: { ground, on: '2021-04-16', until: '2021-04-23' } } as ComplaintFact,
      (day: string): ComplaintFact => ({ type: 'CaseResumed', data: { because: 'asked', on: day } }),
    ];
    given(...working, asked, suspended, back('2021-04-15'), asked, again, back('2021-04-19'))
      .when(ask('2021-04-20T02:00:00.000Z'))
      .thenRefused('NoMoreSuspensions');
  });
  it('warns, reminds and extends nothing, and nothing is delivered meanwhile', () => {
    const now = [...working, asked, suspended];
    given(...now)
      .when(command('RemindDeadline', { dueOn: '2021-04-28' }, system('2021-04-29T02:00:00.000Z')))
      .thenNothing();
    given(...now)
      .when(command('RequestExtension', { workingDays: 2, reason: '核查' }))
      .thenRefused('Suspended');
    given(...now, drafted, approved)
      .when(command('DeliverReply', { how: 'phone' }))
      .thenRefused('Suspended');
  });
});

describe('a suspended case that goes on', () => {
  it('is due later by the working days it stood still, and says why in both languages', () => {
    const resumed = given(...working, asked, suspended).when(
      command('ResumeCase', { note: '已补充' }, on('2021-04-19T02:00:00.000Z')),
    );
    resumed.thenMatching(
      { type: 'CaseResumed', data: { because: 'asked', on: '2021-04-19', note: '已补充' } },
      {
        type: 'DeadlineMoved',
        data: {
          from: '2021-04-28',
          by: 3,
          because: 'suspended',
          due: {
            on: '2021-05-06',
            steps: expect.arrayContaining([
              expect.objectContaining({
                what: 'stop',
                on: '2021-04-14',
                why: {
                  zh: '挂起：waits-on-person，次日起不计',
                  en: 'suspended, waits-on-person: the days after do not count',
                },
              }),
              expect.objectContaining({ what: 'resume', on: '2021-04-19', to: '2021-05-06' }),
            ]),
          },
        },
      },
    );
  });
  it('goes on by itself after the last day it may stand still, as if it had that very day', () => {
    given(...working, asked, suspended)
      .when(end('2021-04-21T09:00:00.000Z'))
      .thenNothing();
    given(...working, asked, suspended)
      .when(end('2021-04-25T02:00:00.000Z'))
      .thenMatching({ type: 'CaseResumed', data: { because: 'limit', on: '2021-04-21' } }, { type: 'DeadlineMoved' });
  });
  it('is not resumed twice', () =>
    given(...working)
      .when(command('ResumeCase', {}))
      .thenRefused('NotSuspended'));
  it('keeps what it gained when its details are put right', () => {
    const back: ComplaintFact = { type: 'CaseResumed', data: { because: 'asked', on: '2021-04-19' } };
    given(...working, asked, suspended, back)
      .when(command('CorrectDetails', { changes: { cameAt: '2021-04-09T02:00:00.000Z' }, reason: '误' }))
      .thenMatching(
        { type: 'DetailsCorrected' },
        { type: 'DeadlineSet', data: { because: 'corrected', due: { on: '2021-04-30' } } },
      );
  });
  it('starts anew when it is handled again', () => {
    const state = given(
      ...open,
      asked,
      suspended,
      { type: 'CaseWithdrawn', data: { reason: '撤' } },
      {
        type: 'CaseReopened',
        data: { round: 2, reason: '再办' },
      },
    ).state();
    expect(state).toMatchObject({ status: 'accepted', pauses: [] });
    expect(state).not.toHaveProperty('suspended');
  });
});
