import { Unavailable } from '@sunlit/kernel';
import { failureOf } from './failures.js';

const clientError = (members: object): Error => Object.assign(new Error('with hunter2'), members);

describe('what an error of the KurrentDB client means', () => {
  it.each([
    ['away', { type: 'unavailable' }],
    ['too slow', { type: 'deadline-exceeded' }],
    ['timed out', { type: 'timeout' }],
    ['failing over', { type: 'not-leader' }],
    ['full', { type: 'unknown', code: 8 }],
    ['of a reason it cannot name', { type: 'unknown' }],
    ['of discovery, which has no type', {}],
  ])('is Unavailable: %s', (_, members) => {
    const failure = failureOf('kurrentdb://host', clientError(members));
    expect(failure).toBeInstanceOf(Unavailable);
    expect(failure.message).toMatch(/^kurrentdb:\/\/host: .*重试.*try again/);
    expect(failure.message).not.toContain('hunter2');
  });

  it.each([
    [{ type: 'access-denied' }, /拒绝访问.*account and password/],
    [{ type: 'maximum-append-size-exceeded' }, /MaxAppendSize/],
    [{ type: 'append-record-size-exceeded' }, /MaxAppendEventSize/],
    [{ type: 'stream-deleted' }, /restore it from a backup/],
    [{ type: 'unknown', code: 3 }, /请求被拒绝/],
    [{ type: 'invalid-argument' }, /请求被拒绝/],
  ])('is an Error that says what to do: %j', (members, text) => {
    const failure = failureOf('kurrentdb://host', clientError(members));
    expect(failure).not.toBeInstanceOf(Unavailable);
    expect(failure.message).toMatch(text);
    expect(failure.message).not.toContain('hunter2');
  });

  it('leaves a bug and what is translated already as they are', () => {
    for (const error of [new TypeError('x'), new Unavailable('y')]) expect(failureOf('z', error)).toBe(error);
  });
});
