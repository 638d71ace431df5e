import { Unavailable } from '@sunlit/kernel';
import { KafkaJSConnectionError, KafkaJSProtocolError } from 'kafkajs';
import { asOurs, TopicUnusable } from './errors.js';

const refused = (type: string) => new KafkaJSProtocolError(Object.assign(new Error(type), { type, code: 1 }));

describe('an error of Kafka', () => {
  it('is Unavailable where trying again can help', () => {
    const gone = new KafkaJSConnectionError('Connection error', { broker: 'kafka:9092' });
    for (const cause of [gone, refused('NOT_ENOUGH_REPLICAS'), refused('REQUEST_TIMED_OUT'), 'nothing'])
      expect(asOurs('to publish', cause)).toBeInstanceOf(Unavailable);
  });

  it('says what to do where it cannot', () => {
    const error = asOurs('to publish', refused('TOPIC_AUTHORIZATION_FAILED'));
    expect(error).not.toBeInstanceOf(Unavailable);
    expect(error.message).toMatch(/^Kafka refuses to publish \(TOPIC_AUTHORIZATION_FAILED\): give this user/);
  });

  it('is left as it is where it is ours already', () => {
    const ours = new TopicUnusable('sunlit.letters.v1 has more than 1000 partitions: fill a new topic.');
    expect(asOurs('to find the topics', ours)).toBe(ours);
  });
});
