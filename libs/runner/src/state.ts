import { canonicalJson, type CollectionSpec, type JsonObject, type ReadStore } from '@sunlit/kernel';

const STATE: CollectionSpec = { name: 'runner.v1', index: {} };

/** A rebuild under way. `filling`: it has begun; `switching`: it is filled and takes the place of the old documents. */
export interface Attempt {
  readonly is: 'filling' | 'switching';
  /** The runner that is at it, and the attempt itself; unique. */
  readonly by: string;
  readonly id: string;
}

/** What a projection's runner must find again after a stop in the middle of something. */
export interface RunnerState {
  readonly rebuild: Attempt | null;
  /** The last attempt that took the place of the old documents: whoever opened them before knows others. */
  readonly rebuilt: string | null;
  /** A set-aside stream whose events are being applied, at which place. */
  readonly retrying: { readonly stream: string; readonly at: number } | null;
  /** The place of the last retry, by partition: the next one lies above it. */
  readonly retriedAt: { readonly [partition: string]: number };
}

const NOTHING: RunnerState = { rebuild: null, rebuilt: null, retrying: null, retriedAt: {} };

/** The state of the projection `name`, kept in the read store. Two workers by accident may write it: neither loses what the other wrote. */
export const openState = async (readStore: ReadStore, name: string) => {
  await readStore.declare([STATE]);
  let version = -1;
  let state = NOTHING;

  const look = async (): Promise<RunnerState> => {
    const [found] = await readStore.get(STATE.name, [name]);
    version = found?.version ?? -1;
    state = { ...NOTHING, ...(found?.doc as Partial<RunnerState> | undefined) };
    return state;
  };

  /** Changes what stands in the store, where `make` gives a change; false where it gives none. */
  const change = async (make: (now: RunnerState) => Partial<RunnerState> | null): Promise<boolean> => {
    for (;;) {
      const changed = make(await look());
      if (!changed) return false;
      const next = { ...state, ...changed } as unknown as JsonObject;
      const mine = version + 1;
      await readStore.write({
        writes: [{ collection: STATE.name, documents: [{ key: name, version: mine, doc: next }] }],
      });
      // Of two that write the same version one is kept.
      const kept = await look();
      if (version === mine && canonicalJson(kept as unknown as JsonObject) === canonicalJson(next)) return true;
    }
  };

  await look();
  return {
    /** What was read or written last. */
    get: (): RunnerState => state,
    /** What stands in the store now. */
    look,
    change,
    set: async (to: Partial<RunnerState>): Promise<void> => void (await change(() => to)),
  };
};

export type State = Awaited<ReturnType<typeof openState>>;
