import { randomUUID } from 'node:crypto';
import { collectionsOf, type DocumentWrite, type JsonObject } from '@sunlit/kernel';
import { namesOf, openEngine, specsOf, type Engine, type EngineOptions } from './engine.js';
import { watchOther } from './other-worker.js';
import type { Pause } from './pause.js';
import { STEP, openBook, waitingDocument, type SetAside, type Waiting } from './set-aside.js';
import type { Source } from './source.js';
import type { RunnerState, State } from './state.js';

export interface RebuildOptions extends Omit<EngineOptions, 'beside'> {
  readonly source: Source;
  readonly state: State;
  /** This runner. */
  readonly by: string;
  readonly signal: AbortSignal;
  readonly pause: Pause;
  /** Runs the work while the live runner stands still between two batches, and gives it where that stands. */
  readonly standstill: (work: (positions: ReadonlyMap<number, number>) => Promise<void>) => Promise<void>;
}

/** Thrown where a rebuild or a retry could not be finished before the signal aborted; a rebuild begins anew with the next run. */
export const stopped = (): Error =>
  new Error('The runner was stopped before this was done: it is done after the next start.');

const superseded = (): Error =>
  new Error('Another worker took this rebuild to be given up and began it anew: it is done there.');

/** A run that begins finishes the switch of a worker that is gone. */
export const leftSwitching = (): Error =>
  new Error('A worker ended while it put rebuilt documents in place: this one begins again and finishes that.');

const isMine = ({ rebuild }: RunnerState, { by }: Pick<RebuildOptions, 'by'>): boolean => rebuild?.by === by;

const besideNames = (options: Pick<EngineOptions, 'projection'>) =>
  specsOf(options.projection, true).map(({ name }) => name);

const emptyBeside = async ({ readStore, projection }: RebuildOptions): Promise<void> => {
  await readStore.declare(specsOf(projection, true));
  await readStore.clear(besideNames({ projection }), [namesOf(projection, true).checkpoint]);
};

const passed = (positions: ReadonlyMap<number, number>, others: ReadonlyMap<number, number>): boolean =>
  [...others].every(([partition, position]) => (positions.get(partition) ?? -1) >= position);

interface Held {
  readonly row: SetAside;
  readonly waiting: readonly Waiting[];
}

/** Writes of one stream's row and events under versions above whatever stands there. */
const heldWrites = async (
  { readStore, projection: { name } }: RebuildOptions,
  stream: string,
  held: Held | null,
  old: readonly Waiting[],
) => {
  const { shelf } = namesOf({ name }, false);
  const docs = new Map<string, JsonObject | null>(old.map((waiting) => [waitingDocument(name, waiting).key, null]));
  for (const waiting of held?.waiting ?? [])
    docs.set(waitingDocument(name, waiting).key, waitingDocument(name, waiting).doc);
  const rowKey = `${name}|${stream}`;
  const present = [
    ...(await readStore.get(shelf.events, [...docs.keys()])),
    ...(await readStore.get(shelf.rows, [rowKey])),
  ];
  const positions = [...old, ...(held?.waiting ?? [])].map(({ place }) => place.position);
  const version = Math.max(0, ...positions, ...present.map((one) => (one ? one.version + STEP : 0)));
  const events = [...docs].map(([key, doc]): DocumentWrite => ({ key, version, doc }));
  const row: DocumentWrite = { key: rowKey, version, doc: held && (held.row as unknown as JsonObject) };
  return [
    { collection: shelf.events, documents: events },
    { collection: shelf.rows, documents: [row] },
  ];
};

/** What was set aside while filling takes the place of what was set aside before; again is no change. */
const moveSetAside = async (options: RebuildOptions): Promise<void> => {
  const { readStore, projection } = options;
  const fresh = await openBook(readStore, projection.name, namesOf(projection, true).shelf);
  const old = await openBook(readStore, projection.name);
  const streams = new Set([...fresh.rows(), ...old.rows()].map(({ stream }) => stream));
  for (const stream of streams) {
    const row = fresh.rowOf(stream);
    const held = row ? { row, waiting: await fresh.waiting(stream) } : null;
    await readStore.write({ writes: await heldWrites(options, stream, held, await old.waiting(stream)) });
  }
};

/** Makes a switch that has begun this runner's; false where none has. */
export const takeSwitch = ({ state, by }: Pick<RebuildOptions, 'state' | 'by'>): Promise<boolean> =>
  state.change(({ rebuild }) => (rebuild?.is === 'switching' ? { rebuild: { ...rebuild, by } } : null));

/** From filled to switched; begun again after a stop it ends the same. */
export const finishSwitch = async (options: RebuildOptions): Promise<void> => {
  const { readStore, projection, state, failpoint } = options;
  const [from, to] = [namesOf(projection, true), namesOf(projection, false)];
  const pairs = collectionsOf(projection).map(({ name }) => ({ from: from.placed(name), to: to.placed(name) }));
  await failpoint('rebuild:before-replace');
  await readStore.replace(pairs, { from: from.checkpoint, to: to.checkpoint });
  await failpoint('rebuild:after-replace');
  await readStore.declare([...specsOf(projection, true), ...specsOf(projection, false)]);
  await moveSetAside(options);
  await failpoint('rebuild:before-end');
  await state.change((now) =>
    now.rebuild && isMine(now, options) ? { rebuild: null, rebuilt: now.rebuild.id } : null,
  );
};

const switchOver = async (options: RebuildOptions, beside: Engine): Promise<void> => {
  const { readStore, projection, state } = options;
  if (beside.positions.size === 0) {
    const name = namesOf(projection, true).checkpoint;
    await readStore.write({ writes: [], checkpoint: { name, partition: 0, position: -1 } });
  }
  await options.failpoint('rebuild:filled');
  const begun = await state.change((now) =>
    now.rebuild && isMine(now, options) ? { rebuild: { ...now.rebuild, is: 'switching' } } : null,
  );
  if (!begun) throw superseded();
  await finishSwitch(options);
};

/** Makes the rebuild this runner's, unless another one is at it; `resume`: only one that has begun. `left` is one nobody is at. */
const claim = ({ state, by }: RebuildOptions, resume: boolean, left: string | null): Promise<boolean> =>
  state.change(({ rebuild }) => {
    const free = rebuild ? rebuild.is !== 'switching' && (rebuild.by === by || rebuild.id === left) : !resume;
    return free ? { rebuild: { is: 'filling', by, id: randomUUID() } } : null;
  });

/** Reads the source from its beginning into `beside`, a batch a step; `end` lets go of it. */
const filling = (options: RebuildOptions, beside: Engine) => {
  const { source, signal, state } = options;
  const own = new AbortController();
  const batches = source.read(new Map(), AbortSignal.any([signal, own.signal]))[Symbol.asyncIterator]();
  return {
    step: async () => {
      const { value, done } = await batches.next();
      if (done || signal.aborted) throw stopped();
      if (!isMine(await state.look(), options)) throw superseded();
      await beside.process(value);
      return value;
    },
    end: async (): Promise<void> => {
      own.abort();
      await batches.return?.();
    },
  };
};

/** Fills the documents beside the present ones and, having come as far as the live runner, switches. */
const fillAndSwitch = async (options: RebuildOptions): Promise<void> => {
  await emptyBeside(options);
  const beside = await openEngine({ ...options, beside: true });
  const { step, end } = filling(options, beside);
  try {
    const behind = new Set(await options.source.partitions());
    while (behind.size > 0) {
      const batch = await step();
      if (batch.caughtUp) behind.delete(batch.partition);
    }
    await options.standstill(async (positions) => {
      while (!passed(beside.positions, positions)) await step();
      await switchOver(options, beside);
    });
  } finally {
    await end();
  }
};

/** The attempt of another worker that is gone; null where it is over. */
const leftByOther = async (options: RebuildOptions): Promise<string | null> => {
  const left = await watchOther(options);
  if (options.signal.aborted) throw stopped();
  if (left !== null && options.state.get().rebuild?.is === 'switching') throw leftSwitching();
  return left;
};

/**
 * Fills the projection beside its documents from the beginning of the source, and when it has come as far as the live runner, puts it in
 * their place in one step. A half-filled one is dropped and begun again; one that another worker is filling is not touched but waited for.
 * With `resume` only what was begun is done, by this worker or by that one. Rejects with `stopped()` when the signal aborts before.
 */
export const rebuildBeside = async (options: RebuildOptions, resume = false): Promise<void> => {
  let left: string | null = null;
  while (!(await claim(options, resume, left))) {
    left = await leftByOther(options);
    if (left === null && resume) return;
  }
  await fillAndSwitch(options);
};
