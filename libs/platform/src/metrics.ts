import { AggregatorRegistry, collectDefaultMetrics, Registry } from 'prom-client';
import type { EventStore, JsonObject, Rpc } from '@sunlit/kernel';
import type { Observe } from '@sunlit/runner';
import { measures } from './metrics.measures.js';
import { probes, SCRAPE_WITHIN, type Probed } from './metrics.probes.js';

export interface MetricsOptions {
  /** The worker's name as an rpc service: `worker` by default, `complaints.worker` where it is a process of its own. */
  readonly workerService?: string;
  /** Whether the process is ready, as its readiness probe says; without it `sunlit_ready` is not shown. */
  readonly ready?: () => Promise<boolean>;
  /** What `threadMetrics` in a thread of this process tells: added to what the process itself counts. */
  readonly thread?: () => Promise<JsonObject>;
  /** How long a scrape waits for what it asks, in ms; 3000 by default. */
  readonly scrapeWithin?: number;
}

/** What is counted and measured where it happens. */
export interface Measures {
  /** The same rpc, its calls measured: each call once, where it is made. */
  measured(rpc: Rpc): Rpc;
  /** The same store, its appends measured. */
  measuredStore(store: EventStore): EventStore;
  /** To be told of whatever is begun again after an error. */
  onFailure(what: string): void;
  /** The `observe` of projections: how long after its recording an event's documents are written, for events recorded since `since` (ms since 1970). */
  written(clock: () => number, since?: number): Observe;
}

/** The metrics of a process. */
export interface Metrics extends Measures {
  /** Prometheus' text format. Never rejects nor hangs: what does not answer in time is left out and counted in `sunlit_scrape_errors_total`. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What a thread counts, for the process it is in to show. */
export const threadMetrics = (): Measures & { told(): Promise<JsonObject> } => {
  const registry = new Registry();
  return { ...measures(registry), told: async () => ({ metrics: (await registry.getMetricsAsJSON()) as never }) };
};

/**
 * What `/metrics` shows, whatever role a process has. `worker`, where the process has or knows one, is asked for lags and set-aside streams
 * at each scrape. Labels are names of the program, never data.
 */
export const metrics = (worker: Rpc | null, options: MetricsOptions = {}): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const asked: Probed = {
    worker: worker && { rpc: worker, service: options.workerService ?? 'worker' },
    ready: options.ready ?? null,
    thread: options.thread
      ? async () => void (thread = (await options.thread!())['metrics'] as unknown as readonly object[])
      : null,
    within: options.scrapeWithin ?? SCRAPE_WITHIN,
  };
  const own = new Registry();
  // Once known it is kept while the thread does not answer: a counter that goes back would be read as counting anew.
  let thread: readonly object[] = [];
  const refresh = probes(registry, asked);
  const counted = async (): Promise<string> =>
    options.thread ? AggregatorRegistry.aggregate([await own.getMetricsAsJSON(), thread]).metrics() : own.metrics();
  const text = async (): Promise<string> => {
    await refresh();
    return `${await registry.metrics()}\n${await counted()}`;
  };
  return { text, contentType: registry.contentType, ...measures(own) };
};
