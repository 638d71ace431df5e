import {
  Refused,
  Unavailable,
  WrongExpectedRevision,
  type EventStore,
  type JsonObject,
  type Rpc,
  type StoredEvent,
} from '@sunlit/kernel';
import { metrics, threadMetrics } from './metrics.js';

const NEVER = new Promise<never>(() => undefined);

/** A worker that answers as it is told. */
const workerOf = (answers: Record<string, () => Promise<JsonObject>>) => {
  const asked: string[] = [];
  const rpc: Rpc = {
    call: async (service, operation) => {
      asked.push(`${service}.${operation}`);
      return answers[operation]!();
    },
  };
  return { rpc, asked };
};

const lags = async () => ({
  checkpoints: { 'complaint-desk.v2': 90, 'figures.v1': 7, 'relay.complaints': 88 },
  lags: { 'complaint-desk.v2': 10, 'figures.v1': 2, 'relay.complaints': 12 },
  head: 100,
});
const aside = async () => ({ items: [{ projection: 'figures.v1' }, { projection: 'figures.v1' }] });

const lines = (text: string, of: string): string[] => text.split('\n').filter((line) => line.startsWith(of));

describe('the metrics', () => {
  it('tell how far projections and relays have come, and what is set aside, as the worker says', async () => {
    const { rpc, asked } = workerOf({ checkpoints: lags, setAside: aside });
    const text = await metrics(rpc, { workerService: 'complaints.worker', ready: async () => true }).text();
    expect(asked).toEqual(['complaints.worker.checkpoints', 'complaints.worker.setAside']);
    expect(lines(text, 'sunlit_')).toEqual(
      expect.arrayContaining([
        'sunlit_projection_lag_events{projection="complaint-desk.v2"} 10',
        'sunlit_projection_position{projection="complaint-desk.v2"} 90',
        'sunlit_projection_lag_events{projection="figures.v1"} 2',
        'sunlit_relay_lag_events{relay="complaints"} 12',
        'sunlit_relay_position{relay="complaints"} 88',
        'sunlit_set_aside_streams{projection="figures.v1"} 2',
        'sunlit_ready 1',
        'sunlit_scrape_errors_total{what="lags"} 0',
      ]),
    );
    expect(lines(text, 'process_resident_memory_bytes')).toHaveLength(1);
  });

  it('reckon the lag from the head where the worker says none', async () => {
    const { rpc } = workerOf({ checkpoints: async () => ({ checkpoints: { a: 90 }, head: 100 }), setAside: aside });
    expect(await metrics(rpc).text()).toContain('sunlit_projection_lag_events{projection="a"} 10');
  });

  it('show of a process without a worker only what it does', async () => {
    const text = await metrics(null).text();
    expect(text).not.toMatch(/sunlit_\w*(lag|position|set_aside|ready)/);
    expect(text).toContain('sunlit_append_seconds');
  });

  it('come though what they ask is away, fails or hangs: that is absent, and counted', async () => {
    let away = false;
    const { rpc, asked } = workerOf({
      checkpoints: () => (away ? NEVER : lags()),
      setAside: () => (away ? Promise.reject(new Unavailable('away')) : aside()),
    });
    const ready = async () => (away ? Promise.reject(new Error('away')) : true);
    const shown = metrics(rpc, { ready, scrapeWithin: 20 });
    expect(lines(await shown.text(), 'sunlit_projection_lag_events{')).toHaveLength(2);
    away = true;
    for (const scrape of [1, 2]) {
      const text = await shown.text();
      expect(text).not.toMatch(/^sunlit_(projection|relay|set_aside)\w*\{/m);
      expect(text).toContain('sunlit_ready 0');
      for (const what of ['lags', 'set-aside', 'ready'])
        expect(text).toContain(`sunlit_scrape_errors_total{what="${what}"} ${scrape}`);
    }
    // While the first question is open no further one is asked.
    expect(asked.filter((operation) => operation === 'worker.checkpoints')).toHaveLength(2);
  });

  it('count calls once by outcome, refusals by code', async () => {
    const errors = [new Refused('NotYourCase'), new Unavailable('away'), new Error('internal')];
    const rpc: Rpc = { call: async () => (errors.length ? Promise.reject(errors.shift()!) : {}) };
    const shown = metrics(null);
    for (let call = 0; call < 4; call++)
      await shown
        .measured(rpc)
        .call('complaints', 'command', {})
        .catch(() => undefined);
    const text = await shown.text();
    for (const outcome of ['ok', 'refused', 'unavailable', 'failed'])
      expect(text).toContain(
        `sunlit_rpc_seconds_count{service="complaints",operation="command",outcome="${outcome}"} 1`,
      );
    expect(text).toContain('sunlit_refusals_total{service="complaints",code="NotYourCase"} 1');
  });

  it('count appends by outcome, and what is begun again', async () => {
    const errors = [new WrongExpectedRevision('a-1', 0, 1), new Unavailable('full')];
    const append = async () => (errors.length ? Promise.reject(errors.shift()!) : { revision: 0, position: 1 });
    const shown = metrics(null);
    const store = shown.measuredStore({ append } as unknown as EventStore);
    for (let call = 0; call < 3; call++) await store.append('a-1', [], -1).catch(() => undefined);
    shown.onFailure('complaint-desk.v2');
    const text = await shown.text();
    for (const outcome of ['ok', 'lost-race', 'unavailable'])
      expect(text).toContain(`sunlit_append_seconds_count{outcome="${outcome}"} 1`);
    expect(text).toContain('sunlit_failures_total{what="complaint-desk.v2"} 1');
  });

  it('add up what a thread counts, and keep it while the thread is silent', async () => {
    const thread = threadMetrics();
    let silent = false;
    const shown = metrics(null, { thread: () => (silent ? NEVER : thread.told()), scrapeWithin: 20 });
    for (const failing of [shown, thread, thread]) failing.onFailure('timers');
    const rpc: Rpc = { call: async () => ({}) };
    for (const { measured } of [shown, thread]) await measured(rpc).call('complaints', 'command', {});
    for (const errors of [0, 1]) {
      const text = await shown.text();
      expect(text).toContain('sunlit_failures_total{what="timers"} 3');
      expect(lines(text, 'sunlit_rpc_seconds_bucket{le="+Inf"')).toEqual([expect.stringMatching(/ 2$/)]);
      expect(text).toContain(`sunlit_scrape_errors_total{what="thread"} ${errors}`);
      const types = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
      expect(new Set(types).size).toBe(types.length);
      silent = true;
    }
  });

  it('tell how late documents are, for what was recorded since the start and written', async () => {
    const at = (ms: number) => ({ meta: { recordedAt: new Date(ms).toISOString() } }) as StoredEvent;
    const shown = metrics(null);
    let now = 10_000;
    const observe = shown.written(() => now);
    now = 10_300;
    await observe('desk.v1', [at(9_999), at(10_000), at(10_200)], async () => void (now += 100));
    await observe('desk.v1', [at(10_000)], () => Promise.reject(new Unavailable('away'))).catch(() => undefined);
    const text = await shown.text();
    expect(text).toContain('sunlit_event_to_document_seconds_count{projection="desk.v1"} 2');
    expect(lines(text, 'sunlit_event_to_document_seconds_sum')[0]).toMatch(/ 0\.6/);
  });
});
