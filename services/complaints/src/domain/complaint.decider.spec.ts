import { registeredFact, registration } from '@sunlit/casework/testing';
import {
  accepted,
  answered,
  approved,
  as,
  assigned,
  command,
  delivered,
  drafted,
  due,
  given,
  on,
  open,
  rated,
  reached,
  registered,
  signed,
  working,
} from './complaint.scenes.js';

describe('a complaint comes in', () => {
  it('is registered and accepted in one append, with its due date by kind', () =>
    given()
      .when(command('RegisterCase', registration('complaint')))
      .then(registered, accepted, due));
  it('may wait to be accepted', () =>
    given()
      .when(command('RegisterCase', registration('complaint', { accept: false })))
      .then(registered));
  it('is registered once', () =>
    given(registered)
      .when(command('RegisterCase', registration('complaint')))
      .thenNothing());
  it('keeps the unit that received it first', () =>
    given()
      .when(command('RegisterCase', registration('complaint', { accept: false }), as('operator', 'hotline')))
      .thenMatching({ data: { receivedBy: 'hotline' } }));
  it('is no kind of the other service', () =>
    given()
      .when(command('RegisterCase', registration('consultation')))
      .thenRefused('WrongService'));
  it('has codes the office knows', () =>
    given()
      .when(command('RegisterCase', registration('complaint', { category: 'rockets' })))
      .thenRefused('UnknownCode'));
  it('is not answered in the first contact', () =>
    given()
      .when(command('RegisterCase', registration('complaint', { answer: '好' })))
      .thenRefused('InvalidInput'));
  it('is declined with a ground from the list', () =>
    given(registered)
      .when(command('DeclineCase', { ground: 'not-transport' }))
      .then({ type: 'CaseDeclined', data: { ground: 'not-transport' } }));
  it('is not declined for another ground', () =>
    given(registered)
      .when(command('DeclineCase', { ground: 'too-busy' }))
      .thenRefused('UnknownCode'));
  it('takes nothing once voided', () =>
    given(registered, { type: 'CaseVoided', data: { reason: '误录' } })
      .when(command('AcceptCase', {}))
      .thenRefused('CaseVoided'));
});

describe('a complaint is given to a unit', () => {
  it('of that day', () =>
    given(...open)
      .when(command('AssignCase', { unit: 'buses' }))
      .then(assigned));
  it('not one that is gone', () =>
    given(...open)
      .when(command('AssignCase', { unit: 'roads' }, on('2022-01-04T02:00:00.000Z')))
      .thenRefused('UnknownUnit'));
  it('or to another one, which says from whom', () =>
    given(...working)
      .when(command('AssignCase', { unit: 'roads' }))
      .then({ type: 'CaseAssigned', data: { unit: 'roads', from: 'buses', round: 1 } }));
  it('to the same one changes nothing', () =>
    given(...working)
      .when(command('AssignCase', { unit: 'buses' }))
      .thenNothing());
  it('that signs for it', () =>
    given(...open, assigned)
      .when(command('SignAssignment', {}, as('unit-handler', 'buses')))
      .then(signed));
  it('or by the unit above it', () =>
    given(...open, assigned)
      .when(command('SignAssignment', {}, as('unit-handler', 'transit')))
      .then(signed));
  it('or gives it back with a ground', () =>
    given(...open, assigned)
      .when(command('ReturnAssignment', { ground: 'not-ours' }, as('unit-handler', 'buses')))
      .then({ type: 'AssignmentReturned', data: { unit: 'buses', ground: 'not-ours' } }));
  it('and answered by nobody else', () =>
    given(...working)
      .when(command('DraftReply', { text: '好' }, as('unit-handler', 'roads')))
      .thenRefused('NotYourCase'));
});

describe('the answer', () => {
  it('is drafted', () =>
    given(...working)
      .when(command('DraftReply', { text: '已整改' }, as('unit-handler', 'buses')))
      .then(drafted));
  it('is sent back', () =>
    given(...working, drafted)
      .when(command('SendBackReply', { reason: '未说明措施' }))
      .then({ type: 'ReplySentBack', data: { round: 1, reason: '未说明措施' } }));
  it('is not delivered unapproved', () =>
    given(...working, drafted)
      .when(command('DeliverReply', { how: 'phone' }))
      .thenRefused('WrongState'));
  it('is delivered once approved', () =>
    given(...working, drafted, approved)
      .when(command('DeliverReply', { how: 'phone' }))
      .then(delivered));
  it('is recorded without the way to it for history only', () =>
    given(...open)
      .when(command('RecordAnswer', { text: '好' }))
      .thenRefused('HistoryOnly'));
  it('is recorded for history', () =>
    given(registeredFact('complaint', { history: true }), accepted)
      .when(command('RecordAnswer', { text: '好' }))
      .then({ type: 'AnswerRecorded', data: { text: '好' } }));
});

describe('follow-up', () => {
  const attempt = (data: object) => command('AttemptFollowUp', data);
  it('reaches the person, who rates', () =>
    given(...answered)
      .when(attempt({ outcome: 'reached', level: 5 }))
      .then(reached, rated));
  it('not reached is no rating', () =>
    given(...answered)
      .when(attempt({ outcome: 'no-answer', level: 5 }))
      .thenRefused('RatingNeedsContact'));
  it('is rated once a round', () =>
    given(...answered, reached, rated)
      .when(attempt({ outcome: 'reached', level: 1 }))
      .thenRefused('AlreadyRated'));
  it('two equal calls are two facts, of two days', () =>
    given(...answered, { type: 'FollowUpAttempted', data: { outcome: 'no-answer', round: 1 } })
      .when(command('AttemptFollowUp', { outcome: 'no-answer' }, on('2021-04-13T02:00:00.000Z')))
      .then({ type: 'FollowUpAttempted', data: { outcome: 'no-answer', round: 1 } }));
  it('comes before closing', () =>
    given(...answered)
      .when(command('CloseCase', {}))
      .thenRefused('FollowUpFirst'));
  it('but not of somebody who left no number', () =>
    given(registeredFact('complaint', { contactable: false }), ...answered.slice(1))
      .when(command('CloseCase', {}))
      .then({ type: 'CaseClosed', data: {} }));
  it('ends with the case closed', () =>
    given(...answered, reached)
      .when(command('CloseCase', {}))
      .then({ type: 'CaseClosed', data: {} }));
  it('or handled again by the same unit, with a clock and a rating of its own', () => {
    const redone = given(...answered, reached, rated).when(
      command('RedoCase', { reason: '单位责任' }, on('2021-05-06T02:00:00.000Z')),
    );
    redone.thenMatching(
      { type: 'CaseRedone', data: { round: 2 } },
      { type: 'DeadlineSet', data: { because: 'redone', from: due.data.due.on, due: { start: '2021-05-06' } } },
    );
    expect(
      given(...answered, rated, { type: 'CaseRedone', data: { round: 2, reason: '单位责任' } }).state(),
    ).toMatchObject({
      status: 'assigned',
      unit: 'buses',
      round: 2,
      rated: false,
      attempts: 0,
    });
  });
});
