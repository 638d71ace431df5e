import type { KeyStore } from '@sunlit/kernel';

/** An erasure as a register keeps it: the id of a destroyed key, and where in which log that was said. Nothing of a person. */
export interface Erasure {
  readonly key: string;
  /** The service whose log it was, `all` where they share one. */
  readonly log: string;
  /** Of the erasing event, or a little after it; 0 where that is not known any more. */
  readonly position: number;
}

/**
 * A key store that knows which keys were destroyed in it. The register is written, durable, before a key is destroyed: whoever has the newest
 * one can destroy in any older copy of the keys what was destroyed since that was made.
 */
export interface RegisteringKeyStore extends KeyStore {
  /** Every erasure so far, each key once. */
  register(): AsyncIterable<readonly Erasure[]>;
  /**
   * Takes over what another register says, and destroys those keys here; how far this log's own erasures are done stays as it is. Gives how
   * many keys were still there. Again is no error.
   */
  apply(erasures: readonly Erasure[]): Promise<number>;
}
