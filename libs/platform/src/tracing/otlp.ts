import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace';
import { sdkTracing } from './opentelemetry.js';
import type { OpenTracingOptions } from './index.js';
import type { Tracing } from './tracing.js';

/** How often a collector that is away is told of, in ms. */
const TOLD_EVERY = 60_000;

/** Spans waiting to be sent: above it they are dropped. */
const QUEUE = 2048;

/** Tells how many spans were lost, at once and then at most once a minute. */
const watched = (exporter: SpanExporter, onTrouble: (lostSpans: number) => void): SpanExporter => {
  let lost = 0;
  let toldAt = -Infinity;
  const lose = (spans: number): void => {
    lost += spans;
    if (performance.now() - toldAt < TOLD_EVERY) return;
    toldAt = performance.now();
    onTrouble(lost);
    lost = 0;
  };
  return {
    export: (spans, taken) =>
      exporter.export(spans, (result) => {
        if (result.code !== 0) lose(spans.length);
        taken({ code: 0 });
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
};

/** Traces that go to an OTLP collector over HTTP, in batches, behind a bounded queue. */
export const otlpTracing = ({
  endpoint,
  service,
  role,
  ratio,
  onTrouble = () => undefined,
}: OpenTracingOptions): Tracing => {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: 2500, concurrencyLimit: 2 });
  const processor = new BatchSpanProcessor({
    exporter: watched(exporter, onTrouble),
    maxQueueSize: QUEUE,
    maxExportBatchSize: 256,
    scheduledDelayMillis: 2000,
    exportTimeoutMillis: 3000,
  });
  return sdkTracing({ service, role, ratio, processor });
};
