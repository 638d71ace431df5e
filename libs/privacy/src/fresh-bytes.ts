import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 8192;

let pool = Buffer.alloc(0);
let given = 0;

/**
 * Random bytes that were never given before, for what need not stay secret (ivs, salts): drawn many at a time, since each call of the
 * system's generator costs more than the sealing of a box.
 */
export const freshBytes = (count: number): Buffer => {
  if (given + count > pool.length) {
    // A new one each time: what was given from the old one may still be in use.
    pool = randomFillSync(Buffer.allocUnsafeSlow(Math.max(POOL_BYTES, count)));
    given = 0;
  }
  given += count;
  return pool.subarray(given - count, given);
};
