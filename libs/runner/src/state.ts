import type { CollectionSpec, JsonObject, ReadStore } from '@sunlit/kernel';

const STATE: CollectionSpec = { name: 'runner.v1', index: {} };

/** What a projection's runner must find again after a stop in the middle of something. */
export interface RunnerState {
  /** `filling`: a rebuild has begun; `switching`: it is filled and takes the place of the old documents. */
  readonly rebuild: 'filling' | 'switching' | null;
  /** A set-aside stream whose events are being applied, at which place. */
  readonly retrying: { readonly stream: string; readonly at: number } | null;
  /** The place of the last retry, by partition: the next one lies above it. */
  readonly retriedAt: { readonly [partition: string]: number };
}

/** The state of the projection `name`, kept in the read store. */
export const openState = async (readStore: ReadStore, name: string) => {
  await readStore.declare([STATE]);
  const [found] = await readStore.get(STATE.name, [name]);
  let version = found?.version ?? -1;
  let state = (found?.doc ?? { rebuild: null, retrying: null, retriedAt: {} }) as unknown as RunnerState;
  return {
    get: (): RunnerState => state,
    set: async (change: Partial<RunnerState>): Promise<void> => {
      const next = { ...state, ...change };
      const documents = [{ key: name, version: version + 1, doc: next as unknown as JsonObject }];
      await readStore.write({ writes: [{ collection: STATE.name, documents }] });
      version += 1;
      state = next;
    },
  };
};

export type State = Awaited<ReturnType<typeof openState>>;
