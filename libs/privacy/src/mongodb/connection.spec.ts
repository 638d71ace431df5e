import { Unavailable } from '@sunlit/kernel';
import mongoose from 'mongoose';
import { failureOf } from './connection.js';

const { MongoError, MongoInvalidArgumentError, MongoNetworkError } = mongoose.mongo;
const PLACE = 'mongodb://h:1/office-keys';

/** The driver keeps this class to itself. */
class MongoWaitQueueTimeoutError extends MongoError {
  override get name(): string {
    return 'MongoWaitQueueTimeoutError';
  }
}

describe('an error of MongoDB to the key store', () => {
  it.each<[string, Error]>([
    ['lost the connection', new MongoNetworkError('gone')],
    ['had no connection free in time', new MongoWaitQueueTimeoutError('late')],
    ['was hung up on just before it wrote', Object.assign(new Error('This socket has been ended'), { code: 'EPIPE' })],
  ])('is Unavailable where the driver %s', (_, error) => {
    expect(failureOf(PLACE, error)).toBeInstanceOf(Unavailable);
  });

  it('is no passing one where the driver refused the request, and a bug stays what it is', () => {
    const refused = failureOf(PLACE, new MongoInvalidArgumentError('13900001234'));
    expect(refused).not.toBeInstanceOf(Unavailable);
    expect((refused as Error).message).not.toContain('139');
    const bug = new TypeError('bug');
    expect(failureOf(PLACE, bug)).toBe(bug);
  });
});
