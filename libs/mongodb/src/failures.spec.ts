import { Unavailable } from '@sunlit/kernel';
import mongoose from 'mongoose';
import { failureOf } from './failures.js';

const { MongoError, MongoServerError, MongoNetworkError, MongoInvalidArgumentError } = mongoose.mongo;

/** The driver keeps this class to itself. */
class MongoWaitQueueTimeoutError extends MongoError {
  override get name(): string {
    return 'MongoWaitQueueTimeoutError';
  }
}

const PLACE = 'mongodb://h:1/office';
const SUBJECT = { zh: '数据库', en: 'database' };
const meaning = (error: unknown) => failureOf(PLACE, SUBJECT, error);
const said = (description: object) => meaning(new MongoServerError(description as never));

describe('an error of MongoDB', () => {
  it.each([10107, 11600, 91, 50, 18, 64, 14031, 175])(
    'is Unavailable where nothing is said against the request (%i)',
    (code) => {
      expect(said({ message: 'x', code })).toBeInstanceOf(Unavailable);
    },
  );

  it('is Unavailable where the driver lost the connection or the server says so by a label', () => {
    expect(meaning(new MongoNetworkError('gone'))).toBeInstanceOf(Unavailable);
    expect(said({ message: 'x', code: 4711, errorLabels: ['RetryableWriteError'] })).toBeInstanceOf(Unavailable);
  });

  it('is Unavailable where no connection was free in time', () => {
    expect(meaning(new MongoWaitQueueTimeoutError('late'))).toBeInstanceOf(Unavailable);
  });

  it('is Unavailable where the other end hung up before the driver wrote', () => {
    const error = Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' });
    expect(meaning(error)).toBeInstanceOf(Unavailable);
  });

  it('says place and code, never what the server quoted', () => {
    const error = said({
      message: 'dup key: { phone: "13812345678" }',
      code: 11000,
      codeName: 'DuplicateKey',
    }) as Error;
    expect(error).not.toBeInstanceOf(Unavailable);
    expect(error.message).toMatch(/^mongodb:\/\/h:1\/office: .*11000 DuplicateKey/);
    expect(`${error.message} ${String(error.cause)} ${JSON.stringify(error)}`).not.toContain('138');
    expect((meaning(new MongoInvalidArgumentError('138')) as Error).message).not.toContain('138');
  });

  it('leaves a bug what it is', () => {
    const bug = new TypeError('bug');
    expect(meaning(bug)).toBe(bug);
  });
});
