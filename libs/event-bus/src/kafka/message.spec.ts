import { publishedChecks } from '@sunlit/contracts/testing';
import type { PublicEvent } from '@sunlit/kernel';
import type { KafkaMessage } from 'kafkajs';
import { UNREADABLE, eventOf, messageOf } from './message.js';

const event: PublicEvent = {
  id: 'e1',
  source: 'notices',
  type: 'NoticeSaid',
  subject: 'notice-1',
  sequence: 3,
  time: '2021-03-31T16:00:00.000Z',
  stated: true,
  recordedat: '2021-04-12T02:00:00.000Z',
  unit: '热线',
  trace: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  data: { n: Number.MAX_SAFE_INTEGER, text: '阳光 😀' },
};
const origin = { service: 'notices', topic: 'sunlit.notices.v1', partition: 2 };

/** As it comes from the broker. */
const arrived = (said: PublicEvent, changes: Record<string, string | null> = {}): KafkaMessage => {
  const { key, value, headers } = messageOf(said);
  const all = Object.entries({ ...headers, ...changes }).filter(([, text]) => text !== null);
  return {
    key: Buffer.from(key as string),
    value: Buffer.from(value as string),
    headers: Object.fromEntries(all.map(([name, text]) => [name, Buffer.from(text as string)])),
    offset: '41',
    timestamp: '1618192800000',
    attributes: 0,
  };
};

/** As others parse it. */
const parsed = (said: PublicEvent) => {
  const { value, headers } = messageOf(said);
  return { headers: { ...headers }, data: JSON.parse(value as string) as unknown };
};

describe('a message on Kafka', () => {
  it('is what was published: its headers, and its body by its type', () => {
    const { message } = publishedChecks();
    const assigned = { ...event, source: 'complaints', type: 'CaseAssigned', data: { unit: 'hotline', round: 1 } };
    const { unit: _unit, trace: _trace, ...bare } = { ...assigned, stated: false, sequence: 0 };
    for (const said of [assigned, bare]) expect(message(parsed(said))).toEqual([]);
    const wrong = { ...assigned, sequence: -1, time: '2021-03-31', data: { unit: 'hotline', round: 'one' } };
    expect(new Set(message(parsed(wrong)).map((problem) => problem.split(' ')[0]))).toEqual(
      new Set(['/ce_sequence', '/ce_time', '/round']),
    );
  });

  it('is read as what was written', () => {
    expect(eventOf(arrived(event), origin)).toEqual({ event });
    const { unit: _unit, trace: _trace, ...bare } = { ...event, stated: false };
    expect(eventOf(arrived(bare), origin)).toEqual({ event: bare });
  });

  it.each(['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time', 'ce_recordedat'])(
    'without %s stands at its place in its stream as one nobody can read',
    (name) => {
      const { event: found, why } = eventOf(arrived(event, { [name]: null }), origin);
      expect(found).toMatchObject({ type: UNREADABLE, source: 'notices', subject: 'notice-1', sequence: 3, data: {} });
      expect(why).toBeDefined();
    },
  );

  it('without its place in the stream stands after all there could be', () => {
    for (const place of [null, '', '-1', '1.5', '99999999999999999', 'many'])
      expect(eventOf(arrived(event, { ce_sequence: place }), origin).event).toEqual({
        id: 'e1',
        source: 'notices',
        type: UNREADABLE,
        subject: 'notice-1',
        sequence: Number.MAX_SAFE_INTEGER,
        time: '2021-04-12T02:00:00.000Z',
        recordedat: '2021-04-12T02:00:00.000Z',
        stated: false,
        data: {},
      });
  });

  it('says why without quoting it', () => {
    const spoilt = { ...arrived(event), value: Buffer.from('{"phone": 138') };
    expect(eventOf(spoilt, origin).why).toBe('the body is no JSON');
  });
});
