import { registration } from '@sunlit/casework/testing';
import { complaintPublic } from '../public-events.js';
import type { ComplaintFact } from './complaint.events.js';
import { as, command, given, open, registered } from './complaint.scenes.js';

const byKind: ComplaintFact = { type: 'SecrecyGiven', data: { because: 'kind' } };
const asked: ComplaintFact = { type: 'SecrecyGiven', data: { because: 'asked' } };
const secret = [...open, asked] as const;

const registering = (kind: string, more: object) =>
  given().when(command('RegisterCase', registration(kind, { accept: false, ...more }), as('operator')));
const came = { type: 'CaseRegistered' };

describe('whose identity is kept secret', () => {
  it('a person who reports a violation has it from the registration', () =>
    registering('report', {}).thenMatching(came, byKind));
  it('unless they waive it', () => registering('report', { secrecy: false }).thenMatching(came));
  it('and anybody who asks', () => {
    registering('complaint', { secrecy: true }).thenMatching(came, asked);
    registering('complaint', {}).thenMatching(came);
    given(...open)
      .when(command('GiveSecrecy', {}))
      .then(asked);
  });
  it('is asked for once', () =>
    given(...secret)
      .when(command('GiveSecrecy', {}))
      .thenNothing());
  it('a case that turns out to be a report has it from then on', () =>
    given(registered)
      .when(command('CorrectDetails', { changes: { kind: 'report' }, reason: '实为举报' }))
      .thenMatching({ type: 'DetailsCorrected' }, byKind));
  it('until it is lifted', () => {
    const lifted: ComplaintFact = { type: 'SecrecyLifted', data: { reason: '本人同意公开' } };
    given(...secret)
      .when(command('LiftSecrecy', { reason: '本人同意公开' }))
      .then(lifted);
    given(...secret, lifted)
      .when(command('LiftSecrecy', { reason: '再次' }))
      .thenRefused('NotSecret');
  });
});

describe('a secret identity', () => {
  const open = command('OpenIdentity', { reason: '核实线索' }, as('reviewer'));
  it('is opened by whom the profile names, with a reason that is recorded', () =>
    given(...secret)
      .when(open)
      .then({ type: 'IdentityOpened', data: { reason: '核实线索' } }));
  it.each(['operator', 'unit-handler', 'analyst', 'citizen'])('is not opened by another role (%s)', (role) =>
    given(...secret)
      .when(command('OpenIdentity', { reason: '想看看' }, as(role)))
      .thenRefused('NotAllowed'),
  );
  it('is a text for units to everybody else', () =>
    given(...secret)
      .when(command('WriteTextForUnits', { text: '反映9路越站' }))
      .then({ type: 'TextForUnitsWritten', data: { text: '反映9路越站' } }));
  it('is nothing where nothing is secret', () => {
    given(...secret.slice(0, -1))
      .when(open)
      .thenRefused('NotSecret');
    given(...secret.slice(0, -1))
      .when(command('WriteTextForUnits', { text: '无' }))
      .thenRefused('NotSecret');
  });
  it('is nobody else’s to know of: none of its facts is public', () => {
    for (const fact of [asked, byKind]) expect(complaintPublic(fact as never)).toBeNull();
    expect(complaintPublic({ type: 'IdentityOpened', data: { reason: '核实线索' } } as never)).toBeNull();
  });
});

describe('a unit and a secret case', () => {
  const text: ComplaintFact = { type: 'TextForUnitsWritten', data: { text: '反映9路越站' } };
  const lifted: ComplaintFact = { type: 'SecrecyLifted', data: { reason: '本人同意' } };
  const assign = (role = 'operator') => command('AssignCase', { unit: 'buses' }, as(role));
  const given_ = { type: 'CaseAssigned', data: { unit: 'buses' } };

  it('is given it once somebody has written what units read', () => {
    given(...secret)
      .when(assign())
      .thenRefused('TextForUnitsFirst');
    given(...secret, text)
      .when(assign())
      .thenMatching(given_);
  });
  it('is asked to assist in the same way', () => {
    const task = command('GiveTask', { unit: 'roads' });
    given(...open, given_ as ComplaintFact, asked)
      .when(task)
      .thenRefused('TextForUnitsFirst');
    given(...open, given_ as ComplaintFact, asked, text)
      .when(task)
      .thenMatching({ type: 'TaskGiven' });
  });
  it('needs another text where it is secret anew', () => {
    given(...secret, text, lifted)
      .when(assign())
      .thenMatching(given_);
    given(...secret, text, lifted, asked)
      .when(assign())
      .thenRefused('TextForUnitsFirst');
  });
  it('that had it before it was imported has it as it was', () =>
    given(...secret)
      .when(assign('importer'))
      .thenMatching(given_));
});
