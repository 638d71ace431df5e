import { Worker } from 'node:worker_threads';
import { wakeUp } from './wake-up.js';

/** Longer than a test may take: whoever wakes up was woken. */
const NEVER = { pollMs: 3_600_000 };
const awake = new AbortController().signal;

describe('waking up', () => {
  it('reaches other stores on the same file, not those on another', async () => {
    const [one, same, other] = [wakeUp('/a', NEVER), wakeUp('/a', NEVER), wakeUp('/b', NEVER)];
    const woken = same.next(same.announced(), awake);
    one.announce();
    await woken;
    expect(same.announced()).toBe(1);
    expect(other.announced()).toBe(0);
    for (const each of [one, same, other]) each.close();
  });

  it('reaches other threads', async () => {
    const here = wakeUp('/threads', NEVER);
    const woken = here.next(here.announced(), awake);
    const code = `const { BroadcastChannel, parentPort } = require('node:worker_threads');
      const channel = new BroadcastChannel('sunlit-event-store:/threads');
      parentPort.on('message', () => channel.postMessage(null));`;
    const thread = new Worker(code, { eval: true });
    thread.postMessage('announce');
    await woken;
    await thread.terminate();
    here.close();
  });

  it('misses nothing announced between looking and waiting', async () => {
    const news = wakeUp('/between', NEVER);
    const seen = news.announced();
    news.announce();
    await news.next(seen, awake);
    news.close();
  });

  it('ends waiting at abort and at close', async () => {
    const news = wakeUp('/ends', NEVER);
    const stop = new AbortController();
    const aborted = news.next(news.announced(), stop.signal);
    stop.abort();
    await aborted;
    await news.next(news.announced(), stop.signal);
    const closed = news.next(news.announced(), awake);
    news.close();
    await closed;
  });

  it('looks anyway after a while', async () => {
    const news = wakeUp('/poll', { pollMs: 1 });
    await news.next(news.announced(), awake);
    expect(news.announced()).toBe(0);
    news.close();
  });

  it('sees what another process wrote, asking only while somebody waits', async () => {
    let [asked, said] = [0, false];
    const news = wakeUp('/other', { ...NEVER, changed: () => ++asked > 0 && said });
    expect(asked).toBe(0);
    const woken = news.next(news.announced(), awake);
    said = true;
    await woken;
    expect(news.announced()).toBe(1);
    news.close();
  });

  it('wakes whoever waits where the file cannot be asked', async () => {
    const broken = (): boolean => {
      throw new Error('disk I/O error');
    };
    const news = wakeUp('/broken', { ...NEVER, changed: broken });
    await news.next(news.announced(), awake);
    news.close();
  });

  it('asks no more once the writer is known to share the process', async () => {
    let asked = 0;
    const told = wakeUp('/shared', { ...NEVER, changed: () => ++asked < 0 });
    const writer = wakeUp('/shared', NEVER);
    const first = told.next(told.announced(), awake);
    writer.announce();
    await first;
    const before = asked;
    const second = told.next(told.announced(), awake);
    await new Promise((resolve) => setImmediate(resolve));
    writer.announce();
    await second;
    expect(asked).toBe(before);
    for (const each of [told, writer]) each.close();
  });
});
