import { randomBytes } from 'node:crypto';
import { KEY_BYTES } from './wrapping.js';

/** A key nobody has used yet. */
export interface Spare {
  readonly id: string;
  readonly key: Buffer;
}

/** Keys made ahead of use. */
export interface KeysAhead {
  /** A key of the pool; waits for `keep` only where the pool is empty, and then fails as that does. */
  take(): Promise<Spare>;
  /** Makes the first batch in the background, so that not even the first command waits. */
  begin(): void;
  /** Drops what is left, once nothing is being made any more. */
  close(): Promise<void>;
}

const START_BYTES = 6;
const REST_BYTES = 10;

/**
 * Random ids: a store restored from a backup must never give an id out again that boxes in the log already name. Those of a batch begin alike,
 * so that a batch touches one page of an index and not one for each key.
 */
const spares = (count: number): Spare[] => {
  const start = randomBytes(START_BYTES);
  // One call for all of them: each costs more than what it gives.
  const random = randomBytes(count * (REST_BYTES + KEY_BYTES));
  return Array.from({ length: count }, (_, number) => {
    const at = number * (REST_BYTES + KEY_BYTES);
    const rest = random.subarray(at, at + REST_BYTES);
    return {
      id: Buffer.concat([start, rest]).toString('base64url'),
      key: random.subarray(at + REST_BYTES, at + REST_BYTES + KEY_BYTES),
    };
  });
};

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * A pool of `batch` keys, filled again in the background once half of it is used. None is given out before `keep` resolved for it, and none
 * twice; a batch that could not be kept is dropped.
 */
export const keysAhead = (batch: number, keep: (made: readonly Spare[]) => Promise<void>): KeysAhead => {
  let pool: Spare[] = [];
  let making: Promise<void> | null = null;
  let open = true;

  const fill = async (): Promise<void> => {
    await nextTurn();
    if (!open) return;
    const made = spares(batch);
    await keep(made);
    pool = [...made, ...pool];
  };
  const filled = (): Promise<void> => {
    making ??= fill().finally(() => {
      making = null;
    });
    return making;
  };
  // What fails here is tried again by the next take, and reported once the pool is empty.
  const begin = (): void => void filled().catch(() => undefined);

  return {
    async take() {
      while (pool.length === 0) {
        if (!open) throw new Error('The key store is closed: take keys before closing it.');
        await filled();
      }
      const spare = pool.pop()!;
      if (pool.length <= batch / 2) begin();
      return spare;
    },
    begin,
    async close() {
      open = false;
      await making?.catch(() => undefined);
      pool = [];
    },
  };
};
