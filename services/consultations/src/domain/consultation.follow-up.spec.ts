import { dueSince, registeredFact, registration, testRules } from '@sunlit/casework/testing';
import { specification } from '@sunlit/kernel/testing';
import { consultation } from './consultation.decider.js';
import type { ConsultationFact } from './consultation.events.js';

const rules = testRules('consultations');
const given = specification(consultation(rules));
const CAME = '2021-04-12T02:00:00.000Z';
const command = <T extends string, D>(type: T, data: D, more: object = {}) => ({ type, data, ...more }) as never;
const as = (role: string) => ({ meta: { by: { account: 'x', role } } });

const accepted: ConsultationFact = { type: 'CaseAccepted', data: {} };
const atOnce: ConsultationFact = { type: 'AnsweredAtFirstContact', data: { text: '好' } };
const chosen: ConsultationFact = { type: 'FollowUpSelected', data: { round: 1, by: 'rule', rule: 'all' } };
const reached: ConsultationFact = { type: 'FollowUpAttempted', data: { outcome: 'reached', round: 1 } };
const rated: ConsultationFact = { type: 'FollowUpRated', data: { level: 2, round: 1 } };
const aside: ConsultationFact = { type: 'RatingSetAside', data: { round: 1, ground: 'mistaken' } };
const restored: ConsultationFact = { type: 'RatingRestored', data: { round: 1, reason: '无误' } };

/** A request for help is called back by this office's rule; a question has no rule. */
const openOf = (kind: string) =>
  [registeredFact('consultation', { kind }), accepted, dueSince(rules, kind, CAME)] as const;
const help = [...openOf('help'), atOnce, chosen] as const;
const question = [...openOf('consultation'), atOnce] as const;

describe('a consultation of a kind that the profile follows up', () => {
  it('is drawn when it is answered: at first contact, in the append that registers it, or by a unit', () => {
    given(...openOf('help'))
      .when(command('AnswerAtFirstContact', { text: '好' }))
      .then(atOnce, chosen);
    const stream = 'consultation-11111111-1111-4111-8111-111111111111';
    const facts = given().when(command('RegisterCase', registration('help', { answer: '好', stream })));
    expect(facts.facts().slice(-2)).toEqual([atOnce, chosen]);
    expect(facts.facts()[0]!.data).not.toHaveProperty('stream');
    given(
      ...openOf('help'),
      { type: 'CaseAssigned', data: { unit: 'buses', round: 1 } },
      { type: 'ReplyApproved', data: { round: 1 } },
    )
      .when(command('DeliverReply', { how: 'phone' }))
      .then({ type: 'ReplyDelivered', data: { how: 'phone', round: 1 } }, chosen);
  });
  it('is called about and rated as a complaint is, once a round', () => {
    const call = command('AttemptFollowUp', { outcome: 'reached', level: 2 });
    given(...help)
      .when(call)
      .then(reached, rated);
    given(...help, reached, rated)
      .when(command('AttemptFollowUp', { outcome: 'reached', level: 5 }, { meta: { at: '2021-04-20T02:00:00.000Z' } }))
      .thenRefused('AlreadyRated');
    given(...help, reached, rated)
      .when(command('RateCase', { level: 5 }))
      .thenRefused('AlreadyRated');
  });
  it('is given up once it was called in vain on as many days as the rule has it: nobody closes it', () => {
    const silent: ConsultationFact = { type: 'FollowUpAttempted', data: { outcome: 'no-answer', round: 1 } };
    const again = { meta: { at: '2021-04-20T02:00:00.000Z', recordedAt: '2021-04-20T02:00:00.000Z' } };
    given(...help)
      .when(command('AttemptFollowUp', { outcome: 'no-answer' }))
      .then(silent);
    given(...help, silent)
      .when(command('AttemptFollowUp', { outcome: 'no-answer' }, again))
      .then(silent, { type: 'FollowUpGivenUp', data: { round: 1, attempts: 2 } });
    given(...help, silent)
      .when(command('AttemptFollowUp', { outcome: 'reached' }, again))
      .then(reached);
  });
  it('has its rating set aside and restored by a reviewer', () => {
    given(...help, reached, rated)
      .when(command('SetRatingAside', { ground: 'mistaken' }, as('reviewer')))
      .then(aside);
    given(...help, reached, rated, aside)
      .when(command('RestoreRating', { reason: '无误' }, as('reviewer')))
      .then(restored);
  });
});

describe('a consultation of another kind', () => {
  it('is not drawn, and nobody calls', () => {
    given(...openOf('consultation'))
      .when(command('AnswerAtFirstContact', { text: '好' }))
      .then(atOnce);
    given(...question)
      .when(command('AttemptFollowUp', { outcome: 'reached', level: 5 }))
      .thenRefused('NotSelected');
  });
  it('is called about where somebody picks it by hand, with a reason', () => {
    const byHand: ConsultationFact = { type: 'FollowUpSelected', data: { round: 1, by: 'hand', reason: '来电人要求' } };
    given(...question)
      .when(command('SelectForFollowUp', { reason: '来电人要求' }))
      .then(byHand);
    given(...question, byHand)
      .when(command('AttemptFollowUp', { outcome: 'reached', level: 2 }))
      .then(reached, rated);
    given(...help)
      .when(command('SelectForFollowUp', { reason: '来电人要求' }))
      .thenRefused('SelectedAlready');
  });
});
