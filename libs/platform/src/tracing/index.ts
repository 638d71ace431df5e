import type { Tracing } from './tracing.js';

export { observedBy, tracedPolicies, tracedProjections } from './observers.js';
export { tracedCalls, tracedPublisher, tracedRpc, tracedStore } from './ports.js';
export { traceRequests, type TraceRequestsOptions } from './requests.js';
export { noTracing, type Attributes, type SpanOptions, type Tracing } from './tracing.js';

export interface OpenTracingOptions {
  /** Where an OTLP collector answers over HTTP, `http://collector:4318`; spans go to its `/v1/traces` as JSON. */
  readonly endpoint: string;
  readonly service: string;
  readonly role: string;
  /** Which part of the traces begun here is kept, from 0 to 1. */
  readonly ratio: number;
  /** Told how many spans the collector did not take, at most once a minute. */
  readonly onTrouble?: (lostSpans: number) => void;
}

/** Begins to trace; the SDK is loaded here and only then. A collector that is away is no error: spans are dropped and told of. */
export const openTracing = async (options: OpenTracingOptions): Promise<Tracing> => {
  const { otlpTracing } = await import('./otlp.js');
  return otlpTracing(options);
};
