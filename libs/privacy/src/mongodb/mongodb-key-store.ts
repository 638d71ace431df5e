import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Unavailable } from '@sunlit/kernel';
import { mongodbConnection, type MongodbPlace } from '@sunlit/mongodb';
import { firstCheck, inForceOf, unwrapped } from '../check-value.js';
import { keysAhead, type Spare } from '../keys-ahead.js';
import type { Erasure } from '../register.js';
import { allKeys, rotated, type AdoptingKeyStore } from '../rotation.js';
import { KEY_BYTES, masterKeysOf, wrappingUnder, type MasterKeys, type Wrapping } from '../wrapping.js';
import { adopted } from './adopted.js';
import { keyCollection, type KeyCollection } from './key-collection.js';
import { plainKeys } from './plain-keys.js';

/** Where the keys lie, what they are wrapped with, and whose erasures are counted. */
export interface MongodbKeyStoreOptions extends MongodbPlace {
  /** 32 bytes; during a rotation the previous one as well. */
  readonly masterKey: Buffer | MasterKeys;
  /** The service whose log's erasures this process destroys: `destroy` and `destroyedUpTo` count its positions. */
  readonly log: string;
  /** How many keys are made ahead at a time (default 256). */
  readonly batch?: number;
  /** Whether keys will be taken: the first batch is then made at once (default true). */
  readonly takes?: boolean;
  /** How many plain keys are kept, for at most a minute (default 10,000). */
  readonly cached?: number;
  /** Milliseconds, only ever rising (default: since the process began). */
  readonly clock?: () => number;
}

/** A command waits for its keys: a server that says nothing is away for it sooner than for a read store. */
const CONNECTION = { subject: { zh: '密钥库', en: 'key store' }, poolSize: 10, patienceMs: 3000 } as const;

/** The id of the master key in force, once this process has proved that it has it. */
const inForceIn = async (collection: KeyCollection, wrapping: Wrapping, place: string): Promise<string> =>
  inForceOf(await collection.check(() => firstCheck(wrapping)), wrapping, place);

/** Keeps new keys under the master key in force, whoever changes that meanwhile. */
const keeper = (collection: KeyCollection, wrapping: Wrapping, inForce: () => Promise<string>) => {
  const named = (by: string, { id, key }: Spare) => ({
    name: `key:${id}`,
    wrapped: wrapping.wrap(by, `key:${id}`, key),
  });
  let last: string | undefined;
  return {
    /** Nothing counts as kept before the master key it is under was seen in force after the write: a rotation that begins later finds it. */
    async keys(made: readonly Spare[]): Promise<void> {
      for (;;) {
        const by = last ?? (await inForce());
        const rows = made.map((spare) => named(by, spare));
        await collection.add(rows);
        last = await inForce();
        if (last === by) return;
        await collection.remove(rows.map(({ name }) => name));
      }
    },
    async permanent(name: string): Promise<void> {
      const by = await inForce();
      const key = randomBytes(KEY_BYTES);
      const from = wrapping.wrap(by, name, key);
      await collection.keep({ name, wrapped: from });
      const now = await inForce();
      if (now !== by) await collection.replace([{ name, from, to: wrapping.wrap(now, name, key) }]);
    },
  };
};

/**
 * Keys of personal data in a MongoDB database of their own; every write is acknowledged by the majority and journalled, and no transaction is
 * needed. Several processes may hold it. A key read is kept plain for at most a minute: one that another process destroyed can be read here for
 * so long, one destroyed here is gone at once. With the server away every call is `Unavailable` within three seconds, opening is not an error,
 * and it recovers by itself. Another master key than the store's is refused with `KeyStoreUnusable`: at opening, else at the first use.
 */
export const mongodbKeyStore = async ({
  masterKey,
  log,
  batch = 256,
  takes = true,
  cached = 10_000,
  clock = () => performance.now(),
  ...where
}: MongodbKeyStoreOptions): Promise<AdoptingKeyStore> => {
  const wrapping = wrappingUnder(masterKeysOf(masterKey));
  const database = mongodbConnection({ ...where, ...CONNECTION });
  const { place } = database;
  const collection = keyCollection(database);
  const plain = plainKeys(clock, cached);
  const inForce = () => inForceIn(collection, wrapping, place);
  const keep = keeper(collection, wrapping, inForce);
  const ahead = keysAhead(batch, keep.keys);

  let proved = false;
  const prove = async (): Promise<void> => {
    if (!proved) await inForce();
    proved = true;
  };

  /** The keys of these names, from memory where it is fresh. */
  const read = async (names: readonly string[]): Promise<ReadonlyMap<string, Buffer>> => {
    await prove();
    const known = new Map(names.map((name) => [name, plain.get(name)] as const));
    const asked = [...known].filter(([, key]) => !key).map(([name]) => name);
    const mark = plain.mark();
    for (const [name, wrapped] of asked.length > 0 ? await collection.find(asked) : []) {
      const key = unwrapped(wrapping, name, wrapped, place);
      plain.keep(name, key, mark);
      known.set(name, key);
    }
    return new Map([...known].filter((entry): entry is [string, Buffer] => entry[1] !== undefined));
  };

  /** The register first: stopped between the two, the key is known to be one that must not be there. */
  const forget = async (erasures: readonly Erasure[]): Promise<number> => {
    if (erasures.length === 0) return 0;
    const names = [...new Set(erasures.map(({ key }) => `key:${key}`))];
    await collection.note(erasures);
    const there = await collection.find(names);
    plain.forget(names);
    try {
      await collection.remove(names);
    } finally {
      plain.forget(names);
    }
    return there.size;
  };

  const close = async (): Promise<void> => {
    plain.clear();
    await ahead.close();
    await database.close();
  };

  try {
    await prove();
  } catch (error) {
    if (!(error instanceof Unavailable)) {
      await close();
      throw error;
    }
  }
  if (takes) ahead.begin();

  return {
    take: () => ahead.take(),
    async get(ids) {
      if (ids.length === 0) return [];
      const keys = await read(ids.map((id) => `key:${id}`));
      return ids.map((id) => keys.get(`key:${id}`) ?? null);
    },
    async destroy(ids, position) {
      await prove();
      await forget(ids.map((key) => ({ key, log, position })));
      // Only now: stopped before this line, the erasure is met again.
      await collection.advance(log, position);
    },
    async destroyedUpTo() {
      await prove();
      return collection.position(log);
    },
    register: () => collection.noted(),
    async apply(erasures) {
      await prove();
      return forget(erasures);
    },
    async permanent(purpose) {
      const name = `permanent:${purpose}`;
      for (;;) {
        const key = (await read([name])).get(name);
        if (key) return key;
        await keep.permanent(name);
      }
    },
    all: () => allKeys(collection, (name, wrapped) => unwrapped(wrapping, name, wrapped, place)),
    adopt: (keys) => adopted(collection, { wrapping, place, inForce }, keys),
    rotate: (onProgress) =>
      rotated(
        { ...collection, check: () => collection.check(() => firstCheck(wrapping)), settle: async () => undefined },
        wrapping,
        place,
        onProgress,
      ),
    close,
  };
};
