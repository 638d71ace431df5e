import { randomBytes } from 'node:crypto';
import { Unavailable, type KeyStore } from '@sunlit/kernel';
import { KeyStoreUnusable, checkMasterKey, keyFile } from './key-file.js';
import { KEY_BYTES, unwrapKey, wrapKey } from './wrapping.js';

/** Where the keys lie and what they are wrapped with; `batch` keys are made ahead at a time (default 256). */
export interface SqliteKeyStoreOptions {
  readonly file: string;
  /** 32 bytes. */
  readonly masterKey: Buffer;
  readonly batch?: number;
}

/** Some ten seconds of trying. */
const CUT_TRIES = 300;

interface Spare {
  readonly id: string;
  readonly key: Buffer;
}

/**
 * Random ids: a store restored from a backup must never give an id out again that boxes in the log already name. Those of a batch begin alike,
 * so that a batch touches one page of the index and not one for each key.
 */
const spares = (count: number): Spare[] => {
  const start = randomBytes(6);
  return Array.from({ length: count }, () => ({
    id: Buffer.concat([start, randomBytes(10)]).toString('base64url'),
    key: randomBytes(KEY_BYTES),
  }));
};

const nameOf = (id: string): string => `key:${id}`;

/**
 * Keys of personal data in one SQLite file. Two threads of a process may hold it; each reads keys anew from the file, so a key destroyed by one
 * is gone for the other at once. After `destroy` no copy of a destroyed key is left in the file or its log. Opening with another master key
 * than the file's throws `KeyStoreUnusable`; a locked or full file is `Unavailable`.
 */
export const sqliteKeyStore = ({ file, masterKey, batch = 256 }: SqliteKeyStoreOptions): KeyStore => {
  if (masterKey.length !== KEY_BYTES)
    throw new RangeError(`A master key is ${KEY_BYTES} bytes, not ${masterKey.length}.`);
  const tables = keyFile(file);
  checkMasterKey(tables, masterKey, file);
  let pool: Spare[] = [];
  let refilling = false;
  let open = true;

  const unwrapped = (name: string, wrapped: Buffer): Buffer => {
    try {
      return unwrapKey(masterKey, name, wrapped);
    } catch {
      throw new KeyStoreUnusable(`${name} in the key store ${file} is damaged: restore the key store from its backup.`);
    }
  };

  const refill = (): void => {
    const made = spares(batch);
    tables.add(made.map(({ id, key }) => [id, wrapKey(masterKey, nameOf(id), key)]));
    pool = [...made, ...pool];
  };
  const refillSoon = (): void => {
    refilling = true;
    setImmediate(() => {
      refilling = false;
      if (!open || pool.length > batch / 2) return;
      try {
        refill();
      } catch {
        // The next take finds the pool as it is, and reports what is wrong once it is empty.
      }
    });
  };

  const cutLog = async (): Promise<void> => {
    for (let tries = 0; tries < CUT_TRIES; tries++) {
      if (tables.cutLog()) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Unavailable(`The key store ${file} is read by others without a pause: the erasure must be tried again.`);
  };

  return {
    async take() {
      if (pool.length === 0) refill();
      const spare = pool.pop()!;
      if (!refilling && pool.length <= batch / 2) refillSoon();
      return spare;
    },
    async get(ids) {
      if (ids.length === 0) return [];
      const found = tables.find(ids);
      return ids.map((id) => {
        const wrapped = found.get(id);
        return wrapped ? unwrapped(nameOf(id), wrapped) : null;
      });
    },
    async destroy(ids, position) {
      if (ids.length > 0) {
        tables.blank(ids);
        await cutLog();
      }
      // Only now: stopped before this line, the erasure is met again.
      tables.advance(position);
    },
    async destroyedUpTo() {
      return tables.position();
    },
    async permanent(purpose) {
      const name = `permanent:${purpose}`;
      const wrapped = tables.permanent(name, () => wrapKey(masterKey, name, randomBytes(KEY_BYTES)));
      return unwrapped(name, wrapped);
    },
    async close() {
      if (!open) return;
      open = false;
      pool = [];
      tables.close();
    },
  };
};
