import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationFrom } from './configuration.js';
import { kafkaConnection } from './kafka-place.js';

const PASSWORD = 'p@ss:w/rd?';
const SECRET = encodeURIComponent(PASSWORD);

const connectionOf = (url: string) => kafkaConnection(configurationFrom({ SUNLIT_EVENT_BUS: url }, '/').eventBus);

describe('the place of a Kafka', () => {
  it.each([
    ['kafka://broker:9092', { brokers: ['broker:9092'] }],
    ['kafka://a:9092,[::1]:9093/?prefix=test-1', { brokers: ['a:9092', '[::1]:9093'], prefix: 'test-1' }],
    ['kafka+ssl://a:9093,b:9093', { brokers: ['a:9093', 'b:9093'], ssl: true }],
    [
      `kafka://sunlit:${SECRET}@a:9092`,
      { brokers: ['a:9092'], sasl: { mechanism: 'scram-sha-512', username: 'sunlit', password: PASSWORD } },
    ],
    [
      `kafka+ssl://sun%40lit:${SECRET}@a:9093,b:9093?mechanism=plain&prefix=x`,
      {
        brokers: ['a:9093', 'b:9093'],
        prefix: 'x',
        ssl: true,
        sasl: { mechanism: 'plain', username: 'sun@lit', password: PASSWORD },
      },
    ],
  ])('is read from %s', (url, expected) => {
    expect(connectionOf(url)).toEqual(expected);
  });

  it('names the file of an authority of its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sunlit '));
    const ca = join(folder, 'ca.pem');
    writeFileSync(ca, 'the certificate');
    const url = `kafka+ssl://a:9093?ca=${encodeURIComponent(ca)}`;
    expect(connectionOf(url)).toEqual({ brokers: ['a:9093'], ssl: { ca: ['the certificate'] } });
    rmSync(folder, { recursive: true });
    expect(() => connectionOf(url)).toThrow(`SUNLIT_EVENT_BUS: ca=${ca} cannot be read (ENOENT)`);
  });

  it.each([
    ['kafka://broker', 'host:port'],
    ['kafka:broker:9092', 'host:port'],
    [`kafka://sunlit:${SECRET}@`, 'host:port'],
    [`kafka://sunlit:${PASSWORD}@a:9092`, 'percent-encoded'],
    ['kafka://sunlit@a:9092', 'user:password@'],
    ['kafka://:@a:9092', 'user:password@'],
    [`kafka://sunlit:%E0%A4%A@a:9092`, 'percent-encoded'],
    [`kafka://sunlit:${SECRET}@a:9092?mechanism=oauthbearer`, 'mechanism'],
    ['kafka://a:9092?mechanism=plain', 'mechanism'],
    ['kafka://a:9092?ca=/ca.pem', 'kafka+ssl'],
    ['kafka+ssl://a:9092?ca=ca.pem', 'absolute'],
    [`kafka://sunlit:${SECRET}@a:9092?pasword=${SECRET}`, 'pasword'],
  ])('is refused when the process starts, and nothing of it is quoted: %s', (url, why) => {
    const problem = () => configurationFrom({ SUNLIT_EVENT_BUS: url }, '/');
    expect(problem).toThrow(why);
    expect(problem).toThrow(/^SUNLIT_EVENT_BUS/);
    for (const secret of [PASSWORD, SECRET, 'p@ss'])
      expect(problem).not.toThrow(new RegExp(secret.replace(/[?]/g, '\\?')));
  });
});
