import { readLog } from '../doctor/index.js';
import { differenceOf } from './difference.js';
import { replay } from './replay.js';
import type { Difference, WhatIfOptions } from './whatif.types.js';

/**
 * The log's cases under another policy, as a difference: each is folded twice, with the deadlines it had and with those the other profile,
 * hours and calendar give from the same facts; extensions and suspensions that were granted stay granted. In memory alone: nothing is written.
 */
export const whatIf = async (options: WhatIfOptions): Promise<Difference> => {
  const { visit, rounds } = replay(options);
  for (const { store } of options.logs) {
    const head = await store.head();
    await readLog(store, head, visit, (position) => options.onProgress?.(position, head));
  }
  return differenceOf(rounds(), options);
};
