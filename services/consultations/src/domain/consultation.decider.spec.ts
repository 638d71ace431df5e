import { dueSince, registeredFact, registration, testRules } from '@sunlit/casework/testing';
import { derivedId } from '@sunlit/kernel';
import { specification } from '@sunlit/kernel/testing';
import { consultation } from './consultation.decider.js';
import type { ConsultationFact } from './consultation.events.js';

const rules = testRules('consultations');
const given = specification(consultation(rules));
const CAME = '2021-04-12T02:00:00.000Z';

const registered = registeredFact('consultation');
const accepted: ConsultationFact = { type: 'CaseAccepted', data: {} };
const due = dueSince(rules, 'consultation', CAME);
const atOnce: ConsultationFact = { type: 'AnsweredAtFirstContact', data: { text: '早六点首班' } };
const assigned: ConsultationFact = { type: 'CaseAssigned', data: { unit: 'buses', round: 1 } };
const open = [registered, accepted, due] as const;

const system = { meta: { by: { account: 'system', role: 'system' } } };
const command = <T extends string, D>(type: T, data: D, more: object = {}) => ({ type, data, ...more }) as never;

describe('a consultation', () => {
  it('is answered at first contact, in the append that registers it', () =>
    given()
      .when(command('RegisterCase', registration('consultation', { answer: '早六点首班' })))
      .then(registered, accepted, due, atOnce));
  it('is not answered unless accepted', () =>
    given()
      .when(command('RegisterCase', registration('consultation', { answer: '好', accept: false })))
      .thenRefused('InvalidInput'));
  it('or answered at first contact by a command of its own', () =>
    given(...open)
      .when(command('AnswerAtFirstContact', { text: '早六点首班' }))
      .then(atOnce));
  it('names the answer of the knowledge base it was given, behind the answer or the draft', () => {
    const knowledge = `knowledge-${derivedId('answer')}`;
    const used: ConsultationFact = { type: 'KnowledgeUsed', data: { knowledge, edition: 2 } };
    given(...open)
      .when(command('AnswerAtFirstContact', { text: '早六点首班', knowledge, edition: 2 }))
      .then(atOnce, used);
    given()
      .when(command('RegisterCase', registration('consultation', { answer: '早六点首班', knowledge, edition: 2 })))
      .then(registered, accepted, due, atOnce, used);
    given(...open, assigned)
      .when(command('DraftReply', { text: '早六点', knowledge, edition: 2 }))
      .then({ type: 'ReplyDrafted', data: { unit: 'buses', round: 1, text: '早六点' } }, used);
    given()
      .when(command('RegisterCase', registration('consultation', { knowledge })))
      .thenRefused('InvalidInput');
  });
  it('which a unit can no longer do', () =>
    given(...open, assigned)
      .when(command('AnswerAtFirstContact', { text: '好' }))
      .thenRefused('AnsweredAlready'));
  it('is of a kind of this service', () =>
    given()
      .when(command('RegisterCase', registration('complaint')))
      .thenRefused('WrongService'));
  it('is due after three working days', () => expect(due.data.due.on).toBe('2021-04-15'));
  it('is rated once', () => {
    const rated: ConsultationFact = { type: 'CaseRated', data: { level: 4 } };
    given(...open, atOnce)
      .when(command('RateCase', { level: 4 }))
      .then(rated);
    given(...open, atOnce, rated)
      .when(command('RateCase', { level: 1 }))
      .thenRefused('AlreadyRated');
  });
  it('is not rated before it is answered', () =>
    given(...open)
      .when(command('RateCase', { level: 4 }))
      .thenRefused('WrongState'));
});

describe('a consultation that is a complaint', () => {
  const to = `complaint-${derivedId(derivedId('test-0', 'c', 0))}`;
  const handedOver: ConsultationFact = {
    type: 'CaseHandedOver',
    data: {
      to,
      kind: 'complaint',
      reason: '实为投诉',
      number: 'XX-2021-000001',
      came: { at: CAME, precision: 'second' },
      accepted: true,
      history: false,
      details: {
        kind: 'complaint',
        category: 'bus.route',
        source: '12328',
        medium: 'phone',
        urgency: 'normal',
        callerType: 'person',
        summary: '反映9路公交车未按站停靠',
      },
    },
  };
  const handOver = (kind = 'complaint') => command('HandOver', { kind, reason: '实为投诉' });
  it('is handed over to the case that its event leads to', () =>
    given(...open)
      .when(handOver())
      .then(handedOver));
  it('once', () =>
    given(...open, handedOver)
      .when(handOver())
      .thenNothing());
  it('only as a kind the complaints service takes', () =>
    given(...open)
      .when(handOver('help'))
      .thenRefused('WrongService'));
  it('not when it is answered', () =>
    given(...open, atOnce)
      .when(handOver())
      .thenRefused('WrongState'));
  it('is worked on here no more', () =>
    given(...open, handedOver)
      .when(command('AssignCase', { unit: 'buses' }))
      .thenRefused('WrongState'));
  it('is open again where it is not taken', () => {
    const refused: ConsultationFact = { type: 'HandoverRefused', data: { code: 'UnknownCode' } };
    given(...open, handedOver)
      .when(command('NoteHandoverRefused', { code: 'UnknownCode' }, system))
      .then(refused);
    given(...open, handedOver, refused)
      .when(command('AssignCase', { unit: 'buses' }))
      .then(assigned);
    given(...open, handedOver)
      .when(command('NoteHandoverRefused', { code: 'UnknownCode' }))
      .thenRefused('NotAllowed');
  });
  it('links an erasure with the case it became', () =>
    given(...open, handedOver)
      .when(command('ErasePersonalData', { part: 'all' }))
      .then({ type: 'PersonalDataErased', data: { parts: ['caller', 'subject'], keys: ['k1'], linked: to } }));
});
