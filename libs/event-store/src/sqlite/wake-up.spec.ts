import { Worker } from 'node:worker_threads';
import { wakeUp } from './wake-up.js';

/** Longer than a test may take: whoever wakes up was woken. */
const NEVER = 3_600_000;
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
    const news = wakeUp('/poll', 1);
    await news.next(news.announced(), awake);
    expect(news.announced()).toBe(0);
    news.close();
  });
});
