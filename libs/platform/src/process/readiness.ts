import type { Role } from '../service.js';
import type { Stores } from '../stores.js';

/** How long a store may take to answer before it counts as away, in ms. */
const ANSWERS_WITHIN = 2000;

const answers = async (what: string, asked: Promise<unknown>): Promise<string | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`${what} does not answer`), ANSWERS_WITHIN);
  });
  const seen = asked.then(
    () => null,
    (error: Error) => `${what}: ${error.message}`,
  );
  try {
    return await Promise.race([seen, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Which of its stores do not answer now, for whom that matters: whoever answers others needs no bus; null where all do. */
export const unreadinessOf = async (stores: Stores, roles: readonly Role[]): Promise<string | null> => {
  const { store, readStore, keys, broker } = stores;
  const asked = [
    answers('event store', store.head()),
    answers('read store', readStore.checkpoints('readiness')),
    answers('key store', keys.destroyedUpTo()),
    ...(broker && !roles.includes('api') ? [answers('event bus', broker.bus.ends([]))] : []),
  ];
  const away = (await Promise.all(asked)).filter((reason) => reason !== null);
  return away.length === 0 ? null : away.join('; ');
};
