import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Refused, type Rpc } from '@sunlit/kernel';

const countBy = (items: readonly { readonly projection: string }[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { projection } of items) counts.set(projection, (counts.get(projection) ?? 0) + 1);
  return counts;
};

/** What the worker role says of itself. */
const workerOf = (rpc: Rpc) => ({
  positions: async () => {
    const { checkpoints, head } = await rpc.call('worker', 'checkpoints', {});
    return { checkpoints: checkpoints as Record<string, number>, head: head as number };
  },
  setAside: async () => {
    const { items } = await rpc.call('worker', 'setAside', {});
    return countBy(items as unknown as { projection: string }[]);
  },
});

/**
 * What `/metrics` shows, in Prometheus' text format; lag and set-aside streams are asked of the worker at each scrape. Labels are names of
 * the program, never data.
 */
export const metrics = (worker: Rpc) => {
  const { positions, setAside } = workerOf(worker);
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const lag = new Gauge({
    name: 'sunlit_projection_lag_events',
    help: 'Log positions between the head and the checkpoint',
    labelNames: ['projection'],
    registers: [registry],
    collect: async () => {
      const { checkpoints, head } = await positions();
      for (const [projection, at] of Object.entries(checkpoints)) lag.set({ projection }, Math.max(0, head - at));
    },
  });
  const aside = new Gauge({
    name: 'sunlit_set_aside_streams',
    help: 'Streams set aside, waiting to be retried',
    labelNames: ['projection'],
    registers: [registry],
    collect: async () => {
      aside.reset();
      for (const [projection, count] of await setAside()) aside.set({ projection }, count);
    },
  });
  const labelNames = ['service', 'operation', 'outcome'] as const;
  const seconds = new Histogram({
    name: 'sunlit_rpc_seconds',
    help: 'Time an operation took',
    labelNames,
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'sunlit_refusals_total',
    help: 'Commands and queries refused by a rule',
    labelNames: ['service', 'code'],
    registers: [registry],
  });

  /** The same rpc, its calls measured. */
  const measured = (rpc: Rpc): Rpc => ({
    call: async (service, operation, payload, options) => {
      const done = seconds.startTimer({ service, operation });
      try {
        const answer = await rpc.call(service, operation, payload, options);
        done({ outcome: 'ok' });
        return answer;
      } catch (error) {
        done({ outcome: error instanceof Refused ? 'refused' : 'failed' });
        if (error instanceof Refused) refusals.inc({ service, code: error.code });
        throw error;
      }
    },
  });

  return { text: () => registry.metrics(), contentType: registry.contentType, measured };
};
