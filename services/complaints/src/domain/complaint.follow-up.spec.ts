import { chinaCalendar } from '@sunlit/calendar';
import { drawOf, rulesOf } from '@sunlit/casework';
import { testOffice } from '@sunlit/casework/testing';
import { specification } from '@sunlit/kernel/testing';
import type { FollowUpRule } from '@sunlit/platform';
import { complaint } from './complaint.decider.js';
import type { ComplaintFact } from './complaint.events.js';
import {
  answered,
  approved,
  as,
  command,
  delivered,
  drafted,
  given,
  on,
  rated,
  reached,
  working,
} from './complaint.scenes.js';

const DAY = 86_400_000;
const dayAfter = (days: number) => on(new Date(Date.parse('2021-04-20T02:00:00.000Z') + days * DAY).toISOString());
const attempt = (data: object, more: object = dayAfter(0)) => command('AttemptFollowUp', data, more);
const attempted = (outcome: 'no-answer' | 'reached' | 'wrong-number'): ComplaintFact => ({
  type: 'FollowUpAttempted',
  data: { outcome, round: 1 },
});

const under = (rule: Omit<FollowUpRule, 'kinds' | 'source'>) => {
  const followUp = { ...testOffice.followUp, rules: [{ kinds: ['complaint'], source: 'test', ...rule }] };
  return specification(complaint(rulesOf({ ...testOffice, followUp }, chinaCalendar, 'complaints')));
};
const deliver = command('DeliverReply', { how: 'phone' });
const selected: ComplaintFact = { type: 'FollowUpSelected', data: { round: 1, by: 'rule', rule: 'all' } };
const passedOver: ComplaintFact = { type: 'FollowUpPassedOver', data: { round: 1, rule: 'none' } };
const byHand: ComplaintFact = { type: 'FollowUpSelected', data: { round: 1, by: 'hand', reason: '群众反映强烈' } };

describe('who is followed up', () => {
  it('is everybody, without a word, where the profile has no rule for the kind', () =>
    given(...working, drafted, approved)
      .when(deliver)
      .then(delivered));
  it('is everybody, by the rule that says so', () =>
    under({ select: 'all' })(...working, drafted, approved)
      .when(deliver)
      .then(delivered, selected));
  it('or nobody', () =>
    under({ select: 'none' })(...working, drafted, approved)
      .when(deliver)
      .then(delivered, passedOver));
  it('or a share, drawn from the id of the case and the round alone', () => {
    const draw = (percent: number) => under({ select: 'share', percent })(...working, drafted, approved).when(deliver);
    // The stream of a specification is the same every time.
    const type = (percent: number) => {
      try {
        draw(percent).thenMatching(
          { type: 'ReplyDelivered' },
          { type: 'FollowUpSelected', data: { rule: `share-${percent}` } },
        );
        return 'selected';
      } catch {
        draw(percent).thenMatching(
          { type: 'ReplyDelivered' },
          { type: 'FollowUpPassedOver', data: { rule: `share-${percent}` } },
        );
        return 'passed over';
      }
    };
    const [low, high] = [type(0.01), type(99.99)];
    expect([low, high]).toEqual(['passed over', 'selected']);
  });
  it('draws close to the share that is asked for, otherwise in each round', () => {
    const ids = Array.from(
      { length: 20_000 },
      (_, n) => `complaint-5da6148b-409a-50fe-ac12-${n.toString(16).padStart(12, '0')}`,
    );
    const share = ids.filter((id) => drawOf(id, 1) < 3000).length / ids.length;
    expect(share).toBeGreaterThan(0.29);
    expect(share).toBeLessThan(0.31);
    const again = ids.filter((id) => drawOf(id, 1) < 3000 && drawOf(id, 2) < 3000).length / ids.length;
    expect(Math.abs(again - 0.09)).toBeLessThan(0.01);
  });
  it('draws what anybody can draw again', () =>
    // printf %s 5da6148b-409a-50fe-ac12-0c51703d8ffa.1 | sha256sum
    expect(drawOf('complaint-5da6148b-409a-50fe-ac12-0c51703d8ffa', 1)).toBe(7138));
  it('is not somebody who was passed over', () =>
    given(...answered, passedOver)
      .when(attempt({ outcome: 'reached' }))
      .thenRefused('NotSelected'));
  it('unless picked by hand, with a reason', () => {
    given(...answered, passedOver)
      .when(command('SelectForFollowUp', { reason: '群众反映强烈' }))
      .then(byHand);
    given(...answered, passedOver, byHand)
      .when(attempt({ outcome: 'reached' }))
      .then(reached);
  });
  it.each([[[]], [[selected]]])('and nobody is picked who is called anyway', (facts) =>
    given(...answered, ...facts)
      .when(command('SelectForFollowUp', { reason: '抽查' }))
      .thenRefused('SelectedAlready'),
  );
  it('does not keep a complaint that was passed over from being closed', () =>
    given(...answered, passedOver)
      .when(command('CloseCase', {}))
      .then({ type: 'CaseClosed', data: {} }));
});

describe('calls', () => {
  it('are made on different days', () => {
    const first = attempted('no-answer');
    given(...answered, first)
      .when(attempt({ outcome: 'no-answer' }, as('operator')))
      .thenRefused('AttemptedThatDay');
    given(...answered, first)
      .when(attempt({ outcome: 'no-answer' }, dayAfter(1)))
      .then(first);
  });
  it('as many days apart as the rule says', () => {
    const apart = under({ select: 'all', daysBetween: 30 });
    apart(...answered, selected, attempted('no-answer'))
      .when(attempt({ outcome: 'no-answer' }, dayAfter(5)))
      .thenRefused('AttemptedThatDay');
  });
  it('are as many as the rule says before a complaint is closed whose person was not reached', () => {
    const often = under({ select: 'all', attempts: 2 });
    const close = command('CloseCase', {});
    often(...answered, selected, attempted('no-answer'))
      .when(close)
      .thenRefused('FollowUpFirst');
    often(...answered, selected, attempted('no-answer'), attempted('no-answer'))
      .when(close)
      .then({ type: 'CaseClosed', data: {} });
    often(...answered, selected, attempted('wrong-number'))
      .when(close)
      .then({ type: 'CaseClosed', data: {} });
  });
  it('are none where the person turns out to have given no number', () => {
    const missing: ComplaintFact = { type: 'FollowUpNumberMissing', data: { round: 1 } };
    given(...answered)
      .when(attempt({ outcome: 'no-number' }))
      .then(missing);
    given(...answered, missing)
      .when(command('CloseCase', {}))
      .then({ type: 'CaseClosed', data: {} });
  });
});

describe('what the person says', () => {
  const solved = (is: 'yes' | 'partly' | 'no', reason?: string): ComplaintFact => ({
    type: 'FollowUpSolved',
    data: { round: 1, solved: is, ...(reason && { because: reason }) },
  });
  it('is five levels and whether it is solved', () =>
    given(...answered)
      .when(attempt({ outcome: 'reached', level: 5, solved: 'yes' }))
      .then(reached, rated, solved('yes')));
  it.each(['partly', 'no'] as const)('needs a reason where it is solved: %s', (is) => {
    given(...answered)
      .when(attempt({ outcome: 'reached', solved: is }))
      .thenRefused('ReasonNeeded');
    given(...answered)
      .when(attempt({ outcome: 'reached', solved: is, reason: 'slow' }))
      .then(reached, solved(is, 'slow'));
  });
  it('has a reason of the list', () =>
    given(...answered)
      .when(attempt({ outcome: 'reached', solved: 'no', reason: 'weather' }))
      .thenRefused('UnknownCode'));
  it('has one too where it is solved and the person dissatisfied, else none', () => {
    given(...answered)
      .when(attempt({ outcome: 'reached', level: 2, solved: 'yes', reason: 'slow', note: '拖了两周' }))
      .thenMatching({}, {}, { data: { solved: 'yes', because: 'slow', note: '拖了两周' } });
    given(...answered)
      .when(attempt({ outcome: 'reached', level: 4, solved: 'yes', reason: 'slow' }))
      .thenRefused('NoReasonNeeded');
  });
  it('is nothing without contact', () =>
    given(...answered)
      .when(attempt({ outcome: 'refused', solved: 'yes' }))
      .thenRefused('RatingNeedsContact'));
  it('is said once a round', () =>
    given(...answered, reached, solved('yes'))
      .when(attempt({ outcome: 'reached', solved: 'yes' }, dayAfter(1)))
      .thenRefused('AlreadyRated'));
  it('by a message or a device is kept apart, each once a round', () => {
    const received: ComplaintFact = { type: 'RatingReceived', data: { by: 'message', level: 2, round: 1 } };
    given(...answered, reached, rated)
      .when(command('RateBy', { medium: 'message', level: 2 }))
      .then(received);
    given(...answered, received)
      .when(command('RateBy', { medium: 'message', level: 5 }))
      .thenRefused('AlreadyRated');
    given(...answered, received)
      .when(command('RateBy', { medium: 'device', level: 5 }))
      .thenMatching({ data: { by: 'device' } });
    expect(given(...answered, received).state()).toMatchObject({ rated: false, attempts: 0 });
  });
});

describe('a rating', () => {
  const setAside = (data: object = { ground: 'mistaken' }, role = 'reviewer') =>
    command('SetRatingAside', data, as(role));
  const restore = (data: object = { reason: '复核无误' }) => command('RestoreRating', data, as('reviewer'));
  const aside = (round: number): ComplaintFact => ({ type: 'RatingSetAside', data: { round, ground: 'mistaken' } });
  const restored: ComplaintFact = { type: 'RatingRestored', data: { round: 1, reason: '复核无误' } };
  const twoRounds: readonly ComplaintFact[] = [
    ...answered,
    reached,
    rated,
    { type: 'CaseRedone', data: { round: 2, reason: '单位责任' } },
    { type: 'FollowUpRated', data: { level: 2, round: 2 } },
  ];

  it('is set aside by a reviewer, on a ground of the list', () => {
    given(...answered, reached, rated)
      .when(setAside())
      .then(aside(1));
    given(...answered, reached, rated)
      .when(setAside({ ground: 'mistaken' }, 'operator'))
      .thenRefused('NotAllowed');
    given(...answered, reached, rated)
      .when(setAside({ ground: 'dislike' }))
      .thenRefused('UnknownCode');
  });
  it('is there first', () =>
    given(...answered)
      .when(setAside())
      .thenRefused('NotRated'));
  it('is set aside once', () =>
    given(...answered, reached, rated, aside(1))
      .when(setAside())
      .thenNothing());
  it('that is set aside is not replaced in its round', () =>
    given(...answered, reached, rated, aside(1))
      .when(attempt({ outcome: 'reached', level: 5 }, dayAfter(1)))
      .thenRefused('AlreadyRated'));
  it('is restored, with a reason', () => {
    given(...answered, reached, rated, aside(1))
      .when(restore())
      .then(restored);
    given(...answered, reached, rated, aside(1), restored)
      .when(restore())
      .thenRefused('NotSetAside');
  });
  it('of any round is kept and can be set aside; without a word the last one', () => {
    given(...twoRounds)
      .when(setAside())
      .then(aside(2));
    given(...twoRounds)
      .when(setAside({ ground: 'mistaken', round: 1 }))
      .then(aside(1));
    expect(given(...twoRounds, aside(1)).state().ratings).toEqual({ 1: 'set-aside', 2: 'valid' });
  });
});
