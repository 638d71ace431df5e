import type { Clock, Projected } from '@sunlit/kernel';
import type { Observe } from '@sunlit/runner';
import { noTracing, type Tracing } from './tracing.js';

/** Older events are a replay, not what follows from a command somebody waits for: they get no span. In ms. */
const FOLLOWED_FOR = 15 * 60_000;

const traceOf = (event: Projected): string | undefined => ('subject' in event ? event.trace : event.meta.trace);

/** When the event was recorded, ms since 1970. */
export const recordedAtOf = (event: Projected): number =>
  Date.parse('subject' in event ? event.recordedat : event.meta.recordedAt);

const attributesOf = (name: string, event: Projected) => ({
  'sunlit.projection': name,
  'sunlit.stream': 'subject' in event ? event.subject : event.stream,
  'sunlit.type': event.type,
});

/** The `observe` of projections: an event that carries a trace gets the span `project <name>` in it, once its documents are written. */
export const tracedProjections = (tracing: Tracing, clock: Clock): Observe | undefined =>
  tracing === noTracing
    ? undefined
    : async (name, events, work) => {
        const startedAt = clock();
        await work();
        for (const event of events) {
          const trace = traceOf(event);
          if (trace === undefined || startedAt - recordedAtOf(event) > FOLLOWED_FOR) continue;
          tracing.handled(`project ${name}`, [trace], attributesOf(name, event), startedAt);
        }
      };

/** The `observe` of policies: what an event that carries a trace makes happen is the span `policy <name>` in it, and so are its commands. */
export const tracedPolicies = (tracing: Tracing): Observe | undefined =>
  tracing === noTracing
    ? undefined
    : async (name, events, work) => {
        const [event] = events;
        const parent = event && traceOf(event);
        if (!event || parent === undefined) return work();
        const { 'sunlit.projection': policy, ...attributes } = attributesOf(name, event);
        const options = { parent, kind: 'consumer', attributes: { ...attributes, 'sunlit.policy': policy } } as const;
        return tracing.span(`policy ${name}`, options, work);
      };

/** One `observe` out of several, the first the outermost; none where there are none. */
export const observedBy = (...observers: readonly (Observe | undefined)[]): Observe | undefined =>
  observers
    .filter((observer) => observer !== undefined)
    .reduceRight<Observe | undefined>(
      (inner, outer) => (inner ? (name, events, work) => outer(name, events, () => inner(name, events, work)) : outer),
      undefined,
    );
