import type { HistoryClient } from './history.js';
import { aLoad } from './load.js';

/** Does the work while load comes, one small load after the other with a pause, from before it begins until after it ends; gives how many. */
export const underLoad = async (client: HistoryClient, work: () => Promise<void>, pause = 200): Promise<number> => {
  let over = false;
  let rounds = 0;
  const load = (async () => {
    do {
      await aLoad(client);
      rounds++;
      await new Promise((resolve) => setTimeout(resolve, pause));
    } while (!over);
  })();
  try {
    await Promise.race([work(), load.then(() => new Promise(() => undefined))]);
  } finally {
    over = true;
    await load;
  }
  return rounds;
};
