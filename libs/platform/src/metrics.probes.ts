import { Counter, Gauge, type Registry } from 'prom-client';
import { Unavailable, type Rpc } from '@sunlit/kernel';

/** How long a scrape waits for what it asks, in ms: longer than readiness waits for a store, well under Prometheus' own 10 s. */
export const SCRAPE_WITHIN = 3000;

/** What a scrape asks, and how long it waits for an answer. */
export interface Probed {
  readonly worker: { readonly rpc: Rpc; readonly service: string } | null;
  readonly ready: (() => Promise<boolean>) | null;
  /** Takes up what a thread has counted. */
  readonly thread: (() => Promise<void>) | null;
  readonly within: number;
}

/** What the worker operation `checkpoints` answers. Without `lags` a lag is what lies between the head and the checkpoint. */
interface Checkpoints {
  readonly checkpoints: Readonly<Record<string, number>>;
  readonly lags?: Readonly<Record<string, number>>;
  readonly head: number;
}

const lagsOf = ({ checkpoints, lags, head }: Checkpoints): readonly (readonly [string, number])[] =>
  lags
    ? Object.entries(lags)
    : Object.entries(checkpoints).map(([name, position]) => [name, Math.max(0, head - position)]);

const RELAY = 'relay.';

const countBy = (items: readonly { readonly projection: string }[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { projection } of items) counts.set(projection, (counts.get(projection) ?? 0) + 1);
  return counts;
};

/** Asks, waiting at most `ms`; while an earlier question is still open no further one is asked, so that a store that hangs collects none. */
const bounded = (ms: number, ask: () => Promise<void>): (() => Promise<void>) => {
  let open: Promise<void> | null = null;
  return async () => {
    if (open) throw new Unavailable('An earlier scrape still waits for its answer.');
    open = ask().finally(() => (open = null));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Unavailable(`No answer within ${ms} ms.`)), ms);
    });
    await Promise.race([open, late]).finally(() => clearTimeout(timer));
  };
};

interface Probe {
  readonly what: string;
  /** Asks, and fills its gauges. Its answer may come after the scrape has gone on: then it shows at the next one. */
  readonly ask: () => Promise<void>;
  /** Takes back what was known. */
  readonly forget: () => void;
}

const workerProbes = (
  registry: Registry,
  { rpc, service }: NonNullable<Probed['worker']>,
  deadline: number,
): readonly Probe[] => {
  const gauge = (name: string, help: string, label: string) =>
    new Gauge({ name, help, labelNames: [label], registers: [registry] });
  const behind = 'Events between the end of what is read and the checkpoint';
  const reached = 'How far it has read: rises with every step, so that it stands still shows';
  const projections = gauge('sunlit_projection_lag_events', behind, 'projection');
  const projectionsAt = gauge('sunlit_projection_position', reached, 'projection');
  const relays = gauge('sunlit_relay_lag_events', behind, 'relay');
  const relaysAt = gauge('sunlit_relay_position', reached, 'relay');
  const aside = gauge('sunlit_set_aside_streams', 'Streams set aside, waiting to be retried', 'projection');
  const forgetLags = (): void => [projections, projectionsAt, relays, relaysAt].forEach((one) => one.reset());
  const ask = <T>(operation: string): Promise<T> =>
    rpc.call(service, operation, {}, { deadline }) as Promise<unknown> as Promise<T>;
  return [
    {
      what: 'lags',
      forget: forgetLags,
      ask: async () => {
        const answer = await ask<Checkpoints>('checkpoints');
        forgetLags();
        for (const [name, lag] of lagsOf(answer)) {
          const position = answer.checkpoints[name] ?? 0;
          if (name.startsWith(RELAY)) {
            const relay = name.slice(RELAY.length);
            relays.set({ relay }, lag);
            relaysAt.set({ relay }, position);
          } else {
            projections.set({ projection: name }, lag);
            projectionsAt.set({ projection: name }, position);
          }
        }
      },
    },
    {
      what: 'set-aside',
      forget: () => aside.reset(),
      ask: async () => {
        const { items } = await ask<{ items: readonly { projection: string }[] }>('setAside');
        aside.reset();
        for (const [projection, count] of countBy(items)) aside.set({ projection }, count);
      },
    },
  ];
};

const readyProbe = (registry: Registry, ready: () => Promise<boolean>): Probe => {
  const gauge = new Gauge({
    name: 'sunlit_ready',
    help: '1 where the process can do its work, 0 where it cannot or does not know',
    registers: [registry],
  });
  return { what: 'ready', forget: () => gauge.set(0), ask: async () => gauge.set((await ready()) ? 1 : 0) };
};

/** Registers what is asked at each scrape; the function given back asks, all at once, and resolves within `within` ms or so whatever fails. */
export const probes = (registry: Registry, { worker, ready, thread, within }: Probed): (() => Promise<void>) => {
  const errors = new Counter({
    name: 'sunlit_scrape_errors_total',
    help: 'How often something a scrape asks did not answer in time, or with an error; its metrics are absent then',
    labelNames: ['what'],
    registers: [registry],
  });
  const all = [
    ...(worker ? workerProbes(registry, worker, within) : []),
    ...(ready ? [readyProbe(registry, ready)] : []),
    ...(thread ? [{ what: 'thread', ask: thread, forget: () => undefined }] : []),
  ];
  const asking = all.map(({ what, ask, forget }) => {
    errors.inc({ what }, 0);
    const once = bounded(within, ask);
    return () =>
      once().catch(() => {
        forget();
        errors.inc({ what });
      });
  });
  return async () => void (await Promise.all(asking.map((ask) => ask())));
};
