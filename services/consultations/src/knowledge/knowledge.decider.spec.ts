import { testRules } from '@sunlit/casework/testing';
import type { AnswerText } from '@sunlit/contracts';
import { specification } from '@sunlit/kernel/testing';
import { knowledge, mayBeGiven } from './knowledge.decider.js';
import type { KnowledgeFact } from './knowledge.events.js';
import { missingAnswer } from './missing-answer.decider.js';

const rules = testRules('consultations');
const given = specification(knowledge(rules));

const text: AnswerText = {
  question: '公交卡丢了怎么补办?',
  answer: '持身份证到公交卡服务网点挂失补办。',
  category: 'bus',
  policy: { title: '城市公交一卡通管理办法' },
};
const other = { ...text, answer: '在服务网点或小程序挂失补办。' };
// The past of a specification is written by account `a`.
const proposed: KnowledgeFact = { type: 'AnswerProposed', data: text };
const revised: KnowledgeFact = { type: 'AnswerRevised', data: other };
const approved: KnowledgeFact = { type: 'AnswerApproved', data: {} };
const sentBack: KnowledgeFact = { type: 'AnswerSentBack', data: { reason: '请写明网点' } };
const published: KnowledgeFact = { type: 'AnswerPublished', data: { edition: 1 } };
const retired: KnowledgeFact = { type: 'AnswerRetired', data: { reason: '办法废止' } };

const reviewer = { meta: { by: { account: 'r', role: 'reviewer' } } };
const command = <T extends string>(type: T, data: object = {}, more: object = {}) => ({ type, data, ...more }) as never;
const approve = command('ApproveAnswer', {}, reviewer);
const publish = command('PublishAnswer', {}, reviewer);

describe('an answer of the knowledge base', () => {
  it('is proposed, once', () => {
    given().when(command('ProposeAnswer', text)).then(proposed);
    given(proposed).when(command('ProposeAnswer', text)).thenNothing();
  });
  it('is about a category the office has', () =>
    given()
      .when(command('ProposeAnswer', { ...text, category: 'moon' }))
      .thenRefused('UnknownCode'));
  it('ends no earlier than it begins', () =>
    given()
      .when(command('ProposeAnswer', { ...text, validFrom: '2021-05-01', validUntil: '2021-04-30' }))
      .thenRefused('InvalidInput'));
  it('is approved by another than who wrote it', () => {
    given(proposed).when(approve).then(approved);
    given(proposed).when(command('ApproveAnswer')).thenRefused('OwnText');
    given(proposed, approved).when(approve).thenNothing();
  });
  it('is judged by nobody who had a hand in it, be it in an earlier draft', () =>
    given(proposed, revised)
      .when(command('SendBackAnswer', { reason: '?' }))
      .thenRefused('OwnText'));
  it('is approved as it was read', () => {
    given(proposed)
      .when(command('ApproveAnswer', { revision: 0 }, reviewer))
      .then(approved);
    given(proposed, revised)
      .when(command('ApproveAnswer', { revision: 0 }, reviewer))
      .thenRefused('TextChangedSince');
  });
  it('is sent back with a reason, and waits for another text', () => {
    given(proposed)
      .when(command('SendBackAnswer', sentBack.data, reviewer))
      .then(sentBack);
    given(proposed, sentBack).when(approve).thenRefused('NothingToReview');
    given(proposed, sentBack).when(command('ReviseAnswer', other)).then(revised);
  });
  it('is published once it is approved', () => {
    given(proposed).when(publish).thenRefused('NotApproved');
    given(proposed, approved).when(publish).then(published);
    given(proposed, approved, published).when(publish).thenNothing();
  });
  it('is not published when its time is over', () =>
    given({ type: 'AnswerProposed', data: { ...text, validUntil: '2021-04-11' } }, approved)
      .when(publish)
      .thenRefused('InvalidInput'));
  it('is revised: the edit voids the review, and the published text stands until the new one is published', () => {
    given(proposed, approved, revised).when(publish).thenRefused('NotApproved');
    const state = given(proposed, approved, published, revised).state();
    expect(state).toMatchObject({ edition: 1, published: text, draft: { text: other, is: 'proposed' } });
    given(proposed, approved, published, revised, approved)
      .when(publish)
      .then({ type: 'AnswerPublished', data: { edition: 2 } });
  });
  it('is revised to another text only', () =>
    given(proposed, approved, published).when(command('ReviseAnswer', text)).thenNothing());
  it('is not replaced by what does not hold yet', () =>
    given(
      proposed,
      approved,
      published,
      { type: 'AnswerRevised', data: { ...other, validFrom: '2021-05-01' } },
      approved,
    )
      .when(publish)
      .thenRefused('InvalidInput'));
  it('is retired with a reason, and nothing is done to it afterwards', () => {
    given(proposed, approved, published).when(command('RetireAnswer', retired.data)).then(retired);
    given(proposed, retired).when(command('RetireAnswer', retired.data)).thenNothing();
    for (const one of [command('ReviseAnswer', other), approve, publish])
      given(proposed, approved, retired).when(one).thenRefused('AnswerRetired');
  });
  it('has to be there', () => {
    for (const one of [command('ReviseAnswer', other), approve, publish, command('RetireAnswer', retired.data)])
      given().when(one).thenRefused('NoSuchAnswer');
  });
  it('may be given while it is published and holds', () => {
    const holds = (...facts: readonly KnowledgeFact[]) => mayBeGiven(given(...facts).state(), '2021-04-12');
    expect(holds(proposed, approved)).toBe(false);
    expect(holds(proposed, approved, published)).toBe(true);
    expect(holds(proposed, approved, published, revised)).toBe(true);
    expect(holds(proposed, approved, published, retired)).toBe(false);
    const until = (validUntil: string): KnowledgeFact => ({ type: 'AnswerProposed', data: { ...text, validUntil } });
    expect(holds(until('2021-04-12'), approved, published)).toBe(true);
    expect(holds(until('2021-04-11'), approved, published)).toBe(false);
  });
});

describe('a question without an answer', () => {
  const asked = specification(missingAnswer(rules));
  const question = { question: '网约车可以用哪些车型?', category: 'taxi' };
  const noted = { type: 'MissingAnswerNoted', data: question } as const;
  const knowledge = 'knowledge-01a20cbc-7fc5-7792-8b5a-aeda95dfc031';
  const settled = { type: 'MissingAnswerSettled', data: { knowledge } } as const;
  const settle = command('SettleMissingAnswer', { question: 'missinganswer-x', knowledge });

  it('is noted each time it comes up', () => asked(noted).when(command('NoteMissingAnswer', question)).then(noted));
  it('is settled once there is one, and missing again when it comes up again', () => {
    asked(noted).when(settle).then(settled);
    asked(noted, settled).when(settle).thenNothing();
    asked(noted, settled).when(command('NoteMissingAnswer', question)).then(noted);
    asked().when(settle).thenRefused('NoSuchQuestion');
  });
});
