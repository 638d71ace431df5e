import type { SpanContext } from '@opentelemetry/api';

const SHAPE = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:$|-)/;
const NOTHING = /^0+$/;

/** What a W3C `traceparent` (Trace Context, §3.2) says; null where it is none, as for anything a stranger may have sent. */
export const parsed = (traceparent: string | undefined): SpanContext | null => {
  const [, version, traceId, spanId, flags] = SHAPE.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || version === 'ff' || NOTHING.test(traceId) || NOTHING.test(spanId)) return null;
  return { traceId, spanId, traceFlags: parseInt(flags!, 16) & 1, isRemote: true };
};

/** The `traceparent` of a span. */
export const written = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${(traceFlags & 1).toString().padStart(2, '0')}`;
