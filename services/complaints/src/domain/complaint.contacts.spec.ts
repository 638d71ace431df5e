import { closedBox, registration } from '@sunlit/casework/testing';
import type { ComplaintFact } from './complaint.events.js';
import {
  CAME,
  accepted,
  answered,
  as,
  command,
  due,
  given,
  on,
  open,
  registered,
  stated,
  working,
} from './complaint.scenes.js';

const SYSTEM = as('system');
const OTHER = 'complaint-0178c3ce-9900-7030-b030-303030303033';
const THIRD = 'consultation-0178c3ce-9900-7030-b030-303030303044';
const again = { source: '12328', medium: 'phone', purpose: 'chase-up' };
const added = (more: object = {}): ComplaintFact =>
  ({ type: 'ContactAdded', data: { ...again, taker: 'a', ...more } }) as ComplaintFact;

describe('a contact', () => {
  it('that opens a complaint is told in the append that registers it', () => {
    const contact = { callId: 'C-1', startedAt: '2021-04-12T01:59:00.000Z' };
    given()
      .when(command('RegisterCase', registration('complaint', { contact })))
      .then(registered, { type: 'ContactOpened', data: { ...contact, taker: 'a' } }, accepted, due);
  });
  it('ends after it began, which lies in the past', () => {
    const ends = { startedAt: '2021-04-12T01:59:00.000Z', endedAt: '2021-04-12T01:58:00.000Z' };
    given()
      .when(command('RegisterCase', registration('complaint', { contact: ends })))
      .thenRefused('InvalidInput');
    given(...open)
      .when(command('AddContact', { ...again, startedAt: '2031-04-12T01:59:00.000Z' }))
      .thenRefused('InTheFuture');
  });
  it('is added to a complaint, answered or not, and moves neither its status nor its clock', () => {
    const said = closedBox('said.v1', 'k1');
    given(...open)
      .when(command('AddContact', { ...again, said }))
      .then(added({ said }));
    given(...answered)
      .when(command('AddContact', again))
      .then(added());
    given(...working, added())
      .when(command('DraftReply', { text: '已整改' }))
      .then({ type: 'ReplyDrafted', data: { unit: 'buses', round: 1, text: '已整改' } });
  });
  it('to withdraw it withdraws it, unless it is answered', () => {
    const withdrawal = { ...again, purpose: 'withdrawal' };
    given(...open)
      .when(command('AddContact', { ...withdrawal, note: '已解决' }))
      .then(added({ purpose: 'withdrawal', note: '已解决' }), { type: 'CaseWithdrawn', data: { reason: '已解决' } });
    given(...answered)
      .when(command('AddContact', withdrawal))
      .then(added({ purpose: 'withdrawal' }));
  });
  it('comes from a source and by a medium there is, after the complaint', () => {
    given(...open)
      .when(command('AddContact', { ...again, medium: 'pigeon' }))
      .thenRefused('UnknownCode');
    given(...open)
      .when(command('AddContact', again, stated('2021-04-11T02:00:00.000Z', CAME)))
      .thenRefused('BeforeWhatItAnswers');
  });
});

describe('a flag on the person', () => {
  const flagged = (until: string): ComplaintFact => ({ type: 'PersonFlagged', data: { flag: 'needs-care', until } });
  const flag = (until: string, more: object = {}) =>
    command('FlagPerson', { flag: 'needs-care', until }, { ...on(CAME), ...more });
  it('holds until a day, and no longer than the office allows', () => {
    given(...open)
      .when(flag('2021-05-01'))
      .then(flagged('2021-05-01'));
    given(...open)
      .when(flag('2021-07-11'))
      .then(flagged('2021-07-11'));
    given(...open)
      .when(flag('2021-07-12'))
      .thenRefused('FlagTooLong');
    given(...open)
      .when(flag('2021-04-11'))
      .thenRefused('InvalidInput');
  });
  it('is given once, anew until another day, and removed', () => {
    given(...open, flagged('2021-05-01'))
      .when(flag('2021-05-01'))
      .thenNothing();
    given(...open, flagged('2021-05-01'))
      .when(flag('2021-06-01'))
      .then(flagged('2021-06-01'));
    given(...open, flagged('2021-05-01'))
      .when(command('RemoveFlag', { flag: 'needs-care' }))
      .then({ type: 'FlagRemoved', data: { flag: 'needs-care' } });
    given(...open)
      .when(command('RemoveFlag', { flag: 'needs-care' }))
      .thenRefused('NotFlagged');
  });
  it('is one the office gives, on somebody who was not erased', () => {
    given(...open)
      .when(command('FlagPerson', { flag: 'rich', until: '2021-05-01' }, on(CAME)))
      .thenRefused('UnknownCode');
    given(...open, { type: 'PersonalDataErased', data: { parts: ['caller'], keys: ['k1'] } })
      .when(flag('2021-05-01'))
      .thenRefused('Erased');
  });
});

describe('a complaint joined into another', () => {
  const joined: ComplaintFact = { type: 'CaseJoined', data: { into: OTHER, hold: 'h1' } };
  const unjoined: ComplaintFact = { type: 'CaseUnjoined', data: { from: OTHER, hold: 'h1' } };
  const join = (hold = 'h1') => command('JoinCase', { into: OTHER, hold }, SYSTEM);
  const unjoin = (hold = 'h1') => command('UnjoinCase', { from: OTHER, hold }, SYSTEM);

  it('is so once, for the hold that asked for it', () => {
    given(...working)
      .when(join())
      .then(joined);
    given(...working, joined)
      .when(join())
      .thenNothing();
    given(...working, joined)
      .when(join('h2'))
      .thenRefused('Joined');
  });
  it('is worked on no more, and is where it was when it is released', () => {
    given(...working, joined)
      .when(command('DraftReply', { text: '已整改' }))
      .thenRefused('WrongState');
    given(...working, joined)
      .when(command('AddContact', again))
      .thenRefused('Joined');
    given(...working, joined)
      .when(unjoin())
      .then(unjoined);
    given(...working, joined, unjoined)
      .when(command('DraftReply', { text: '已整改' }))
      .then({ type: 'ReplyDrafted', data: { unit: 'buses', round: 1, text: '已整改' } });
  });
  it('gets no notice, and every notice again once it is released', () => {
    const remind = command('RemindDeadline', { dueOn: '2021-04-28' }, on('2021-05-06T01:00:00.000Z', 'system'));
    given(...working, joined)
      .when(remind)
      .thenNothing();
    given(...working, joined, unjoined)
      .when(remind)
      .then({ type: 'DeadlineReminded', data: { dueOn: '2021-04-28', superviseOn: '2021-05-12' } });
  });
  it('is never joined by a hold that has ended, however late that comes', () => {
    const calledOff: ComplaintFact = { type: 'HoldCalledOff', data: { from: OTHER, hold: 'h1', what: 'join' } };
    given(...working)
      .when(unjoin())
      .then(calledOff);
    for (const ended of [calledOff, unjoined]) {
      given(...working, ...(ended === unjoined ? [joined] : []), ended)
        .when(join())
        .thenRefused('NotHeld');
      given(...working, ...(ended === unjoined ? [joined] : []), ended)
        .when(unjoin())
        .thenNothing();
    }
    given(...working, joined)
      .when(unjoin('h2'))
      .then({ type: 'HoldCalledOff', data: { from: OTHER, hold: 'h2', what: 'join' } });
  });
});

describe('a complaint that holds others', () => {
  const held: ComplaintFact = { type: 'DuplicateHeld', data: { duplicate: OTHER } };
  it('is joined into none, nor voided, nor declined, until each has said that it is free', () => {
    given(...open, held)
      .when(command('JoinCase', { into: THIRD, hold: 'h' }, SYSTEM))
      .thenRefused('HoldsOthers');
    given(...open, held)
      .when(command('VoidCase', { reason: '误录' }))
      .thenRefused('HoldsOthers');
    given(...open, held)
      .when(command('DeclineCase', { ground: 'not-transport' }))
      .thenRefused('HoldsOthers');
  });
  it('releases what it holds, once', () => {
    given(...open)
      .when(command('ReleaseDuplicate', { duplicate: OTHER, reason: '两件事' }))
      .thenRefused('NotHeld');
    given(...open, held)
      .when(command('HoldDuplicate', { duplicate: OTHER }))
      .thenNothing();
  });
  it('lets those that follow go when its person withdraws', () => {
    const follows: ComplaintFact = { type: 'FollowerHeld', data: { follower: OTHER } };
    given(...open, follows)
      .when(command('WithdrawCase', { reason: '已解决' }))
      .then(
        { type: 'CaseWithdrawn', data: { reason: '已解决' } },
        {
          type: 'FollowerReleased',
          data: { follower: OTHER, hold: expect.any(String) as never, reason: '牵头事项已撤回' },
        },
      );
  });
});

describe('a complaint answered before', () => {
  const data = { answered: OTHER, number: 'TS-2021-000009', event: 'e9', note: '无新内容' };
  const declined: ComplaintFact = { type: 'CaseDeclinedAsAnswered', data };
  it('is declined naming that answer, and accepted after all where that was wrong', () => {
    given(...open)
      .when(command('DeclineAsAnswered', data))
      .then(declined);
    given(...open, declined)
      .when(command('DeclineAsAnswered', data))
      .thenNothing();
    given(...open, declined)
      .when(command('AcceptCase', {}))
      .then(accepted);
  });
  it('not while a unit has it', () =>
    given(...working)
      .when(command('DeclineAsAnswered', data))
      .thenRefused('WrongState'));
});
