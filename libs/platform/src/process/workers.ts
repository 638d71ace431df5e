import { Refused, type JsonObject, type Operations, type Rpc } from '@sunlit/kernel';

/** Long enough for a rebuild, or for everything to be caught up. */
const LONG = 3_600_000;
/** How long a service may take to say where it is, in ms: it is asked all the time, and whoever follows others waits for it. */
const AT_ONCE = 1_000;

interface Progress {
  readonly checkpoints: Readonly<Record<string, number>>;
  readonly lags: Readonly<Record<string, number>>;
}

/**
 * The operations of all services' workers as those of one: `positions`, `checkpoints` and `setAside` (asked of the services' apis, added up), `retry` and
 * `rebuild` (sent to the worker whose projection it is), `caughtUp` (resolves when none has anything left to do).
 */
export const workersOf = (rpc: Rpc, services: readonly string[]): Operations => {
  const progressOf = async (service: string): Promise<Progress> =>
    (await rpc.call(`${service}.api`, 'checkpoints', {})) as unknown as Progress;

  const checkpoints = async () => {
    const all = await Promise.all(services.map(progressOf));
    const merged = (of: keyof Progress) => Object.assign({}, ...all.map((one) => one[of])) as Record<string, number>;
    return { checkpoints: merged('checkpoints'), lags: merged('lags') };
  };

  /** Of those who answer at once: one service that is away or hangs stops nobody's live queries. */
  const positions = async (): Promise<JsonObject> => {
    const ask = (service: string) => rpc.call(`${service}.api`, 'positions', {}, { deadline: AT_ONCE });
    const all = await Promise.allSettled(services.map(ask));
    const answered = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value['positions']] : []));
    return { positions: Object.assign({}, ...answered) as JsonObject };
  };

  const send = async (
    operation: string,
    payload: { readonly projection: string } & JsonObject,
  ): Promise<JsonObject> => {
    const known: string[] = [];
    for (const service of services) {
      const names = Object.keys((await rpc.call(`${service}.api`, 'positions', {}))['positions'] as JsonObject);
      if (names.includes(payload.projection))
        return rpc.call(`${service}.worker`, operation, payload, { deadline: LONG });
      known.push(...names);
    }
    throw new Refused('InvalidInput', { field: 'projection', problem: `is none of ${known.join(', ')}` });
  };

  /** What one service's policies append another has yet to take: so until nothing moved in a whole round. */
  const caughtUp = async (): Promise<JsonObject> => {
    for (let before = ''; ;) {
      for (const service of services) await rpc.call(`${service}.worker`, 'caughtUp', {}, { deadline: LONG });
      const after = JSON.stringify(await checkpoints());
      if (after === before) return {};
      before = after;
    }
  };

  return {
    positions,
    checkpoints,
    caughtUp,
    setAside: async () => {
      const all = await Promise.all(services.map((service) => rpc.call(`${service}.api`, 'setAside', {})));
      return { items: all.flatMap(({ items }) => items as unknown as JsonObject[]) };
    },
    retry: (payload: { projection: string; stream: string }) => send('retry', payload),
    rebuild: (payload: { projection: string }) => send('rebuild', payload),
  };
};
