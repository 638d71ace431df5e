import { Counter, Histogram, type Registry } from 'prom-client';
import { Refused, Unavailable, WrongExpectedRevision } from '@sunlit/kernel';
import type { Observe } from '@sunlit/runner';
import type { Measures } from './metrics.js';
import { recordedAtOf } from './tracing/observers.js';

const FAST = [0.001, 0.005, 0.025, 0.1, 0.5, 2, 10];
const LATE = [0.005, 0.025, 0.1, 0.25, 1, 5, 30, 120];

const outcomeOf = (error: unknown): string => {
  if (error instanceof Refused) return 'refused';
  if (error instanceof Unavailable) return 'unavailable';
  return error instanceof WrongExpectedRevision ? 'lost-race' : 'failed';
};

/** Runs the work and tells, with its outcome, that it is over; `told` never changes what the work gives. */
const timed = async <T>(work: () => Promise<T>, told: (outcome: string, error?: unknown) => void): Promise<T> => {
  try {
    const answer = await work();
    told('ok');
    return answer;
  } catch (error) {
    told(outcomeOf(error), error);
    throw error;
  }
};

const rpcMeasures = (registry: Registry): Measures['measured'] => {
  const seconds = new Histogram({
    name: 'sunlit_rpc_seconds',
    help: 'Time an operation took, as its caller saw it; outcome: ok, refused, unavailable, failed',
    labelNames: ['service', 'operation', 'outcome'],
    buckets: FAST,
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'sunlit_refusals_total',
    help: 'Commands and queries refused by a rule',
    labelNames: ['service', 'code'],
    registers: [registry],
  });
  return (rpc) => ({
    call: (service, operation, payload, options) => {
      const done = seconds.startTimer({ service, operation });
      return timed(
        () => rpc.call(service, operation, payload, options),
        (outcome, error) => {
          done({ outcome });
          if (error instanceof Refused) refusals.inc({ service, code: error.code });
        },
      );
    },
  });
};

const storeMeasures = (registry: Registry): Measures['measuredStore'] => {
  const seconds = new Histogram({
    name: 'sunlit_append_seconds',
    help: 'Time until an append was durable; outcome: ok, lost-race, unavailable, failed',
    labelNames: ['outcome'],
    buckets: FAST,
    registers: [registry],
  });
  return (store) => ({
    read: (stream, from) => store.read(stream, from),
    append: (stream, events, expected) => {
      const done = seconds.startTimer();
      return timed(
        () => store.append(stream, events, expected),
        (outcome) => void done({ outcome }),
      );
    },
    subscribe: (options) => store.subscribe(options),
    head: () => store.head(),
    close: () => store.close(),
  });
};

/** What a process measures of its own doing. */
export const measures = (registry: Registry): Measures => {
  const failures = new Counter({
    name: 'sunlit_failures_total',
    help: 'How often something stopped with an error and was begun again',
    labelNames: ['what'],
    registers: [registry],
  });
  const lateness = new Histogram({
    name: 'sunlit_event_to_document_seconds',
    help: 'From the recording of an event until its documents were written; events older than the process are left out',
    labelNames: ['projection'],
    buckets: LATE,
    registers: [registry],
  });
  const written = (clock: () => number, since = clock()): Observe => {
    return async (projection, events, work) => {
      await work();
      const now = clock();
      for (const recordedAt of events.map(recordedAtOf))
        if (recordedAt >= since) lateness.observe({ projection }, Math.max(0, now - recordedAt) / 1000);
    };
  };
  return {
    measured: rpcMeasures(registry),
    measuredStore: storeMeasures(registry),
    onFailure: (what) => failures.inc({ what }),
    written,
  };
};
