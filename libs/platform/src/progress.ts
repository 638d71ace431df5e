import { type JsonObject, type Operations, type Projection } from '@sunlit/kernel';
import { listSetAside } from '@sunlit/runner';
import type { ServiceContext, ServiceDefinition } from './service.js';

/** How far something that reads on by itself has come. */
export interface Progress {
  /** Rises whenever it has come further: a position of the log, or offsets added up. */
  readonly position: number;
  /** How much lies before it: log positions, or messages; 0 where it has caught up. */
  readonly lag: number;
}

/** The checkpoint of the relay of a service into its topic of this version. */
export const relayOf = (service: string, version: number): string =>
  version === 1 ? `relay.${service}` : `relay.${service}.v${version}`;

interface Reading {
  readonly context: Pick<ServiceContext, 'readStore' | 'store' | 'bus'>;
  readonly definitions: readonly ServiceDefinition[];
  /** The version of the topics relays fill; null: the bus is the log, there are no relays. */
  readonly relayed: number | null;
}

/** Names of what reads the log, each with its checkpoint. */
const ofTheLog = ({ definitions, relayed }: Reading): readonly (readonly [name: string, checkpoint: string])[] =>
  definitions.flatMap(({ name, projections, policies, tasks = [], publishes }) => [
    ...projections.map((projection) => [projection.name, projection.name] as const),
    ...policies.map((policy) => [policy.name, policy.name] as const),
    ...tasks.map((task) => [task.name, task.rebuild.checkpoint] as const),
    ...(relayed !== null && Object.keys(publishes).length > 0
      ? [[relayOf(name, relayed), relayOf(name, relayed)] as const]
      : []),
  ]);

const consumersOf = ({ definitions }: Reading): readonly Projection[] =>
  definitions.flatMap(({ consumers }) => consumers);

/** Offsets of several partitions as one number that rises with each of them. */
const sumOf = (offsets: ReadonlyMap<number, number>): number =>
  [...offsets.values()].reduce((sum, offset) => sum + Math.max(0, offset), 0);

const positionOf = async ({ context }: Reading, checkpoint: string): Promise<number> =>
  (await context.readStore.checkpoints(checkpoint)).get(0) ?? 0;

const gathered = async <T>(all: readonly Promise<readonly [string, T]>[]): Promise<ReadonlyMap<string, T>> =>
  new Map(await Promise.all(all));

/** How far everything that reads the log has come, by name, against this end of it. */
export const logProgress = (reading: Reading, head: number): Promise<ReadonlyMap<string, Progress>> =>
  gathered(
    ofTheLog(reading).map(async ([name, checkpoint]) => {
      const position = await positionOf(reading, checkpoint);
      return [name, { position, lag: Math.max(0, head - position) }] as const;
    }),
  );

/** How far every consumer of the bus has come, by name, against the present ends of the partitions of its services. */
export const busProgress = (reading: Reading): Promise<ReadonlyMap<string, Progress>> => {
  const { readStore, bus } = reading.context;
  return gathered(
    consumersOf(reading).map(async ({ name, categories }) => {
      const [ends, reached] = await Promise.all([bus.ends(categories), readStore.checkpoints(name)]);
      const lags = [...ends].map(([partition, end]) => Math.max(0, end - (reached.get(partition) ?? -1)));
      return [name, { position: sumOf(reached), lag: lags.reduce((sum, lag) => sum + lag, 0) }] as const;
    }),
  );
};

/** How far everything has come, by name, asked of the read store alone: cheap enough to be asked all the time. */
const positionsOf = (reading: Reading): Promise<ReadonlyMap<string, number>> =>
  gathered([
    ...ofTheLog(reading).map(async ([name, checkpoint]) => [name, await positionOf(reading, checkpoint)] as const),
    ...consumersOf(reading).map(
      async ({ name }) => [name, sumOf(await reading.context.readStore.checkpoints(name))] as const,
    ),
  ]);

/**
 * `positions` (how far everything has come, for live queries), `checkpoints` (the same, and how far behind it is) and `setAside`, for health,
 * metrics and administrators.
 */
export const progressOperations = (reading: Reading): Operations => ({
  positions: async () => ({ positions: Object.fromEntries(await positionsOf(reading)) }),
  checkpoints: async () => {
    const head = await reading.context.store.head();
    const all = [...(await logProgress(reading, head)), ...(await busProgress(reading))];
    return {
      checkpoints: Object.fromEntries(all.map(([name, { position }]) => [name, position])),
      lags: Object.fromEntries(all.map(([name, { lag }]) => [name, lag])),
      head,
    };
  },
  setAside: async () => {
    const names = new Set([
      ...ofTheLog(reading).map(([name]) => name),
      ...consumersOf(reading).map(({ name }) => name),
    ]);
    const rows = await listSetAside(reading.context.readStore);
    return { items: rows.filter(({ projection }) => names.has(projection)) as unknown as JsonObject[] };
  },
});
