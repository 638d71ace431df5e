import { registeredFact, registration } from '@sunlit/casework/testing';
import type { ComplaintFact } from './complaint.events.js';
import {
  CAME,
  accepted,
  answered,
  approved,
  as,
  command,
  delivered,
  drafted,
  due,
  given,
  on,
  open,
  stated,
  working,
} from './complaint.scenes.js';

describe('the clock', () => {
  const asked: ComplaintFact = { type: 'ExtensionRequested', data: { workingDays: 5, reason: '需现场核查' } };
  const request = (workingDays: number, at = CAME) =>
    command('RequestExtension', { workingDays, reason: '需现场核查' }, on(at));
  it('is extended on request', () =>
    given(...working)
      .when(request(5))
      .then(asked));
  it('asked on the last day, not after it', () => {
    given(...working)
      .when(request(5, '2021-04-28T15:59:00.000Z'))
      .then(asked);
    given(...working)
      .when(request(5, '2021-04-28T16:00:00.000Z'))
      .thenRefused('ExtensionTooLate');
  });
  it('by no more than the policy says', () =>
    given(...working)
      .when(request(11))
      .thenRefused('ExtensionTooLong'));
  it('one request at a time', () =>
    given(...working, asked)
      .when(request(5))
      .thenRefused('ExtensionPending'));
  it('granted by whom the policy names', () => {
    given(...working, asked)
      .when(command('GrantExtension', {}))
      .thenRefused('ExtensionNotYours');
    given(...working, asked)
      .when(command('GrantExtension', {}, as('reviewer')))
      .thenMatching({
        type: 'DeadlineSet',
        data: { because: 'extended', from: '2021-04-28', due: { on: '2021-05-08', workingDays: 18 } },
      });
  });
  it('also after the day has passed, if asked before', () =>
    given(...working, asked)
      .when(command('GrantExtension', {}, on('2021-04-29T02:00:00.000Z', 'reviewer')))
      .thenMatching({ data: { because: 'extended', due: { on: '2021-05-08' } } }));
  it('as often as the policy says', () =>
    given(...working, asked, { type: 'DeadlineSet', data: { ...due.data, because: 'extended' } })
      .when(request(1))
      .thenRefused('NoMoreExtensions'));
  it('does not run for history', () =>
    given(registeredFact('complaint', { history: true }), accepted)
      .when(request(1))
      .thenRefused('NoDeadline'));

  const timer = (type: string, at: string, dueOn = '2021-04-28') => command(type, { dueOn }, on(at, 'system'));
  it('warns before', () => {
    given(...working)
      .when(timer('WarnDeadline', '2021-04-25T02:00:00.000Z'))
      .thenNothing();
    given(...working)
      .when(timer('WarnDeadline', '2021-04-26T02:00:00.000Z'))
      .then({ type: 'DeadlineWarned', data: { dueOn: '2021-04-28' } });
  });
  it('reminds the working day after', () => {
    given(...working)
      .when(timer('RemindDeadline', '2021-04-28T15:00:00.000Z'))
      .thenNothing();
    given(...working)
      .when(timer('RemindDeadline', '2021-04-29T02:00:00.000Z'))
      .then({ type: 'DeadlineReminded', data: { dueOn: '2021-04-28', superviseOn: '2021-05-10' } });
  });
  it('after an outage reminds once, dated now, and supervises from then', () => {
    given(...working)
      .when(timer('WarnDeadline', '2021-05-10T02:00:00.000Z'))
      .thenNothing();
    given(...working)
      .when(timer('RemindDeadline', '2021-05-10T02:00:00.000Z'))
      .then({ type: 'DeadlineReminded', data: { dueOn: '2021-04-28', superviseOn: '2021-05-17' } });
  });
  const reminded: ComplaintFact = {
    type: 'DeadlineReminded',
    data: { dueOn: '2021-04-28', superviseOn: '2021-05-17' },
  };
  it('supervises after the reminder', () => {
    given(...working)
      .when(timer('SuperviseDeadline', '2021-06-10T02:00:00.000Z'))
      .thenNothing();
    given(...working, reminded)
      .when(timer('SuperviseDeadline', '2021-05-16T02:00:00.000Z'))
      .thenNothing();
    given(...working, reminded)
      .when(timer('SuperviseDeadline', '2021-05-17T02:00:00.000Z'))
      .then({ type: 'DeadlineSupervised', data: { dueOn: '2021-04-28' } });
  });
  it.each(['WarnDeadline', 'RemindDeadline'])('%s is of this due day only, and of a case still open', (type) => {
    given(...working)
      .when(timer(type, '2021-05-10T02:00:00.000Z', '2021-04-27'))
      .thenNothing();
    given(...answered)
      .when(timer(type, '2021-05-10T02:00:00.000Z'))
      .thenNothing();
  });
});

describe('time', () => {
  it('an answer is not before its question', () =>
    given(...working, drafted, approved)
      .when(command('DeliverReply', { how: 'phone' }, stated('2021-04-11T02:00:00.000Z', CAME)))
      .thenRefused('BeforeWhatItAnswers'));
  it('a day known only as such is not before an hour of it', () =>
    given(...working, drafted, approved)
      .when(command('DeliverReply', { how: 'phone' }, stated('2021-04-11T16:00:00.000Z', CAME, 'operator', 'day')))
      .then(delivered));
  it('is stated by whom the policy names', () =>
    given(...open)
      .when(command('AssignCase', { unit: 'buses' }, stated(CAME, '2021-04-13T02:00:00.000Z', 'unit-handler')))
      .thenRefused('MayNotStateTime'));
  it('and not too far back', () =>
    given()
      .when(command('RegisterCase', registration('complaint'), stated('2021-02-01T02:00:00.000Z', CAME)))
      .thenRefused('TooFarBack'));
  it('but for history, which is never timed', () =>
    given()
      .when(
        command(
          'RegisterCase',
          registration('complaint', { history: true }),
          stated('2019-02-01T02:00:00.000Z', CAME, 'importer'),
        ),
      )
      .thenMatching({ type: 'CaseRegistered' }, { type: 'CaseAccepted' }));
  it('history is declared by an import only', () =>
    given()
      .when(command('RegisterCase', registration('complaint', { history: true })))
      .thenRefused('NotAllowed'));
});

describe('corrections', () => {
  const correct = (changes: object) => command('CorrectDetails', { changes, reason: '录入有误' });
  it('hold only what is different', () =>
    given(...open)
      .when(correct({ category: 'taxi', medium: 'phone' }))
      .then({ type: 'DetailsCorrected', data: { changes: { category: 'taxi' }, reason: '录入有误' } }));
  it('of nothing are refused, of what is so already change nothing', () => {
    given(...open)
      .when(correct({}))
      .thenRefused('NothingToCorrect');
    given(...open)
      .when(correct({ medium: 'phone' }))
      .thenNothing();
  });
  it('of the urgency set the deadline anew', () =>
    given(...open)
      .when(correct({ urgency: 'urgent' }))
      .thenMatching(
        { type: 'DetailsCorrected' },
        {
          type: 'DeadlineSet',
          data: { because: 'corrected', from: '2021-04-28', due: { on: '2021-04-12', policy: 'urgent@1' } },
        },
      ));
  it('of when it came too', () =>
    given(...open)
      .when(correct({ cameAt: '2021-04-09T02:00:00.000Z' }))
      .thenMatching(
        { type: 'DetailsCorrected' },
        { type: 'DeadlineSet', data: { due: { start: '2021-04-09', on: '2021-04-27' } } },
      ));
  it('never to a kind of the other service', () =>
    given(...open)
      .when(correct({ kind: 'help' }))
      .thenRefused('WrongService'));
});

describe('the end of it, and a new beginning', () => {
  it('is withdrawn by the person', () =>
    given(...working)
      .when(command('WithdrawCase', { reason: '已解决' }))
      .then({ type: 'CaseWithdrawn', data: { reason: '已解决' } }));
  it('is reopened with a new clock', () =>
    given(...answered, { type: 'CaseClosed', data: {} })
      .when(command('ReopenCase', { reason: '问题复现' }, on('2021-05-06T02:00:00.000Z')))
      .thenMatching(
        { type: 'CaseReopened', data: { round: 2 } },
        { type: 'DeadlineSet', data: { because: 'reopened' } },
      ));
  it('loses the person, each part once', () => {
    const erased: ComplaintFact = { type: 'PersonalDataErased', data: { parts: ['caller', 'subject'], keys: ['k1'] } };
    given(...open)
      .when(command('ErasePersonalData', { part: 'all' }))
      .then(erased);
    given(...open, erased)
      .when(command('ErasePersonalData', { part: 'caller' }))
      .thenNothing();
  });
});
