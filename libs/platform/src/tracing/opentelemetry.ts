import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags, type Context, type Span } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';
import { Refused, WrongExpectedRevision } from '@sunlit/kernel';
import { parsed, written } from './trace-parent.js';
import type { SpanOptions, Tracing } from './tracing.js';

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;

/** How long `shutdown` waits for the last spans to be taken, in ms. */
const LAST_WORDS = 3000;

const kept = (span: Span | undefined): span is Span =>
  span !== undefined && (span.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0;

/** What an error leaves in a span: its name; a refusal its code; a lost race is no failure, it is decided again. */
const blame = (span: Span, error: unknown): void => {
  if (error instanceof Refused) return void span.setAttribute('sunlit.refused', error.code);
  if (error instanceof WrongExpectedRevision) return void span.setAttribute('sunlit.lost_race', true);
  span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
  span.setStatus({ code: SpanStatusCode.ERROR });
};

const under = (traceparent: string | undefined): Context | null => {
  const context = parsed(traceparent);
  return context && trace.setSpanContext(ROOT_CONTEXT, context);
};

export interface SdkOptions {
  readonly service: string;
  readonly role: string;
  /** Which part of the traces begun here is kept, from 0 to 1; those begun elsewhere are kept as was drawn there. */
  readonly ratio: number;
  readonly processor: SpanProcessor;
}

/** Traces by the SDK. It keeps its context to itself: nothing global is set, so several may be in one process. */
export const sdkTracing = ({ service, role, ratio, processor }: SdkOptions): Tracing => {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.namespace': 'sunlit',
      'service.name': `sunlit-${service}`,
      'sunlit.role': role,
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [processor],
    spanLimits: { attributeValueLengthLimit: 200, attributeCountLimit: 32 },
  });
  const tracer = provider.getTracer('sunlit');
  const contexts = new AsyncLocalStorageContextManager().enable();
  const active = (): Span | undefined => trace.getSpan(contexts.active());

  /** Under what a span begins; null: there is none to begin. */
  const from = ({ parent, root }: SpanOptions): Context | null => {
    const given = under(parent);
    if (given) return given;
    const span = active();
    if (span) return kept(span) ? contexts.active() : null;
    return root ? ROOT_CONTEXT : null;
  };

  return {
    current: () => {
      const span = active();
      return kept(span) ? written(span.spanContext()) : undefined;
    },
    span: async (name, options, work) => {
      const context = from(options);
      if (!context) return work();
      const { kind = 'internal', attributes = {} } = options;
      const span = tracer.startSpan(name, { kind: KINDS[kind], attributes }, context);
      try {
        return await contexts.with(trace.setSpan(context, span), work);
      } catch (error) {
        blame(span, error);
        throw error;
      } finally {
        span.end();
      }
    },
    note: (attributes) => void active()?.setAttributes(attributes),
    handled: (name, parents, attributes, startedAt) => {
      for (const parent of parents) {
        const context = under(parent);
        if (!context || !kept(trace.getSpan(context))) continue;
        const startTime = startedAt !== undefined && { startTime: startedAt };
        tracer.startSpan(name, { kind: SpanKind.CONSUMER, attributes, ...startTime }, context).end();
      }
    },
    shutdown: async () => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, LAST_WORDS)));
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
    },
  };
};
