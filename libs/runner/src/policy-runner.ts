import {
  Refused,
  derivedId,
  policyCommandId,
  revisionOf,
  streamOf,
  rowOf,
  type EventStore,
  type Policy,
  type PolicyCommand,
  type ReadBatch,
  type ReadStore,
  type Rpc,
  type StoredEvent,
  type Unavailable,
} from '@sunlit/kernel';
import type { Failpoint, RetryOutcome } from './engine.js';
import { exclusively } from './exclusive.js';
import { unobserved, type Observe } from './observe.js';
import { persistently, type Pause } from './pause.js';
import { stopped } from './rebuild.js';
import { SHELF, openBook, shelfCollections, type Book, type SetAside, type Waiting } from './set-aside.js';
import { logSource, type SourceBatch } from './source.js';

export interface PolicyRunnerOptions {
  readonly policy: Policy;
  readonly store: EventStore;
  readonly rpc: Rpc;
  /** Where its checkpoint and its set-aside streams are. */
  readonly readStore: ReadStore;
  readonly signal: AbortSignal;
  readonly onSetAside?: (row: SetAside) => void;
  readonly onUnavailable?: (error: Unavailable) => void;
  readonly onProgress?: (position: number) => void;
  /** Events read at once, default 100. */
  readonly batch?: number;
  readonly failpoint?: Failpoint;
  /** Put around each attempt to send what follows from one event, what records its refusal included; not around events nothing follows from. */
  readonly observe?: Observe | undefined;
  readonly pause?: Pause;
}

/** A policy being carried out. */
export interface PolicyRunner {
  /** Sends what follows from the events after the checkpoint, in order, until the signal aborts. Rejects when a store fails: run it again. */
  run(): Promise<void>;
  /** Sends again, in order, what waits of a set-aside stream. */
  retry(stream: string): Promise<RetryOutcome>;
  /** How far the log has been read and acknowledged. */
  position(): number;
}

const send = async (rpc: Rpc, { service, operation, payload }: PolicyCommand): Promise<void> =>
  void (await rpc.call(service, operation, payload));

/** The id of the command that records a refusal. */
const refusalId = (policy: Policy, event: StoredEvent): string => derivedId(event.id, policy.name, 'refused');

/** Whether the policy knows the event's type and has nothing to do with it. */
const isUnconcerned = ({ on, types }: Policy, { type }: Pick<StoredEvent, 'type'>): boolean =>
  !Object.hasOwn(on, type) && types.includes(type);

/**
 * Sends what the event asks for, and where that is refused, what records the refusal. Throws what neither answers, and `NewerThanProgram`:
 * what follows from a type that is not known yet is known after the update.
 */
const carryOut = async (
  { policy, rpc, observe = unobserved }: Pick<PolicyRunnerOptions, 'policy' | 'rpc' | 'observe'>,
  event: StoredEvent,
): Promise<void> => {
  if (isUnconcerned(policy, event)) return;
  const command = rowOf(policy.on, event.type)(event, policyCommandId(policy.name, event.id));
  if (!command) return;
  await observe(policy.name, [event], async () => {
    try {
      await send(rpc, command);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const refusal = policy.refused?.(event, { code: error.code }, refusalId(policy, event));
      if (refusal) await send(rpc, refusal);
    }
  });
};

/** Makes the runner of a policy; `run` starts it. */
export const policyRunner = (options: PolicyRunnerOptions): PolicyRunner => {
  const { policy, store, readStore, signal, onProgress, onSetAside, failpoint = () => undefined } = options;
  const { name } = policy;
  const exclusive = exclusively();
  const requests: (() => Promise<void>)[] = [];
  let book: Book | null = null;
  let position = 0;

  /** Carries the event out however long that takes; false where the signal aborted before it was. */
  const persist = async (event: StoredEvent): Promise<boolean> => {
    const work = () => carryOut(options, event).then(() => true);
    return (await persistently(work, { signal, onUnavailable: options.onUnavailable, pause: options.pause })) ?? false;
  };

  const write = async (batch: ReadBatch): Promise<void> => {
    await failpoint('policy:before-write');
    await readStore.write(batch);
    await failpoint('policy:after-write');
  };

  const process = async (known: Book, { items, position: reached }: SourceBatch): Promise<void> => {
    if (reached <= position) return;
    await known.refresh(new Set(items.map(({ event }) => streamOf(event))));
    const stage = known.stage();
    const failed = new Set<string>();
    for (const item of items) {
      const event = item.event as StoredEvent;
      const waiting: Waiting = { place: { partition: 0, position: item.position }, event };
      if (isUnconcerned(policy, event)) continue;
      if (stage.holds(event.stream, revisionOf(event))) {
        stage.add(waiting);
        continue;
      }
      try {
        if (!(await persist(event))) return;
      } catch (error) {
        stage.add(waiting, error);
        failed.add(event.stream);
      }
    }
    await write({ writes: stage.writes(), checkpoint: { name, partition: 0, position: reached } });
    stage.commit();
    failed.forEach((stream) => onSetAside?.(known.rowOf(stream)!));
    position = reached;
    onProgress?.(reached);
  };

  const retryOf = async (known: Book, stream: string): Promise<RetryOutcome> => {
    if (!known.rowOf(stream)) return { is: 'unknown' };
    const waiting = await known.waiting(stream);
    for (const one of waiting) {
      try {
        if (!(await persist(one.event as StoredEvent))) throw stopped();
      } catch (error) {
        if (signal.aborted) throw error;
        return { is: 'failed', reason: (await known.failed(stream, one, error)).reason };
      }
    }
    await write({ writes: known.release(stream, waiting, position) });
    known.forget(stream);
    return { is: 'applied', events: waiting.length };
  };

  const drain = async (): Promise<void> => {
    while (book && requests.length > 0) await requests.shift()!();
  };

  const run = async (): Promise<void> => {
    if (book) throw new Error(`${name} is running already.`);
    await readStore.declare(shelfCollections(SHELF));
    const known = await openBook(readStore, name);
    position = (await readStore.checkpoints(name)).get(0) ?? 0;
    book = known;
    try {
      await exclusive(drain);
      const source = logSource(store, policy.categories, options.batch ?? 100);
      for await (const batch of source.read(new Map([[0, position]]), signal)) {
        await exclusive(() => process(known, batch));
        if (signal.aborted) return;
      }
    } finally {
      book = null;
    }
  };

  return {
    run,
    retry: (stream) =>
      new Promise((resolve, reject) => {
        requests.push(() => retryOf(book!, stream).then(resolve, reject));
        if (book) void exclusive(drain);
      }),
    position: () => position,
  };
};

/** Runs a policy for which no retries are wanted; see `policyRunner`. */
export const runPolicy = (options: PolicyRunnerOptions): Promise<void> => policyRunner(options).run();
