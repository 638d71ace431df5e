import { registeredFact } from '@sunlit/casework/testing';
import type { ComplaintFact } from './complaint.events.js';
import {
  accepted,
  as,
  assigned,
  by,
  command,
  due,
  given,
  on,
  open,
  registered,
  stated,
  working,
} from './complaint.scenes.js';

const declined: ComplaintFact = { type: 'CaseDeclined', data: { ground: 'not-transport' } };

describe('a complaint wrongly declined', () => {
  const accept = command('AcceptCase', {}, on('2021-04-19T02:00:00.000Z'));
  it('is accepted after all; its clock counts from when the person came', () =>
    given(registered, declined).when(accept).then(accepted, due));
  it('or, had it been accepted before, goes on under the deadline it had', () => {
    given(...open, declined)
      .when(accept)
      .then(accepted);
    expect(given(...open, declined, accepted).state()).toMatchObject({
      status: 'accepted',
      round: 1,
      due: due.data.due,
    });
  });
  it('is not accepted before it was declined', () =>
    given(registered, declined)
      .when(command('AcceptCase', {}, stated('2021-04-11T02:00:00.000Z', '2021-04-19T02:00:00.000Z')))
      .thenRefused('BeforeWhatItAnswers'));
  it('was never handled, so there is nothing to handle again', () =>
    given(registered, declined)
      .when(command('ReopenCase', { reason: '误判' }))
      .thenRefused('WrongState'));
  it('is gone once voided', () =>
    given(registered, declined, { type: 'CaseVoided', data: { reason: '误录' } })
      .when(accept)
      .thenRefused('CaseVoided'));
});

describe('the unit that received a complaint first', () => {
  const roads: ComplaintFact = { type: 'CaseAssigned', data: { unit: 'roads', from: 'buses', round: 1 } };
  it('is the first one it was given to where nobody took it in for a unit', () =>
    expect(given(...open, assigned).state().receivedBy).toBe('buses'));
  it('stays it, whoever leads later', () => {
    const returned: ComplaintFact = { type: 'AssignmentReturned', data: { unit: 'roads', ground: 'not-ours' } };
    expect(given(...working, roads, returned, assigned).state().receivedBy).toBe('buses');
  });
  it('is the one that took it in, not the one that leads', () =>
    expect(
      given(registeredFact('complaint', { receivedBy: 'hotline' }), accepted, due, assigned).state(),
    ).toMatchObject({
      receivedBy: 'hotline',
      unit: 'buses',
    }));
});

describe('a stated time', () => {
  const at = '2021-04-12T03:00:00.000Z';
  const stating = (role: string, moment = at) => ({
    meta: {
      by: by(role, 'buses'),
      at: moment,
      recordedAt: '2021-05-20T03:00:00.000Z',
      occurredAt: { at: moment, precision: 'second' },
    },
  });
  const commands = [
    ['CorrectDetails', { changes: { category: 'taxi' }, reason: '改' }],
    ['CorrectCaller', { caller: registeredFact('complaint').data.caller, reason: '改' }],
    ['ErasePersonalData', { part: 'all' }],
  ] as const;
  it.each(commands)('of %s is stated by whom the policy names, and not too far back', (type, data) => {
    given(...open)
      .when(command(type, data, stating('unit-handler')))
      .thenRefused('MayNotStateTime');
    given(...open)
      .when(command(type, data, stating('operator')))
      .thenRefused('TooFarBack');
  });
  it.each(commands)('of %s is not before the case came', (type, data) =>
    given(...open)
      .when(command(type, data, stating('system', '2021-04-11T03:00:00.000Z')))
      .thenRefused('BeforeWhatItAnswers'),
  );

  const cameAt = (instant: string, role = 'operator') =>
    command('CorrectDetails', { changes: { cameAt: instant }, reason: '改' }, as(role));
  it('of its coming is put right by whom the policy names', () => {
    given(...open)
      .when(cameAt('2021-04-09T02:00:00.000Z', 'reviewer'))
      .thenRefused('MayNotStateTime');
    given(...open)
      .when(cameAt('2021-04-09T02:00:00.000Z', 'administrator'))
      .thenMatching({ type: 'DetailsCorrected' }, { type: 'DeadlineSet' });
  });
  it('of its coming can be put right twice: what came in the same breath moves with it', () =>
    given(...open, {
      type: 'DetailsCorrected',
      data: { changes: { cameAt: '2021-04-01T02:00:00.000Z' }, reason: '改' },
    })
      .when(
        command(
          'CorrectDetails',
          { changes: { cameAt: '2021-04-12T02:30:00.000Z' }, reason: '改' },
          on('2021-04-12T04:00:00.000Z'),
        ),
      )
      .thenMatching({ type: 'DetailsCorrected' }));
});
