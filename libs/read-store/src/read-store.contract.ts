import type { ReadStore } from '@sunlit/kernel';
import { listContract } from './list.contract.js';
import { replaceContract } from './replace.contract.js';
import { stopContract } from './stop.contract.js';
import { writeContract } from './write.contract.js';
import { writersContract } from './writers.contract.js';

/** What an adapter hands the suite: one empty store a test, made by `makeFixture`. */
export interface ReadStoreFixture {
  readonly store: ReadStore;
  /** Closes the store and gives one on the same data; left out where nothing outlives a store. */
  readonly reopen?: () => Promise<ReadStore>;
  /** Another store on the same data, as a thread that only reads has one. */
  readonly reader?: () => Promise<ReadStore>;
  /** Another store on the same data that writes too, where there may be several. */
  readonly writer?: () => Promise<ReadStore>;
  /** Makes write() and replace() throw after the n-th write of a document, collection or checkpoint from now; null: no more. */
  readonly stopAfter?: (writes: number | null) => void;
  /** Closes what is open and removes the data. */
  readonly dispose: () => Promise<void>;
}

/** Opens a fixture a test and disposes of it. */
export type WithStore = (test: (fixture: ReadStoreFixture) => Promise<void>) => () => Promise<void>;

/** What every adapter of the `ReadStore` port must pass. */
export const readStoreContract = (name: string, makeFixture: () => Promise<ReadStoreFixture>): void => {
  const withStore: WithStore = (test) => async () => {
    const fixture = await makeFixture();
    await test(fixture).finally(() => fixture.dispose());
  };
  describe(`read store: ${name}`, () => {
    writeContract(withStore);
    listContract(withStore);
    replaceContract(withStore);
    stopContract(withStore);
    writersContract(withStore);
  });
};
