import type { Env } from '../harness/processes.js';
import type { Chance } from './chance.js';
import { brokerOf, groupedBy, messagesOn, type Lying } from './topics.js';

/** Each message again 1 to 5 times: as it comes, or the whole history of its key over and over. */
const repeated = (chance: Chance, history: readonly Lying[]): Lying[] => {
  const times = 1 + chance.below(5);
  if (chance.below(2) === 0) return Array.from({ length: times }, () => history).flat();
  return history.flatMap((message) => Array.from({ length: 1 + chance.below(5) }, () => message));
};

/** One queue out of several, each queue's order kept and theirs among each other left to chance. */
const shuffled = (chance: Chance, queues: Lying[][]): Lying[] => {
  const left = queues.filter((queue) => queue.length > 0);
  const all: Lying[] = [];
  while (left.length > 0) {
    const at = chance.below(left.length);
    all.push(left[at]!.shift()!);
    if (left[at]!.length === 0) left.splice(at, 1);
  }
  return all;
};

/**
 * Puts every message of the office's topics there again, 1 to 5 times, in order for each key and in any order between keys; gives how many
 * it put there.
 */
export const publishAgain = async (env: Env, chance: Chance): Promise<number> => {
  const byKey = groupedBy(await messagesOn(env), ({ key }) => key);
  const all = shuffled(
    chance,
    [...byKey.values()].map((history) => repeated(chance, history)),
  );
  const producer = brokerOf(env).kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  for (let from = 0; from < all.length; from += 100) {
    const part = groupedBy(all.slice(from, from + 100), ({ topic }) => topic);
    const topicMessages = [...part].map(([topic, messages]) => ({ topic, messages }));
    await producer.sendBatch({ topicMessages, acks: -1 });
  }
  await producer.disconnect();
  return all.length;
};
